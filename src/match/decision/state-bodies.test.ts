import { expect, test } from 'vitest';
import states from '../../../data/nouns-of-states.json' with { type: 'json' };
import { annotate, annotateInSteps, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const country = (id: string, name: string, cues: string[]): NamedEntity => ({
  id,
  kind: 'place',
  name,
  names: [{ text: name, kind: 'full' }],
  cues,
  facts: [{ property: 'type', value: 'country-or-territory' }],
});
const body = (of: string, id: string, name: string, type: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  facts: [{ property: 'type', value: type }],
  related: [of],
  ...more,
});
const ministry = (of: string, id: string, text: string) =>
  body(of, id, `${text} of ${of}`, 'ministry', { names: [{ text, kind: 'short' }] });

const index = openIndex(
  compileIndex(
    [
      country('land', 'Examplia', [
        'Examplian',
        'exemplisch',
        'exemplische',
        'exemplischen',
        'exemplien',
        'ejemplino',
        'مثالي',
        'المثالي',
        'المثالية',
        'مثالیایی',
      ]),
      country('north', 'North Examplia', ['Examplian', 'North Examplian']),
      country('isle', 'Isle', ['Otherian']),
      country('other', 'Otheria', ['Otherian']),
      body('land', 'cabinet', 'Cabinet', 'government'),
      body('land', 'house', 'Thing', 'parliament'),
      body('land', 'army', 'Land Army', 'armed-forces'),
      body('land', 'forces', 'Examplian Armed Forces', 'armed-forces'),
      body('land', 'supreme', 'Supreme Court', 'high-court'),
      body('land', 'constitutional', 'Constitutional Court', 'high-court'),
      body('land', 'bank', 'Bank of Examplia', 'central-bank'),
      ministry('land', 'foreign', 'Foreign Ministry'),
      ministry('land', 'interior', 'Interior Ministry'),
      body('north', 'cabinet-north', 'Northern Cabinet', 'government'),
      body('isle', 'thing-isle', 'Isle Thing', 'parliament'),
      body('other', 'cabinet-other', 'Other Cabinet', 'government'),
      body('other', 'thing-other', 'Other Thing', 'parliament'),
      body('other', 'navy', 'Otherian Navy', 'armed-forces'),
      body('other', 'coast', 'Otherian Coast Guard', 'armed-forces'),
      body('other', 'police', 'Otherian Police', 'public-body'),
      body('other', 'border', 'Otherian Border Police', 'public-body'),
      body('other', 'town', 'Townland Police', 'public-body'),
      body('other', 'gendarmerie', 'National Gendarmerie of Otheria', 'public-body'),
      body('other', 'elections', 'Central Electoral Commission', 'public-body'),
      body('other', 'power', 'Electricity Commission', 'public-body'),
      { id: 'speaker', kind: 'person', name: 'Jane Voorbeeld', related: ['other'] },
      {
        id: 'rapper',
        kind: 'person',
        name: 'Filo Imberg',
        names: [{ text: 'فيلو ايمبرگ', kind: 'full' }],
        cues: ['music'],
      },
      body('other', 'air', 'Otherian Air Force', 'armed-forces'),
    ],
    { states },
  ),
);
const found = (text: string, lang = 'en', ...more: string[]) =>
  annotate(index, { blocks: [text, ...more], lang })
    .filter(({ block, entity }) => block === 0 && !['land', 'north', 'other'].includes(entity))
    .map(({ start, end, entity }) => [text.slice(start, end), entity]);

test('a noun of every day with a word of its country is the body of that country', () => {
  const page = 'Examplia, Examplia and Examplia.';
  expect(found('The Examplian government fell.', 'en', page)).toEqual([['Examplian government', 'cabinet']]);
  expect(found("Examplia's parliament met.")).toEqual([["Examplia's parliament", 'house']]);
  expect(found('The government of Examplia fell.')).toEqual([['government of Examplia', 'cabinet']]);
  expect(found('Examplias Parlament und Examplia, Parlament.', 'de')).toEqual([['Examplias Parlament', 'house']]);
  expect(found('Die exemplische Regierung und das exemplische Parlament.', 'de')).toEqual([
    ['exemplische Regierung', 'cabinet'],
    ['exemplische Parlament', 'house'],
  ]);
  expect(found('Le gouvernement exemplien et le ministère exemplien de l’Intérieur.', 'fr')).toEqual([
    ['gouvernement exemplien', 'cabinet'],
    ['ministère exemplien de l’Intérieur', 'interior'],
  ]);
  expect(found('El Gobierno ejemplino y el parlamento de Examplia.', 'es')).toEqual([
    ['Gobierno ejemplino', 'cabinet'],
    ['parlamento de Examplia', 'house'],
  ]);
  expect(found('والحكومة المثالية قالت.', 'ar')).toEqual([['الحكومة المثالية', 'cabinet']]);
  expect(found('دولت مثالیایی گفت.', 'fa')).toEqual([['دولت مثالیایی', 'cabinet']]);
});

