/** What is a piece of another name is not marked. */
import { expect, test } from 'vitest';
import type { NamedEntity } from '../index.ts';
import { marks } from '../testing.ts';

const typed = (type: string) => [{ property: 'type', value: type } as const];
const entities: NamedEntity[] = [
  {
    id: 'velmark',
    kind: 'place',
    name: 'Velmark',
    facts: typed('country-or-territory'),
    names: [
      { text: 'ولمارک', kind: 'full' },
      { text: 'ولماركة', kind: 'full', lang: 'ar' },
      { text: 'VM', kind: 'full', exactCase: true },
    ],
  },
  { id: 'city', kind: 'place', name: 'Oskar', facts: typed('capital'), related: ['velmark'] },
  { id: 'maker', kind: 'organisation', name: 'Aerovel', facts: typed('company') },
  { id: 'government', kind: 'organisation', name: 'Velmarkian government' },
  { id: 'party', kind: 'organisation', name: 'VSP', facts: typed('political-party') },
  { id: 'orsolics', kind: 'organisation', name: 'Partido Orsolico', facts: typed('political-party') },
  { id: 'autumn', kind: 'event', name: 'خزان اورسولی' },
  { id: 'radio', kind: 'organisation', name: 'اورسولیک' },
  { id: 'agency', kind: 'organisation', name: 'هالگیت', names: [{ text: 'خبرگزاری هالگیت', kind: 'full' }] },
  { id: 'union', kind: 'organisation', name: 'the Orsolic Union', facts: typed('international-body') },
  {
    id: 'ruler',
    kind: 'person',
    name: 'Tobias Veldhoven',
    names: [{ text: 'حامد أوسكاني', kind: 'full', lang: 'ar' }],
  },
];

