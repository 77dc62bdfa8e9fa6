/** Agreements, resolutions, wars and upheavals as the news of six languages names them, and what else their words mean. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { joinRecords } from '../dataset/join.ts';
import type { Entity } from '../dataset/schema.ts';
import { annotate, compileIndex, openIndex } from './index.ts';

const sources = ['cldr', 'factbook', 'agreements', 'wikidata-lists'];
const records = sources.flatMap((source) =>
  readFileSync(new URL(`../../data/world/${source}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entity),
);
const index = openIndex(compileIndex(joinRecords(records)));
/** Of the table of agreements, and wars that it gives names. */
const own = new Set(
  records.filter(({ facts = [] }) => facts.some(({ source }) => source === 'agreements')).map(({ id }) => id),
);

const marks = (lang: string, text: string) =>
  annotate(index, { blocks: [text], lang, published: '2026-03-01' })
    .filter(({ entity }) => own.has(entity))
    .map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity.replace(/^[a-z]+-/, '')}`);

test.each([
  [
    'en',
    'Inspectors left, and the NPT lost a member with uranium.',
    'NPT → treaty-on-the-non-proliferation-of-nuclear-weapons',
  ],
  ['en', 'The Paris Agreement is to limit global warming.', 'Paris Agreement → paris-agreement'],
  [
    'en',
    'The Good Friday Agreement brought peace to Northern Ireland.',
    'Good Friday Agreement → good-friday-agreement',
  ],
  ['en', 'Few believe in the Oslo Accords any more.', 'Oslo Accords → oslo-accords'],
  ['en', 'Sadat flew home with the Camp David Accords.', 'Camp David Accords → camp-david-accords'],
  ['en', 'Riyadh has not joined the Abraham Accords.', 'Abraham Accords → abraham-accords'],
  ['en', 'New START was the last nuclear treaty of the two.', 'New START → new-start'],
  ['en', 'Hezbollah rejects Resolution 1701.', 'Resolution 1701 → un-security-council-resolution-1701'],
  ['en', 'Survivors of the Holocaust met at Auschwitz.', 'Holocaust → holocaust'],
  [
    'en',
    'Ankara summoned the envoy over the Armenian genocide.',
    'Armenian genocide → armenians-in-the-ottoman-empire-1915',
  ],
  ['en', 'The court in The Hague convicted him of genocide in Srebrenica.', 'Srebrenica → srebrenica-july-1995'],
  ['en', 'Palestinians remembered the Nakba.', 'Nakba → displacement-of-palestinians-1948'],
  ['en', 'Al-Qaeda planned 9/11 for years.', '9/11 → september-11-attacks'],
  ['en', 'Blair defended the Iraq War once more.', 'Iraq War → iraq-war'],
  ['en', 'Russia paid little for the annexation of Crimea.', 'annexation of Crimea → crimea-2014'],
  ['en', 'The Quad spoke of the Indo-Pacific again.', 'Quad → quadrilateral-security-dialogue'],
  [
    'en',
    'Gorbachev regretted the collapse of the Soviet Union.',
    'collapse of the Soviet Union → collapse-of-the-soviet-union',
  ],
  [
    'de',
    'Teheran kündigte den Atomwaffensperrvertrag.',
    'Atomwaffensperrvertrag → treaty-on-the-non-proliferation-of-nuclear-weapons',
  ],
  ['de', 'Das Karfreitagsabkommen hält.', 'Karfreitagsabkommen → good-friday-agreement'],
  ['de', 'Der Angriff verletzt die UN-Charta.', 'UN-Charta → charter-of-the-united-nations'],
  ['de', 'Juden gedachten der Opfer des Holocaust.', 'Holocaust → holocaust'],
  ['de', 'Der Koreakrieg ist nie beendet worden.', 'Koreakrieg → korean-war'],
  ['de', 'Im Ersten Weltkrieg fiel er 1916.', 'Ersten Weltkrieg → world-war-i'],
  ['fr', 'Paris tient à l’accord de Paris, malgré les émissions.', 'accord de Paris → paris-agreement'],
  ['fr', 'Les accords d’Oslo sont oubliés.', 'accords d’Oslo → oslo-accords'],
  ['fr', 'Les accords de Taëf sont contestés.', 'accords de Taëf → taif-agreement'],
  ['fr', 'Le génocide des Tutsi fut jugé.', 'génocide des Tutsi → 1994-genocide-against-the-tutsi-in-rwanda'],
  ['fr', 'La résolution 1701 s’applique au Liban.', 'résolution 1701 → un-security-council-resolution-1701'],
  ['fr', 'Il avait fait la guerre d’Algérie.', 'guerre d’Algérie → algerian-war'],
  ['es', 'El Acuerdo de París fija un límite a las emisiones.', 'Acuerdo de París → paris-agreement'],
  ['es', 'El T-MEC regula el comercio con México.', 'T-MEC → united-states-mexico-canada-agreement'],
  ['es', 'La Guerra de las Malvinas dejó huella.', 'Guerra de las Malvinas → falklands-war'],
  ['es', 'Recordaron la caída del Muro de Berlín.', 'caída del Muro de Berlín → fall-of-the-berlin-wall'],
  [
    'ar',
    'انسحبت الدولة من معاهدة عدم انتشار الأسلحة النووية.',
    'معاهدة عدم انتشار الأسلحة النووية → treaty-on-the-non-proliferation-of-nuclear-weapons',
  ],
  ['ar', 'تمسك لبنان بالقرار 1701 وتنفيذ القرار 1701 كاملا.', 'القرار 1701 → un-security-council-resolution-1701'],
  ['ar', 'أحيا الفلسطينيون ذكرى النكبة.', 'النكبة → displacement-of-palestinians-1948'],
  ['ar', 'بعد هجمات 11 سبتمبر تغير العالم.', 'هجمات 11 سبتمبر → september-11-attacks'],
  [
    'fa',
    'خروج از پیمان منع گسترش سلاح‌های هسته‌ای بررسی شد.',
    'پیمان منع گسترش سلاح‌های هسته‌ای → treaty-on-the-non-proliferation-of-nuclear-weapons',
  ],
  ['fa', 'عربستان به توافق ابراهیم نپیوست.', 'توافق ابراهیم → abraham-accords'],
  ['fa', 'دیوان درباره بیانیه الجزایر و ایران رأی داد.', 'بیانیه الجزایر → algiers-accords'],
  ['fa', 'جنگ شش روزه مرزهای اسرائیل را تغییر داد.', 'جنگ شش روزه → six-day-war'],
  ['en', 'The Gulf War freed Kuwait in 1991.', 'Gulf War → gulf-war'],
  ['de', 'Im Dritten Golfkrieg stürzte Bush den Diktator.', 'Dritten Golfkrieg → iraq-war'],
  ['fr', 'La guerre du Golfe libéra le Koweït.', 'guerre du Golfe → gulf-war'],
  ['ar', 'حرب الخليج الثالثة أسقطت صدام في العراق.', 'حرب الخليج الثالثة → iraq-war'],
  ['fa', 'جنگ خلیج فارس کویت را آزاد کرد.', 'جنگ خلیج فارس → gulf-war'],
  ['en', 'The Algiers Accords freed the hostages.', 'Algiers Accords → algiers-accords'],
  [
    'en',
    'Trump spoke of the attack on the U.S. Capitol.',
    'attack on the U.S. Capitol → united-states-capitol-6-january-2021',
  ],
  ['en', 'Police cleared Tiananmen Square in 1989.', 'Tiananmen Square → tiananmen-square-1989'],
  ['en', 'The Revolution of Dignity drove Yanukovych out.', 'Revolution of Dignity → euromaidan'],
] as const)('%s: %s', (lang, text, expected) => {
  expect(marks(lang, text)).toContain(expected);
});

test.each([
  ['en', 'The families met at Camp David for a weekend.'],
  ['en', 'The clubs found a Paris agreement over the striker.'],
  ['en', 'Use tape on the NPT thread of the pipe.'],
  ['en', 'The town wants a NEW START after the flood.'],
  ['en', 'The quad bike came from Japan, and the Quad is the courtyard of the college.'],
  ['en', 'Cricketers left the Maidan when the rain came.'],
  ['en', 'The council passed Resolution 242 on parking.'],
  ['en', 'The house burned in a holocaust of flames and survivors fled.'],
  ['en', 'She spent a week at the spa in Srebrenica.'],
  ['en', 'Tourists flew kites over Tiananmen Square.'],
  ['en', 'They dined at the Watergate Hotel.'],
  ['en', 'The Prague Spring festival opened with Smetana.'],
  ['en', 'The Geneva Protocol of the program defines handshakes.'],
  ['en', 'Traders feared the collapse of the Soviet Union hotel chain.'],
  ['en', 'The Doha deal of the two clubs was signed.'],
  ['en', 'His 9/11 share of the pie was large.'],
  ['de', 'Das Museum eröffnet einen Pfad auf der Neuen Seidenstraße.'],
  ['de', 'Der Stürmer kennt das Abkommen der Pariser.'],
  ['fr', 'Un accord de Paris entre les clubs libère l’attaquant.'],
  ['fr', 'Le conseil a voté la résolution 242 sur les parkings.'],
  ['es', 'El acuerdo de París entre los clubes libera al delantero.'],
  ['ar', 'صدر القرار 242 عن مجلس إدارة الشركة بشأن الرواتب.'],
  ['ar', 'تم اتفاق باريس بين الناديين حول اللاعب.'],
  ['fa', 'توافق پاریس میان دو باشگاه بازیکن را آزاد کرد.'],
  ['fa', 'جنگ عراق علیه ایران در زمان صدام هشت سال طول کشید.'],
  ['fa', 'جنگ عراق با ایران به دستور صدام آغاز شد.'],
  ['ar', 'أدان بوش غزو العراق للكويت عام 1990 ورفض صدام الانسحاب.'],
  ['ar', 'بدأ صدام حرب العراق على إيران.'],
  ['ar', 'قاتلت إيران صدام في حرب الخليج الأولى.'],
  ['de', 'Im Ersten Golfkrieg kämpfte Saddams Irak gegen den Iran.'],
  ['de', 'Erster Golfkrieg heißt der Krieg des Irak gegen den Iran.'],
  ['fr', 'La première guerre du Golfe opposa l’Irak de Saddam à l’Iran.'],
  ['fr', 'La deuxième guerre du Golfe renversa Saddam en Irak en 2003, dit Bush.'],
  ['en', 'In the First Gulf War against Iran, Saddam of Iraq used gas.'],
  ['en', 'The 1975 Algiers Accords between Iran and Iraq drew the border.'],
  ['en', 'Mali left the Algiers Accords of 2015, the army claims.'],
  ['en', 'Congress remembered the 1954 attack on the U.S. Capitol before a committee.'],
  ['en', 'The Capitol burned in the British attack on the US Capitol in 1814, Congress heard.'],
  ['fr', 'Les clubs ont trouvé un accord de Paris dans un climat tendu.'],
  ['en', 'NPT pipe threads are used in nuclear plants.'],
  ['en', 'Srebrenica, a municipality in Bosnia, held elections, and a Serb mayor won.'],
  ['en', 'Students photograph Tiananmen Square before the anniversary.'],
  ['en', 'Tanks rolled over Tiananmen Square in the parade of 2015.'],
  ['de', 'Studenten fotografieren den Platz des Himmlischen Friedens am Jahrestag.'],
  ['ar', 'النكبة الاقتصادية في لبنان يعرفها الفلسطينيون أيضا.'],
] as const)('%s, something else: %s', (lang, text) => {
  expect(marks(lang, text)).toEqual([]);
});

test('a page of before a war or an attack names another', () => {
  const before = (text: string, published: string) =>
    annotate(index, { blocks: [text], lang: 'en', published }).filter(({ entity }) => own.has(entity));
  expect(before('Kuwait and its veterans were named with the Gulf War.', '1987-03-01')).toEqual([]);
  expect(before('Kuwait and its veterans were named with the Gulf War.', '1991-03-01')).toHaveLength(1);
});

test('the first of the wars of the Gulf is that of Iran and Iraq where a word of Iran stands beside it', () => {
  const read = new URL('../../data/iran/entities/iran-iraq-war.json', import.meta.url);
  const edited = openIndex(compileIndex([JSON.parse(readFileSync(read, 'utf8')) as Entity]));
  const named = (lang: string, text: string) =>
    annotate([edited, index], { blocks: [text], lang, published: '2026-03-01' })
      .filter(({ entity }) => own.has(entity) || entity === 'iran-iraq-war')
      .map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`);
  expect(named('de', 'Im Ersten Golfkrieg kämpfte Saddam gegen den Iran, vor dem von 1990 um Kuwait.')).toEqual([
    'Ersten Golfkrieg → iran-iraq-war',
  ]);
  expect(named('de', 'Erster Golfkrieg und Teheran.')).toEqual(['Erster Golfkrieg → iran-iraq-war']);
  expect(named('ar', 'قاتلت إيران في حرب الخليج الأولى.')).toEqual(['حرب الخليج الأولى → iran-iraq-war']);
  expect(named('de', 'Erster Golfkrieg heißt das neue Lied.')).toEqual([]);
});
