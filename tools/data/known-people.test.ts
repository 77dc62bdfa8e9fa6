/** Texts as the news writes them, about people of `known-holders` and `public-figures` and about others of their names, with the records of the packs. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { joinRecords } from '../../src/dataset/join.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { plainForm } from '../../src/dataset/text.ts';
import { annotate, compileIndex, openIndex } from '../../src/match/index.ts';

const dir = new URL('../../data/world/', import.meta.url);
const read = (file: string) =>
  readFileSync(new URL(file, dir), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entity);
const own = ['known-holders.jsonl', 'public-figures.jsonl'];
const people = own.flatMap(read);
const ids = new Set(people.map(({ id }) => id));
/** Whose name holds that of his father. */
const son = JSON.parse(readFileSync(new URL('../iran/entities/mohammad-reza-pahlavi.json', dir), 'utf8')) as Entity;
const index = openIndex(compileIndex(joinRecords([...['cldr.jsonl', 'rigour.jsonl', ...own].flatMap(read), son])));

/** Of the people, who is marked, as the text writes them. */
function marked(lang: string, text: string): string[] {
  return annotate(index, { blocks: [text], lang })
    .filter(({ entity }) => ids.has(entity))
    .map(({ start, end }) => text.slice(start, end));
}

describe('who is meant', () => {
  test.each([
    ['en', 'Rafael Grossi', 'IAEA chief Rafael Grossi said Iran had enriched more uranium.'],
    ['en', 'Steve Witkoff', 'US envoy Steve Witkoff met Araghchi in Muscat on Saturday.'],
    ['en', 'Saddam', 'Iraq invaded Kuwait in 1990 under Saddam, who was toppled in 2003.'],
    ['en', 'Condoleezza Rice', 'Former secretary of state Condoleezza Rice spoke about the United States.'],
    ['en', 'Kofi Annan', 'Kofi Annan led the United Nations for ten years.'],
    ['en', 'Gavin Newsom', 'California’s Gavin Newsom signed the bill.'],
    ['en', 'Elon Musk', 'Elon Musk, the chief executive of Tesla, attacked the bill.'],
    ['en', 'Bill Gates', 'Bill Gates promised another billion dollars for vaccines.'],
    ['en', 'Karim Khan', 'ICC prosecutor Karim Khan asked for arrest warrants.'],
    ['en', 'Tom Fletcher', 'Tom Fletcher, the UN relief chief, said Gaza needed food.'],
    ['en', 'Dalai Lama', 'The Dalai Lama said his successor would not be chosen by China.'],
    ['en', 'Reza Shah', 'In Iran, Reza Shah abdicated in 1941.'],
    ['en', 'Gaddafi', 'Libya has been divided since Gaddafi was toppled in 2011.'],
    ['de', 'Gerhard Schröder', 'Altkanzler Gerhard Schröder reiste nach Moskau.'],
    ['de', 'Alexej Nawalny', 'Alexej Nawalny starb im Straflager in Russland.'],
    ['de', 'Michail Gorbatschow', 'Michail Gorbatschow regierte die Sowjetunion.'],
    ['de', 'Jassir Arafat', 'Israel verhandelte mit Jassir Arafat.'],
    ['fr', 'Mouammar Kadhafi', 'Mouammar Kadhafi a dirigé la Libye.'],
    ['fr', 'Boris Eltsine', 'Boris Eltsine a nommé Poutine en Russie.'],
    ['fr', 'Christine Lagarde', 'Christine Lagarde, présidente de la BCE, a parlé de l’inflation.'],
    ['es', 'Sadam Husein', 'Sadam Husein invadió Kuwait desde Irak.'],
    ['es', 'Hugo Chávez', 'Hugo Chávez gobernó Venezuela desde 1999.'],
    ['es', 'Juan Pablo II', 'El papa Juan Pablo II visitó México.'],
    ['es', 'Augusto Pinochet', 'Augusto Pinochet gobernó Chile tras el golpe.'],
    ['es', 'Francisco Franco', 'Francisco Franco murió en España en 1975.'],
    ['ar', 'ياسر عرفات', 'وقع ياسر عرفات اتفاق أوسلو مع إسرائيل.'],
    ['ar', 'حسني مبارك', 'تنحى حسني مبارك عن رئاسة مصر في عام 2011.'],
    ['ar', 'إسماعيل هنية', 'اغتيل إسماعيل هنية في طهران واتهمت حماس إسرائيل.'],
    ['ar', 'هيلاري كلينتون', 'قالت هيلاري كلينتون إن ترامب كذب.'],
    ['fa', 'گروسی', 'گروسی درباره برنامه هسته‌ای ایران گزارش داد.'],
    ['fa', 'صدام حفتر', 'صدام حفتر گفت رژیم قذافی در جنگ لیبی سقوط کرد.'],
    ['en', 'Haftar', 'Haftar’s forces moved south from Benghazi as Libya’s rivals traded accusations.'],
    ['de', 'Andrij Jermak', 'Der ukrainische Präsident entließ Andrij Jermak.'],
    ['fr', 'Evgueni Prigojine', 'Le chef de Wagner, Evgueni Prigojine, est mort en Russie.'],
    ['es', 'Jalifa Haftar', 'El mariscal Jalifa Haftar controla el este de Libia.'],
    ['ar', 'توم باراك', 'زار المبعوث توم باراك دمشق في سوريا.'],
    ['fa', 'کاش پاتل', 'کاش پاتل در آمریکا از ترامپ دفاع کرد.'],
    ['fa', 'محمد مصدق', 'محمد مصدق در کودتای ۲۸ مرداد سرنگون شد.'],
    ['fa', 'صدام حسین', 'صدام حسین به کویت حمله کرد.'],
    ['fa', 'اسماعیل بقایی', 'اسماعیل بقایی سخنگوی وزارت امور خارجه ایران گفت.'],
    ['en', 'Mahmoud Abbas', 'Mahmoud Abbas met the king of Jordan to talk about the Palestinian Authority.'],
    ['en', 'President Abbas', 'President Abbas said the Palestinians would hold elections.'],
    ['de', 'Mahmud Abbas', 'Palästinenserpräsident Mahmud Abbas reiste nach Berlin.'],
    ['es', 'Mahmud Abás', 'Mahmud Abás recibió al enviado en Ramala.'],
    ['ar', 'أبو مازن', 'التقى أبو مازن الوفد المصري في رام الله.'],
    ['fa', 'محمود عباس', 'محمود عباس رئیس تشکیلات خودگردان گفت.'],
    ['en', 'Karim Khan', 'Karim Khan, the prosecutor at The Hague, took leave.'],
    ['en', 'King Hussein of Jordan', 'King Hussein of Jordan died in Amman.'],
    ['de', 'Reza Schah', 'Reza Schah dankte 1941 im Iran ab.'],
    ['ar', 'فرانشيسكا ألبانيز', 'قالت المقررة فرانشيسكا ألبانيز إن غزة جائعة.'],
    ['ar', 'نظام صدام', 'سقط نظام صدام في العراق عام 2003.'],
    ['fa', 'رژیم صدام', 'رژیم صدام حلبچه را بمباران شیمیایی کرد.'],
    ['fa', 'صدام', 'صدام در جنگ تحمیلی به خرمشهر رسید.'],
    ['fa', 'صدام', 'صدام پس از حمله به کویت، از ارتش عراق خواست عقب بنشیند.'],
  ])('%s: %s', (lang, name, text) => {
    expect(marked(lang, text)).toEqual([name]);
  });
});

