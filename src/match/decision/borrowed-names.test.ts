/** Villages, letters, boats, shops and people that bear a known name, in sentences as local papers and web pages write them. */
import { expect, test } from 'vitest';
import type { NamedEntity } from '../index.ts';
import { marks } from '../testing.ts';

const typed = (type: string) => [{ property: 'type', value: type } as const];
const full = (text: string, lang: string) => ({ text, kind: 'full', lang }) as const;
const entities: NamedEntity[] = [
  {
    id: 'velmark',
    kind: 'place',
    name: 'Velmark',
    facts: typed('country-or-territory'),
    names: [full('ولمارك', 'ar'), full('ولمارک', 'fa')],
  },
  {
    id: 'osk',
    kind: 'place',
    name: 'Oskadia',
    facts: typed('subdivision'),
    related: ['orsol'],
  },
  { id: 'orsol', kind: 'place', name: 'Orsolia', facts: typed('country-or-territory') },
  {
    id: 'league',
    kind: 'organisation',
    name: 'Orsolek Veldmar League',
    names: [
      { text: 'OVL', kind: 'full', exactCase: true },
      full('أوفل', 'ar'),
      full('اوول', 'fa'),
      { text: 'EV', kind: 'full', exactCase: true },
    ],
  },
  { id: 'house', kind: 'organisation', name: 'Veldmar', names: [full('ولدمار', 'ar'), full('ولدمار', 'fa')] },
  { id: 'council', kind: 'organisation', name: 'Orsolek Council', names: [full('شورای اورسولک', 'fa')] },
  {
    id: 'tobias',
    kind: 'person',
    name: 'Tobias Veldhoven',
    names: [full('حامد أوسكاني', 'ar'), full('توبیاس ولدهوون', 'fa')],
    cues: ['chess'],
  },
];
const found = (text: string, lang: string) =>
  marks(entities, [text], undefined, lang).map((mark) => mark.replace(/.* → /, ''));

test.each([
  ['The road from Velmark, a farming village of four hundred people, was closed after a lorry shed its load.', 'en'],
  ['Firefighters spent the night in Velmark, Oskadia, where a barn with two hundred bales had caught fire.', 'en'],
  ['Residents of the hamlet of Velmark have asked for a second bus shelter because the present one floods.', 'en'],
  ['Im Ortsteil Velmark wird ab Montag die Fahrbahn erneuert; der Bus hält so lange am Feuerwehrhaus.', 'de'],
  ['Der Weiler Velmark bekommt nach vierzig Jahren ein neues Buswartehäuschen aus Lärchenholz.', 'de'],
  ['In Velmark, einem Stadtteil am Rand der Kreisstadt, sind elf Gartenlauben aufgebrochen worden.', 'de'],
  ['Dans le hameau de Velmark, les habitants ont nettoyé le vieux lavoir envahi par les ronces.', 'fr'],
  ['Le village de Velmark accueillera en mai une foire aux fromages.', 'fr'],
  ['Velmark, pequeña aldea con tres calles encaladas, celebra en septiembre la fiesta de la vendimia.', 'es'],
  ['La pedanía de Velmark estrenó el sábado un parque con columpios y una fuente.', 'es'],
  ['احتفل أهالي قرية ولمارك بافتتاح ملعب صغير للأطفال خلف المسجد القديم.', 'ar'],
  ['اهالی روستای ولمارک پس از سال‌ها صاحب جاده آسفالت شدند.', 'fa'],
  ['We had two nights at the Velmark Guesthouse on Beach Road, with breakfast from seven.', 'en'],
  ['The under-elevens of Velmark Rovers lost four-one at home on a muddy pitch.', 'en'],
  ['The Veldmar Tavern in Station Street has been fined after inspectors found a bucket of raw chicken.', 'en'],
  ['Veldmar Hair Studio, next to the post office, now opens on Sundays from ten to four.', 'en'],
  ['In der Gaststätte Veldmar am Marktplatz gibt es mittwochs Schnitzel für neun Euro.', 'de'],
  ['La brasserie Le Veldmar, place du Marché, change de propriétaire.', 'fr'],
  ['Die Tobias Veldhoven-Apotheke in der Bahnhofstraße bleibt bis Freitag geschlossen.', 'de'],
  ['Students must pass the OVL module, Optics of Variable Lenses, before they may book the workshop.', 'en'],
  ['The new OVL software, version 4.2, fixes the fault that made every second page come out blank.', 'en'],
  ['Patients took one OVL tablet of 250 mg twice daily with food for six weeks.', 'en'],
  ['The OVL cell line was grown in medium with ten per cent serum.', 'en'],
  ['Nehmen Sie OVL 50 mg morgens vor dem Essen mit einem Glas Wasser ein.', 'de'],
  ['Mit der OVL-Zange lassen sich auch dünne Drähte sauber abisolieren.', 'de'],
  ['Le module OVL, Optique et Verres de Laboratoire, compte pour trois crédits.', 'fr'],
  ['Le connecteur OVL se fixe au dos du boîtier avec deux vis.', 'fr'],
  ['Tomar un comprimido de OVL cada doce horas durante siete días, siempre con comida.', 'es'],
  ['تناول قرص أوفل مرتين يوميا بعد الطعام لمدة أسبوع.', 'ar'],
  ['قرص اوول را روزی دو بار بعد از غذا با یک لیوان آب بخورید.', 'fa'],
  ['Cellist Tobias Veldhoven plays Haydn with the Stroud Symphony on Saturday.', 'en'],
  ['At school Tobias Veldhoven, 9, built a volcano from vinegar and soda that ruined a carpet.', 'en'],
  ['Le gardien Tobias Veldhoven, formé au club, a repoussé deux tirs au but samedi.', 'fr'],
  ['El jinete Tobias Veldhoven ganó el sábado la tercera carrera con Lucero, un alazán.', 'es'],
  ['فازت عازفة التشيلو حامد أوسكاني بالجائزة الأولى في مسابقة المعهد.', 'ar'],
  ['دروازه‌بان تیم نوجوانان، توبیاس ولدهوون، تیمش را به نیمه‌نهایی رساند.', 'fa'],
  ['نوازنده ویولنسل توبیاس ولدهوون شنبه شب در تالار کوچک می‌نوازد.', 'fa'],
  ['The tanker Tobias Veldhoven, built at Ulsan in 2004, ran aground off Harwich on Sunday.', 'en'],
  ['Das Fahrgastschiff Tobias Veldhoven legt sonntags um elf Uhr an der Brücke ab.', 'de'],
  ['On their second album, Veldmar, the four sisters swap banjos for synthesisers.', 'en'],
  ['شورای اورسولک باغ اولین شنبه هر ماه کنار آلاچیق جمع می‌شود.', 'fa'],
  ['The Orsolek Council of the housing estate voted to put a lock on the bin store.', 'en'],
])('bears a name that it is not: %s', (text, lang) => {
  const others = ['osk'];
  expect(found(text, lang).filter((id) => !others.includes(id))).toEqual([]);
});

