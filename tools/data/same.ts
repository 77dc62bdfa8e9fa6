/** What sources tell of under two ids and is one person or body: `data/refresh/same.json`, reviewed by people. */
import * as z from 'zod/mini';
import { joinRecords } from '../../src/dataset/join.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import type { Tables } from './source.ts';

/** `same`: by id, the id that stands. `apart`: pairs whose names are alike and that are two, or of whom nobody knows that they are one. */
const schema = z.object({
  same: z.record(z.string(), z.string()),
  apart: z.array(z.tuple([z.string(), z.string()])),
});

export type Same = z.infer<typeof schema>;

export function sameOf({ same }: Tables): Same {
  return schema.parse(same);
}

/**
 * The records with the ids that stand, also where they speak of others; two that are one now are joined, first the one that had the id. One that an
 * `earlier` source has is called as there.
 */
export function withSame(
  entities: readonly Entity[],
  { same }: Same,
  earlier: ReadonlyMap<string, Entity> = new Map(),
): Entity[] {
  const standing = (id: string) => same[id] ?? id;
  const renamed = entities.map((entity): Entity => {
    const { facts, related, names = [] } = entity;
    const id = standing(entity.id);
    const name = (id !== entity.id && earlier.get(id)?.name) || entity.name;
    const isTold = name === entity.name || names.some(({ text }) => text === entity.name);
    return {
      ...entity,
      id,
      name,
      ...(!isTold && { names: [{ text: entity.name }, ...names] }),
      ...(facts && {
        facts: facts.map((fact) => ({
          ...fact,
          ...(typeof fact.value === 'string' && { value: standing(fact.value) }),
          ...(fact.within !== undefined && { within: standing(fact.within) }),
        })),
      }),
      ...(related && { related: related.map((each) => ({ ...each, id: standing(each.id) })) }),
    };
  });
  const [own, others] = [true, false].map((had) => renamed.filter(({ id }, at) => (entities[at]!.id === id) === had));
  return joinRecords([...own!, ...others!]);
}

/** Lines of the table that lead to nothing: no source has the id that should stand. */
export function withoutTarget({ same }: Same, entities: readonly Entity[]): string[] {
  const ids = new Set(entities.map(({ id }) => id));
  return Object.entries(same)
    .filter(([, id]) => !ids.has(id))
    .map(
      ([id, standing]) => `data/refresh/same.json: no source has ${standing}, which ${id} should be; take the line out`,
    );
}
