import { expect, test } from 'vitest';
import { namesOf, readFixture, record, values } from '../fixture.ts';

const earlier = [
  ...readFixture('rigour').entities,
  { id: 'party-us-1', kind: 'organisation' as const, name: 'Democratic Party', wikidata: 'Q29552' },
  ...readFixture('partyfacts').entities,
];
const output = readFixture('us-congress', { earlier });

test('a member belongs to the last chamber since the first of the terms that follow each other, until the last ends', () => {
  const member = record(output, 'us-congress-e000001');
  expect(member.facts!.filter(({ property }) => property === 'member-of')).toMatchObject([
    { value: 'chamber-us-upper', from: '2013-01-03', to: '2031-01-03', locator: 'E000001' },
  ]);
  expect(values(member, 'represents')).toEqual(['territory-us-wa']);
});

test('the party is that of the last term; "Democrat" is the Democratic Party', () => {
  expect(values(record(output, 'us-congress-e000001'), 'party')).toEqual(['party-us-1']);
});

test('a committee of a chamber is also called with its subject before it', () => {
  expect(namesOf(record(output, 'us-committee-ssex'))).toEqual([
    'Senate Committee on Examples',
    'Senate Examples Committee',
  ]);
  expect(namesOf(record(output, 'us-committee-jssa'))).toEqual(['Joint Committee on Samples']);
});

test('a party that the table lacks is known by its name in that country, or else stays a text', () => {
  expect(values(record(output, 'us-congress-e000002'), 'party')).toEqual(['party-us-50']);
  expect(values(record(readFixture('us-congress'), 'us-congress-e000002'), 'party-name')).toEqual(['Example Party']);
});

test('a person has the whole name, and the forms without middle name, suffix and with the nickname', () => {
  expect(namesOf(record(output, 'us-congress-e000001'))).toEqual([
    'Alpha B. Example, Jr.',
    'Alpha Example Jr.',
    'Alpha Example',
    'Al Example Jr.',
  ]);
  expect(record(output, 'us-congress-e000001')).toMatchObject({
    wikidata: 'Q900011',
    wikipedia: 'Alpha Example (politician)',
  });
});

test('presidents and vice-presidents are told with the ends of their terms', () => {
  expect(record(output, 'us-congress-govtrack-1').facts).toMatchObject([
    { property: 'office-held', value: 'Vice President', within: 'country-us', to: '2021-01-20' },
    { property: 'head-of-state-of', value: 'country-us', from: '2025-01-20', to: '2029-01-20' },
    { property: 'head-of-government-of', value: 'country-us' },
    { property: 'party-name' },
  ]);
});

test('committees are part of their chamber, joint ones of Congress; telephones are left', () => {
  expect(values(record(output, 'us-committee-ssex'), 'part-of')).toEqual(['chamber-us-upper']);
  expect(values(record(output, 'us-committee-jssa'), 'part-of')).toEqual(['parliament-us']);
  expect(JSON.stringify(output)).not.toMatch(/555|Small Examples/u);
});

test.each([
  [
    'lost a field',
    { replace: ['    last: Example\n    suffix', '    surname: Example\n    suffix'] as const },
    /legislators-current\.yaml:\[0\]\.name\.last: expected a text/u,
  ],
  [
    'has another kind of term',
    { replace: ['type: sen', 'type: judge'] as const },
    /expected one of rep, sen, prez, viceprez/u,
  ],
  [
    'has a number where a date was',
    { replace: ['"2031-01-03"', '20310103'] as const },
    /terms\[3\]\.end: expected a text, found "20310103"/u,
  ],
  [
    'has a day that is in no calendar',
    { replace: ['"2031-01-03"', '"2031-02-30"'] as const },
    /legislators-current\.yaml:\[0\]: expected a day, YYYY-MM-DD/u,
  ],
  [
    'has mark-up in a name',
    { replace: ['official_full: Alpha', 'official_full: <b>Alpha'] as const },
    /expected a text without mark-up/u,
  ],
  ['is cut', { cut: true }, /legislators-current\.yaml:\d+: expected a line break at the end, found/u],
])('it stops when a file %s', (_, change, message) =>
  expect(() => readFixture('us-congress', change)).toThrow(message),
);

test('a member of an earlier list who stayed to the end was one until then; of who left before, the day of the list is told', () => {
  const member = (id: string) => record(output, id).facts!.filter(({ property }) => property === 'member-of');
  expect(member('us-congress-f000001')).toMatchObject([
    { value: 'chamber-us-lower', from: '2021-01-03', to: '2023-01-03', asOf: '2026-07-01' },
  ]);
  const [left] = member('us-congress-f000002');
  expect(left).toMatchObject({ from: '2021-01-03', asOf: '2023-06-30' });
  expect(left).not.toHaveProperty('to');
  expect(values(record(output, 'us-congress-f000001'), 'constituency')).toEqual([]);
});

test('who still sits is told by the newest list alone', () => {
  expect(record(output, 'us-congress-e000001').facts!.filter(({ property }) => property === 'member-of')).toHaveLength(
    1,
  );
});

test('who has no id of bioguide in an earlier list is whom a later one gives it', () => {
  expect(output.entities.filter(({ name }) => name === 'Theta Resigned').map(({ id }) => id)).toEqual([
    'us-congress-f000002',
  ]);
});
