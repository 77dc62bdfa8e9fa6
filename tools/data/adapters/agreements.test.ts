import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { countries, record } from '../fixture.ts';
import { readAgreements } from './agreements.ts';

const pact = { kind: 'document', name: 'Pact of Exampletown', began: '1999-05-01', at: 'https://pacts.example/1' };
const needs = { town: { en: ['harbour'], de: ['Hafen'], ar: ['ميناء'] } };
const read = (...rows: Record<string, unknown>[]) =>
  readAgreements({
    source: 'agreements',
    files: [{ path: 'agreements.json', text: JSON.stringify({ on: '2026-06-30', needs, rows }) }],
    day: '2026-07-01',
    countries,
    tables: {},
    earlier: new Map(),
  });

test('an agreement is a document with its date and the address of the page', () => {
  expect(read(pact).entities).toEqual([
    {
      id: 'agreement-pact-of-exampletown',
      kind: 'document',
      name: 'Pact of Exampletown',
      names: [],
      facts: [
        {
          property: 'began',
          value: '1999-05-01',
          locator: 'https://pacts.example/1',
          asOf: '2026-06-30',
          source: 'agreements',
        },
      ],
    },
  ]);
});

test('an event says what it is, an alliance when it was founded', () => {
  const output = read(
    { kind: 'event', type: 'event', name: 'Example Rising', began: '1950', at: pact.at, wikidata: 'Q1' },
    { kind: 'organisation', type: 'international-body', name: 'EXPACT', founded: '2001', at: pact.at },
  );
  expect(record(output, 'event-example-rising')).toMatchObject({
    wikidata: 'Q1',
    facts: [
      { property: 'began', value: '1950' },
      { property: 'type', value: 'event', locator: pact.at },
    ],
  });
  expect(record(output, 'alliance-expact').facts).toMatchObject([
    { property: 'founded', value: '2001' },
    { property: 'type', value: 'international-body' },
  ]);
});

test('names have their language, initials their capitals, and names that ask the words of their language or of all', () => {
  const output = read({
    ...pact,
    names: {
      de: ['Beispielpakt', 'Pakt von Beispiel'],
      fr: [{ text: 'le Pacte', kind: 'self-designation', usedBy: 'its signatories' }],
    },
    asking: { ar: ['ميثاق المثال'], any: ['EXP', { text: 'New PACT', exactCase: true }] },
    needs: 'town',
  });
  const all = ['harbour', 'Hafen', 'ميناء'];
  expect(record(output, 'agreement-pact-of-exampletown').names).toEqual([
    { text: 'Beispielpakt', kind: 'full', lang: 'de' },
    { text: 'Pakt von Beispiel', kind: 'full', lang: 'de', unique: true },
    { text: 'le Pacte', kind: 'self-designation', usedBy: 'its signatories', lang: 'fr' },
    { text: 'ميثاق المثال', kind: 'full', lang: 'ar', needs: ['ميناء'] },
    { text: 'EXP', kind: 'acronym', exactCase: true, needs: all },
    { text: 'New PACT', kind: 'full', exactCase: true, needs: all },
  ]);
});

test.each([
  ['no address', { at: 'pacts.example' }, /rows\[0\]: expected the address of a page/u],
  ['no date', { began: undefined }, /rows\[0\]: expected a date/u],
  [
    'no words of the language',
    { asking: { fr: ['le Pacte'] }, needs: 'town' },
    /rows\[0\]: expected words of the language fr/u,
  ],
  ['an unknown list', { asking: { any: ['EXP'] }, needs: 'city' }, /expected words of the language any in needs/u],
  ['an unknown kind', { kind: 'place' }, /agreements\.json:rows\[0\]\.kind/u],
])('a row with %s stops the adapter', (_, change, error) => {
  expect(() => read({ ...pact, ...change })).toThrow(error);
});

test('two rows of one name stop the adapter', () => {
  expect(() => read(pact, pact)).toThrow(/rows\[1\]: expected a name that no other row has/u);
});

const stored = (source: string) =>
  readFileSync(new URL(`../../../data/world/${source}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entity);

test('where the lists of Wikidata tell an event too, both say when it began', () => {
  const beganIn = ({ facts = [] }: Entity) => facts.find(({ property }) => property === 'began')?.value;
  const lists = new Map(stored('wikidata-lists').map((entity) => [entity.id, beganIn(entity)]));
  const shared = stored('agreements').filter(({ id }) => lists.has(id));
  expect(shared.length).toBeGreaterThan(10);
  expect(shared.filter((entity) => beganIn(entity) !== lists.get(entity.id)).map(({ id }) => id)).toEqual([]);
  // Only what no other source tells says here what it is.
  expect(shared.filter(({ facts = [] }) => facts.length > 1).map(({ id }) => id)).toEqual([]);
});

test('a name with a word of judgement says who uses it', () => {
  const path = new URL('../../../data/loaded-words.json', import.meta.url);
  const words = (JSON.parse(readFileSync(path, 'utf8')) as { forms: string[] }[]).flatMap(({ forms }) => forms);
  const judges = new RegExp(`\\b(?:${words.join('|')})\\b`, 'iu');
  const ours = stored('agreements').flatMap(({ id, names = [] }) =>
    names.flatMap(({ text, usedBy }) => (judges.test(text) && usedBy === undefined ? [`${id}: ${text}`] : [])),
  );
  expect(ours).toEqual([]);
});
