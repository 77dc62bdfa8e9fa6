/** Lists of words as `npm run words` writes them: of each a number of letters that it shares with the one before (0-9, A-Z), and the rest. */
export function decodeWords(coded: string): Set<string> {
  const words = new Set<string>();
  let before = '';
  for (let at = 0; at < coded.length; ) {
    const shared = sharedAt(coded, at++);
    const from = at;
    while (at < coded.length && sharedAt(coded, at) < 0) at++;
    before = before.slice(0, shared) + coded.slice(from, at);
    words.add(before);
  }
  return words;
}

/** The number that a digit or a capital stands for, or -1. */
function sharedAt(coded: string, at: number): number {
  const unit = coded.charCodeAt(at);
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  return unit >= 0x41 && unit <= 0x5a ? unit - 0x37 : -1;
}