describe('who is not', () => {
  test.each([
    ['en', 'Bill Gates & Sons Fencing won the contract in Dorset.'],
    ['en', 'Robert Gates, a carpenter, repaired the fence in Leeds.'],
    ['en', 'Karim Khan opened the batting for Leicestershire and scored 40.'],
    ['en', 'Tom Fletcher teaches geography at a school in Devon.'],
    ['en', 'The Benedict XVI Arms in Wigan has closed.'],
    ['en', 'Mueller scored twice for the home side.'],
    ['en', 'Grossi opened a bakery in Bologna.'],
    ['en', 'Daniel Günther scored twice as the club won the handball cup.'],
    ['de', 'Der Schreiner Stephan Weil aus Bozen baut Möbel.'],
    ['es', 'El portero Carlos Mazón firmó por tres años.'],
    ['ar', 'سجل اللاعب محمد الضيف هدفين في مباراة الدوري.'],
    ['fa', 'احمد مسعود، کارگردان سینما، فیلم تازه‌اش را می‌سازد.'],
    ['en', 'Saddam Street was renamed last year.'],
    ['en', 'The musk ox grazed near the gates.'],
    ['en', 'Mandela Primary School won the cup.'],
    ['de', 'Gerhard Schröder aus Bielefeld gewann das Kegelturnier.'],
    ['de', 'Helmut Kohl backt Brötchen in Worms.'],
    ['fr', 'La rue François Mitterrand est fermée à Limoges.'],
    ['fr', 'Le lycée Nelson Mandela rouvre lundi.'],
    ['es', 'La calle Juan Pablo II está cerrada por obras.'],
    ['es', 'Francisco Franco, fontanero de Lugo, abre los domingos.'],
    ['es', 'Hugo Chávez, panadero de Murcia, ganó el concurso.'],
    ['ar', 'يدرس خالد مشعل الكيمياء في مدرسته.'],
    ['ar', 'عرفات جبل قرب مكة.'],
    ['fa', 'دو خودرو در جاده صدام کردند.'],
    ['ar', 'رمضان مبارك لكل المصريين في مصر.'],
    ['ar', 'عيد مبارك يا مصر.'],
    ['ar', 'ظهر جمال مبارك في جنازة في القاهرة بمصر.'],
    ['ar', 'كتب زكي مبارك عن الأدب في مصر.'],
    ['ar', 'حذر محللون من صدام بين الفصائل في العراق وإيران.'],
    ['ar', 'وصل صدام حفتر إلى بغداد في العراق.'],
    ['ar', 'أدى صدام بين حزب البعث والجيش في العراق إلى حرب مع الكويت.'],
    ['ar', 'صعد الحجاج إلى عرفات ومنهم من فلسطين.'],
    ['ar', 'وقف الفلسطينيون من فلسطين على جبل عرفات.'],
    ['fa', 'زائران فلسطین در صحرای عرفات ماندند.'],
    ['fa', 'حمید بقایی معاون احمدی‌نژاد در ایران بازداشت شد.'],
    ['en', 'Adnan Khashoggi, the Saudi arms dealer, owned a yacht. Khashoggi died in 2017.'],
    ['ar', 'حكم محمد رضا شاه بهلوي إيران حتى 1979.'],
    ['fa', 'محمد رضا شاه پهلوی در سال ۱۳۵۷ ایران را ترک کرد.'],
    ['ar', 'حكم كريم خان الزند إيران وعقد اتفاقا مع بريطانيا.'],
    ['en', 'Karim Khan Zand gave Britain a trading post in Bushehr.'],
    ['en', 'Crown Prince Hussein of Jordan visited Japan.'],
    ['en', 'Mahmoud Abbas, a dentist in Cairo, moved to Egypt’s coast.'],
    ['ar', 'يعمل محمود عباس طبيبا في مصر.'],
    ['en', 'Mansour Abbas spoke for the Palestinian citizens of Israel. Abbas leads the Raam party.'],
  ])('%s: %s', (lang, text) => {
    expect(marked(lang, text)).toEqual([]);
  });
});

