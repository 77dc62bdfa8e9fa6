/** Words that turn or narrow a sentence: negations, "only", "at least", "allegedly". Which there are stands in `data/limiting-words.json`. */
import { englishNumbers, type Spell } from './numbers.ts';
import { wordsOf } from './words.ts';

/**
 * Words of one meaning, phrases in which they mean something else ("in all"), and what may stand for them in a quotation. `over #` is "over"
 * before a number; `den*` any word that begins so.
 */
export interface LimitingWords {
  says: string;
  words: readonly string[];
  notIn?: readonly string[];
  carriedBy: readonly string[];
}

export interface Limit {
  /** As it stands in the sentence, folded. */
  text: string;
  kind: LimitingWords;
}

/** The limiting words of an English sentence, each kind once. */
export function limitsIn(sentence: string, kinds: readonly LimitingWords[], spell: Spell): Limit[] {
  const text = wordsOf(sentence).join(' ');
  return kinds.flatMap((kind) => {
    const words = (kind.notIn ?? [])
      .reduce((rest, phrase) => ` ${rest} `.replaceAll(` ${phrase} `, ' '), text)
      .trim()
      .split(' ');
    const pattern = kind.words.find((phrase) => hasPattern(words, phrase, spell));
    return pattern === undefined ? [] : [{ text: pattern.replace(' #', ''), kind }];
  });
}

/** Whether an English quotation has a counterpart of the limiting word. */
export function hasLimit(quotation: string, { kind }: Limit, spell: Spell): boolean {
  const words = wordsOf(quotation);
  return kind.carriedBy.some((phrase) => hasPattern(words, phrase, spell));
}

function hasPattern(words: readonly string[], pattern: string, spell: Spell): boolean {
  const parts = pattern.split(' ');
  return words.some((_, at) =>
    parts.every((part, i) => {
      const word = words[at + i] ?? '';
      if (part === '#') return beginsWithNumber(words.slice(at + i, at + i + 3).join(' '), spell);
      return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
    }),
  );
}

function beginsWithNumber(text: string, spell: Spell): boolean {
  const { numbers, magnitudes } = englishNumbers(text, spell);
  const [first] = [...numbers.map((number) => number.text), ...magnitudes];
  return (
    /^(?:\d|an? (?:hundred|thousand|million|dozen|third|quarter))/u.test(text) ||
    (first !== undefined && text.startsWith(first))
  );
}
