/** What stands beside a surname and speaks for its bearer. */
import { type Block, isNextWord } from '../blocks.ts';
import { isTitle, mayBeTitle } from '../context.ts';
import type { View } from '../evidence.ts';
import { entityId, type MatchIndex, metaOf, nameInfo } from '../name-index/read.ts';
import type { HitsByToken } from './hits-by-token.ts';
import { isHead } from './open-data.ts';
import { isAfterVerb } from './speakers.ts';

interface Entity {
  index: MatchIndex;
  entity: number;
}

/**
 * Pieces of evidence that stand beside a surname; an office tells whose it is. After an Arabic verb of speech its subject is a name, and mostly that of who
 * has an office: "قال لاريجاني". In Persian texts on Iran others speak, too.
 */
export const BESIDE = { nothing: 0, title: 1, verb: 2, office: 3 };

export function besideOf(block: Block, from: number): number {
  if (isAfterVerb(block, from)) return BESIDE.verb;
  const isTitled =
    from > 0 &&
    (block.nouns || mayBeTitle(block.hash[from - 1]!)) &&
    isNextWord(block, from - 1) &&
    isTitle(block, from - 1);
  return isTitled ? BESIDE.title : BESIDE.nothing;
}

/** Ids of the offices whose name ends before the token: „der iranische Präsident Rohani“. */
export function officesBefore({ indexes, blocks }: View, hits: HitsByToken, number: number, token: number): string[] {
  if (!isNextWord(blocks[number]!, token - 1)) return [];
  return indexes.flatMap((index) =>
    hits.endingAt(index, number, token - 1).flatMap(({ name }) => {
      const { entityKind, entity } = nameInfo(index, name);
      return entityKind === 'role' ? [entityId(index, entity)] : [];
    }),
  );
}

export function isInRole({ index, entity }: Entity): boolean {
  return isHead(index, entity) || metaOf(index, entity).roles !== undefined;
}

export function hasHeld({ index, entity }: Entity, offices: readonly string[]): boolean {
  return offices.length > 0 && (metaOf(index, entity).roles ?? []).some(({ office = '' }) => offices.includes(office));
}
