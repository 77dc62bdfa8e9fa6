import { plainForm } from '../text.ts';
import type { GlossaryTerm } from './schema.ts';

/** Words of a term may stand apart by so many others: "ministère iranien des Affaires étrangères". */
const apart = 3;

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
/** A term as a whole, in the plural too. One capitalised word before another is part of a name: "Impunity Watch". */
function pattern(term: string): RegExp {
  const alone = /^\p{Lu}\S*$/u.test(term) ? '| \\p{Lu}' : '';
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}s?(?![\\p{L}\\p{N}]${alone})`, 'gu');
}

/** A word without what is written together with it in Arabic: conjunction, preposition, article. */
function bare(word: string): string {
  const short = word.replace(/^[وف]?(?:لل|[بكل]?ال)(?=..)/u, '');
  return short === word ? word.replace(/^(?:[وف][بكل]?|[بكل])(?=...)/u, '') : short;
}

/** Longer words may end otherwise, by case, number and gender. */
function stem(word: string): string {
  return word.length < 5 ? word : word.slice(0, Math.max(4, word.length - 2));
}

function sameWord(word: string, wanted: string): boolean {
  if (wanted.length < 3) return word === wanted;
  // German writes "Finanzsanktionen", Persian "ضدشکنجه".
  if (wanted.length >= 5 && word.includes(stem(wanted))) return true;
  return [word, bare(word)].some((one) => [wanted, bare(wanted)].some((other) => one.startsWith(stem(other))));
}

/** Words as they are compared; what French elides is a word. */
const wordsOf = (text: string) => plainForm(text.replace(/[’']/g, ' ')).split(' ');

/** Whether the words of a term stand in a text in their order, near each other, in any inflection. */
function says(text: readonly string[], term: readonly string[]): boolean {
  return text.some((word, start) => {
    if (!sameWord(word, term[0]!)) return false;
    let at = start;
    return term.slice(1).every((wanted) => {
      const next = text.slice(at + 1, at + 2 + apart).findIndex((each) => sameWord(each, wanted));
      at += next + 1;
      return next >= 0;
    });
  });
}

/** The names in which a term stands as a part, in their order. */
function namesWith({ en }: GlossaryTerm, wanted: RegExp, names: readonly string[]): string[] {
  return names.filter((name) => name.length > en.length && name.includes(en) && name.search(wanted) >= 0);
}

/**
 * Finds the first term of an English text of which its translation has no form. A term inside a longer one, or inside one of `names`, is
 * part of that. The glossary is made ready once, for all texts of its language.
 */
export function termFinder(
  glossary: readonly GlossaryTerm[],
  names: readonly string[],
): (english: string, text: string) => GlossaryTerm | undefined {
  const terms = glossary
    .toSorted((a, b) => b.en.length - a.en.length)
    .map((term) => {
      const wanted = pattern(term.en);
      return { term, wanted, longer: namesWith(term, wanted, names), forms: term.forms.map(wordsOf) };
    });
  return (english, text) => {
    let rest = english;
    let words: string[] | undefined;
    for (const { term, wanted, longer, forms } of terms) {
      // Most terms are in no text, which is seen at once without a pattern.
      if (!rest.includes(term.en) || rest.search(wanted) < 0) continue;
      for (const name of longer) rest = rest.replaceAll(name, ' ');
      if (rest.search(wanted) < 0) continue;
      rest = rest.replace(wanted, ' ');
      words ??= wordsOf(text);
      if (!forms.some((form) => says(words!, form))) return term;
    }
    return undefined;
  };
}
