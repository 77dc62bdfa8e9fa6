/** The newest changes of office that the sources of the packs tell of, or miss: each is right, or shown with "as of". */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Fact, needsAsOf } from '../../src/dataset/facts.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { packInfos } from './sources.ts';

/** Day on which the packs were released: what is asked here is asked on that day. */
const released = '2026-11-29';

const records = packInfos.flatMap(({ id }) => {
  const dir = new URL(`../../data/${id}/`, import.meta.url);
  return readdirSync(dir)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(new URL(file, dir), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as Entity);
});

const named = (name: string) => records.filter((record) => record.name === name);
const factsOf = (name: string, property: Fact['property']) =>
  named(name).flatMap(({ facts = [] }) => facts.filter((fact) => fact.property === property));
/** Who is said to hold the office on the day of the release, and may be said so without "as of". */
const holders = (property: Fact['property'], country: string) =>
  records
    .filter(({ facts = [] }) =>
      facts.some(
        (fact) =>
          fact.property === property &&
          fact.value === country &&
          (fact.to === undefined || fact.to > released) &&
          !needsAsOf([fact], released),
      ),
    )
    .map(({ name }) => name);

describe('a head of state or government', () => {
  test.each([
    ['head-of-government-of', 'country-gb', 'Andy Burnham', '2026-07-20'],
    ['head-of-state-of', 'country-vn', 'Tô Lâm', '2026-04-07'],
    ['head-of-government-of', 'country-vn', 'Lê Minh Hưng', '2026-04-07'],
    ['head-of-government-of', 'country-fr', 'Sébastien Lecornu', '2025-09-09'],
  ] as const)('%s %s: %s, since %s', (property, country, name, from) => {
    expect([...new Set(holders(property, country))]).toEqual([name]);
    expect(factsOf(name, property).map((fact) => fact.from)).toContain(from);
  });

  test.each([
    ['head-of-government-of', 'Andrej Babiš', '2025-12-09'],
    ['head-of-state-of', 'Mamady Doumbouya', '2026-01-17'],
    ['head-of-state-of', 'Delcy Eloína Rodríguez Gómez', '2026-01-05'],
    ['head-of-government-of', 'Dick Schoof', '2025-06-03'],
  ] as const)('%s: %s, since %s, is known of January 2026 alone, and shown with "as of"', (property, name, from) => {
    const facts = factsOf(name, property);
    expect(facts.map((fact) => fact.from)).toEqual([from]);
    expect(needsAsOf(facts, released)).toBe(true);
  });

  test.each([
    ['head-of-government-of', 'Keir Starmer', '2026-07-20'],
    ['head-of-government-of', 'Viktor Orbán', '2026-05-09'],
    ['head-of-state-of', 'Luong Cuong', '2026-04-07'],
    ['head-of-government-of', 'Pham Minh Chinh', '2026-04-07'],
  ] as const)('%s: %s until %s', (property, name, to) => {
    expect(new Set(factsOf(name, property).map((fact) => fact.to))).toEqual(new Set([to]));
  });

  test('of Korea is the president; the prime minister, who assists him, is shown with "as of"', () => {
    expect(new Set(holders('head-of-government-of', 'country-kr'))).toEqual(new Set(['Lee Jae Myung']));
    const facts = factsOf('Kim Min-seok', 'office-held');
    expect(facts).toMatchObject([{ value: 'Prime Minister', within: 'country-kr', from: '2025-07-03' }]);
    expect(needsAsOf(facts, released)).toBe(true);
  });

  test('of Iran is told by the edited pack alone', () => {
    expect(holders('head-of-state-of', 'country-ir')).toEqual([]);
    expect(records.filter(({ name }) => /Khamenei/u.test(name))).toEqual([]);
  });
});

describe('an office', () => {
  test.each([
    ['Dan Jarvis', 'Secretary of State for Defence', '2026-06-11'],
    ['James Murray', 'Secretary of State for Health and Social Care', '2026-05-14'],
    ['Shabana Mahmood', 'Secretary of State for the Home Department', '2025-09-05'],
    ['Yvette Cooper', 'Secretary of State for Foreign, Commonwealth and Development Affairs', '2025-09-05'],
  ])('%s, %s, since %s: before the change of prime minister, and so with "as of"', (name, office, from) => {
    const facts = factsOf(name, 'office-held').filter((fact) => fact.value === office);
    expect(facts.map((fact) => [fact.from, fact.to])).toEqual([[from, undefined]]);
    expect(needsAsOf(facts, released)).toBe(true);
  });

  test('Vice President of the United States: J.D. Vance', () =>
    expect(factsOf('J.D. Vance', 'office-held')).toMatchObject([{ value: 'Vice President', from: '2025-01-20' }]));
});

describe('a house of parliament', () => {
  test('the Bundestag was elected on 23 February 2025', () => {
    const bundestag = records.find(({ id }) => id === 'chamber-de-lower')!;
    expect(bundestag.facts).toContainEqual(expect.objectContaining({ property: 'last-election', value: '2025-02-23' }));
  });

  test('who gave up the seat is no member', () => {
    const facts = named('Robert Habeck').flatMap((person) => person.facts ?? []);
    expect(facts.filter(({ source }) => source === 'de-bundestag')).toEqual([]);
  });

  test.each([
    ['David Farley', 'One Nation'],
    ['Barnaby Joyce', 'One Nation'],
    ['Tammy Tyrrell', 'Australian Labor Party'],
  ])('%s sits for %s', (name, party) => {
    const [fact] = factsOf(name, 'party');
    expect(records.find(({ id }) => id === fact?.value)?.name).toBe(party);
  });
});

test.each(['Gran Grif', 'Viv Ansanm'])('%s was listed by the Security Council on 8 July 2025', (name) =>
  expect(factsOf(name, 'listed-by')).toMatchObject([{ value: 'un-list-haiti', from: '2025-07-08' }]),
);

test('nobody is called by a title and a surname', () => {
  const called = records
    .filter(({ kind }) => kind === 'person')
    .flatMap(({ name, names = [] }) => [name, ...names.map(({ text }) => text)]);
  expect(called.filter((name) => /^(?:Mr|Mrs|Ms|Miss|Dr)\.? \S+$/u.test(name))).toEqual([]);
});
