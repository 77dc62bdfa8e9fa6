import { expect, test } from 'vitest';
import type { Name } from '../../src/dataset/schema.ts';
import { isUnmistakable, withUsualNames } from './usual-names.ts';

const fact = (property: 'type' | 'seats', value: string | number) => ({
  property,
  value,
  asOf: '2026-01-01',
  source: 'x',
});
const extracts = [
  { source: 'x', entities: [{ id: 'house', kind: 'organisation' as const, name: 'House', facts: [fact('seats', 3)] }] },
  {
    source: 'y',
    entities: [{ id: 'house', kind: 'organisation' as const, name: 'House', facts: [fact('type', 'lower-chamber')] }],
  },
];
const namesIn = (table: unknown) =>
  withUsualNames(extracts, table).map(({ entities }) => entities.map(({ names }) => names ?? []));

test('a usual name goes to the record that says what its entity is, once', () => {
  const table = {
    house: [
      { text: 'House', kind: 'short' },
      { text: 'HOU', kind: 'acronym' },
    ],
  };
  expect(namesIn(table)).toEqual([[[]], [[{ text: 'HOU', kind: 'acronym', exactCase: true }]]]);
  expect(withUsualNames(withUsualNames(extracts, table), table)).toEqual(withUsualNames(extracts, table));
});

test('an id that no source has is told', () => {
  expect(() => namesIn({ hut: [] })).toThrow(/usual-names\.json: expected ids that a source has, found hut; correct/u);
});

test('a person has no type and gets usual names with the first record', () => {
  const person = { id: 'roe', kind: 'person' as const, name: 'Sam Roe' };
  const given = withUsualNames([{ source: 'x', entities: [person] }], {
    roe: [{ text: 'سام رو', kind: 'full', lang: 'fa' }],
  });
  expect(given[0]?.entities[0]?.names).toEqual([{ text: 'سام رو', kind: 'full', lang: 'fa' }]);
});

test('a name of several words without needs is unique but for persons, where the table has to say so', () => {
  const typed = [fact('type', 'news-outlet')];
  const given = withUsualNames(
    [
      {
        source: 'x',
        entities: [
          { id: 'times', kind: 'organisation', name: 'Harbour Times', facts: typed },
          { id: 'roe', kind: 'person', name: 'Sam Roe' },
        ],
      },
    ],
    {
      times: [
        { text: 'Harbour Times', kind: 'full' },
        { text: 'Hafenzeit', kind: 'full', lang: 'de' },
        { text: 'the Times', kind: 'full', needs: ['harbour'] },
      ],
      roe: [
        { text: 'سام رو', kind: 'full', lang: 'fa' },
        { text: 'Sam the Roe', kind: 'full', unique: true },
      ],
    },
  );
  const unique = given[0]!.entities.map(({ names }) => names!.filter((name) => name.unique).map(({ text }) => text));
  expect(unique).toEqual([['Harbour Times'], ['Sam the Roe']]);
});

test.each(['organisation', 'place'] as const)('the first record gets them where none says the type: %s', (kind) => {
  const listed = { id: 'group', kind, name: 'Group', facts: [fact('seats', 1)] };
  const given = withUsualNames(
    [
      { source: 'x', entities: [listed] },
      { source: 'y', entities: [listed] },
    ],
    { group: [{ text: 'گروه', kind: 'full', lang: 'fa' }] },
  );
  expect(given.map(({ entities }) => entities[0]?.names?.map(({ text }) => text))).toEqual([['گروه'], undefined]);
});

test('a name keeps the words of its own language that it needs', () => {
  const name = { text: 'خانه', kind: 'full', lang: 'fa', needs: ['نمایندگان'] };
  expect(namesIn({ house: [name] })).toEqual([[[]], [[name]]]);
});

test('one name in two languages keeps the words of each, also when it has been read before', () => {
  const table = {
    house: [
      { text: 'طرابلس', kind: 'full', lang: 'ar', needs: ['ليبيا'] },
      { text: 'طرابلس', kind: 'full', lang: 'fa', needs: ['لیبی'] },
    ],
  };
  const once = withUsualNames(extracts, table);
  expect(once[1]!.entities[0]!.names!.map(({ needs }) => needs)).toEqual([['ليبيا'], ['لیبی']]);
  expect(withUsualNames(once, table)).toEqual(once);
});

