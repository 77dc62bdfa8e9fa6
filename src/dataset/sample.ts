/**
 * `size` of the items (all, if there are fewer), the same for the same seed and items, in the order in which they were drawn: the first
 * steps of a Fisher–Yates shuffle with mulberry32 as its source of chance.
 */
export function sample<T>(items: readonly T[], size: number, seed: number): T[] {
  const rest = [...items];
  const next = mulberry32(seed);
  return Array.from({ length: Math.min(size, items.length) }, (_, i) => {
    const at = i + Math.floor(next() * (rest.length - i));
    [rest[i], rest[at]] = [rest[at]!, rest[i]!];
    return rest[i]!;
  });
}

/** Numbers from 0 up to 1, by T. Ettinger's generator of 32 bits: enough to draw a sample that nobody chose, and no more. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
