import { describe, expect, test } from 'vitest';
import { namesOf, readFixture, record, values } from '../fixture.ts';
import { firstDate, plain } from '../plain.ts';

const parties = readFixture('partyfacts').entities;
const output = readFixture('factbook', { earlier: parties });

describe('fields of the Factbook', () => {
  test('are decoded before they are split', () => {
    expect(plain('<em>S&eacute;bastien</em>&nbsp;RODR&Iacute;GUEZ<br>next')).toBe('Sébastien RODRÍGUEZ\nnext');
  });

  test.each([
    ['2/23/2025', '2025-02-23'],
    ['1/12/2025 to 2/16/2025', '2025-01-12'],
    ['10-12 December 2023', '2023-12-10'],
    ['5 Sep 2025', '2025-09-05'],
    ['April 2018', '2018-04'],
    ['2029', '2029'],
    ['21/13/2025', undefined],
    ['postponed indefinitely', undefined],
    ['scheduled for 24 December 2021', undefined],
  ])('%s begins with the date %s', (text, date) => expect(firstDate(text)).toBe(date));
});

test('profiles are known by their GEC codes, and one without a country of its own is left', () => {
  expect(values(record(output, 'country-de'), 'capital')).toEqual(['capital-de-berlin']);
  expect(values(record(output, 'country-ch'), 'capital')).toEqual(['capital-ch-bern']);
  expect(output.entities.map(({ id }) => id)).not.toContain('country-ax');
});

test('data are of the day on which the Factbook closed, whatever was committed later', () => {
  expect(output.asOf).toBe('2026-01-22');
  expect(readFixture('factbook').entities[0]!.facts![0]!.asOf).toBe('2026-01-22');
});

test('adjectives are cues of the country, without what explains them', () => {
  expect(record(output, 'country-at').cues).toEqual(['Austrian', 'Osterreichisch']);
  expect(record(output, 'country-ch').cues).toEqual(['Swiss']);
});

describe('chambers', () => {
  test('of a parliament of two are part of it; the only one is the parliament', () => {
    expect(values(record(output, 'chamber-de-lower'), 'part-of')).toEqual(['parliament-de']);
    expect(values(record(output, 'chamber-at'), 'type')).toEqual(['parliament']);
  });

  test('that share a name are called by their country, and the bare name is a short one', () => {
    const senate = record(output, 'chamber-de-upper');
    expect(namesOf(senate)).toEqual(['Senate of Germany', 'Senate', 'Senat']);
    expect(senate.names).toContainEqual({ text: 'Senate', kind: 'short', lang: 'en' });
    expect(namesOf(record(output, 'chamber-de-lower'))).toEqual(['Federal Assembly', 'Bundesversammlung']);
  });

  test('tell their size, last election and next one, when that was still ahead', () => {
    const lower = record(output, 'chamber-de-lower');
    expect(values(lower, 'seats')).toEqual([630]);
    expect(values(lower, 'last-election')).toEqual(['2025-02-23']);
    expect(values(lower, 'next-election')).toEqual(['2029-02']);
    expect(values(record(output, 'chamber-at'), 'next-election')).toEqual([]);
  });

  test('give seats to parties only where the numbers add up', () => {
    expect(record(output, 'party-de-10').facts).toMatchObject([
      { property: 'seats', value: 200, within: 'chamber-de-lower', from: '2025-02-23' },
    ]);
    const others = output.entities.filter(({ facts }) =>
      facts!.some(({ within }) => within === 'chamber-at' || within === 'chamber-de-upper'),
    );
    expect(others).toEqual([]);
  });

  test('know a party by its own words, make a young one, and give none to independents', () => {
    // "People's Party" is too common a name for a party that no source knows.
    expect(output.entities.map(({ name }) => name)).not.toContain("People's Party");
    expect(namesOf(record(output, 'party-de-new-example-force'))).toEqual(['New Example Force', 'NEF']);
    expect(output.entities.filter(({ name }) => /^(?:Other|independent)/iu.test(name))).toEqual([]);
  });
});

test('elections have the name of their year, and none that was expected before the day of the data', () => {
  const last = record(output, 'election-de-parliamentary-2025');
  expect(last.name).toBe('2025 German parliamentary election');
  expect(values(last, 'held-on')).toEqual(['2025-02-23']);
  expect(values(record(output, 'election-de-parliamentary-2029'), 'expected-on')).toEqual(['2029-02']);
  expect(values(record(output, 'election-de-presidential-2022'), 'held-on')).toEqual(['2022-02-13']);
  expect(output.entities.filter(({ id }) => id.startsWith('election-at'))).toMatchObject([
    { name: '2025 Austrian parliamentary election' },
  ]);
});

test('courts are read without their brackets, and sentences between them are none', () => {
  const courts = output.entities.filter(({ id }) => id.startsWith('court-de')).map(namesOf);
  expect(courts).toEqual([
    ['Federal Court', 'Bundesgericht'],
    ['Supreme Court of Germany', 'Supreme Court'],
  ]);
});

describe('leaders', () => {
  test('have their surname in small letters, an accent from the entity, and a form without what follows the surname', () => {
    const leader = record(output, 'leader-alpha-exemplar-munoz-third');
    expect(namesOf(leader)).toEqual(['Alpha Exemplár-Muñoz Third', 'Alpha Exemplár-Muñoz']);
    expect(leader.facts).toMatchObject([{ property: 'head-of-state-of', value: 'country-de', from: '2017-03-19' }]);
  });

  test('are the first of those whom a field names', () => {
    expect(output.entities.filter(({ name }) => /Other|Delta|Wrong/u.test(name))).toEqual([]);
    expect(values(record(output, 'leader-beta-example'), 'head-of-government-of')).toEqual(['country-de']);
  });

  test('keep the numeral of a monarch, who is also called with the title', () => {
    expect(namesOf(record(output, 'leader-alpha-iii'))).toEqual(['Alpha III', 'King Alpha III']);
  });

  test('whose family name stands first keep the order, and are not called by half of the name after it', () => {
    expect(namesOf(record(output, 'leader-epsilon-ahmed-example'))).toEqual(['Epsilon Ahmed Example']);
  });

  test('of dependencies are not taken for heads of state', () => {
    expect(output.entities.filter(({ name }) => /Theta|Eta /u.test(name))).toEqual([]);
  });
});

test.each([
  ['"46"', '"forty-six"', /legislature name: expected a number of seats, found "forty-six"/u],
  [
    '"Bern"',
    '"no town is the capital of this country"',
    /name: expected the name of a capital, or a row in capitals\.json/u,
  ],
  ['"Bern"', '"Bern https://x.example"', /sz\.json:Government > Capital > name: expected a text without mark-up/u],
])('it stops where %s has become %s', (from, to, message) =>
  expect(() => readFixture('factbook', { replace: [from, to] })).toThrow(message),
);

test('it stops when a heading is gone from all profiles, and when a file is cut', () => {
  const renamed = { replace: ['"Capital"', '"Seat"'] as const };
  expect(() => readFixture('factbook', { ...renamed })).toThrow(
    /Government > Capital > name: expected this field in some of them/u,
  );
  expect(() => readFixture('factbook', { cut: true })).toThrow(/\.json:\d+: expected whole JSON/u);
});