test('words that a name needs go to the same name of every source, however it is spelt', () => {
  const place = (source: string, text: string) => ({
    source,
    entities: [
      {
        id: 'island',
        kind: 'place' as const,
        name: 'Island',
        names: [
          { text, kind: 'full' as const },
          { text: 'Isla', kind: 'full' as const },
        ],
        facts: [fact('type', 'country')],
      },
    ],
  });
  const table = { island: [{ text: 'La Réunion', kind: 'full', needs: ['Mayotte'] }] };
  const given = withUsualNames([place('x', 'La Reunión'), place('y', 'La Réunion')], table);
  expect(given.map(({ entities }) => entities[0]?.names?.map(({ text, needs }) => [text, needs]))).toEqual([
    [
      ['La Reunión', ['Mayotte']],
      ['Isla', undefined],
    ],
    [
      ['La Réunion', ['Mayotte']],
      ['Isla', undefined],
    ],
  ]);
});

test('an acronym of the table makes the same letters of a source ask for their capitals', () => {
  const names = [
    { text: 'OLK', kind: 'variant', lang: 'de' },
    { text: 'Olkland', kind: 'full', lang: 'de' },
  ] as const;
  const land = { id: 'country-ol', kind: 'place' as const, name: 'Olkland', names: [...names] };
  const [given] = withUsualNames([{ source: 'x', entities: [land] }], {
    'country-ol': [{ text: 'OLK', kind: 'acronym', lang: 'en' }],
  });
  expect(given?.entities[0]?.names).toEqual([{ ...names[0], exactCase: true }, names[1]]);
});

test('what the table calls full asks for nothing in its sources either, letters included; words of the table are asked for alone', () => {
  const names: Name[] = [
    { text: 'OLK', kind: 'acronym', lang: 'en', needs: ['Olkland'], exactCase: true },
    { text: 'OLKA', kind: 'acronym', lang: 'en', exactCase: true },
    { text: 'Olks', kind: 'variant', lang: 'en', needs: ['Olkland'] },
    { text: 'OL', kind: 'acronym', lang: 'en', needs: ['Olkland'], exactCase: true },
  ];
  const table = {
    league: [
      { text: 'OLK', kind: 'full' },
      { text: 'OLKA', kind: 'full' },
      { text: 'Olks', kind: 'full' },
      { text: 'OL', kind: 'acronym', needs: ['ferries'] },
    ],
  };
  const league = { id: 'league', kind: 'organisation' as const, name: 'Olk League', names };
  expect(
    withUsualNames([{ source: 'x', entities: [{ ...league, facts: [fact('type', 'public-body')] }] }], table)[0]
      ?.entities[0]?.names,
  ).toEqual([
    { text: 'OLK', kind: 'full', lang: 'en', exactCase: true },
    { text: 'OLKA', kind: 'full', lang: 'en' },
    { text: 'Olks', kind: 'variant', lang: 'en' },
    { text: 'OL', kind: 'acronym', lang: 'en', needs: ['ferries'], exactCase: true },
  ]);
  expect(['OLK', 'OL', 'Olk'].map((text) => isUnmistakable(table)('league', text))).toEqual([true, true, false]);
});

test('of two spellings that fold alike each keeps the words of its own language', () => {
  const names: Name[] = ['أمريكا', 'آمریکا', 'امریکا'].map((text) => ({ text, kind: 'full' }));
  const table = {
    'country-xa': [
      { text: 'أمريكا', kind: 'full', lang: 'ar', needs: ['الرئيس'] },
      { text: 'آمریکا', kind: 'full', lang: 'fa', needs: ['دولت'] },
    ],
  };
  const [given] = withUsualNames(
    [{ source: 'x', entities: [{ id: 'country-xa', kind: 'place', name: 'X', names }] }],
    table,
  );
  expect(given?.entities[0]?.names?.map(({ needs }) => needs)).toEqual([['الرئيس'], ['دولت'], ['دولت']]);
});
