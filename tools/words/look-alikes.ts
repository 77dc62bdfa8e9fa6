/** What looks alike: the Unicode table of confusables (UTS #39) as `unhomoglyph` brings it, with what that table leaves out. */
import confusables from 'unhomoglyph/data.json' with { type: 'json' };

/** Small capitals of the Latin letters A to Z; there is none for X. */
const smallCapitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ ʏᴢ';

/** Coptic capitals that have the form of a Latin one; their small letters have the same form, smaller. */
const coptic = {
  Ⲁ: 'A',
  Ⲃ: 'B',
  Ⲉ: 'E',
  Ⲍ: 'Z',
  Ⲏ: 'H',
  Ⲓ: 'I',
  Ⲕ: 'K',
  Ⲙ: 'M',
  Ⲛ: 'N',
  Ⲟ: 'O',
  Ⲣ: 'P',
  Ⲥ: 'C',
  Ⲧ: 'T',
  Ⲩ: 'Y',
  Ⲭ: 'X',
};

/**
 * Of each character what it looks like, letters and digits alone: a single look for all that are alike. Characters that NFKD makes
 * others of are left out, and so are marks: whoever looks up has done away with both.
 */
export function looks(): Map<string, string> {
  const table = new Map(Object.entries(confusables as Record<string, string>));
  const add = (char: string, letter: string) => table.set(char, table.get(letter) ?? letter);
  for (const [at, small] of [...smallCapitals].entries())
    if (small !== ' ') add(small, String.fromCodePoint(0x61 + at));
  for (const [capital, letter] of Object.entries(coptic)) {
    add(capital, letter);
    add(capital.toLowerCase(), letter.toLowerCase());
  }
  const found = new Map<string, string>();
  for (const [from, to] of table) {
    if (from.normalize('NFKD') !== from || /\p{M}|\s/u.test(from) || [...from].length > 1) continue;
    const look = [...to.normalize('NFKD')].map((char) => table.get(char) ?? char).join('');
    const bare = look.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
    if (bare !== from) found.set(from, bare || ' ');
  }
  return found;
}

/** The module that ships: for each look, the characters that have it, as distances between their code points in base 36. */
export function looksModule(): string {
  const groups = Map.groupBy(looks(), ([, look]) => look);
  const lines = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([look, entries]) => {
      const points = entries.map(([char]) => char.codePointAt(0)!).sort((a, b) => a - b);
      const distances = points.map((point, at) => (point - (points[at - 1] ?? 0)).toString(36));
      return `${[...look].map((char) => char.codePointAt(0)!.toString(36)).join('.')}:${distances.join(',')}`;
    });
  return `/** Written by \`npm run words\` from unhomoglyph (MIT; its data: Unicode-3.0): edit tools/words/look-alikes.ts instead. */
export const LOOKS =
  '${lines.join(';')}';
`;
}
