/** Bodies of `known-bodies` in texts as the news writes them, and other things of their names and letters: with the bundled packs. */
import { expect, test } from 'vitest';
import { find, fromText } from './document.ts';
import { loadPacks } from './packs.ts';

const ready = await loadPacks([], true);

/** What is marked: "words → id of the entity". */
function marks(text: string, lang: string): string[] {
  const options = { strict: false, first: false, order: ready.order };
  return find(fromText(text, { lang, published: '2026-03-01' }), ready.indexes, options).map(
    ({ text: words, entity }) => `${words} → ${entity}`,
  );
}

const hts = 'un-listed-al-nusrah-front-for-the-people-of-the-levant';
const council = 'known-supreme-national-security-council-ir';
const headquarters = 'known-khatam-al-anbiya-central-headquarters';

test.each([
  ['en', 'Leaders of the G7 met for a summit in the mountains.', 'G7 → known-g7'],
  ['en', 'Finance ministers of the G20 argued about debt.', 'G20 → known-g20'],
  ['en', 'The E3 told Tehran that snapback was near.', 'E3 → known-e3'],
  ['en', 'The Palestinian Authority paid half of the wages.', 'Palestinian Authority → known-palestinian-authority'],
  ['en', 'A court heard that Mossad had recruited the man.', 'Mossad → known-mossad'],
  ['en', 'The Shin Bet warned of an attack.', 'Shin Bet → known-shin-bet'],
  ['en', 'The head of MI5 spoke of spies in London.', 'MI5 → known-mi5'],
  ['en', 'A former MI6 agent told the inquiry.', 'MI6 → known-mi6'],
  ['en', 'The FSB detained a scientist in Moscow.', 'FSB → known-fsb'],
  ['en', 'Hackers of the GRU, Russia’s military intelligence, read the mails.', 'GRU → known-gru'],
  ['en', 'The chief of Pakistan’s ISI flew to Kabul.', 'ISI → known-isi'],
  ['en', 'ICE detained a student; deportation is stayed.', 'ICE → known-ice'],
  ['en', 'The DEA linked the cartel to the shipment.', 'DEA → known-dea'],
  ['en', 'Customs and Border Protection counted fewer crossings.', 'Customs and Border Protection → body-q368804'],
  ['en', 'OCHA said that no aid had entered Gaza.', 'OCHA → known-ocha'],
  ['en', 'UNIFIL said a patrol had come under fire.', 'UNIFIL → known-unifil'],
  ['en', 'The IPCC report says that warming goes on.', 'IPCC → known-ipcc'],
  ['en', 'Kataib Hezbollah denied that it had fired the rocket.', 'Kataib Hezbollah → known-kataib-hezbollah'],
  ['en', 'The YPG withdrew from the Syrian town.', 'YPG → known-ypg'],
  ['en', 'Two officials told Axios that the talks had failed.', 'Axios → known-axios'],
  ['en', 'The New York Times first reported the plan.', 'The New York Times → known-new-york-times'],
  ['en', 'The Wall Street Journal reported a deal.', 'The Wall Street Journal → known-wall-street-journal'],
  ['en', 'TASS, the Russian state agency, gave no source.', 'TASS → known-tass'],
  ['en', 'Iran’s morality police stopped her at the station.', 'morality police → known-guidance-patrol'],
  ['en', 'The Supreme National Security Council met in Tehran.', `Supreme National Security Council → ${council}`],
  ['de', 'Die Außenminister der G7 tagen in Kanada.', 'G7 → known-g7'],
  ['de', 'Der BND warnte die Bundesregierung vor Spionage.', 'BND → known-bnd'],
  ['de', 'Das Bundesamt für Verfassungsschutz prüft den Fall.', 'Bundesamt für Verfassungsschutz → known-bfv'],
  ['de', 'Der russische Geheimdienst FSB nahm ihn fest.', 'FSB → known-fsb'],
  ['de', 'Der türkische Geheimdienst MIT entführte ihn in Ankara.', 'MIT → known-mit'],
  ['de', 'Das sagte sie der Nachrichtenagentur dpa.', 'dpa → known-dpa'],
  ['de', 'Die ARD sendet am Abend eine Sondersendung im Fernsehen.', 'ARD → known-ard'],
  ['de', 'Der Weltklimarat legt seinen Bericht vor.', 'Weltklimarat → known-ipcc'],
  ['fr', 'La DGSE a perdu deux agents.', 'DGSE → known-dgse'],
  ['fr', 'L’Autorité palestinienne a condamné le raid.', 'Autorité palestinienne → known-palestinian-authority'],
  ['fr', 'La FINUL patrouille le long de la ligne bleue.', 'FINUL → known-unifil'],
  ['fr', 'Le GIEC publie son rapport.', 'GIEC → known-ipcc'],
  ['es', 'El Mosad negó los hechos.', 'Mosad → known-mossad'],
  ['es', 'La DEA acusa al cártel de Sinaloa.', 'DEA → known-dea'],
  ['es', 'Agentes del ICE hicieron redadas en Chicago.', 'ICE → known-ice'],
  ['ar', 'نفى الموساد الخبر.', 'الموساد → known-mossad'],
  ['ar', 'رحبت السلطة الفلسطينية بالقرار.', 'السلطة الفلسطينية → known-palestinian-authority'],
  ['ar', 'قصفت طائرات مواقع كتائب حزب الله.', 'كتائب حزب الله → known-kataib-hezbollah'],
  ['ar', 'قال الحشد الشعبي إن اثنين قتلا.', 'الحشد الشعبي → known-pmf'],
  ['ar', 'دخلت هيئة تحرير الشام المدينة.', `هيئة تحرير الشام → ${hts}`],
  ['ar', 'نقل موقع أكسيوس عن مسؤول.', 'أكسيوس → known-axios'],
  ['fa', 'موساد این خبر را رد کرد.', 'موساد → known-mossad'],
  ['fa', 'گشت ارشاد به خیابان‌ها بازگشت.', 'گشت ارشاد → known-guidance-patrol'],
  ['fa', 'شورای عالی امنیت ملی بیانیه داد.', `شورای عالی امنیت ملی → ${council}`],
  ['fa', 'قرارگاه مرکزی خاتم‌الانبیا هشدار داد.', `قرارگاه مرکزی خاتم‌الانبیا → ${headquarters}`],
  ['fa', 'تروئیکای اروپایی به تهران نامه نوشت.', 'تروئیکای اروپایی → known-e3'],
  ['fa', 'نیویورک تایمز نوشت که گفت‌وگوها ادامه دارد.', 'نیویورک تایمز → known-new-york-times'],
])('in %s: %s', (lang, text, mark) => {
  expect(marks(text, lang)).toContain(mark);
});

