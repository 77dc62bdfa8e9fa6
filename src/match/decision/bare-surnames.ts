/** Short names that packs have of persons and that are no more than their surnames: "Khomeini". */
import { foldText } from '../../text/fold.ts';
import { hashFolded } from '../../text/token-list.ts';
import { isCaseless } from '../blocks.ts';
import { isTitleWord } from '../context.ts';
import type { View } from '../evidence.ts';
import { namesOf } from '../name-index/places.ts';
import { type MatchIndex, type NameInfo, nameInfo } from '../name-index/read.ts';
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
