import { expect, test } from 'vitest';
import states from '../../../data/nouns-of-states.json' with { type: 'json' };
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const country = (id: string, names: string[], cues: string[]): NamedEntity => ({
  id,
  kind: 'place',
  name: names[0]!,
  names: names.map((text) => ({ text, kind: 'full' as const })),
  cues,
  facts: [{ property: 'type', value: 'country-or-territory' }],
});
const namedByWord: NamedEntity = {
  ...country('word', ['Wordland'], []),
  names: [{ text: 'مالیات', kind: 'full', needs: ['پایتخت'] }],
};
const body = (of: string, id: string, name: string, type: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  facts: [{ property: 'type', value: type }],
  related: [of],
  ...more,
});
const senate = (of: string, needs: string) =>
  body(of, `${of}-senate`, `Senate of ${of}`, 'upper-chamber', {
    names: [{ text: 'Senate', kind: 'short', needs: [needs] }],
  });

const index = openIndex(
  compileIndex(
    [
      country(
        'land',
        ['Examplia', 'Exemplien', 'Exemplie', 'Ejemplia', 'مثاليا', 'مثالستان'],
        ['Examplian', 'exemplische'],
      ),
      country(
        'other',
        ['Otheria', 'Andersland', 'Autrie', 'Otria', 'أخرى لاند', 'دیگرستان'],
        ['Otherian', 'andersländische'],
      ),
      body('land', 'cabinet', 'Government of Examplia', 'government'),
      body('land', 'house', 'National Assembly of Examplia', 'parliament', {
        names: [{ text: 'مجلس شورای مثالستان', kind: 'full' }],
      }),
      body('land', 'army', 'Examplian Armed Forces', 'armed-forces'),
      body('land', 'court', 'Supreme Court of Examplia', 'high-court'),
      body('land', 'interior', 'Interior Ministry of Examplia', 'ministry', {
        names: [{ text: 'Interior Ministry', kind: 'full' }],
      }),
      senate('land', 'Examplia'),
      body('other', 'other-cabinet', 'Government of Otheria', 'government'),
      body('other', 'other-house', 'Otherthing', 'parliament', { names: [{ text: 'Otherthing', kind: 'full' }] }),
      body('other', 'other-army', 'Otherian Armed Forces', 'armed-forces'),
      body('other', 'other-court', 'Supreme Court of Otheria', 'high-court'),
      namedByWord,
      body('union', 'union', 'Grand Union', 'international-body', {
        names: [{ text: 'الاتحاد الكبير', kind: 'full' }],
      }),
    ],
    { states },
  ),
);
const found = (lang: string, text: string, ...more: string[]) =>
  annotate(index, { blocks: [text, ...more], lang })
    .filter(({ block, entity }) => block === 0 && entity !== 'land' && entity !== 'other' && entity !== 'union')
    .map(({ start, end, entity }) => [text.slice(start, end), entity]);

const about = {
  en: 'Examplia, Examplia, Examplia.',
  de: 'Exemplien, Exemplien, Exemplien.',
  fr: 'Exemplie, Exemplie, Exemplie.',
  es: 'Ejemplia, Ejemplia, Ejemplia.',
  ar: 'مثاليا، مثاليا، مثاليا.',
  fa: 'مثالستان، مثالستان، مثالستان.',
};

test.each([
  [
    'en',
    'Later the Cabinet met in private, while the Supreme Court waited until evening.',
    'Cabinet cabinet',
    'Supreme Court court',
  ],
  ['en', 'They told the Senate so.', 'Senate land-senate'],
  [
    'de',
    'Das Kabinett und der Senat tagen, im Parlament wird gestritten.',
    'Kabinett cabinet',
    'Senat land-senate',
    'Parlament house',
  ],
  ['de', 'Sie rief den Obersten Gerichtshof an.', 'Obersten Gerichtshof court'],
  ['de', 'Die Abgeordneten des neuen Parlaments kamen.', 'Parlaments house'],
  ['en', 'They left. Senate President Doe came late in the evening.', 'Senate land-senate'],
  [
    'fr',
    'Le Conseil des ministres a saisi le Parlement et la Cour suprême.',
    'Conseil des ministres cabinet',
    'Parlement house',
    'Cour suprême court',
  ],
  ['fr', 'Malgré l’avis du ministère de l’Intérieur, il part.', 'ministère de l’Intérieur interior'],
  [
    'es',
    'El Consejo de Ministros acudió tarde al Senado y escribió después a la Corte Suprema.',
    'Consejo de Ministros cabinet',
    'Senado land-senate',
    'Corte Suprema court',
  ],
  ['ar', 'قال إن مجلس الوزراء دعا الجيش إلى البرلمان.', 'مجلس الوزراء cabinet', 'الجيش army', 'البرلمان house'],
  [
    'fa',
    'هیئت دولت طرح را به مجلس داد و دولت دهم آن را پذیرفت.',
    'هیئت دولت cabinet',
    'مجلس house',
    'دولت دهم cabinet',
  ],
] as const)('on a page about one country its bodies go by the noun alone: %s %s', (lang, text, ...expected) => {
  const marks = found(lang, text, about[lang]).map((mark) => mark.join(' '));
  expect(marks.sort()).toEqual([...expected].sort());
});

