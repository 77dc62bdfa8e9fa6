import { expect, test } from 'vitest';
import { cite, context, dispute, entity, pack, person, position, source, statement } from './builders.ts';
import { checkDataset } from './check.ts';
import type { Entity, Source } from './schema.ts';

/** What every sentence owes to its quotations and its second reader has tests of its own; the sentences of these have neither. */
const elsewhere = ['carried-sentence', 'passed-review'];

/** Rules and places of the problems of a pack made of these records. */
function problemsOf(entities: Entity[], sources: Source[] = []): string[] {
  return checkDataset(context(pack(entities, sources)))
    .filter(({ rule }) => !elsewhere.includes(rule))
    .map(({ rule, path }) => `${rule} ${path}`);
}

const beta = source('beta');

test('a dataset that follows the policy has no problem', () => {
  const entities = [
    person('a', {
      names: [
        { text: '@person_a', kind: 'handle' },
        { text: 'the Hammer', kind: 'epithet', usedBy: 'opponents' },
      ],
      living: true,
      statements: [
        statement('On 22 July 2024 she told the 55th session that article 7 had been broken.', { date: '2024-07-22' }),
        statement('The court said that over 300 people had died.', {
          kind: 'figure',
          citations: cite('alpha', 'beta'),
        }),
        statement('She has led the house since 2021.', { kind: 'role', from: '2021', asOf: '2026-11' }),
      ],
      disputes: [
        dispute({
          sides: ['council', 'union'],
          unit: 'people',
          positions: [
            position('The council', 'About ten people lost their work.', { side: 'council', low: 10 }),
            position('The union', 'Between twenty and thirty lost it.', { side: 'union', low: 20, high: 30 }),
          ],
        }),
      ],
      related: [{ id: 'b', kind: 'member of' }],
    }),
    entity('b'),
  ];
  expect(problemsOf(entities, [beta])).toEqual([]);
});

