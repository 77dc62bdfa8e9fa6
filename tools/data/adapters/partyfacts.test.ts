import { expect, test } from 'vitest';
import { namesOf, readFixture, record, values } from '../fixture.ts';

const output = readFixture('partyfacts');

test('two rows of one Wikidata item are one party, with the first number', () => {
  expect(output.entities.map(({ id }) => id)).toEqual([
    ...['party-de-10', 'party-de-30', 'party-ir-40', 'party-us-50', 'party-kr-80', 'party-bd-90', 'party-bd-91'],
  ]);
  expect(record(output, 'party-de-10')).toMatchObject({ name: 'Example Greens', wikidata: 'Q900001' });
});

test('parties that were dissolved, and those of states that are gone, are left out', () => {
  expect(JSON.stringify(output)).not.toMatch(/Gone|That Is Gone/u);
});

test('names keep the joiners of Persian, and lose what tells them apart in a list', () => {
  expect(namesOf(record(output, 'party-ir-40'))).toEqual(['Example Front', 'جبهه‌ نمونه', 'نمونه']);
  expect(namesOf(record(output, 'party-de-30'))).toEqual(["Example People's Party"]);
});

test('a bracket that tells a party from one that it left is a part of its name, and of that at home', () => {
  const read = readFixture('partyfacts', {
    replace: ['"Sample Party of Korea",,', '"Sample Party (United)","Beispiel (United)",'],
  });
  expect(namesOf(record(read, 'party-kr-80'))).toEqual(['Sample Party (United)', 'Beispiel (United)']);
});

test('a short form of one word is an acronym, a code of two letters is none', () => {
  expect(record(output, 'party-de-10').names).toContainEqual({ text: 'EXG', kind: 'acronym', exactCase: true });
  expect(namesOf(record(output, 'party-de-30'))).not.toContain('EX');
});

test('a name is known without its country too', () => {
  expect(namesOf(record(output, 'party-kr-80'))).toEqual(['Sample Party of Korea', 'Sample Party']);
  expect(namesOf(record(output, 'party-bd-90'))).toEqual(['Bangladesh Sample League', 'Sample League']);
  expect(namesOf(record(output, 'party-bd-91'))).toEqual(['League of Workers']);
});

test('a founding year is a date with the precision of a year', () => {
  expect(values(record(output, 'party-de-10'), 'founded')).toEqual(['1993']);
  expect(values(record(output, 'party-ir-40'), 'founded')).toEqual([]);
});

test.each([
  [
    'lost a column',
    { replace: ['"name_short"', '"abbreviation"'] as const },
    /wikipedia\.csv:1: expected the column name_short/u,
  ],
  [
    'has a text where a year was',
    { replace: ['"1990"', '"about 1990"'] as const },
    /wikipedia\.csv:\d: expected a year, found "about 1990"/u,
  ],
  [
    'has a text where a number was',
    { replace: ['20,"https', 'xx,"https'] as const },
    /wikipedia\.csv:2: expected a number as partyfacts_id/u,
  ],
  ['is cut', { cut: true }, /wikipedia\.csv:\d+: expected/u],
  [
    'has mark-up in a name',
    { replace: ['"Example Front"', '"Example <i>Front</i>"'] as const },
    /wikipedia\.csv:5: expected a text without mark-up/u,
  ],
])('it stops when a file %s', (_, change, message) => expect(() => readFixture('partyfacts', change)).toThrow(message));
