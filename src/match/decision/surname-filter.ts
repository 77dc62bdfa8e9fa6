/** Which words of a text may be surnames of persons in the packs, by their hash: hardly any of the capitals of a text is, and each is asked for. */

import { namesWith } from '../name-index/postings.ts';
import { entityOf, findToken, isAmong, isPerson, lastToken, type MatchIndex, tokenCount } from '../name-index/read.ts';
import { maySayAll } from '../spelling/weight.ts';

/** The word ends the name of a person; one of three words or more; one of a pack that has nothing but names, of which each rare one is somebody's. */
export const ENDS_NAME = 1;
export const ENDS_LONG_NAME = 2;
export const ENDS_NAME_ALONE = 4;

/** What was found of words, each at one place of the table, where a later one takes the place of an earlier one. */
export interface SurnameFilter {
  /** Of these indexes. */
  indexes: readonly MatchIndex[];
  hashes: Int32Array;
  /** One bit each, or `UNKNOWN`. */
  ends: Uint8Array;
}

const PLACES_BITS = 12;
const UNKNOWN = 255;

export function createSurnameFilter(indexes: readonly MatchIndex[] = []): SurnameFilter {
  return {
    indexes,
    hashes: new Int32Array(2 ** PLACES_BITS),
    ends: new Uint8Array(2 ** PLACES_BITS).fill(UNKNOWN),
  };
}

/** The filter of a page: that of the page before, where the same indexes are read. */
export function filterFor(filter: SurnameFilter, indexes: readonly MatchIndex[]): SurnameFilter {
  const same = filter.indexes.length === indexes.length && indexes.every((index, i) => index === filter.indexes[i]);
  return same ? filter : createSurnameFilter(indexes);
}

/** What a word with the hash may end. Zero is certain; another word may have the hash. */
export function mayEnd({ indexes, hashes, ends }: SurnameFilter, hash: number): number {
  const place = hash >>> (32 - PLACES_BITS);
  if (hashes[place] === hash && ends[place] !== UNKNOWN) return ends[place]!;
  let found = 0;
  for (let i = 0; i < indexes.length; i++) {
    const index = indexes[i]!;
    // Of several tokens that may have the hash the letters tell, which are not asked for here.
    let sure = true;
    const token = findToken(index, hash, () => {
      sure = false;
      return '';
    });
    if (!sure) found |= ENDS_NAME | ENDS_LONG_NAME | ENDS_NAME_ALONE;
    else if (token >= 0) found |= endsOf(index, token);
  }
  hashes[place] = hash;
  ends[place] = found;
  return found;
}

/** What a token of an index ends. */
function endsOf(index: MatchIndex, token: number): number {
  const own = index.meta.length > 0 || maySayAll(index) ? ENDS_NAME : ENDS_NAME_ALONE;
  let ends = 0;
  for (const name of namesWith(index, token, Number.POSITIVE_INFINITY)) {
    if (!isPerson(index, name) || lastToken(index, name) !== token) continue;
    // Of open data only heads go by their surnames.
    if (!index.openData || isAmong(index.heads, entityOf(index, name))) ends |= own;
    if (tokenCount(index, name) > 2) ends |= ENDS_LONG_NAME;
  }
  return ends;
}
