import { compareDates, isRealDate } from '../dates.ts';
import { factProperties } from '../fact-properties.ts';
import { entitiesInFacts } from '../facts.ts';
import { type Problem, show } from '../problem.ts';
import { entitiesOf, type Rule, type SoundRule } from './rule.ts';

/** Sources, entities and dates of facts, in a pack of anyone. */
export const soundFacts: SoundRule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) =>
    (entity.facts ?? []).flatMap((fact, i): Problem[] => {
      const at = `${path}.facts[${i}]`;
      const known = context.library.sources.has(fact.source);
      const spanIsSound = !fact.from || !fact.to || compareDates(fact.from, fact.to) <= 0;
      const dates = [fact.from, fact.to, fact.asOf, factProperties[fact.property] === 'date' ? fact.value : undefined];
      return [
        ...(known
          ? []
          : [
              {
                rule: 'known-source',
                path: `${at}.source`,
                expected: 'the id of a source in one of the packs',
                found: show(fact.source),
                todo: 'add the source, or correct the id',
              },
            ]),
        ...entitiesInFacts([fact])
          .filter((id) => id === entity.id || !context.library.entities.has(id))
          .map((id) => ({
            rule: 'known-entity',
            path: `${at}.value`,
            expected: 'the id of another entity in one of the packs',
            found: show(id),
            todo: 'correct the id, or take the fact out',
          })),
        ...dates
          .filter((date) => date !== undefined && !isRealDate(String(date)))
          .map((date) => ({
            rule: 'real-date',
            path: at,
            expected: 'a day of the calendar',
            found: show(date),
            todo: 'correct the date',
          })),
        ...(spanIsSound
          ? []
          : [
              {
                rule: 'real-date',
                path: at,
                expected: 'from before to',
                found: `${fact.from} to ${fact.to}`,
                todo: 'correct one of them',
              },
            ]),
      ];
    }),
  );

/** What a pack of open data owes for each entity: a fact, and behind each fact a dated source with a licence. */
export const datedFacts: Rule = (context) =>
  entitiesOf(context).flatMap(({ entity, path }) => {
    if (!entity.facts?.length)
      return [
        {
          rule: 'dated-fact',
          path: `${path}.facts`,
          expected: 'a fact with a source, on every entity of open data',
          found: 'none',
          todo: 'let the adapter of its source say what the entity is, or leave the entity out',
        },
      ];
    return entity.facts.flatMap((fact, i) => {
      const source = context.library.sources.get(fact.source)?.source;
      const missing = source && (['license', 'issued', 'version'] as const).filter((key) => source[key] === undefined);
      const problems: Problem[] = (missing ?? []).map((key) => ({
        rule: 'dated-fact',
        path: `${path}.facts[${i}].source`,
        expected: `${key} on the source of a fact`,
        found: `none on ${fact.source}`,
        todo: 'add it to the description of the source under tools/data',
      }));
      if (compareDates(fact.asOf, context.today) > 0)
        problems.push({
          rule: 'dated-fact',
          path: `${path}.facts[${i}].asOf`,
          expected: `a date up to ${context.today}`,
          found: fact.asOf,
          todo: 'date the fact by the data of its source',
        });
      return problems;
    });
  });

/** A source of open data gives something, or its licence is owed for nothing. */
export const usedSources: Rule = (context) => {
  const used = new Set(entitiesOf(context).flatMap(({ entity }) => (entity.facts ?? []).map(({ source }) => source)));
  return [...context.library.sources.keys()]
    .filter((id) => !used.has(id))
    .map((id) => ({
      rule: 'referenced-source',
      path: `sources/${id}`,
      expected: 'a source that some fact cites',
      found: 'no fact of it',
      todo: 'run: npm run -s data -- refresh, or take the source out',
    }));
};
