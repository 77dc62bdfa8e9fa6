import { show } from '../problem.ts';
import type { Dispute } from '../schema.ts';
import { countWords, plainForm } from '../text.ts';
import { entitiesOf, type Rule } from './rule.ts';

/** Of the words for two camps, the most that one of them may have. */
const maxShare = 0.6;

/** Words of the positions of each side, in the order of `sides`. */
export function wordsBySide(dispute: Dispute): [number, number] | undefined {
  if (dispute.sides === undefined) return undefined;
  const [first, second] = dispute.sides.map((side) =>
    dispute.positions.filter((position) => position.side === side).reduce((sum, { text }) => sum + countWords(text), 0),
  );
  return [first ?? 0, second ?? 0];
}

const disputeRule =
  (
    check: (
      dispute: Dispute,
      path: string,
    ) => { rule: string; path: string; expected: string; found: string; todo: string }[],
  ): Rule =>
  (context) =>
    entitiesOf(context).flatMap(({ entity, path }) =>
      (entity.disputes ?? []).flatMap((dispute, i) => check(dispute, `${path}.disputes[${i}]`)),
    );

export const severalHolders = disputeRule((dispute, path) => {
  const holders = new Set(dispute.positions.map(({ holder }) => plainForm(holder)));
  return holders.size >= 2
    ? []
    : [
        {
          rule: 'several-holders',
          path,
          expected: 'positions of at least two holders',
          found: holders.size === 0 ? 'no position' : `one holder, ${show(dispute.positions[0]?.holder)}`,
          todo: 'add what another holder says, with its source, or make it an attributed statement',
        },
      ];
});

export const balancedSides = disputeRule((dispute, path) => {
  const problems = dispute.positions.flatMap(({ side }, i) =>
    side === undefined || dispute.sides?.includes(side)
      ? []
      : [
          {
            rule: 'balanced-sides',
            path: `${path}.positions[${i}].side`,
            expected: dispute.sides
              ? `one of the dispute's sides, ${dispute.sides.join(' or ')}`
              : 'no side, or sides in the dispute',
            found: show(side),
            todo: 'name the two sides in the dispute and use the same words here',
          },
        ],
  );
  const words = wordsBySide(dispute);
  if (words === undefined || dispute.sides === undefined) return problems;
  const total = words[0] + words[1];
  const share = total === 0 ? 0.5 : Math.max(...words) / total;
  if (total > 0 && share <= maxShare) return problems;
  const [a, b] = dispute.sides;
  problems.push({
    rule: 'balanced-sides',
    path,
    expected: 'positions of both sides, neither with more than 60 % of the words',
    found: `${a}: ${words[0]} words, ${b}: ${words[1]} words`,
    todo: 'shorten the longer side or say more of the shorter; a holder of neither side carries no side',
  });
  return problems;
});

export const orderedNumbers = disputeRule((dispute, path) => {
  const problems = [];
  const numeric = dispute.positions
    .map((position, i) => ({ ...position, i }))
    .filter(({ low, high }) => low !== undefined || high !== undefined);
  for (const { low, high, i } of numeric)
    if (low !== undefined && high !== undefined && low > high)
      problems.push({
        rule: 'ordered-numbers',
        path: `${path}.positions[${i}]`,
        expected: 'low not above high',
        found: `low ${low}, high ${high}`,
        todo: 'exchange them',
      });
  const value = ({ low, high }: { low?: number | undefined; high?: number | undefined }) => low ?? high ?? 0;
  const top = ({ low, high }: { low?: number | undefined; high?: number | undefined }) => high ?? low ?? 0;
  for (const [at, next] of numeric.entries()) {
    const previous = numeric[at - 1];
    if (previous && (value(previous) > value(next) || (value(previous) === value(next) && top(previous) > top(next))))
      problems.push({
        rule: 'ordered-numbers',
        path: `${path}.positions[${next.i}]`,
        expected: 'positions in order of their numbers, from low to high',
        found: `${value(next)} to ${top(next)} after ${value(previous)} to ${top(previous)}`,
        todo: 'move the position; the order is by number, not by weight',
      });
  }
  if (numeric.length > 0 && dispute.unit === undefined)
    problems.push({
      rule: 'ordered-numbers',
      path: `${path}.unit`,
      expected: 'what the numbers count, such as "people killed"',
      found: 'nothing',
      todo: 'add unit',
    });
  return problems;
});
