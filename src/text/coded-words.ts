/** Lists of words as `npm run words` writes them: of each a number of letters that it shares with the one before (0-9, A-Z), and the rest. */
export function decodeWords(coded: string): Set<string> {
  const words = new Set<string>();
  let before = '';
  for (const [, shared, rest] of coded.matchAll(/([\dA-Z])([^\dA-Z]*)/g)) {
    before = before.slice(0, Number.parseInt(shared!, 36)) + rest;
    words.add(before);
  }
  return words;
}
