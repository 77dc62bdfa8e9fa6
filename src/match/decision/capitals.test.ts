/** A capital, or the government that sits there: the words beside it tell. */
import { expect, test } from 'vitest';
import words from '../../../data/words-beside-names.json' with { type: 'json' };
import { annotate, compileIndex, type NamedEntity, openIndex } from '../index.ts';

const open = (entities: NamedEntity[]) => openIndex(compileIndex(entities, words));
const typed = (type: string) => [
  { property: 'type', value: type } as const,
  { property: 'country', value: 'VM' } as const,
];
const country: NamedEntity = { id: 'velmark', kind: 'place', name: 'Velmark', facts: typed('country-or-territory') };
const city: NamedEntity = { id: 'city', kind: 'place', name: 'Oskar', facts: typed('capital'), related: ['velmark'] };
const government: NamedEntity = {
  id: 'government',
  kind: 'organisation',
  name: 'Government of Velmark',
  facts: typed('government'),
  related: ['velmark'],
};
const world = open([country, city, government]);
const lone = open([country, city]);
const found = (text: string, lang: string, index = world) =>
  annotate(index, { blocks: [text], lang }).map(({ entity }) => entity);

const spoken: [string, string][] = [
  ['They asked supporters of Oskar to come.', 'en'],
  ['At the request of Oskar the fleet came.', 'en'],
  ['La flotte est venue à la demande de Oskar.', 'fr'],
  ['La position mesurée de Oskar étonne.', 'fr'],
  ['Neue Kritik aus Oskar folgte.', 'de'],
  ['Neue Kritik kam am Montag aus Oskar.', 'de'],
  ['El apoyo de Oskar es firme.', 'es'],
  ['وصل رد من Oskar', 'ar'],
  ['Ils sont complaisants envers Oskar.', 'fr'],
  ['Il faut être ferme face à Oskar.', 'fr'],
  ['Die Haltung gegenüber Oskar bleibt hart.', 'de'],
  ['The powers want Oskar to resume the inspections.', 'en'],
  ['An agreement was reached on Monday with Oskar.', 'en'],
  ['Ils pressent Oskar de choisir son camp.', 'fr'],
  ['Die Maßnahmen treffen Oskar hart.', 'de'],
  ['Nach Angaben Oskars starben zwanzig Soldaten.', 'de'],
  ['Oskars Führung schweigt.', 'de'],
  ['Man werde antworten, wie aus Oskar verlautete.', 'de'],
  ['فرض عقوبات جديدة على Oskar', 'ar'],
  ['به درخواست Oskar پاسخ دادند', 'fa'],
  ['Oskar said on Friday that it would answer.', 'en'],
  ['On Wednesday Oskar has repeatedly rejected the charge.', 'en'],
  ['Envoys fear that ties with Oskar will suffer.', 'en'],
  ['They called for new sanctions against Oskar.', 'en'],
  ['Talks between Lund and Oskar broke off.', 'en'],
  ['Farmers resent Oskar’s trade policy.', 'en'],
  ['The militia is backed by Oskar.', 'en'],
  ['Selon elle, Oskar accuse ses voisins.', 'fr'],
  ['Les négociations avec Oskar reprennent.', 'fr'],
  ['Ayer Oskar rechazó la oferta.', 'es'],
  ['Las sanciones contra Oskar siguen.', 'es'],
  ['Oskar estime que non.', 'fr'],
  ['Selon Oskar, des soldats sont présents.', 'fr'],
  ['Le pas que réclamait Oskar est franchi.', 'fr'],
  ['Ayer Oskar contestaba así.', 'es'],
  ['Respondía a lo que Oskar había hecho.', 'es'],
  ['الجماعة التي لا تسميها Oskar باسمها', 'ar'],
  ['Oskar a rappelé son ambassadrice.', 'fr'],

  ['Die Gespräche mit Oskar dauern an.', 'de'],
  ['Es sospechoso de colaborar con Oskar.', 'es'],
  ['They are accused of cooperating with Oskar.', 'en'],
  ['She was jailed for spying for Oskar.', 'en'],
  ['Elle refuse de coopérer avec Oskar.', 'fr'],
  ['Er arbeitete im Dienst von Oskar.', 'de'],
  ['Oskar considers the group dangerous.', 'en'],
  ['Oskar این اتهام را رد کرد', 'fa'],
  ['همکاری Oskar با همسایگان', 'fa'],
  ['روابط Oskar و لوند تیره شد', 'fa'],
  ['Oskar les tenait pour des otages.', 'fr'],
  ['Oskar busca un acuerdo.', 'es'],
  ['ترى الوزارة أن Oskar تنتهك الاتفاق', 'ar'],
  ['يعد ذلك في نظر Oskar مخالفة', 'ar'],
  ['انتقدت Oskar القرار', 'ar'],
  ['The agreement between Lund and Oskar holds.', 'en'],
  ['Les tensions entre Lund et Oskar durent.', 'fr'],
  ['El acuerdo entre Lund y Oskar sigue.', 'es'],
  ['Die Verhandlungen zwischen Lund und Oskar dauern an.', 'de'],
  ['They want to ask Oskar to pay.', 'en'],
  ['The court asked Oskar to answer.', 'en'],
  ['Der Rat forderte Oskar auf, zu zahlen.', 'de'],
  ['Elle demande à Oskar de répondre.', 'fr'],
  ['Ayer pidió a Oskar que responda.', 'es'],
  ['Oskar is weighing an answer.', 'en'],
  ['Hier Oskar a prévenu ses voisins.', 'fr'],
  ['Oskar envisage une riposte.', 'fr'],
  ['Oskar blamed its neighbours.', 'en'],
  ['Wer warf Oskar vor, zu schweigen?', 'de'],
  ['Nobody knows Oskar’s intentions.', 'en'],
  ['A truce between Lund and Oskar holds.', 'en'],
  ['L’accord de paix entre Oskar et Lund tient.', 'fr'],
  ['La tregua entre Lund y Oskar sigue.', 'es'],
  ['Die Waffenruhe zwischen Oskar und Lund hält.', 'de'],
  ['مذاکرات Oskar و لوند تمام شد', 'fa'],
];
test.each(spoken)('what says and decides is a government: %s', (text, lang) => {
  expect(found(text, lang)).toEqual(['government']);
  expect(found(text, lang, lone)).toEqual([]);
});