test.each<[string, Entity[], Source[], string[]]>([
  [
    'a statement without a citation',
    [entity('a', { statements: [statement('It was.', { citations: [] })] }), entity('b')],
    [],
    ['cited-statement entities/a.statements[0]'],
  ],
  [
    'a position without a citation',
    [
      entity('a', {
        disputes: [dispute({ positions: [position('A', 'Yes.'), position('B', 'No.', { citations: [] })] })],
      }),
    ],
    [],
    ['cited-statement entities/a.disputes[0].positions[1]'],
  ],
  [
    'a citation of a source that no pack has',
    [entity('a', { statements: [statement('It was.', { citations: cite('alpha', 'gamma') })] })],
    [],
    ['known-source entities/a.statements[0].citations[1].source'],
  ],
  [
    'a relation to an entity that no pack has',
    [entity('a', { related: [{ id: 'c', kind: 'part of' }] })],
    [],
    ['known-entity entities/a.related[0].id'],
  ],
  [
    'a relation to itself',
    [entity('a', { related: [{ id: 'a', kind: 'part of' }] })],
    [],
    ['known-entity entities/a.related[0].id'],
  ],
  [
    'an office that no pack has',
    [person('a', { roles: [{ title: 'Mayor', office: 'mayor' }] })],
    [],
    ['known-entity entities/a.roles[0].office'],
  ],
  [
    'a holder that no pack has',
    [
      entity('a', {
        disputes: [dispute({ positions: [position('A', 'Yes.', { holderEntity: 'x' }), position('B', 'No.')] })],
      }),
    ],
    [],
    ['known-entity entities/a.disputes[0].positions[0].holderEntity'],
  ],
  ['an id that stands twice', [entity('a'), entity('a')], [], ['unique-id entities/a']],
  ['a source that nothing cites', [entity('a')], [beta], ['referenced-source sources/beta']],
  [
    'a number with one source',
    [entity('a', { statements: [statement('It had 300 members.')] })],
    [],
    ['independent-sources entities/a.statements[0]'],
  ],
  [
    'a statement of kind figure with one source',
    [entity('a', { statements: [statement('It had thousands of members.', { kind: 'figure' })] })],
    [],
    ['independent-sources entities/a.statements[0]'],
  ],
  [
    'a finding about a living person with one source',
    [person('a', { living: true, statements: [statement('A court found him guilty.', { kind: 'finding' })] })],
    [],
    ['independent-sources entities/a.statements[0]'],
  ],
  [
    'an allegation about a living person with one source',
    [person('a', { living: true, statements: [statement('She was charged.', { kind: 'allegation' })] })],
    [],
    ['independent-sources entities/a.statements[0]'],
  ],
  [
    'a loaded word in our voice',
    [entity('a', { statements: [statement('It fought the regime.')] })],
    [],
    ['neutral-words entities/a.statements[0].text'],
  ],
  [
    'a loaded word in a description',
    [entity('a', { description: 'A terrorist group' })],
    [],
    ['neutral-words entities/a.description'],
  ],
  [
    'a loaded word in a question',
    [entity('a', { disputes: [dispute({ question: 'Who ordered the massacre?' })] })],
    [],
    ['neutral-words entities/a.disputes[0].question'],
  ],
  [
    'a loaded word in a neutral name',
    [entity('a', { kind: 'event', names: [{ text: '1988 massacre', kind: 'variant' }] })],
    [],
    ['neutral-words entities/a.names[0]'],
  ],
  [
    'a loaded word in lower case in the name of an organisation',
    [entity('a', { name: 'the regime' })],
    [],
    ['neutral-words entities/a.name'],
  ],
  [
    'a sentence of 31 words',
    [entity('a', { statements: [statement(`It was ${'very '.repeat(28)}old.`)] })],
    [],
    ['short-sentence entities/a.statements[0].text'],
  ],
  [
    'a sentence of 31 words in a position',
    [
      entity('a', {
        disputes: [
          dispute({ positions: [position('A', `Yes. It was ${'very '.repeat(28)}old.`), position('B', 'No.')] }),
        ],
      }),
    ],
    [],
    ['short-sentence entities/a.disputes[0].positions[0].text'],
  ],
  [
    'a description of 121 characters',
    [entity('a', { description: 'x'.repeat(121) })],
    [],
    ['short-description entities/a.description'],
  ],
  [
    'a quotation of 15 words in a citation',
    [
      entity('a', {
        statements: [
          statement('It was.', {
            citations: [{ source: 'alpha', supports: 'direct', quotes: ['word '.repeat(15).trim()] }],
          }),
        ],
      }),
    ],
    [],
    ['short-quotation entities/a.statements[0].citations[0].quotes[0]'],
  ],
  [
    'a quotation of 15 words in a sentence',
    [
      entity('a', {
        statements: [
          statement(`It said “${'word '.repeat(15).trim()}”.`, {
            citations: [{ source: 'alpha', supports: 'direct', locator: 'p. 2' }],
          }),
        ],
      }),
    ],
    [],
    ['short-quotation entities/a.statements[0].text'],
  ],
  [
    'a quotation that cannot be looked up',
    [entity('a', { statements: [statement('It said “we never saw these letters”.')] })],
    [],
    ['located-quotation entities/a.statements[0].text'],
  ],
  [
    '"now" without asOf',
    [entity('a', { statements: [statement('It now sits in Bern.')] })],
    [],
    ['dated-present entities/a.statements[0]'],
  ],
  [
    '"current" without asOf',
    [entity('a', { statements: [statement('Its current seat is Bern.')] })],
    [],
    ['dated-present entities/a.statements[0]'],
  ],
  [
    '"since" without a date',
    [entity('a', { statements: [statement('It has sat in Bern since 1994.')] })],
    [],
    ['dated-present entities/a.statements[0]'],
  ],
  [
    '"still" in a position without a date',
    [entity('a', { disputes: [dispute({ positions: [position('A', 'It still does.'), position('B', 'No.')] })] })],
    [],
    ['dated-present entities/a.disputes[0].positions[0]'],
  ],
  [
    '"since" in a description that nothing dates',
    [entity('a', { description: 'Club in Bern since 1994' })],
    [],
    ['dated-present entities/a.description'],
  ],
  [
    'an entity without reviewBy',
    [{ id: 'a', kind: 'place', name: 'Aa' }, entity('b')],
    [],
    ['review-date entities/a.reviewBy'],
  ],
  [
    'a living person who is not read again within six months',
    [person('a', { living: true, reviewBy: '2027-06-22' })],
    [],
    ['review-date entities/a.reviewBy'],
  ],
  [
    'somebody in office who is not read again within three months',
    [person('a', { living: true, roles: [{ title: 'Mayor', from: '2024' }], reviewBy: '2027-04-01' })],
    [],
    ['review-date entities/a.reviewBy'],
  ],
  [
    'a card that is not read again within two years',
    [entity('a', { reviewBy: '2029-01-01' })],
    [],
    ['review-date entities/a.reviewBy'],
  ],
  [
    'a person of whom it is not said whether they live',
    [{ id: 'a', kind: 'person', name: 'Aa', reviewBy: '2027-01-01' }, entity('b')],
    [],
    ['living-person entities/a.living'],
  ],
  [
    'an organisation that lives',
    [entity('a', { living: true, reviewBy: '2027-01-01' })],
    [],
    ['living-person entities/a.living'],
  ],
  [
    'a day that the calendar does not have',
    [entity('a', { statements: [statement('It met.', { date: '2024-02-30' })] })],
    [],
    ['real-date entities/a.statements[0].date'],
  ],
  [
    'something known as of a day to come',
    [entity('a', { statements: [statement('It met.', { asOf: '2027' })] })],
    [],
    ['real-date entities/a.statements[0].asOf'],
  ],
  [
    'a role that ends before it begins',
    [person('a', { roles: [{ title: 'Mayor', from: '2001', to: '1999' }] })],
    [],
    ['real-date entities/a.roles[0]'],
  ],
  [
    'a source read on a day to come',
    [entity('a')],
    [source('alpha', { accessed: { 'date-parts': [[2026, 12, 1]] } })],
    ['real-date sources/alpha.accessed'],
  ],
  [
    'a dispute with one holder',
    [entity('a', { disputes: [dispute({ positions: [position('A', 'Yes.'), position('a', 'Certainly.')] })] })],
    [],
    ['several-holders entities/a.disputes[0]'],
  ],
  [
    'a dispute in which one side has most of the words',
    [
      entity('a', {
        disputes: [
          dispute({
            sides: ['x', 'y'],
            positions: [
              position('A', 'One two three four five six seven.', { side: 'x' }),
              position('B', 'One two three four.', { side: 'y' }),
            ],
          }),
        ],
      }),
    ],
    [],
    ['balanced-sides entities/a.disputes[0]'],
  ],
  [
    'a dispute in which one side says nothing',
    [
      entity('a', {
        disputes: [
          dispute({ sides: ['x', 'y'], positions: [position('A', 'One.', { side: 'x' }), position('B', 'Two.')] }),
        ],
      }),
    ],
    [],
    ['balanced-sides entities/a.disputes[0]'],
  ],
  [
    'a side that the dispute does not name',
    [
      entity('a', {
        disputes: [dispute({ positions: [position('A', 'One.', { side: 'x' }), position('B', 'Two.')] })],
      }),
    ],
    [],
    ['balanced-sides entities/a.disputes[0].positions[0].side'],
  ],
  [
    'numbers out of order',
    [
      entity('a', {
        disputes: [
          dispute({
            unit: 'people',
            positions: [position('A', 'Many.', { low: 30 }), position('B', 'Few.', { low: 10, high: 20 })],
          }),
        ],
      }),
    ],
    [],
    ['ordered-numbers entities/a.disputes[0].positions[1]'],
  ],
  [
    'a low number above the high one',
    [
      entity('a', {
        disputes: [
          dispute({
            unit: 'people',
            positions: [position('A', 'Some.', { low: 30, high: 20 }), position('B', 'None.')],
          }),
        ],
      }),
    ],
    [],
    ['ordered-numbers entities/a.disputes[0].positions[0]'],
  ],
  [
    'numbers that count nothing',
    [
      entity('a', {
        disputes: [dispute({ positions: [position('A', 'Some.', { low: 30 }), position('B', 'None.')] })],
      }),
    ],
    [],
    ['ordered-numbers entities/a.disputes[0].unit'],
  ],
  [
    'a name of two entities without cues',
    [
      entity('a', { names: [{ text: 'ICC' }], cues: ['court'] }),
      entity('b', { names: [{ text: 'I.C.C.' }, { text: 'icc cricket' }] }),
      entity('c', { names: [{ text: 'ICC' }] }),
    ],
    [],
    ['shared-name entities/c.names[0]'],
  ],
  [
    'a handle of two entities',
    [
      entity('a', { names: [{ text: '@x_y', kind: 'handle' }], cues: ['x'] }),
      entity('b', { names: [{ text: '@x_y', kind: 'handle' }], cues: ['y'] }),
    ],
    [],
    ['shared-name entities/a.names[0]', 'shared-name entities/b.names[0]'],
  ],
  ['a common word as a name', [entity('a', { names: [{ text: 'Post' }] })], [], ['common-word entities/a.names[0]']],
  ['a common word as the name', [entity('a', { name: 'Court' })], [], ['common-word entities/a.name']],
  [
    'an epithet that nobody uses',
    [entity('a', { names: [{ text: 'the Hammer', kind: 'epithet' }] })],
    [],
    ['attributed-name entities/a.names[0]'],
  ],
  [
    'a pejorative that nobody uses',
    [entity('a', { names: [{ text: 'Turncoats', kind: 'pejorative' }] })],
    [],
    ['attributed-name entities/a.names[0]'],
  ],
  [
    'a self-designation that nobody uses',
    [entity('a', { names: [{ text: 'Free House', kind: 'self-designation' }] })],
    [],
    ['attributed-name entities/a.names[0]'],
  ],
  [
    'a handle without its sign',
    [entity('a', { names: [{ text: 'house_a', kind: 'handle' }] })],
    [],
    ['well-formed-name entities/a.names[0]'],
  ],
  [
    'a name that stands twice',
    [entity('a', { names: [{ text: 'Aay' }, { text: 'Aay' }] })],
    [],
    ['well-formed-name entities/a.names[0]', 'well-formed-name entities/a.names[1]'],
  ],
  ['a name of one letter', [entity('a', { names: [{ text: 'A.' }] })], [], ['matchable-name entities/a.names[0]']],
  [
    'two people one letter apart',
    [person('a', { name: 'Jan Rehman' }), person('b', { name: 'Jan Rahman' })],
    [],
    ['distinct-people entities/a.name'],
  ],
  [
    'a page on a host of copies',
    [entity('a')],
    [source('alpha', { URL: 'https://news.copies.example./1' })],
    ['allowed-host sources/alpha.URL'],
  ],
  [
    'an archived copy on a host of copies',
    [entity('a')],
    [source('alpha', { archive_location: 'https://copies.example/1' })],
    ['allowed-host sources/alpha.archive_location'],
  ],
  [
    'two sources with one address',
    [entity('a', { statements: [statement('It was.', { citations: cite('alpha', 'beta') })] })],
    [source('beta', { URL: 'http://www.alpha.example/report/?utm_source=x#top' })],
    ['unique-address sources/beta.URL'],
  ],
  [
    'an address that is none',
    [entity('a')],
    [source('alpha', { URL: 'https://[' })],
    ['valid-address sources/alpha.URL'],
  ],
  [
    'a source that cannot be found',
    [entity('a')],
    [{ ...without(source('alpha'), 'URL') }],
    ['findable-source sources/alpha'],
  ],
  [
    'a publisher of which nobody said what it is',
    [entity('a')],
    [source('alpha', { publisherType: 'not stated' })],
    ['stated-publisher sources/alpha.publisherType'],
  ],
  [
    'an address without the day on which it was read',
    [entity('a')],
    [without(source('alpha'), 'accessed')],
    ['dated-source sources/alpha.accessed'],
  ],
  [
    'a text with a bidirectional override',
    [entity('a', { names: [{ text: 'Ab\u202Ecd' }] })],
    [],
    ['visible-text entities/a.names[0].text'],
  ],
  [
    'a text with a zero-width space',
    [entity('a', { names: [{ text: 'Ab\u200Bcd' }] })],
    [],
    ['visible-text entities/a.names[0].text'],
  ],
  [
    'a text with HTML',
    [entity('a', { statements: [statement('It <b>was</b>.')] })],
    [],
    ['tidy-text entities/a.statements[0].text'],
  ],
  ['a text with spare spaces', [entity('a', { description: 'A  club ' })], [], ['tidy-text entities/a.description']],
])('%s is refused', (_, entities, sources, expected) => {
  expect(problemsOf(entities, sources)).toEqual(expected);
});

