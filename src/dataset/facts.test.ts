import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { context, fact, pack, source } from './builders.ts';
import { canonicalLine } from './canonical.ts';
import { checkDataset } from './check.ts';
import { type FactProperty, factProperties, factTypes } from './fact-properties.ts';
import { entitiesInFacts, factSchema, needsAsOf } from './facts.ts';
import { joinRecords } from './join.ts';
import { createLibrary } from './library.ts';
import { parse } from './parse.ts';
import { type Entity, entitySchema } from './schema.ts';

const samples = {
  type: 'capital',
  entity: 'a-b',
  date: '2026-01',
  number: 3,
  text: 'Minister',
  country: 'IR',
} as const;

describe('the schema of a fact', () => {
  test('takes for each property a value of its kind, and of no other', () => {
    const wrong = { type: 'city', entity: 'A b', date: '1.2.2026', number: '3', text: '', country: 'Iran' };
    for (const [property, kind] of Object.entries(factProperties)) {
      const made = (value: string | number) => fact(property as FactProperty, value);
      expect(factSchema.safeParse(made(samples[kind])).success, property).toBe(true);
      expect(factSchema.safeParse(made(wrong[kind])).success, property).toBe(false);
    }
  });

  test('says which value a property wants', () => {
    const { problems } = parse(factSchema, fact('held-on', 'May 2026'), 'facts[0]');
    expect(problems).toMatchObject([
      { path: 'facts[0].value', expected: 'a date, YYYY, YYYY-MM or YYYY-MM-DD as held-on', found: '"May 2026"' },
    ]);
  });

  test('knows no property beyond its list', () => {
    expect(factSchema.safeParse({ ...fact('seats', 1), property: 'ideology' }).success).toBe(false);
  });
});

test('the entities in facts are values of entity properties and the places within', () => {
  const facts = [fact('seats', 3, { within: 'house' }), fact('party', 'left'), fact('party-name', 'right')];
  expect(entitiesInFacts(facts)).toEqual(['house', 'left']);
});

test.each([
  ['2026-10-22', false],
  ['2026-10-23', true],
])('on %s an office known on 22 January 2026 needs "as of": %s', (day, needed) => {
  expect(
    needsAsOf([fact('member-of', 'a', { asOf: '2025-01-01' }), fact('member-of', 'a', { asOf: '2026-01-22' })], day),
  ).toBe(needed);
});

test.each([
  ['2026-07-19', false],
  ['2026-07-20', true],
])('on %s an office whose government changed on 20 July 2026 needs "as of": %s', (day, needed) => {
  expect(needsAsOf([fact('office-held', 'Minister', { asOf: '2026-06-19', changed: '2026-07-20' })], day)).toBe(needed);
});

test('facts of which none is dated need "as of"', () => expect(needsAsOf([], '2026-01-01')).toBe(true));

describe('records of one entity', () => {
  const record = (change: Partial<Entity>): Entity => ({ id: 'x', kind: 'place', name: 'X', ...change });

  test('are joined: the first name stands, another is one of the names, and a capital is said first', () => {
    const joined = joinRecords([
      record({ facts: [fact('country', 'IR')], cues: ['a'] }),
      record({ name: 'Y', wikidata: 'Q1', facts: [fact('type', 'capital')], cues: ['a', 'b'] }),
      { ...record({}), id: 'z' },
    ]);
    expect(joined).toEqual([
      {
        ...record({ wikidata: 'Q1' }),
        names: [{ text: 'Y', lang: 'en' }],
        facts: [fact('type', 'capital'), fact('country', 'IR')],
        cues: ['a', 'b'],
      },
      { id: 'z', kind: 'place', name: 'X' },
    ]);
  });

  test('keep every fact, whatever the number of records', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }), { minLength: 1 }), (lists) => {
        const [joined] = joinRecords(lists.map((seats) => record({ facts: seats.map((n) => fact('seats', n)) })));
        expect((joined!.facts ?? []).map(({ value }) => value)).toEqual(lists.flat());
      }),
    );
  });

  test('stand on one line with their keys in order', () => {
    const line = canonicalLine({ name: 'X', facts: [{ ...fact('seats', 1) }], kind: 'place', id: 'x' }, entitySchema);
    expect(line).toBe(
      '{"id":"x","kind":"place","name":"X","facts":[{"property":"seats","value":1,"asOf":"2026-11-01","source":"alpha"}]}',
    );
  });
});

describe('a pack of open data', () => {
  const dataset = source('data', {
    type: 'dataset',
    license: 'CC0-1.0',
    version: 'abc',
    issued: { 'date-parts': [[2026, 11, 1]] },
  });
  const bare: Entity = {
    id: 'x',
    kind: 'place',
    name: 'X-ville',
    facts: [fact('type', 'capital', { source: 'data' })],
  };
  const problemsOf = (entities: Entity[], sources = [dataset]) => {
    const open = {
      ...pack([], sources, 'world'),
      entities,
      sources: Object.fromEntries(sources.map((each) => [each.id, each])),
    };
    return checkDataset({ ...context([]), library: createLibrary([open]) }, [open]).map(
      ({ rule, path }) => `${rule} ${path}`,
    );
  };

  test('passes with a dated fact of a licensed source, without a statement', () => {
    expect(problemsOf([bare])).toEqual([]);
  });

  test.each<[string, Partial<Entity>, string]>([
    ['an entity without a fact', { facts: [] }, 'dated-fact entities/x.facts'],
    [
      'a fact from tomorrow',
      { facts: [fact('type', 'capital', { source: 'data', asOf: '2027-01-01' })] },
      'dated-fact entities/x.facts[0].asOf',
    ],
    [
      'a fact of no source',
      { facts: [fact('type', 'capital', { source: 'no' })] },
      'known-source entities/x.facts[0].source',
    ],
    [
      'a fact on an entity that is nowhere',
      { facts: [fact('capital-of', 'no', { source: 'data' })] },
      'known-entity entities/x.facts[0].value',
    ],
    [
      'a fact on the entity itself',
      { facts: [fact('capital-of', 'x', { source: 'data' })] },
      'known-entity entities/x.facts[0].value',
    ],
    [
      'a day that is in no calendar',
      { facts: [fact('founded', '2026-02-30', { source: 'data' })] },
      'real-date entities/x.facts[0]',
    ],
    [
      'an end before the beginning',
      { facts: [fact('seats', 1, { source: 'data', from: '2026', to: '2025' })] },
      'real-date entities/x.facts[0]',
    ],
    ['mark-up in a name', { name: 'X <b>ville</b>' }, 'tidy-text entities/x.name'],
  ])('is refused with %s', (_, change, problem) => {
    expect(problemsOf([{ ...bare, ...change }])).toContain(problem);
  });

  test.each(['license', 'issued', 'version'] as const)('is refused with a source without %s', (key) => {
    const { [key]: _, ...rest } = dataset;
    expect(problemsOf([bare], [rest])).toEqual(['dated-fact entities/x.facts[0].source']);
  });

  test('is refused with a source that gives nothing', () => {
    expect(problemsOf([bare], [dataset, { ...dataset, id: 'idle', URL: 'https://idle.example/' }])).toEqual([
      'referenced-source sources/idle',
    ]);
  });
});

test('types are words joined by hyphens, each once', () => {
  expect(new Set(factTypes).size).toBe(factTypes.length);
  for (const type of factTypes) expect(type).toMatch(/^[a-z]+(-[a-z]+)*$/u);
});
