/** Central banks by their countries: the pack that has them has no countries. */
import { entityId, type MatchIndex, metaOf } from '../name-index/read.ts';

/** Entities of a pack that is gone through for them. */
const MOST_ENTITIES = 2000;

/** The central bank of a country: its ordinal in the first index that has it. */
export function centralBankOf(
  indexes: readonly MatchIndex[],
  country: string,
): { index: MatchIndex; entity: number; id: string } | undefined {
  for (const index of indexes) {
    const entity = index.entities > MOST_ENTITIES ? undefined : banksOf(index).get(country);
    if (entity !== undefined) return { index, entity, id: entityId(index, entity) };
  }
  return undefined;
}

function banksOf(index: MatchIndex): ReadonlyMap<string, number> {
  let banks = index.cache.centralBanks;
  if (banks === undefined) {
    banks = new Map();
    for (let entity = 0; entity < index.entities; entity++) {
      const { type, related = [] } = metaOf(index, entity);
      if (type === 'central-bank' && related.length === 1) banks.set(related[0]!, entity);
    }
    index.cache.centralBanks = banks;
  }
  return banks;
}
