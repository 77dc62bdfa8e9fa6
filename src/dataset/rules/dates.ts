import { citationsOf } from '../citations.ts';
import { compareDates, cslDateText, daysBetween, isRealDate } from '../dates.ts';
import { type Problem, show } from '../problem.ts';
import { unitsOf } from '../units.ts';
import { entitiesOf, type Rule, type SoundRule } from './rule.ts';

/** Longest time until a card is read again, in days: three months for those in office, six for other living people, two years for the rest. */
const longestReview = { inOffice: 92, living: 184, other: 731 };

export const realDates: SoundRule = (context) => {
  const problems: Problem[] = [];
  const check = (path: string, date: string | undefined, future = false) => {
    if (date === undefined) return;
    const wrong = !isRealDate(date)
      ? 'a day of the calendar'
      : !future && compareDates(date, context.today) > 0
        ? `a date up to ${context.today}`
        : '';
    if (wrong) problems.push({ rule: 'real-date', path, expected: wrong, found: show(date), todo: 'correct the date' });
  };
  const span = (path: string, { from, to }: { from?: string | undefined; to?: string | undefined }) => {
    check(`${path}.from`, from);
    check(`${path}.to`, to, true);
    if (from && to && compareDates(from, to) > 0)
      problems.push({
        rule: 'real-date',
        path,
        expected: 'from before to',
        found: `${from} to ${to}`,
        todo: 'correct one of them',
      });
  };
  for (const { entity, path } of entitiesOf(context)) {
    check(`${path}.reviewBy`, entity.reviewBy, true);
    for (const [i, statement] of (entity.statements ?? []).entries()) {
      span(`${path}.statements[${i}]`, statement);
      check(`${path}.statements[${i}].date`, statement.date, true);
      check(`${path}.statements[${i}].asOf`, statement.asOf);
    }
    for (const [i, role] of (entity.roles ?? []).entries()) span(`${path}.roles[${i}]`, role);
    for (const [i, dispute] of (entity.disputes ?? []).entries())
      for (const [j, position] of dispute.positions.entries())
        check(`${path}.disputes[${i}].positions[${j}].date`, position.date);
    for (const [i, review] of (entity.review ?? []).entries()) check(`${path}.review[${i}].on`, review.on);
    for (const unit of unitsOf(entity))
      for (const [i, verdict] of unit.review.entries()) check(`${path}.${unit.path}.review[${i}].on`, verdict.on);
  }
  for (const { source } of context.library.sources.values()) {
    check(`sources/${source.id}.issued`, source.issued && cslDateText(source.issued));
    check(`sources/${source.id}.accessed`, source.accessed && cslDateText(source.accessed));
    check(`sources/${source.id}.checked.on`, source.checked.on);
  }
  return problems;
};

export const reviewDates: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) => {
    if (entity.reviewBy === undefined)
      return [
        {
          rule: 'review-date',
          path: `${path}.reviewBy`,
          expected: 'the day by which the card is to be read again',
          found: 'nothing',
          todo: 'add it: 90 days for office-holders and running conflicts, 180 for other living people, 730 for history and institutions',
        },
      ];
    const readOn = [
      ...(entity.review ?? []).map(({ on }) => on),
      ...citationsOf(entity, path).flatMap(({ citations }) =>
        citations.flatMap(({ source }) => context.library.sources.get(source)?.source.checked.on ?? []),
      ),
    ].sort();
    const last = readOn.at(-1) ?? context.today;
    const inOffice = entity.living === true && (entity.roles ?? []).some(({ to }) => to === undefined);
    const longest = longestReview[inOffice ? 'inOffice' : entity.living ? 'living' : 'other'];
    return daysBetween(last, entity.reviewBy) > longest
      ? [
          {
            rule: 'review-date',
            path: `${path}.reviewBy`,
            expected: `at most ${longest} days after the last reading (${last})${inOffice ? ', for somebody in office' : entity.living ? ', for a living person' : ''}`,
            found: entity.reviewBy,
            todo: 'bring it nearer',
          },
        ]
      : [];
  });

export const livingPersons: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) => {
    const wrong =
      entity.kind === 'person'
        ? entity.living === undefined && {
            expected: 'true or false on a person',
            todo: 'say whether the rules for living people apply; true in doubt',
          }
        : entity.living !== undefined && { expected: `no such key on a ${entity.kind}`, todo: 'remove it' };
    return wrong ? [{ rule: 'living-person', path: `${path}.living`, ...wrong, found: show(entity.living) }] : [];
  });

/** Without an end a role is held on every later date, also by somebody who has died. */
export const endedRoles: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) =>
    entity.living !== false
      ? []
      : (entity.roles ?? []).flatMap(({ title, to }, i) =>
          to !== undefined
            ? []
            : [
                {
                  rule: 'ended-role',
                  path: `${path}.roles[${i}].to`,
                  expected: 'the end of a role of somebody who has died',
                  found: `none on ${show(title)}`,
                  todo: 'add "to" with its source; the day of the death only where the role was held until then',
                },
              ],
        ),
  );
