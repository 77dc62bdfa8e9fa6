import { show } from '../problem.ts';
import type { Verdict } from '../schema.ts';
import { unitHash } from '../short-hash.ts';
import { type Unit, unitsIn } from '../units.ts';
import type { Rule } from './rule.ts';

/** A verdict is about the words, quotations and dates that were read, and about no others. */
export const fittingReviews: Rule = ({ library }) =>
  unitsIn(library).flatMap(({ unit, path }) => {
    const hash = unitHash(unit);
    return unit.review.flatMap(({ on, as, of }, i) =>
      of === hash
        ? []
        : [
            {
              rule: 'fitting-review',
              path: `${path}.review[${i}]`,
              expected: `a verdict on what stands there now, of ${hash}`,
              found: `one of ${of}, by ${show(as)} on ${on}: words, quotations or dates have changed since`,
              todo: 'take the verdict out, and have it read again by somebody who did not write it',
            },
          ],
    );
  });

/** Who writes a sentence does not pass it: its last verdict is a second reader's, and good. */
export const passedReviews: Rule = ({ library }) =>
  unitsIn(library).flatMap(({ unit, path }) => {
    const last = lastVerdict(unit);
    if (last?.verdict === 'supported') return [];
    return [
      {
        rule: 'passed-review',
        path: `${path}.review`,
        expected: 'the verdict "supported" of a second reader who compared it with its sources',
        found: last === undefined ? 'none' : `"${last.verdict}", by ${show(last.as)} on ${last.on}`,
        todo:
          last === undefined
            ? 'have it read, and stamp the verdict: npm run -s pack -- review'
            : 'narrow it to what the sources say, or take it out; then have it read again',
      },
    ];
  });

/** The newest verdict on the unit as it stands. */
export function lastVerdict(unit: Unit): Verdict | undefined {
  const hash = unitHash(unit);
  return unit.review
    .filter(({ of }) => of === hash)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .at(-1);
}
