import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entity, pack, source } from './builders.ts';
import { jsonSchema, schemaNames } from './json-schema.ts';
import { readPack } from './read.ts';

const file = (change: object = {}) => ({
  format: 'sidelight-pack',
  formatVersion: 1,
  ...pack([entity('a')]),
  ...change,
});

test('a pack in the exchange format is read as it is', () => {
  expect(readPack(file())).toEqual({ pack: file(), problems: [] });
});

test('a pack of names only is a pack', () => {
  const names = { ...file({ entities: [{ id: 'a', kind: 'person', name: 'Aa Bb' }], sources: {} }) };
  expect(readPack(names).problems).toEqual([]);
});

test('relations to entities of other packs are left alone', () => {
  const related = [{ id: 'elsewhere', kind: 'part of' }];
  expect(readPack(file({ entities: [entity('a', { related })] })).problems).toEqual([]);
});

test.each<[string, unknown, string, RegExp]>([
  ['nothing', undefined, '', /an object/u],
  ['a list', [], '', /an object/u],
  ['another format', file({ format: 'other' }), 'format', /sidelight-pack/u],
  ['a later version', file({ formatVersion: 2 }), 'formatVersion', /1/u],
  ['an unknown key', file({ script: 'x' }), 'script', /only keys/u],
  ['a key __proto__', JSON.parse(`{"__proto__": {}, ${JSON.stringify(file()).slice(1)}`), '__proto__', /only keys/u],
  [
    'a source under the key __proto__',
    file({ sources: JSON.parse(`{"__proto__": ${JSON.stringify(source('alpha'))}}`) }),
    'entities/a.statements[0].citations[0].source',
    /id of a source/u,
  ],
  [
    'an entity called constructor',
    file({ entities: [{ id: 'constructor', kind: 'place', name: 'Aa' }] }),
    'entities[0].id',
    /lower-case/u,
  ],
  ['a source under another id', file({ sources: { alpha: source('beta') } }), 'sources.alpha.id', /alpha/u],
  ['an id that stands twice', file({ entities: [entity('a'), entity('a')] }), 'entities/a', /no other/u],
  ['a citation of no source', file({ sources: {} }), 'entities/a.statements[0].citations[0].source', /id of a source/u],
  [
    'an address that ends in a character nobody sees',
    file({ sources: { alpha: source('alpha', { URL: 'https://example.org\u0000' }) } }),
    'sources.alpha.URL',
    /https/u,
  ],
  [
    'a javascript: address',
    file({ sources: { alpha: source('alpha', { URL: 'javascript:alert(1)' }) } }),
    'sources.alpha.URL',
    /https/u,
  ],
  [
    'an unknown kind',
    file({ entities: [{ id: 'a', kind: 'robot', name: 'Aa' }] }),
    'entities[0].kind',
    /one of person/u,
  ],
  ['an empty name', file({ entities: [{ id: 'a', kind: 'place', name: '' }] }), 'entities[0].name', /not empty/u],
  [
    'a bidirectional override',
    file({ entities: [{ id: 'a', kind: 'place', name: 'A\u202Eb' }] }),
    'entities/a.name',
    /can be seen/u,
  ],
  [
    'a name of one letter',
    file({ entities: [{ id: 'a', kind: 'place', name: 'A.' }] }),
    'entities/a.name',
    /two letters/u,
  ],
  ['a name of spaces', file({ entities: [{ id: 'a', kind: 'place', name: '  ' }] }), 'entities/a.name', /two letters/u],
  [
    'a text as long as a book',
    file({ entities: [{ id: 'a', kind: 'place', name: 'Aa', description: 'x'.repeat(10_001) }] }),
    'entities/a.description',
    /at most 10000/u,
  ],
  ['a title that turns the line around', file({ title: 'A\u202eB' }), 'pack.title', /can be seen/u],
  [
    'a day that is none',
    file({ entities: [entity('a', { reviewBy: '2026-02-31' })] }),
    'entities/a.reviewBy',
    /calendar/u,
  ],
])('%s is refused with its place', (_, value, path, expected) => {
  const { pack: read, problems } = readPack(value);
  expect(read).toBeUndefined();
  expect(problems.map((problem) => problem.path)).toContain(path);
  expect(problems.map((problem) => problem.expected).join()).toMatch(expected);
});

test('a value nested a hundred thousand levels deep costs no stack', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  expect(readPack(deep).problems).toHaveLength(1);
  expect(
    readPack(file({ entities: [deep, { id: 'a', kind: 'place', name: deep }] })).problems.map(({ path }) => path),
  ).toEqual(['entities[0]', 'entities[1].name']);
});

test('entities may relate to each other in a circle', () => {
  const related = (id: string) => [{ id, kind: 'part of' }];
  expect(
    readPack(file({ entities: [entity('a', { related: related('b') }), entity('b', { related: related('a') })] }))
      .problems,
  ).toEqual([]);
});

test('every problem is listed, not only the first', () => {
  const { problems } = readPack(
    file({
      title: '',
      entities: [
        { id: 'A', kind: 'place', name: 'Aa' },
        { id: 'b', kind: 'place' },
      ],
    }),
  );
  expect(problems.map(({ path }) => path)).toEqual(['title', 'entities[0].id', 'entities[1].name']);
});

test('a message shows what cannot be seen', () => {
  const { problems } = readPack(file({ entities: [{ id: 'a', kind: 'place', name: 'A\u202Eb' }] }));
  expect(problems[0]?.found).toBe('"\\u202e" in "A\\u202eb"');
});

test('no value makes the reader throw, and what it accepts it accepts again', () => {
  const anything = fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true, withDate: true });
  const nearly = fc.record(
    {
      format: fc.constant('sidelight-pack'),
      formatVersion: fc.constant(1),
      id: fc.constant('p'),
      title: fc.string(),
      description: fc.string(),
      language: fc.string(),
      license: fc.string(),
      released: fc.constant('2026-01-01'),
      entities: fc.array(
        fc.record({
          id: fc.constantFrom('a', 'b', '__proto__'),
          kind: fc.constantFrom('place', 'x'),
          name: fc.string({ unit: 'binary' }),
        }),
      ),
      sources: fc.oneof(fc.constant({}), fc.dictionary(fc.string(), anything)),
    },
    { requiredKeys: ['format', 'formatVersion', 'entities'] },
  );
  fc.assert(
    fc.property(fc.oneof(anything, nearly), (value) => {
      const { pack: read, problems } = readPack(value);
      expect(read === undefined).toBe(problems.length > 0);
      if (read) expect(readPack(JSON.parse(JSON.stringify(read)))).toEqual({ pack: read, problems: [] });
    }),
  );
});

test('the JSON Schema accepts what the reader accepts and refuses what breaks the schema, for another validator', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  const accepts = Object.fromEntries(schemaNames.map((name) => [name, ajv.compile(jsonSchema(name))]));
  expect(accepts.pack?.(file())).toBe(true);
  expect(accepts.entity?.(entity('a'))).toBe(true);
  expect(accepts.source?.(source('a'))).toBe(true);
  const { entities: _, sources: __, ...info } = pack([]);
  expect(accepts.info?.(info)).toBe(true);
  for (const change of [
    { formatVersion: 2 },
    { script: 'x' },
    { entities: [{ id: 'A', kind: 'place', name: 'Aa' }] },
    { entities: [{ id: 'a', kind: 'robot', name: 'Aa' }] },
    { released: 'today' },
  ])
    expect(accepts.pack?.(file(change))).toBe(false);
});
