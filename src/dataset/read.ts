import { soundness } from './check.ts';
import { inTodaysForm } from './earlier.ts';
import { createLibrary } from './library.ts';
import { parse } from './parse.ts';
import { type Problem, show } from './problem.ts';
import { type Pack, packSchema } from './schema.ts';

/**
 * Reads the exchange format (`*.sidelight.json`, parsed) from anyone: the pack, or every problem with its place, never an exception.
 * Links to entities of other packs are left as they are; a card shows those that are loaded.
 */
export function readPack(value: unknown): { pack: Pack; problems: [] } | { pack?: never; problems: Problem[] } {
  const { value: pack, problems } = parse(packSchema, entitiesInTodaysForm(value), '');
  if (pack === undefined) return { problems };
  // Dates that lie ahead of this machine's clock are the business of whoever wrote them: only the calendar is checked.
  const context = { library: createLibrary([pack]), today: '9999-12-31' };
  const found = [...keyProblems(pack), ...soundness.flatMap((rule) => rule(context))].filter(
    ({ rule }) => rule !== 'known-entity',
  );
  return found.length === 0 ? { pack, problems: [] } : { problems: found };
}

function entitiesInTodaysForm(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || !('entities' in value) || !Array.isArray(value.entities))
    return value;
  return { ...value, entities: value.entities.map(inTodaysForm) };
}

function keyProblems({ sources }: Pack): Problem[] {
  return Object.entries(sources).flatMap(([key, { id }]) =>
    key === id
      ? []
      : [
          {
            rule: 'source-key',
            path: `sources.${key}.id`,
            expected: show(key),
            found: show(id),
            todo: 'give the source the id under which it stands',
          },
        ],
  );
}
