import type { Unit } from './units.ts';

const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/**
 * Sixteen hexadecimal digits that change when a text does: FNV-1a of 64 bits (draft-eastlake-fnv) over UTF-8. It notices edits and is
 * the same everywhere, at once; it is no protection against somebody who looks for two texts with one hash.
 */
export function shortHash(text: string): string {
  let hash = offsetBasis;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  return hash.toString(16).padStart(16, '0');
}

/**
 * The hash of what a second reader judged: the words of a unit, its holder, numbers and dates, and the quotations with their sources.
 * Locators, exceptions and reviews may change without a new reading.
 */
export function unitHash({ text, holder, dates, asOf, numbers, citations }: Unit): string {
  const quotations = citations.map(({ source, quotes = [] }) => [source, quotes]);
  const { date, from, to } = dates;
  return shortHash(JSON.stringify([text, holder, [date, from, to, asOf], numbers, quotations]));
}
