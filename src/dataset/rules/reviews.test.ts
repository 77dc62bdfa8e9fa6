import { expect, test } from 'vitest';
import { cite, context, dispute, entity, pack, position, statement } from '../builders.ts';
import { checkDataset } from '../check.ts';
import type { Entity, Verdict } from '../schema.ts';
import { unitHash } from '../short-hash.ts';
import { unitsOf, withoutRecords } from '../units.ts';
import { passedReviews } from './reviews.ts';

const bare = entity('a', {
  statements: [statement('It was a club.')],
  disputes: [dispute({ positions: [position('A', 'Yes.'), position('B', 'No.')] })],
  roles: [{ title: 'Head', citations: cite('alpha') }],
});

/** The entity with these verdicts on each unit, of what stands there unless they say otherwise. */
function reviewed(...verdicts: Partial<Verdict>[]): Entity {
  const copy = structuredClone(bare);
  for (const unit of unitsOf(copy))
    unit.record.review = verdicts.map((verdict) => ({
      on: '2026-11-20',
      as: 'second reader',
      verdict: 'supported',
      of: unitHash(unit),
      ...verdict,
    }));
  return copy;
}

const places = ['statements[0]', 'disputes[0].positions[0]', 'disputes[0].positions[1]', 'roles[0]'];
const passing = (card: Entity) => passedReviews(context(pack([card]))).map(({ path }) => path);

test('statements, positions and roles need the good verdict of a second reader', () => {
  expect(passing(bare)).toEqual(places.map((place) => `entities/a.${place}.review`));
  expect(passing(reviewed({}))).toEqual([]);
});

test.each<[string, Partial<Verdict>[], boolean]>([
  ['that is partly supported', [{ verdict: 'partly' }], false],
  ['that is not supported', [{ verdict: 'unsupported' }], false],
  ['whose last verdict is good', [{ verdict: 'partly', on: '2026-11-01' }, {}], true],
  ['whose last verdict is bad', [{}, { verdict: 'partly', on: '2026-11-21' }], false],
  ['whose verdict was on other words', [{ of: '0123456789abcdef' }], false],
])('a sentence %s passes: %j, %s', (_, verdicts, passes) => {
  expect(passing(reviewed(...verdicts))).toHaveLength(passes ? 0 : places.length);
});

test('a verdict that no longer fits the words is refused, and so is one of a day to come', () => {
  const rules = (card: Entity) =>
    checkDataset(context(pack([card])))
      .map(({ rule }) => rule)
      .filter((rule) => rule === 'fitting-review' || rule === 'real-date');
  expect(rules(reviewed({}))).toEqual([]);
  expect(rules(reviewed({ of: '0123456789abcdef' }))).toEqual(places.map(() => 'fitting-review'));
  expect(rules(reviewed({ on: '2026-11-23' }))).toEqual(places.map(() => 'real-date'));
  const changed = reviewed({});
  changed.statements![0]!.text = 'It was no club.';
  expect(rules(changed)).toEqual(['fitting-review']);
});

test('what ships has neither verdicts nor exceptions, and all else', () => {
  const kept = reviewed({});
  for (const { record } of unitsOf(kept)) record.uncarried = [{ text: 'x', because: 'y' }];
  expect(withoutRecords(kept)).toEqual(bare);
  expect(withoutRecords(entity('b'))).toEqual(entity('b'));
});