test('of two countries with one word the page says which, and a state comes before its territories', () => {
  expect(found('The Examplian government fell.')).toEqual([]);
  expect(found('The Examplian government fell.', 'en', 'North Examplia, North Examplia.')).toEqual([
    ['Examplian government', 'cabinet-north'],
  ]);
  expect(found('The North Examplian government fell.')).toEqual([['North Examplian government', 'cabinet-north']]);
  expect(found('The Otherian parliament met.')).toEqual([['Otherian parliament', 'thing-other']]);
});

test('all forces of a country are told from one of them, and of two of one kind neither is meant', () => {
  expect(found("Examplia's military said so.")).toEqual([["Examplia's military", 'forces']]);
  expect(found("Examplia's military operation began.")).toEqual([]);
  expect(found("Otheria's military said so.")).toEqual([]);
});

test('a page of nothing else is read in steps of a block, so that another may come between', () => {
  const steps = (noun: string) => {
    const blocks = Array.from({ length: 40 }, () => `Otheria's ${noun} fell.`);
    return Array.from(annotateInSteps(index, { blocks, lang: 'en' })).length;
  };
  expect(steps('government') - steps('orchard')).toBeGreaterThanOrEqual(40);
});

test('what is against a country, part of it, or a longer name is no body of it', () => {
  for (const text of [
    'The pro-Otherian government fell.',
    'The East Otherian government fell.',
    'The Otheria Government Office opened.',
    'He is Otherian. Government is needed.',
    'The Otherian, government and people.',
    'A government in Otheria.',
  ])
    expect(found(text), text).toEqual([]);
});

test('in Arabic a ministry goes by its adjective, which after a noun is one', () => {
  expect(found('وترى الخارجية المثالية غير ذلك.', 'ar')).toEqual([['الخارجية المثالية', 'foreign']]);
  expect(found('أعلنت الداخلية المثالية القرار.', 'ar')).toEqual([['الداخلية المثالية', 'interior']]);
  expect(found('السياسة الخارجية المثالية ثابتة.', 'ar')).toEqual([]);
  expect(found('وزيرة الخارجية المثالية وشؤون الداخلية المثالية.', 'ar')).toEqual([]);
});

test('an army is the armed forces, and no corps named after it', () => {
  expect(found('The Otherian army has left, the Examplian Army Museum is open.')).toEqual([]);
  expect(found('The Examplian army has left.')).toEqual([['Examplian army', 'forces']]);
  expect(found('Les troupes exempliennes d’Examplia et les troupes d’Examplia.', 'fr')).toEqual([
    ['troupes d’Examplia', 'forces'],
  ]);
  expect(found('The Examplian troops have left.')).toEqual([['Examplian troops', 'forces']]);
});

test('a navy and an air force are told from the other forces, and an adjective from the noun', () => {
  expect(found("Otheria's navy said so.")).toEqual([["Otheria's navy", 'navy']]);
  expect(found('The Otherian air force said so.')).toEqual([['Otherian air force', 'air']]);
  expect(found('La marine d’Otheria et la vie marine d’Otheria.', 'fr')).toEqual([['marine d’Otheria', 'navy']]);
});

test('a Spanish army and court go by one word, a court with its capital and article', () => {
  expect(found('Un portavoz del Ejército ejemplino lo negó.', 'es')).toEqual([['Ejército ejemplino', 'forces']]);
  expect(found('El Supremo ejemplino anuló la ley, y el Constitucional ejemplino calla.', 'es')).toEqual([
    ['Supremo ejemplino', 'supreme'],
    ['Constitucional ejemplino', 'constitutional'],
  ]);
  expect(found('El líder supremo ejemplino y el orden constitucional ejemplino.', 'es')).toEqual([]);
});

