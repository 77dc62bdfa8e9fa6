import type { Unit } from './units.ts';

/** FNV's prime for 64 bits is 2^40 + this. */
const primeTail = 0x1b3;

/**
 * Sixteen hexadecimal digits that change when a text does: FNV-1a of 64 bits (draft-eastlake-fnv) over UTF-8. It notices edits and is
 * the same everywhere, at once; it is no protection against somebody who looks for two texts with one hash. In two halves of 32 bits:
 * BigInt took a second for the translations.
 */
export function shortHash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    const product = low * primeTail;
    high = (Math.imul(high, primeTail) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
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