test.each([
  ['The Velmark Point News wrote so.', 'en'],
  ['He said so on Velmark Televisions.', 'en'],
  ['Yesterday the Velmark National Commission on fishing met with all of them again.', 'en'],
  ['Elle l’a dit sur Velmark Télévision.', 'fr'],
  ['Ils vont en Haute-Velmark.', 'fr'],
  ['They live in Northern Velmark.', 'en'],
  ['Ils vivent en Velmark du Nord.', 'fr'],
  ['Ils vivent en Velmark latine.', 'fr'],
  ['دول ولمارک اللاتينية', 'ar'],
  ['They live in Latin Velmark.', 'en'],
  ['از خیابان ولمارک گذشت', 'fa'],
  ['استان ولمارک شرقی', 'fa'],
  ['اهالی ولمارک شرقی', 'fa'],
  ['They flew with Air Velmark.', 'en'],
  ["Le Boeing d'Air Velmark atterrit.", 'fr'],
  ['Then Elections Velmark counts again.', 'en'],
  ['La Banque de Velmark a fermé.', 'fr'],
  ['روزنامه ولمارک نوشت', 'fa'],
  ['نقلت صحيفة ولمارک الخبر', 'ar'],
  ['حضر الأمير ولمارک الفيصل', 'ar'],
  ['The Velmark dollar fell.', 'en'],
  ['El peso subió, el Velmark peso no.', 'es'],
  ['The VM Court of Appeals met.', 'en'],
  ['Yesterday the V.M. Geological Survey said that there would be no eruption.', 'en'],
  ['The Velmark Premier League began again on Saturday after a long break.', 'en'],
  ['They live in West Velmark.', 'en'],
  ['Die Region Ost-Velmark ist groß.', 'de'],
  ['The Oskar climate agreement holds.', 'en'],
  ['The Oskar accords hold.', 'en'],
  ['They signed the Oskar pact.', 'en'],
  ['Das Oskar-Abkommen hält.', 'de'],
  ['Das Abkommen von Oskar hält.', 'de'],
  ['L’accord d’Oskar tient.', 'fr'],
  ['L’accord de paix d’Oskar tient.', 'fr'],
  ['El acuerdo de Oskar sigue.', 'es'],
  ['Le prix Nobel de Oskar va à Lund.', 'fr'],
  ['القوات الولماركة هنا', 'ar'],
  ['قوات ولماركة الديمقراطية', 'ar'],
  ['They met at the embassy of Velmark in Oskar.', 'en'],
  ['They met at the French embassy in Oskar.', 'en'],
  ['La Bourse d’Oskar refuse.', 'fr'],
  ['Le tribunal révolutionnaire d’Oskar refuse.', 'fr'],
  ['Les gens de l’ambassade française à Oskar partent.', 'fr'],
  ['Sie trafen sich in der deutschen Botschaft in Oskar.', 'de'],
  ['أغلقت جامعة ولماركة أبوابها', 'ar'],
  ['L’ambassade de Velmark à Oskar a fermé.', 'fr'],
  ['Die Botschaft von Velmark in Oskar schloss.', 'de'],
  ['Ils vont à l’ambassade de Velmark.', 'fr'],
  ['La embajada de Velmark en Oskar cerró.', 'es'],
  ['أغلقت سفارة ولماركة في المدينة', 'ar'],
  ['سفارت ولمارک بسته شد', 'fa'],
  ['The Military Court of Oskar sentenced him.', 'en'],
  ['La Haute Cour militaire de Oskar l’a condamné.', 'fr'],
  ['El Tribunal del Distrito Central de Velmark lo condenó.', 'es'],
  ['La Administración de Información Energética de Velmark publicó los datos.', 'es'],
  ['La cour d’appel de Velmark a tranché.', 'fr'],
  ['Der Flughafen Oskar wurde geschlossen.', 'de'],
  ['Sie trafen sich in der Islamischen Akademie Velmark.', 'de'],
  ['Ayer la Conferencia Episcopal Velmark se reunió.', 'es'],
  ['Le groupe Rotsild Velmark est à vendre.', 'fr'],
  ['شرکت ملی نفت ولمارک', 'fa'],
  ['Die Botschaft Velmarks wurde geschlossen.', 'de'],
  ['کمیسیون انتخابات ولمارک', 'fa'],
  ['تیم ملی ولمارک', 'fa'],
  ['Le golfe de Velmark est calme.', 'fr'],
  ['The Gulf of Velmark is calm.', 'en'],
  ['The Velmark Observer wrote so.', 'en'],
  ['The VM Fishing Department met.', 'en'],
  ['The newspaper Velmark wrote so.', 'en'],
  ['Le quotidien Velmark l’a écrit.', 'fr'],
  ['Die Zeitung Velmark schrieb das.', 'de'],
  ['The Times of Velmark wrote so.', 'en'],
  ['La conférence de Oskar a échoué.', 'fr'],
  ['Die VSP-Fraktion lehnt das ab.', 'de'],
  ['Leaders came to the Orsolic Union Heads of Government Meeting.', 'en'],
  ['They met at the Orsolic Union Parliamentary Assembly.', 'en'],
  ['El Partido Orsolico del Pueblo ganó.', 'es'],
  ['They sold their shares in Velmark Northwest Energy Ltd in the spring.', 'en'],
  ['بنیاد خزان اورسولی', 'fa'],
  ['El Partido Orsolico de los Trabajadores ganó.', 'es'],
  ['به گزارش خبرگزاری اورسولیک، او آمد.', 'fa'],
  ['An Aerovel 707 landed.', 'en'],
  ['Un Aerovel A320 a atterri.', 'fr'],
  ['A pro-Velmarkian government took over.', 'en'],
  ['أعلن اورسولیک لكرة القدم العقوبة', 'ar'],
  ['Un Aerovel 707 bleu a atterri.', 'fr'],
  ['حضر حامد أوسكاني الربيعي', 'ar'],
  ['حضر حامد أوسكاني الدين', 'ar'],
])('a piece of another name is none: %s', (text, lang) => {
  expect(marks(entities, [text], undefined, lang)).toEqual([]);
});