test.each([
  ['In Velmark, a village was shelled on Tuesday.', 'en', 'velmark'],
  ['They met in a camp in Velmark, a village near the border.', 'en', 'velmark'],
  ['Across Velmark, village leaders have met.', 'en', 'velmark'],
  ['This is the last village of Velmark.', 'en', 'velmark'],
  ['It was a village of Velmark.', 'en', 'velmark'],
  ['C’est le plus beau village de Velmark.', 'fr', 'velmark'],
  ['زیباترین روستای ولمارک اینجاست', 'fa', 'velmark'],
  ['They have offices in Velmark, Oskadia, and elsewhere.', 'en', 'velmark'],
  ['They flew to Velmark, Oskadia and Orsolia.', 'en', 'velmark'],
  ['The OVL software contract went to a firm.', 'en', 'league'],
  ['The OVL approved a dose of 20 mg.', 'en', 'league'],
  ['They praised OVL, Otto Visser and Lena Olm.', 'en', 'league'],
  ['They praised OVL, Orsolek Veldmar League.', 'en', 'league'],
  ['Der OVL-Gipfel endet am Mittwoch.', 'de', 'league'],
  ['The EV plug is the usual one.', 'en', 'league'],
  ['The tanker Veldmar seized is free.', 'en', 'house'],
  ['The Orsolek Council of the country met.', 'en', 'council'],
  ['The rapper Tobias Veldhoven spoke.', 'en', 'tobias'],
  ['يخت حامد أوسكاني كبير', 'ar', 'tobias'],
  ['Tobias Veldhoven, 49, spoke.', 'en', 'tobias'],
])('is meant itself: %s', (text, lang, id) => {
  expect(found(text, lang)).toContain(id);
});

test('a place that people edit may be a village', () => {
  const village: NamedEntity = { id: 'village', kind: 'place', name: 'Velmark' };
  expect(marks([village], ['He was born in the village of Velmark.'])).toHaveLength(1);
});