test.each([
  ['en', 'White moves the knight from e6 to G7.', 'G7'],
  ['en', 'The Canon G7 X is a small camera.', 'G7'],
  ['en', 'The BMW G20 replaced the F30.', 'G20'],
  ['en', 'New games were shown at E3 in Los Angeles.', 'E3'],
  ['en', 'The E3 ligase binds the protein.', 'E3'],
  ['en', 'The Xiaomi MI5 has a glass back.', 'MI5'],
  ['en', 'The FSB of the processor runs at 800 MHz.', 'FSB'],
  ['en', 'The FSB, which speaks for small firms in Wales, asked for a delay.', 'FSB'],
  ['en', 'Our flight left GRU for Lisbon at noon.', 'GRU'],
  ['en', 'The ISI citation index lists the journal.', 'ISI'],
  ['en', 'A Turkish student at MIT won the prize for chemistry.', 'MIT'],
  ['en', 'An ICE car burns petrol.', 'ICE'],
  ['en', 'The ICE rink opens in December.', 'ICE'],
  ['en', 'DEA is short for data envelopment analysis.', 'DEA'],
  ['en', 'The PMF of the variable sums to one.', 'PMF'],
  ['en', 'The YPG test range is in Arizona.', 'YPG'],
  ['en', 'Install axios with npm and send a request.', 'axios'],
  ['en', 'The Axios flows through Skopje to the sea.', 'Axios'],
  ['en', 'Mayor Michael Bloomberg gave money to the museum.', 'Bloomberg'],
  ['en', 'Bloomberg ran for president as a Democrat.', 'Bloomberg'],
  ['en', 'A string quartet played in the hall.', 'quartet'],
  ['en', 'The patient has ARD and a fever.', 'ARD'],
  ['en', 'Afghanistan’s morality police closed the salon.', 'morality police'],
  ['en', 'The DPA protects personal data.', 'DPA'],
  ['de', 'Er kam MIT ALLEN FREUNDEN.', 'MIT'],
  ['de', 'Der ICE nach Hamburg hat Verspätung.', 'ICE'],
  ['de', 'Die Sittenpolizei in Kabul schloss den Laden.', 'Sittenpolizei'],
  ['de', 'Der bayerische Verfassungsschutz legt Zahlen vor.', 'Verfassungsschutz'],
  ['de', 'Ein Kaffee aus der Tass schmeckt besser.', 'Tass'],
  ['fr', 'Le MIT de Boston recrute.', 'MIT'],
  ['fr', 'La DEA mesure l’efficacité des écoles.', 'DEA'],
  ['ar', 'امتلأت الميادين بالناس.', 'الميادين'],
  ['ar', 'اشترى كتابا باللغة العربية.', 'العربية'],
  ['fa', 'این مقاله آی‌اس‌آی است.', 'آی‌اس‌آی'],
  ['fa', 'مرد تاس کلاه گذاشت.', 'تاس'],
  ['fa', 'گروه هفت نفر بودند.', 'گروه هفت'],
])('is something else in %s: %s', (lang, text, words) => {
  expect(marks(text, lang).filter((mark) => mark.startsWith(`${words} →`))).toEqual([]);
});
