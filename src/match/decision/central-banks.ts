/** Central banks by their countries: the pack that has them has no countries. */
import { entityId, type MatchIndex, metaOf } from '../name-index/read.ts';

/** Entities of a pack that is gone through for them. */
const MOST_ENTITIES = 2000;

/** The central bank of a country, in the first index that has one. */
export function centralBankOf(
  indexes: readonly MatchIndex[],
  country: string,
): { index: MatchIndex; entity: number; id: string } | undefined {
  for (const index of indexes) {
    for (let entity = 0; index.entities <= MOST_ENTITIES && entity < index.entities; entity++) {
      const { type, related } = metaOf(index, entity);
      if (type === 'central-bank' && related?.[0] === country) return { index, entity, id: entityId(index, entity) };
    }
  }
  return undefined;
}