test.each([
  ['ar', 'قتل سيف الإسلام القذافي في ليبيا.'],
  ['en', 'Saif al-Islam Gaddafi was shot dead in Zintan, Libya.'],
])('a son whose name holds that of his father is himself: %s', (lang, text) => {
  const named = annotate(index, { blocks: [text], lang }).map(({ entity }) => entity);
  expect(named.filter((entity) => ids.has(entity))).toEqual(['figure-saif-al-islam-gaddafi']);
});

test('nobody of them is a second record of somebody whom the packs know', () => {
  const packs = ['world', 'world-sharealike'].flatMap((pack) =>
    readdirSync(new URL(`../${pack}/`, dir))
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) => read(`../${pack}/${file}`)),
  );
  const keysOf = ({ name, wikidata, related = [] }: Entity) => [
    ...(wikidata ? [wikidata] : []),
    ...related.filter(({ kind }) => kind === 'country').map(({ id }) => `${plainForm(name)} ${id}`),
  ];
  const mine = new Map(people.flatMap((person) => keysOf(person).map((key) => [key, person.id] as const)));
  const twice = packs
    .filter(({ kind }) => kind === 'person')
    .flatMap((person) => keysOf(person).map((key) => [key, person.id, mine.get(key)] as const))
    .filter(([, id, other]) => other !== undefined && other !== id);
  expect(twice).toEqual([]);
});

test('every office of the table was held on its day, or has an end', () => {
  const offices = read('public-figures.jsonl').flatMap(({ facts = [] }) => facts);
  expect(offices.filter(({ from, to, asOf }) => to === undefined && from !== undefined && from > `${asOf}-99`)).toEqual(
    [],
  );
  expect(offices.filter(({ locator }) => !locator?.startsWith('http'))).toEqual([]);
});