test.each([
  ['It rained all day in Oskar, said the mayor.', 'en'],
  ['The mayor of Oskar said no.', 'en'],
  ['Oskar’s old mayor said no.', 'en'],
  ['Oskar police said nobody was hurt.', 'en'],
  ['The Lords of Oskar said no.', 'en'],
  ['They marched through central Oskar.', 'en'],
  ['OSKAR (Reuters) — Farmers came.', 'en'],
  ['The Oskar-based group said no.', 'en'],
  ['Ils défilent dans les rues d’Oskar.', 'fr'],
  ['Elle vit à Oskar.', 'fr'],
  ['Vive en Oskar desde ayer.', 'es'],
  ['El ministro viajó ayer a Oskar.', 'es'],
  ['Die Stadt Oskar warnt davor.', 'de'],
  ['سفر به Oskar ممکن نشد', 'fa'],
  ['وفي Oskar أعلنت الوزارة ذلك', 'ar'],
  ['شهردار Oskar هشدار داد', 'fa'],
  ['Oskars neuer Bürgermeister warnte davor.', 'de'],
  ['Flights between Lund and Oskar were cancelled.', 'en'],
  ['Les vols entre Oskar et Lund reprennent.', 'fr'],
  ['Die Züge zwischen Lund und Oskar fallen aus.', 'de'],
  ['In response to Oskar-based rumours he spoke.', 'en'],
])('a place is a city: %s', (text, lang) => {
  expect(found(text, lang)).toEqual(['city']);
});

test.each([
  ['Oskar is grey.', 'en'],
  ['Oskar will host the games.', 'en'],
  ['Oskar demand was weak.', 'en'],
  ['Nobody knew of Oskar’s old plan.', 'en'],
  ['The lake disputed between Lund and Oskar is deep.', 'en'],
  ['Oskar est grise.', 'fr'],
  ['Oskar war grau.', 'de'],
  ['Lund, Oskar et Velby envisagent un traité.', 'fr'],
  ['Jack Oskar came. Anna and Oskar are well.', 'en'],
  ['مذاکرات Oskar تمام شد', 'fa'],
  ['For Oskar, the price is high.', 'en'],
])('where either may be meant none is marked: %s', (text, lang) => {
  expect(found(text, lang)).toEqual([]);
});

test.each([
  ['العلاقات مع أوسكان متوترة', ['state']],
  ['هددت أوسكان بالرد', ['state']],
  ['أوسكان ترفض العرض', ['state']],
  ['شوارع أوسكان هادئة', []],
  ['المفاوضات مع أوسكان مستمرة', ['state']],
])(
  'a state that people describe goes by its capital without further words, where open data knows it: %s',
  (text, ids) => {
    const state: NamedEntity = {
      id: 'velmark',
      kind: 'organisation',
      name: 'Republic of Velmark',
      names: [{ text: 'أوسكان', kind: 'short', needs: ['نووي'], exactCase: true }],
    };
    const marked = (indexes: ReturnType<typeof open>[]) =>
      annotate(indexes, { blocks: [text], lang: 'ar' }).map(({ entity }) => (entity === 'velmark' ? 'state' : entity));
    expect(marked([open([state]), world])).toEqual(ids);
    expect(marked([open([state])])).toEqual([]);
  },
);

