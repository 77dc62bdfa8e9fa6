/** Arabic letters that Persian writes otherwise, and forms that are typed without their marks. */
const sameLetter: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ٱ: 'ا',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

/** Tatweel, zero-width joiners and apostrophes: written or left out as people please. */
const dropped = ['\u0640', '\u200c', '\u200d', "'", '\u2019', '\u02bc'];

/**
 * The form of a name or a query in which they are compared: no case, no accents, no vowel signs, Arabic and Persian
 * letters as one, anything that is neither letter nor digit a single space. Handles keep nothing of their `@` and `_`.
 */
export function fold(text: string): string {
  return foldWithOffsets(text).folded;
}

/** `offsets[i]` is the UTF-16 offset in `text` of the character that gave `folded[i]`; one more entry for the end. */
export function foldWithOffsets(text: string): { folded: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
      if (/\p{M}/u.test(part) || dropped.includes(part)) continue;
      const letters = /[\p{L}\p{N}]/u.test(part) ? (sameLetter[part] ?? part) : ' ';
      if (letters === ' ' && (folded === '' || folded.endsWith(' '))) continue;
      folded += letters;
      for (let unit = 0; unit < letters.length; unit++) offsets.push(at);
    }
    at += character.length;
  }
  if (folded.endsWith(' ')) {
    folded = folded.slice(0, -1);
    offsets.pop();
  }
  offsets.push(at);
  return { folded, offsets };
}
