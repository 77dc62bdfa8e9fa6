/** Names by which the news calls what sources name otherwise: `data/refresh/usual-names.json`, reviewed by people. */
import * as z from 'zod/mini';
import type { Entity, Name } from '../../src/dataset/schema.ts';
import type { Extract } from './settle.ts';

/** By id of an entity. `full` where nothing else has the name; `short` where others have it too: what it needs is derived as for all names. */
const schema = z.record(
  z.string(),
  z.array(z.object({ text: z.string(), kind: z.enum(['full', 'short', 'acronym']), lang: z.optional(z.string()) })),
);

/**
 * Each name goes to the first record that says what its entity is. @throws {Error} for an id that no source has: the table is not as the sources are
 */
export function withUsualNames(extracts: readonly Extract[], table: unknown): Extract[] {
  const left = new Map(Object.entries(schema.parse(table)));
  const given = extracts.map(({ source, entities }) => ({
    source,
    entities: entities.map((entity): Entity => {
      const names = left.get(entity.id);
      if (names === undefined || !entity.facts?.some(({ property }) => property === 'type')) return entity;
      left.delete(entity.id);
      const known = new Set([entity.name, ...(entity.names ?? []).map(({ text }) => text)]);
      const added = names
        .filter(({ text }) => !known.has(text))
        .map(
          ({ text, kind, lang }): Name => ({
            text,
            kind,
            ...(lang !== undefined && { lang }),
            ...(kind === 'acronym' && { exactCase: true }),
          }),
        );
      return added.length === 0 ? entity : { ...entity, names: [...(entity.names ?? []), ...added] };
    }),
  }));
  if (left.size > 0)
    throw new Error(
      `data/refresh/usual-names.json: expected ids that a source has, found ${[...left.keys()].join(', ')}; correct or remove them`,
    );
  return given;
}

/** Whether a name of the table is one that nothing else has. */
export function isUnmistakable(table: unknown): (id: string, name: string) => boolean {
  const names = schema.parse(table);
  return (id, name) => names[id]?.some(({ text, kind }) => kind === 'full' && text === name) ?? false;
}