test.each([
  ['en', 'The cabinet met, as a cabinet does, and the Cabinet Office sat.'],
  ['en', 'The Supreme Court of the State of Northshire sat. The Northshire Senate met, the state Senate too.'],
  ['en', 'They told the state Senate so, and it waited until evening.'],
  ['en', 'In Otheria the Cabinet met.'],
  ['de', 'Die Abgeordneten des lokalen Parlaments und des schottischen Parlaments.'],
  ['de', 'Ein Kabinett aus Holz und der Berliner Senat. Der Schrank heißt Kabinett.'],
  ['fr', 'Un ministère de l’Intérieur, et du ministère de l’intérieur.'],
  ['fr', 'Le Parlement européen et le Parlement de Bretagne ont voté.'],
  ['fr', 'Le Parlement européen a voté, et le Parlement le sait.'],
  ['es', 'El Parlamento vasco y el Congreso de Lengua.'],
  ['ar', 'قال البرلمان الأوروبي ورئيس مجلس الوزراء ذلك.'],
  ['ar', 'قال المجلس الأعلى للقوات المسلحة ذلك.'],
  ['fa', 'مجلس ترحیم و این مجلس در خانه بود.'],
] as const)(
  'with words of another owner, or as a noun of every day, it is no body of the state: %s %s',
  (lang, text) => {
    expect(found(lang, text, about[lang])).toEqual([]);
  },
);

test('a country named twice, but for a short text about it alone, or less than thrice as often as another, is not who is meant', () => {
  const text = 'Das Kabinett tagt.';
  expect(found('de', text, about.de)).toEqual([['Kabinett', 'cabinet']]);
  const long = 'Alle schwiegen. '.repeat(120);
  expect(found('de', text, 'Exemplien, Exemplien.')).toEqual([['Kabinett', 'cabinet']]);
  expect(found('de', text, `Exemplien, Exemplien. ${long}`)).toEqual([]);
  expect(found('de', text, 'Exemplien, Exemplien, Andersland.')).toEqual([]);
  expect(found('de', text, 'Exemplien.')).toEqual([]);
  expect(found('de', text, `${about.de} Exemplien, Exemplien. Andersland, Andersland.`)).toEqual([]);
  // Only one of the two has a Senate.
  expect(found('de', 'Der Senat tagt.', `${about.de} Andersland, Andersland.`)).toEqual([['Senat', 'land-senate']]);
  expect(found('en', 'They told the Senate so.', 'Examplia, Examplia, Examplia, Otheria, Otheria.')).toEqual([
    ['Senate', 'land-senate'],
  ]);
});

test('a country that only a paragraph in the middle of a page names is not meant elsewhere on it', () => {
  const rest = ['Anders.', 'Anders.', 'Anders.'];
  const blocks = (at: number) => ['Anfang.', 'Anders.', ...rest.with(at, about.de), 'Das Kabinett tagt.'];
  const marks = (at: number) =>
    annotate(index, { blocks: blocks(at), lang: 'de' }).filter(({ entity }) => entity === 'cabinet').length;
  expect(marks(2)).toBe(1);
  expect(marks(1)).toBe(0);
});

test('a page that names the parliament of another country, or bodies of many, does not say of whom it speaks', () => {
  const text = 'Das Parlament tagt.';
  expect(found('de', text, about.de)).toEqual([['Parlament', 'house']]);
  expect(found('de', text, about.de, about.de, about.de, 'Das Otherthing tagt auch.')).toEqual([]);
  expect(found('de', text, about.de, 'Grand Union, Grand Union, Grand Union.')).toEqual([]);
  expect(found('de', text, about.de, 'Dieses Haus hat entschieden.')).toEqual([]);
  expect(found('de', text, about.de, 'Das andersländische Parlament tagt auch.')).toEqual([]);
});

test('a country whose name is a word counts where the page has what it needs', () => {
  const words = 'مالیات، مالیات، مالیات.';
  expect(found('fa', 'هیئت دولت نشست.', about.fa, words)).toEqual([['هیئت دولت', 'cabinet']]);
  expect(found('fa', 'هیئت دولت نشست.', about.fa, `${words} پایتخت`)).toEqual([]);
});

test('of what people edit a cue says the country, its own or one of what it is related to', () => {
  const edited = (id: string, name: string, more: Partial<NamedEntity>): NamedEntity => ({
    id,
    kind: 'person',
    name,
    ...more,
  });
  const pack = openIndex(
    compileIndex([
      edited('a', 'Filo Imberg', { cues: ['Examplia'] }),
      edited('b', 'Oskar Unkly', { cues: ['Examplian', 'music'] }),
      edited('c', 'Vella Trondo', { cues: ['music'], related: ['a'] }),
      edited('d', 'Mirko Tallus', { cues: ['Examplia', 'Otheria'] }),
    ]),
  );
  const court = (names: string) => {
    const blocks = [`${names} klagten. Der Oberste Gerichtshof gab ihnen recht.`];
    return annotate([pack, index], { blocks, lang: 'de' }).some(({ entity }) => entity === 'court');
  };
  expect(court('Filo Imberg, Oskar Unkly und Vella Trondo')).toBe(true);
  expect(court('Filo Imberg, Oskar Unkly und Mirko Tallus')).toBe(false);
});

test('the body of a country that its paragraph names is meant, also on a page about another', () => {
  const page = about.en;
  expect(found('en', 'The Otherian government has fallen. Later the Cabinet met in private.', page)).toEqual([
    ['Otherian government', 'other-cabinet'],
    ['Cabinet', 'other-cabinet'],
  ]);
  expect(found('en', 'Later the Cabinet met in private.', page, 'The Otherian government has fallen.')).toEqual([]);
  expect(found('en', 'The Otherian government has fallen. In Examplia the Cabinet met.', page)).toEqual([
    ['Otherian government', 'other-cabinet'],
  ]);
});

test('a government named as such is another than that of the page, and what follows with "and" is no owner', () => {
  const page = about.en.repeat(4);
  expect(found('en', 'Later the Cabinet met in private.', page, 'They met the Government of Otheria.')).toEqual([]);
  expect(found('ar', 'قال إن البرلمان والاتحاد الكبير وافقا.', about.ar.repeat(4))).toEqual([['البرلمان', 'house']]);
});