function without<K extends keyof Source>(record: Source, key: K): Source {
  const { [key]: _, ...rest } = record;
  return rest as unknown as Source;
}

test.each<[string, Entity[], Source[]]>([
  [
    'a loaded word in quotation marks with who says it',
    [entity('a', { statements: [statement('The council called it “the massacre”.')] })],
    [],
  ],
  [
    'a loaded word in a position',
    [entity('a', { disputes: [dispute({ positions: [position('A', 'The regime did it.'), position('B', 'No.')] })] })],
    [],
  ],
  [
    'a loaded word that is a technical term',
    [entity('a', { statements: [statement('It keeps a sanctions regime.')] })],
    [],
  ],
  [
    'a loaded word in the title of a law',
    [entity('a', { statements: [statement('It was a Foreign Terrorist Organization until 2012.')] })],
    [],
  ],
  [
    'a loaded word in the title of an organisation, and its mention elsewhere',
    [
      entity('a', { name: 'Victims of the Massacre' }),
      entity('b', { statements: [statement('It joined Victims of the Massacre.')] }),
    ],
    [],
  ],
  [
    'a loaded word as an epithet with who uses it',
    [entity('a', { kind: 'event', names: [{ text: '1988 massacre', kind: 'epithet', usedBy: 'opponents' }] })],
    [],
  ],
  [
    'a common word with a case rule',
    [
      entity('a', {
        name: 'Court',
        names: [
          { text: 'Court', exactCase: true },
          { text: 'Post', needs: ['paper'] },
        ],
      }),
    ],
    [],
  ],
  [
    'a shared name with cues on both',
    [
      entity('a', { names: [{ text: 'ICC' }], cues: ['court'] }),
      entity('b', { names: [{ text: 'ICC' }], cues: ['cricket'] }),
    ],
    [],
  ],
  [
    'two people one letter apart who are kept distinct',
    [person('a', { name: 'Jan Rehman', distinctFrom: ['b'] }), person('b', { name: 'Jan Rahman' })],
    [],
  ],
  [
    'a finding about a dead person with one source',
    [person('a', { statements: [statement('A court found him guilty.', { kind: 'finding' })] })],
    [],
  ],
  ['"now" inside a quotation', [entity('a', { statements: [statement('It said “act now”.')] })], []],
])('%s is allowed', (_, entities, sources) => {
  expect(problemsOf(entities, sources)).toEqual([]);
});