test.each([
  ['Velmark has newspapers.', 'velmark'],
  ['They live in northern Velmark.', 'velmark'],
  ['They live in western Velmark.', 'velmark'],
  ['The VM court met.', 'velmark'],
  ['An agreement with Velmark was made.', 'velmark'],
  ['In an agreement they asked people in Oskar.', 'city'],
  ['كانت ولماركة هنا', 'velmark'],
  ['كانت ولماركة الجديدة هنا', 'velmark'],
  ['The Velmark President came.', 'velmark'],
  ['Velmark’s Press Council met.', 'velmark'],
  ['They asked the bank of Velmark.', 'velmark'],
  ['They met at a court of Velmark.', 'velmark'],
  ['They met at the border of Velmark.', 'velmark'],
  ['The people of Velmark want peace.', 'velmark'],
  ['They asked the committee of Velmark.', 'velmark'],
  ['The Minister of Health of Velmark came.', 'velmark'],
  ['The Council met the people of Velmark.', 'velmark'],
  ['Velmark’s embassy closed.', 'velmark'],
  ['They closed the embassy and went to see people in Oskar.', 'city'],
  ['The committee met in Oskar.', 'city'],
  ['They met at an embassy in Oskar.', 'city'],
  ['They met at France’s embassy in Oskar.', 'city'],
  ['این جامعه ولمارک است', 'velmark'],
  ['تیم ولمارک', 'velmark'],
  ['مردم ولمارک', 'velmark'],
  ['Sie sagten, dass die Akademie Velmark verließ.', 'velmark'],
  ['The farmers met people of Velmark at the conference.', 'velmark'],
  ['They met people from Oskar who wanted an agreement.', 'city'],
  ['They met the Orsolic Union President.', 'union'],
  ['El Partido Orsolico del pueblo ganó.', 'orsolics'],
  ['El Partido Orsolico de Lund ganó.', 'orsolics'],
  ['به گزارش اورسولیک، او آمد.', 'radio'],
  ['پس از خزان اورسولی', 'autumn'],
  ['به گزارش خبرگزاری هالگیت، او آمد.', 'agency'],
  ['Aerovel sold 707 of them.', 'maker'],
  ['Aerovel 300 million dollars richer.', 'maker'],
  ['The Velmarkian government took over.', 'government'],
  ['حضر حامد أوسكاني الإيراني', 'ruler'],
  ['حضر حامد أوسكاني الذي', 'ruler'],
])('what only stands beside a word like that is: %s', (text, id) => {
  expect(marks(entities, [text]).map((mark) => mark.replace(/.* → /, ''))).toEqual([id]);
});

test.each([
  ['The Veldhoven family left.', 'en'],
  ['The Veldhoven dynasty ended.', 'en'],
  ['La famille Veldhoven est partie.', 'fr'],
  ['La dynastie des Veldhoven prit fin.', 'fr'],
  ['Los Veldhoven se fueron.', 'es'],
  ['Die Veldhovens gingen.', 'de'],
  ['Die Familie Veldhoven ging.', 'de'],
])('a family is nobody of it: %s', (text, lang) => {
  const name = ['Tobias Veldhoven → ruler'];
  expect(marks(entities, ['Tobias Veldhoven', text], undefined, lang)).toEqual(name);
});

test.each([
  ['Veldhoven’s family left.', 'en'],
  ['The Veldhoven-era tariffs stayed.', 'en'],
  ['La famille de Veldhoven est partie.', 'fr'],
  ['Der Sturz Veldhovens kam.', 'de'],
])('whose family it is, is somebody: %s', (text, lang) => {
  expect(marks(entities, ['Tobias Veldhoven', text], undefined, lang)).toHaveLength(2);
});

test.each([
  ['Der VSP-Chef lehnt das ab.', 'VSP → party'],
  ['Er sagt, dass das Gericht Velmark verurteilt habe.', 'Velmark → velmark'],
  ['Er sagt, dass der Gerichtshof die Velmark verurteilt habe.', 'Velmark → velmark'],
  ['Das ist eine Botschaft für Velmark.', 'Velmark → velmark'],
])('in German a body may stand directly before its object: %s', (text, mark) => {
  expect(marks(entities, [text], undefined, 'de')).toEqual([mark]);
});

test('a given name is not cut after its first letter, which Arabic may write on to another', () => {
  const laos: NamedEntity = { ...entities[0]!, id: 'laos', names: [{ text: 'لاوس', kind: 'full', lang: 'ar' }] };
  expect(marks([laos], ['زار الوفد لاوس أمس'], undefined, 'ar')).toEqual(['لاوس → laos']);
  expect(marks([laos], ['استقبل الوفد ولاوس أمس'], undefined, 'ar')).toEqual(['لاوس → laos']);
  expect(marks([laos], ['استقبل السفير كلاوس أمس'], undefined, 'ar')).toEqual([]);
});
