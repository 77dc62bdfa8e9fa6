import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cite, dispute, entity, position, statement } from './builders.ts';
import { shortHash, unitHash } from './short-hash.ts';
import { unitsOf } from './units.ts';

// Of the FNV reference vectors.
test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('the hash of "%s" is that of FNV-1a', (text, hash) => {
  expect(shortHash(text)).toBe(hash);
});

test('two texts that differ have two hashes', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => (shortHash(a) === shortHash(b)) === (a === b)));
});

const hashes = (change: object) => {
  const quoted = [{ ...cite('alpha')[0]!, quotes: ['it was'] }];
  return unitsOf(
    entity('a', {
      statements: [statement('It was.', { citations: quoted, ...change })],
      disputes: [dispute({ positions: [position('A', 'It was.', { citations: quoted, ...change })] })],
      roles: [{ title: 'Head', citations: quoted, ...change }],
    }),
  ).map(unitHash);
};

test.each<[string, object, boolean[]]>([
  ['text', { text: 'It is.' }, [true, true, false]],
  ['title', { title: 'Chair' }, [false, false, true]],
  ['holder', { holder: 'B' }, [false, true, false]],
  ['number', { low: 3 }, [false, true, false]],
  ['date', { date: '2024' }, [true, true, false]],
  ['end', { to: '2024' }, [true, false, true]],
  ['day on which it was known', { asOf: '2024' }, [true, false, false]],
  ['quotation', { citations: [{ ...cite('alpha')[0]!, quotes: ['it was not'] }] }, [true, true, true]],
  ['source', { citations: [{ ...cite('beta')[0]!, quotes: ['it was'] }] }, [true, true, true]],
  ['locator', { citations: [{ ...cite('alpha')[0]!, quotes: ['it was'], locator: 'p. 2' }] }, [false, false, false]],
  ['exception', { uncarried: [{ text: 'x', because: 'y' }] }, [false, false, false]],
])('another %s changes the hash of what a reader judged, or not', (_, change, changed) => {
  const before = hashes({});
  expect(hashes(change).map((hash, i) => hash !== before[i])).toEqual(changed);
});
