/** Persons whom a page calls by their surname only. */
import { isCommonWord } from '../../text/common-words.ts';
import { isFrequentSurname } from '../../text/frequent-names.ts';
import { type Block, isCapitalised, isCaseless } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { stands, type View } from '../evidence.ts';
import {
  entityId,
  entityOf,
  findToken,
  foldedOf,
  isPerson,
  type MatchIndex,
  metaOf,
  namesWith,
  nameTokens,
} from '../name-index/read.ts';

/** A shorter surname is a word of some language. */
const LEAST_LETTERS = 5;
const LEAST_ABJAD_LETTERS = 4;
/** A surname in more names is borne by several. */
const MOST_NAMES = 40;
/** Cues on the page, and established entities that are related. */
const EVIDENCE = 2;

/**
 * Ids of persons whose surname stands on the page, who alone bear it in the packs, for whom two pieces of evidence speak, and whose surname says who is
 * meant: no common word, no frequent surname. `support`: how many established entities are related to one.
 */
export function unnamedPersons(
  view: View,
  established: ReadonlyMap<string, unknown>,
  support: (id: string) => number,
): string[] {
  const found = new Set<string>();
  const seen = new Set<number>();
  for (const [number, block] of view.blocks.entries()) {
    for (let token = 0; token < block.count; token++) {
      const hash = block.hash[token]!;
      if (seen.has(hash) || !mayBeSurname(block, token)) continue;
      seen.add(hash);
      const id = onlyBearer(view.indexes, hash, () => wordAt(block, token));
      if (id === undefined || established.has(id.id) || found.has(id.id)) continue;
      const cues = metaOf(id.index, id.entity).cues ?? [];
      const span = { block: number, from: token, to: token };
      const spoken = cues.filter((cue) => stands(view, cue, span)).length;
      if (spoken + support(id.id) >= EVIDENCE) found.add(id.id);
    }
  }
  return [...found];
}

function mayBeSurname(block: Block, token: number): boolean {
  const length = block.end[token]! - block.start[token]!;
  const caseless = isCaseless(block.text, block.start[token]!);
  return length >= (caseless ? LEAST_ABJAD_LETTERS : LEAST_LETTERS) && (caseless || isCapitalised(block, token));
}

/** The one person in the packs whose names end in the word. */
function onlyBearer(
  indexes: readonly MatchIndex[],
  hash: number,
  letters: () => string,
): { id: string; index: MatchIndex; entity: number } | undefined {
  let bearer: { id: string; index: MatchIndex; entity: number } | undefined;
  for (const index of indexes) {
    const token = findToken(index, hash, letters);
    if (token < 0) continue;
    const word = letters();
    if (foldedOf(index, token) !== word) continue;
    if (isCommonWord(word) || isFrequentSurname(word)) return undefined;
    const names = namesWith(index, token, MOST_NAMES);
    if (names.length === 0) return undefined;
    for (const name of names) {
      if (!isPerson(index, name) || nameTokens(index, name).at(-1) !== token) continue;
      const entity = entityOf(index, name);
      const id = entityId(index, entity);
      if (bearer !== undefined && bearer.id !== id) return undefined;
      bearer ??= { id, index, entity };
    }
  }
  return bearer;
}