test('a capital that is a part of its country as well is the city, and speaks for its government', () => {
  const both: NamedEntity = { ...city, facts: [{ property: 'type', value: 'subdivision' }, ...city.facts!] };
  const index = open([country, both, government]);
  expect(found('It rained all day in Oskar.', 'en', index)).toEqual(['city']);
  expect(found('Oskar said on Friday that it would answer.', 'en', index)).toEqual(['government']);
});

test('a government may be one of the public bodies of a registry', () => {
  const index = open([country, city, { ...government, facts: typed('public-body') }]);
  expect(found('Oskar said on Friday that it would answer.', 'en', index)).toEqual(['government']);
});

test('a state without a government in the packs is meant itself, where it has forces or a foreign ministry', () => {
  const forces = { ...government, name: 'Velmark Armed Forces', facts: typed('armed-forces') };
  const chamber = { ...government, name: 'Assembly of Velmark', facts: typed('parliament') };
  const said = 'Oskar said on Friday that it would answer.';
  expect(found(said, 'en', open([country, city, forces]))).toEqual(['velmark']);
  expect(found(said, 'en', open([country, city, chamber]))).toEqual([]);
  expect(found('The government of Velmark fell.', 'en', open([country, city, forces]))).toEqual(['velmark']);
});

test.each([
  ['For years, Lund and Oskar backed opposite sides.', 'en'],
  ['Lund y Oskar intercambian acusaciones.', 'es'],
  ['Oskar و Lund درباره مرز توافق کردند', 'fa'],
  ['مذاکرات Oskar و Lund در شهر', 'fa'],
])('two capitals as the subject of a verb are the governments: %s', (text, lang) => {
  const lund: NamedEntity = {
    id: 'lund',
    kind: 'place',
    name: 'Lund',
    facts: [{ property: 'type', value: 'capital' }],
  };
  expect(found(text, lang, open([country, city, government, lund]))).toContain('government');
});

test('a county or a state of the name is another place', () => {
  expect(found('They met in the streets of Oskar.', 'en')).toEqual(['city']);
  expect(found('They met in the county of Oskar.', 'en')).toEqual([]);
});

test('a capital begins with a capital: "la Paz" may be peace', () => {
  const index = open([country, { ...city, name: 'La Oskar' }, government]);
  expect(found('Vive en La Oskar.', 'es', index)).toEqual(['city']);
  expect(found('Vive en la Oskar.', 'es', index)).toEqual([]);
});

test.each([
  ['Over the strait, Oskar and Velby are still deadlocked.', 'en', ['government', 'other-government']],
  ['La enemistad de Oskar y Velby se hizo sentir.', 'es', ['government', 'other-government']],
  ['Velby und Oskar rücken zusammen.', 'de', ['other-government', 'government']],
  ['It rained in Oskar and Velby.', 'en', ['city', 'other-city']],
  ['They marched past Oskar and Velby.', 'en', []],
])('two capitals together are what they are together: %s', (text, lang, ids) => {
  const velby: NamedEntity = {
    id: 'other-city',
    kind: 'place',
    name: 'Velby',
    facts: [
      { property: 'type', value: 'capital' },
      { property: 'country', value: 'OT' },
    ],
    related: ['otherland'],
  };
  const other: NamedEntity = {
    id: 'other-government',
    kind: 'organisation',
    name: 'Government of Otherland',
    facts: [
      { property: 'type', value: 'government' },
      { property: 'country', value: 'OT' },
    ],
    related: ['otherland'],
  };
  expect(found(text, lang, open([country, city, government, velby, other]))).toEqual(ids);
});

const otherland: NamedEntity = {
  id: 'otherland',
  kind: 'place',
  name: 'Otherland',
  facts: [
    { property: 'type', value: 'country-or-territory' },
    { property: 'country', value: 'OT' },
  ],
};
const abroad = open([country, city, government, otherland]);

test.each([
  'Oskar reagierte kühl auf Otherland.',
  'Am Abend wies Otherland die Klage zurück, Oskar warnte die Nachbarn.',
  'Oskar wies die Vorwürfe Otherlands zurück.',
  'Oskar hofft auf ein Abkommen mit Otherland.',
])('in German a verb says it where the page names another country: %s', (text) => {
  expect(found(text, 'de', abroad)).toContain('government');
});

test.each(['Oskar setzt auf Fahrräder.', 'Oskar hofft auf Gäste.'])(
  'and without one it may be the city: %s',
  (text) => {
    expect(found(text, 'de', abroad)).toEqual([]);
  },
);

test.each(['Die Kammer Oskar warnt Otherland.', 'Der Stürmer von Austria Oskar warnt Otherland.'])(
  'a German noun directly before it makes it part of a name: %s',
  (text) => {
    const index = open([{ ...country, name: 'Austria' }, city, government, otherland]);
    expect(found(text, 'de', index)).not.toContain('government');
  },
);
