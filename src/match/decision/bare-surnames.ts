/** Names of one word that are no more than surnames, or are somebody else's surname on the page: "Khomeini", "Jordan". */
import { foldText } from '../../text/fold.ts';
import { hashFolded } from '../../text/token-list.ts';
import { isCaseless } from '../blocks.ts';
import { isTitleWord, wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { namesOf } from '../name-index/places.ts';
import { type MatchIndex, type NameInfo, nameInfo } from '../name-index/read.ts';
import type { Accepted } from './overlaps.ts';
import type { PageCountries } from './page-countries.ts';
import { surnameTokens } from './surname-forms.ts';

/** Whether a name of one word is such: it says that its bearer may be meant, and the other names of the page who is. */
export function isBareSurname(view: View, index: MatchIndex, info: NameInfo): boolean {
  if (info.entityKind !== 'person' || info.kind !== 'short' || isCaseless(info.text, 0)) return false;
  const word = foldText(info.text);
  // "the Shah": a title that a name ends in.
  if (isTitleWord(word)) return false;
  const hash = hashFolded(word);
  return Array.from(namesOf(index, info.entity), (name) => nameInfo(index, name)).some(
    ({ kind, text }) =>
      (kind === 'full' || kind === 'variant') &&
      surnameTokens(view, text).some((hashes) => hashes.length === 1 && hashes[0] === hash),
  );
}

/**
 * The same, but for names of one word that end the full name of somebody on the page, where the page names what they are names of in no other way: after
 * "Jim Jordan" the word says nothing of the country.
 */
export function withoutSurnamesOfOthers(
  { blocks }: View,
  accepted: readonly Accepted[],
  page: PageCountries,
): Accepted[] {
  const bearers = new Map<number, Set<string>>();
  /** Hashes of the last words under which the page names each. */
  const forms = new Map<string, Set<number>>();
  for (const { id, info, block, from, to } of accepted) {
    const hash = blocks[block]!.hash[to]!;
    forms.set(id, (forms.get(id) ?? new Set()).add(to > from ? -1 : hash));
    if (info.entityKind === 'person' && to > from && (info.kind === 'full' || info.kind === 'variant'))
      bearers.set(hash, (bearers.get(hash) ?? new Set()).add(id));
  }
  return accepted.filter(({ id, info, block: number, from, to }) => {
    const block = blocks[number]!;
    const others = from === to ? bearers.get(block.hash[to]!) : undefined;
    if (others === undefined || others.has(id) || info.kind === 'acronym' || isTitleWord(wordAt(block, to)))
      return true;
    return forms.get(id)!.size > 1 || page.hasWord(id);
  });
}
