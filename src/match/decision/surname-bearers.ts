/** Who bears a surname, and how much the surname says by itself. */
import { isCommonWord } from '../../text/common-words.ts';
import { isEndOfSurname, isFrequentSurname } from '../../text/frequent-names.ts';
import { isTitleWord } from '../context.ts';
import { namesWith } from '../name-index/postings.ts';
import {
  entityId,
  entityOf,
  findToken,
  foldedOf,
  isPerson,
  lastToken,
  type MatchIndex,
  metaOf,
  nameInfo,
} from '../name-index/read.ts';
import { surplusBits } from '../spelling/weight.ts';
import { isKnownBySurname } from './open-data.ts';
import { isHeldOn } from './roles.ts';
import { haveOneOffice } from './shared-surnames.ts';

/** A surname in more names is borne by several. */
export const MOST_NAMES = 40;

/** Whether a surname is too rare to be somebody else's; in a pack of very many every rare surname is somebody's. `token`: of the surname in the index. */
export function isTelling(index: MatchIndex, token: number, surname: string): boolean {
  return !isFrequentSurname(surname) && surplusBits(index, [token], 0, false) >= 0;
}

/** Whether nobody but these has the folded word as a surname in the packs, not even those who are not known by it alone. */
export function isOnlyOf(
  indexes: readonly MatchIndex[],
  hash: number,
  surname: string,
  bearers: readonly { id: string }[],
): boolean {
  const isBearer = (id: string) => bearers.some((each) => each.id === id);
  return indexes.every((index) => {
    const token = findToken(index, hash, () => surname);
    if (token < 0 || foldedOf(index, token) !== surname) return true;
    return namesWith(index, token, MOST_NAMES).every(
      (name) =>
        !isPerson(index, name) || lastToken(index, name) !== token || isBearer(entityId(index, entityOf(index, name))),
    );
  });
}

export interface Bearer {
  id: string;
  index: MatchIndex;
  entity: number;
  /** The surname. */
  token: number;
}

/** The persons in the packs whose names end in the word; none where it says too little. `called`: a word beside it says that it is a name: روحاني is "cleric", too. */
export function bearersOf(
  indexes: readonly MatchIndex[],
  hash: number,
  letters: () => string,
  called: boolean,
): Bearer[] {
  const bearers = new Map<string, Bearer>();
  for (const index of indexes) {
    const token = findToken(index, hash, letters);
    if (token < 0) continue;
    const word = letters();
    if (foldedOf(index, token) !== word) continue;
    if (isCommonWord(word) || (isTitleWord(word) && !called) || isEndOfSurname(word)) return [];
    const names = namesWith(index, token, MOST_NAMES);
    if (names.length === 0) return [];
    for (const name of names) {
      if (!isPerson(index, name) || lastToken(index, name) !== token) continue;
      // "رهبر شهید" is the martyred leader, whatever the title says.
      if (isTitleWord(word) && nameInfo(index, name).rule.needs !== undefined) continue;
      const entity = entityOf(index, name);
      const id = entityId(index, entity);
      if (!bearers.has(id) && isKnownBySurname(index, entity)) bearers.set(id, { id, index, entity, token });
    }
  }
  return [...bearers.values()];
}

/** Of several bearers one must lead by as many pieces. */
const LEAD = 3;

/** Of several persons the one for whom clearly more speaks than for any other. */
export function leading(bearers: readonly Bearer[], evidence: (bearer: Bearer) => number): Bearer | undefined {
  if (haveOneOffice(bearers)) return undefined;
  const [first, second] = bearers
    .map((bearer) => ({ bearer, weight: evidence(bearer) }))
    .sort((a, b) => b.weight - a.weight);
  return first!.weight >= second!.weight + LEAD ? first!.bearer : undefined;
}

/** Of several persons the one who alone held an office on the date of the page. */
export function inOffice(bearers: readonly Bearer[], published: string | undefined): Bearer | undefined {
  if (published === undefined) return undefined;
  const holders = bearers.filter(({ index, entity }) =>
    (metaOf(index, entity).roles ?? []).some((role) => role.office !== undefined && isHeldOn(role, published)),
  );
  return holders.length === 1 ? holders[0] : undefined;
}