test.each<[string, Partial<Source>, number]>([
  ['the same publisher', { publisher: 'paper ALPHA' }, 1],
  ['the other source as its origin', { origin: 'alpha' }, 1],
  ["the other source's publisher as its origin", { origin: 'Paper Alpha' }, 1],
  ['the other publisher in brackets', { publisher: 'Evening News (Paper Alpha)' }, 1],
  ['a branch of the other publisher', { publisher: 'The Paper Alpha International' }, 1],
  ["the other's publisher and a day as its origin", { origin: 'Paper Alpha, 3 May 2020' }, 1],
  ['a publisher whose name begins with the same letters only', { publisher: 'Paper Alphabet' }, 0],
  ['Wikipedia', { URL: 'https://en.wikipedia.org/wiki/House' }, 1],
  ['another publisher and its own text', {}, 0],
])('a number is supported, or not, by a second source with %s', (_, change, count) => {
  const number = entity('a', { statements: [statement('It had 300 members.', { citations: cite('alpha', 'beta') })] });
  const found = problemsOf([number], [source('beta', change)]).filter((problem) => problem.startsWith('independent'));
  expect(found).toHaveLength(count);
});

test('a second source that gives background only does not count', () => {
  const citations = [...cite('alpha'), { source: 'beta', supports: 'background' as const }];
  expect(
    problemsOf([entity('a', { statements: [statement('It had 300 members.', { citations })] })], [beta]),
  ).toHaveLength(1);
});

test('an entity may cite and relate to records of another pack', () => {
  const first = pack(
    [
      entity('a', {
        statements: [statement('It was.', { citations: cite('beta') })],
        related: [{ id: 'b', kind: 'part of' }],
      }),
    ],
    [],
    'first',
  );
  const second = pack(
    [entity('b', { statements: [statement('It was.', { citations: cite('beta') })] })],
    [beta],
    'second',
  );
  const used = { ...first, sources: {} };
  const found = checkDataset(context([used, { ...second, sources: { beta } }]));
  expect(found.map(({ rule }) => rule).filter((rule) => rule.startsWith('known-'))).toEqual([]);
});
