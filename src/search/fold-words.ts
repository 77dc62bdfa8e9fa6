import {
  APOSTROPHE,
  CHARACTER,
  DROP,
  EXPAND,
  expansionOf,
  FOLD,
  LAST_CLASS,
  NON_JOINER,
  SURROGATE,
  styledLetter,
} from '../text/fold.ts';

/**
 * The form of a name or a query in which they are compared: the fold table of the matcher, words one space apart. A
 * character of a script without spaces is a word by itself.
 */
export function foldWords(text: string): string {
  return foldWordsWithOffsets(text).folded;
}

/** `offsets[i]` is the UTF-16 offset in `text` of the character that gave `folded[i]`; one more entry for the end. */
export function foldWordsWithOffsets(text: string): { folded: string; offsets: number[] } {
  const units: number[] = [];
  const offsets: number[] = [];
  const put = (unit: number, at: number) => {
    units.push(unit);
    offsets.push(at);
  };
  const gap = (at: number) => {
    if (units.length > 0 && units.at(-1) !== space) put(space, at);
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const value = FOLD[unit]!;
    if (value > LAST_CLASS) put(value, at);
    else if (value === EXPAND) {
      for (const letter of expansionOf(unit)) put(letter.charCodeAt(0), at);
    } else if (value === DROP || value === NON_JOINER || value === APOSTROPHE) continue;
    else if (value === CHARACTER) {
      gap(at);
      put(unit, at);
      gap(at + 1);
    } else if (value === SURROGATE) {
      const letter = styledLetter(text, at);
      if (letter) put(letter.charCodeAt(0), at++);
      else gap(at);
    } else gap(at);
  }
  if (units.at(-1) === space) {
    units.pop();
    offsets.pop();
  }
  offsets.push(text.length);
  return { folded: asText(units), offsets };
}

const space = 32;
/** Arguments that a function surely takes at once. */
const atOnce = 4096;

/**
 * One string in one piece. Strings that grow by `+=` are kept as trees of their parts until they are first searched, and the first key
 * press would pay for all names.
 */
function asText(units: number[]): string {
  if (units.length <= atOnce) return String.fromCharCode(...units);
  const parts: string[] = [];
  for (let from = 0; from < units.length; from += atOnce)
    parts.push(String.fromCharCode(...units.slice(from, from + atOnce)));
  return parts.join('');
}
