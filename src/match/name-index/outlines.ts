/**
 * What is told of a token before its letters are read, in one number: whether it may be one of the words of a text. From the lowest bit: class of its first
 * sounds (6 bits, `head-classes.ts`), classes of its consonants (9), whether these say nothing, its letters (4), whether its end is open, whether it has no vowels written, and whether
 * it is a particle or a title, or a title after some words alone.
 */
import { headOf, isLongHead } from '../../text/first-sounds.ts';
import { hasKnownShortForms } from '../../text/given-names.ts';
import { beginsWithY, classOfHead, hardClasses, LOOSE_CLASS, softClasses } from '../../text/head-classes.ts';
import { isAbjad, romanise, withoutArticle } from '../../text/romanise.ts';
import { bareOf, classesAt, letterCount, NO_SOUNDS, type Sounds } from '../../text/sound-list.ts';
import { isParticle, isTitleIn, isTitleWord } from '../context.ts';

const CLASSES_SHIFT = 6;
const CLASSES = 0x1ff;
const NO_CLASSES = 1 << 15;
const LETTERS_SHIFT = 16;
/** So many letters or more. */
export const MANY_LETTERS = 15;
/** Its last letter may be one sound with the first of a word behind it. */
const OPEN = 1 << 20;
const ABJAD = 1 << 21;
const LIGHT = 1 << 22;
const DOUBTFUL = 1 << 23;
const LONG = 1 << 24;
/** Its first sound does not tell what it may begin like. */
const FREE = 1 << 25;
/** Some bits of its first letter and of its last. */
const LETTER = 7;
const FIRST_SHIFT = 26;

/** Letters of a token of which `mayBeginAlike` tells something. */
const LEAST_BEGINNING = 4;

/** `offset`: of the sounds of the token. */
export function outlineOf(folded: string, sounds: Sounds, offset: number): number {
  const { units } = sounds;
  const loose = offset === NO_SOUNDS || bareOf(units, offset) !== NO_SOUNDS;
  const head = headOf(sounds, offset);
  const known = hasKnownShortForms(folded);
  const free = loose || beginsWithY(head) || letterCount(units, offset) < LEAST_BEGINNING;
  const light = isParticle(folded) || isTitleIn(folded, undefined);
  return (
    (known ? LOOSE_CLASS : classOfHead(head)) |
    (endsOf(folded) << FIRST_SHIFT) |
    (isLongHead(head) ? LONG : 0) |
    (free ? FREE : 0) |
    (isOpen(folded) ? OPEN : 0) |
    (loose || known ? NO_CLASSES : classesAt(units, offset) << CLASSES_SHIFT) |
    (Math.min(folded.length, MANY_LETTERS) << LETTERS_SHIFT) |
    (isAbjad(folded) ? ABJAD : 0) |
    (light ? LIGHT : isTitleWord(folded) ? DOUBTFUL : 0)
  );
}

export function headClass(outline: number): number {
  return outline & 63;
}

/** Number of letters, up to `MANY_LETTERS`. */
export function lettersIn(outline: number): number {
  return (outline >> LETTERS_SHIFT) & MANY_LETTERS;
}

export function isWithoutVowels(outline: number): boolean {
  return (outline & ABJAD) !== 0;
}

/** A particle or a title, which a name in a text may lack. */
export function isLightToken(outline: number): boolean {
  return (outline & LIGHT) !== 0;
}

/** A title after some words alone. */
export function isDoubtful(outline: number): boolean {
  return (outline & DOUBTFUL) !== 0;
}

const JOINING = new Set('stkgcdzpqx');

/** Whether the classes of consonants of a word and one behind it may be others than those of both together. */
function isOpen(folded: string): boolean {
  return JOINING.has(romanise(folded).slice(-1)) || folded === 'ا' || withoutArticle(`${folded}xxxx`) !== '';
}

/** The same of two tokens that are written as one. */
export function bothConsonants(outline: number, after: number): number {
  return (outline & OPEN) !== 0 ? -1 : consonantsOf(outline) | consonantsOf(after);
}

/** Whether it has letters enough to differ from another such in its first sound. */
export function isLongToken(outline: number): boolean {
  return (outline & LONG) !== 0;
}

/** Whether its first sound does not tell what it may begin like, as a part of a longer word. */
export function isFree(outline: number): boolean {
  return (outline & FREE) !== 0;
}

/** Whether of two tokens one may be the beginning or the end of the other, by their numbers of letters and what is told of the first and the last. */
export function mayBeShort(outline: number, other: number): boolean {
  const letters = lettersIn(outline);
  if (letters === lettersIn(other) && letters < MANY_LETTERS) return false;
  const differ = (outline ^ other) >>> FIRST_SHIFT;
  return (differ & LETTER) === 0 || differ >> 3 === 0;
}

function endsOf(folded: string): number {
  return (folded.charCodeAt(0) & LETTER) | ((folded.charCodeAt(folded.length - 1) & LETTER) << 3);
}

/** Classes of consonants, or -1 where they leave all open. */
export function consonantsOf(outline: number): number {
  return (outline & NO_CLASSES) !== 0 ? -1 : (outline >> CLASSES_SHIFT) & CLASSES;
}

/** Whether two tokens with these consonants may be spellings of one name: no more than two classes are in one of them alone (`haveLikeClasses`). */
export function areLike(consonants: number, others: number): boolean {
  if (consonants < 0 || others < 0) return true;
  const bits = consonants ^ others;
  const rest = bits & (bits - 1);
  return (rest & (rest - 1)) === 0;
}

/** Whether a word with first sounds `head` (`headOf`) may be the token, by first sounds alone. */
export function mayBeginToken(head: number, outline: number): boolean {
  const own = outline & 63;
  if (own === LOOSE_CLASS || (isLongHead(head) && isLongToken(outline))) return true;
  const abjad = isWithoutVowels(outline);
  return (((own < 32 ? hardClasses(head, abjad) : softClasses(head, abjad)) >>> (own & 31)) & 1) !== 0;
}
