/** What stands before a surname and is its bearer's: an initial, a short form, a nickname. */
import { foldSpan } from '../../text/fold.ts';
import { type Block, isCapitalised, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { Candidate } from './candidates.ts';
import type { Surname } from './page-surnames.ts';
import { isShortForm } from './surname-forms.ts';
import { isQuotation } from './writing.ts';

/** "Jav" of "Javaid “Jav” Rehman". */
export function nicknameIn(block: Block, { from, to }: Candidate): string | undefined {
  for (let token = from; token + 1 < to; token++)
    if (isQuotation(block, token) && isQuotation(block, token + 1)) return wordAt(block, token + 1);
  return undefined;
}

/** "J. Rehman", "Jav Rehman": the initial of the given name, a short form of it or the nickname, before the surname. */
export function isOwnGiven(
  block: Block,
  token: number,
  { source, nickname }: Pick<Surname, 'source' | 'nickname'>,
): boolean {
  if (!isNextWord(block, token)) return false;
  const word = wordAt(block, token);
  const given = foldSpan(source.text, 0, source.text.search(/\s|$/));
  // "a Rehman" is a preposition; in a script without capitals a dot tells.
  if (!isCapitalised(block, token) && block.text[block.end[token]!] !== '.') return false;
  // The whole given name, where the full name is that of something else: "the Jane Rehman Foundation".
  return word === given || word === nickname || (word.length === 1 ? given.startsWith(word) : isShortForm(word, given));
}
