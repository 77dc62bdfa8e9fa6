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
export function fold(text: string): string {
  return foldWithOffsets(text).folded;
}

/** `offsets[i]` is the UTF-16 offset in `text` of the character that gave `folded[i]`; one more entry for the end. */
export function foldWithOffsets(text: string): { folded: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  const put = (letters: string, at: number) => {
    for (let unit = 0; unit < letters.length; unit++) offsets.push(at);
    folded += letters;
  };
  const gap = (at: number) => {
    if (folded !== '' && !folded.endsWith(' ')) put(' ', at);
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const value = FOLD[unit]!;
    if (value > LAST_CLASS) put(String.fromCharCode(value), at);
    else if (value === EXPAND) put(expansionOf(unit), at);
    else if (value === DROP || value === NON_JOINER || value === APOSTROPHE) continue;
    else if (value === CHARACTER) {
      gap(at);
      put(text[at]!, at);
      gap(at + 1);
    } else if (value === SURROGATE) {
      const letter = styledLetter(text, at);
      if (letter) put(letter, at++);
      else gap(at);
    } else gap(at);
  }
  if (folded.endsWith(' ')) {
    folded = folded.slice(0, -1);
    offsets.pop();
  }
  offsets.push(text.length);
  return { folded, offsets };
}
