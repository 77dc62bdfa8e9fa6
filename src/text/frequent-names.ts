/** Names that many people bear. */
import { decodeWords } from './coded-words.ts';
import { FREQUENT_SURNAMES } from './frequent-names.data.ts';
import { GIVEN_NAMES } from './given-names.data.ts';

const given: ReadonlySet<string> = decodeWords(GIVEN_NAMES);
const surnames: ReadonlySet<string> = decodeWords(FREQUENT_SURNAMES);
/** What languages make surnames of given names with: Mohammadi, Alizadeh, Petrov, Johnson. */
export const FROM_GIVEN = /(?:i|ei|zadeh|zade|pour|nejad|oglu|ov|ova|ev|eva|son|sen)$/;

/** `folded`: as `fold.ts` folds. */
export function isGivenName(folded: string): boolean {
  return given.has(folded);
}

/** Persian words that end a surname and are none: "نجف آبادی". */
const ENDS: ReadonlySet<string> = new Set('ابادی زاده پور نژاد نیا فر'.split(' '));

/** Whether the folded word is the second half of surnames only. */
export function isEndOfSurname(folded: string): boolean {
  return ENDS.has(folded);
}

/** "Petrovich", "Петровна": what a father's name makes of a middle name, folded. */
export function isPatronymic(folded: string): boolean {
  return /(?:ovich|evich|ovna|evna|ович|евич|ич|овна|евна|ична)$/.test(folded);
}

/** A surname that tells few people apart: a frequent one, or one that is a given name or made of one. */
export function isFrequentSurname(folded: string): boolean {
  return surnames.has(folded) || given.has(folded) || given.has(folded.replace(FROM_GIVEN, ''));
}
