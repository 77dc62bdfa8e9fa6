import type { Item } from './answer.ts';

/** Hears what is no document, and what became of it. */
export type Tell = (place: string, what: string) => void;

/** Largest document, in bytes, unpacked: a page of this size is none that anybody reads. */
export const largestDocument = 64 * 2 ** 20;

/** A document that could not be read, and why. */
export function lost(place: string, id: string | null, problem: string): Item {
  return { form: 'lost', place, size: 0, id, problem };
}