test('German and Persian nouns for a supreme court', () => {
  expect(found('Das Urteil des exemplischen Obersten Gerichts.', 'de')).toEqual([
    ['exemplischen Obersten Gerichts', 'supreme'],
  ]);
  expect(found('دیوان عالی کشور مثالیایی گفت.', 'fa')).toEqual([['دیوان عالی کشور مثالیایی', 'supreme']]);
});

test('a ministry and a court go by the nouns of Mexico and of Persian news abroad', () => {
  expect(found('La Secretaría de Relaciones Exteriores de Examplia calla.', 'es')).toEqual([
    ['Secretaría de Relaciones Exteriores de Examplia', 'foreign'],
  ]);
  expect(found('دیوان قانون اساسی مثالیایی گفت.', 'fa')).toEqual([['دیوان قانون اساسی مثالیایی', 'constitutional']]);
});

test('in Arabic the central bank goes by its adjective, and a part after the word of a country decides', () => {
  expect(found('رفع المركزي المثالي الفائدة.', 'ar')).toEqual([['المركزي المثالي', 'bank']]);
  expect(found('الجهاز المركزي المثالي.', 'ar')).toEqual([]);
  expect(found('قال البرلمان المثالي الشمالي.', 'ar')).toEqual([]);
  expect(found('قال البرلمان المثالي.', 'ar')).toEqual([['البرلمان المثالي', 'house']]);
});

test('a state may stand there by a name of what people edit', () => {
  const edited = openIndex(
    compileIndex([
      { id: 'land', kind: 'organisation', name: 'جمهوری بندر', names: [{ text: 'جمهوری بندر', kind: 'short' }] },
    ]),
  );
  const text = 'ارتش جمهوری بندر عقب نشست.';
  const marks = annotate([edited, index], { blocks: [text], lang: 'fa' });
  expect(marks.map(({ start, end, entity }) => [text.slice(start, end), entity])).toContainEqual([
    'ارتش جمهوری بندر',
    'forces',
  ]);
});

test('police, a gendarmerie, a coast guard and an electoral commission are those of the whole country', () => {
  for (const [lang, text, ...expected] of [
    [
      'en',
      'The Otherian police and the Otherian coast guard said so.',
      'Otherian police police',
      'Otherian coast guard coast',
    ],
    [
      'de',
      'Das sagt die Polizei von Otheria, nicht die Gendarmerie von Otheria.',
      'Polizei von Otheria police',
      'Gendarmerie von Otheria gendarmerie',
    ],
    [
      'fr',
      'La police d’Otheria et la commission électorale d’Otheria.',
      'police d’Otheria police',
      'commission électorale d’Otheria elections',
    ],
    ['es', 'La policía de Otheria moral y la policía de Otheria.', 'policía de Otheria police'],
  ] as const)
    expect(
      found(text, lang).map((mark) => mark.join(' ')),
      text,
    ).toEqual(expected);
});

test.each([
  [
    'en',
    'Otheria is far. In Examplia, Thing Speaker Jane Voorbeeld, House of Representatives Speaker Jane Voorbeeld.',
    'House of Representatives',
  ],
  ['de', 'In Examplia sprach Jane Voorbeeld, Präsidentin des Parlaments, lange.', 'Parlaments'],
  ['fr', 'En Examplia la présidente du Parlement, Jane Voorbeeld, a parlé.', 'Parlement'],
  ['es', 'En Examplia habló Jane Voorbeeld, presidenta del Parlamento.', 'Parlamento'],
] as const)('a body is of the country of who leads it: %s %s', (lang, text, expected) => {
  expect(found(text, lang).filter(([, entity]) => entity !== 'speaker')).toEqual([[expected, 'thing-other']]);
});

test('who stands beside a body without leading it says nothing of it', () => {
  for (const text of [
    'In Examplia Jane Voorbeeld, a critic of the House of Representatives.',
    'The Senate heard Jane Voorbeeld. The House of Representatives did not.',
    'Le chef du Parlement de Jane Voorbeeld en Examplia.',
  ])
    expect(
      found(text, 'en').filter(([, entity]) => entity !== 'speaker'),
      text,
    ).toEqual([]);
});

test('letters in brackets after a body that a noun says are that body', () => {
  expect(found('The Otherian coast guard (OCG) sailed. The OCG said so.')).toEqual([
    ['Otherian coast guard', 'coast'],
    ['OCG', 'coast'],
    ['OCG', 'coast'],
  ]);
});
