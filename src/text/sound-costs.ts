/**
 * What it costs to take one sound for another, and to leave one out. What romanisations exchange is cheap, what makes another name is not: a
 * changed consonant, a letter at the beginning, a final -i (Rahman / Rahmani), any digit. Costs were set from the classes of romanisation,
 * then checked against recall and wrong answers together (`docs/design/matching.md`).
 */
import { codeOf, HIATUS, isAssimilated, LONG_A, SYMBOLS, VOWEL } from './sound-codes.ts';

/** Another sound. */
export const OTHER = 1;
/** Added when the first sound differs by more than romanisation. */
export const INITIAL = 0.4;
export const MAQSURA = 0.15;
export const TRANSPOSITION = 0.8;
/** Two neighbouring letters typed in the wrong order. */
export const SWAPPED_LETTERS = 0.6;

const VOWEL_SUBSTITUTION = 0.35;
/** A short vowel that an abjad leaves out. */
const UNWRITTEN_VOWEL = 0.04;

/** Costs of a sound that only one of two tokens has; each is known by its place in this list. */
const LEFT_OUT = {
  CONSONANT: OTHER,
  FIRST_CONSONANT: OTHER + INITIAL,
  INNER_VOWEL: 0.4,
  FINAL_I: 2,
  FINAL_VOWEL: 0.55,
  /** Silent in French and English. */
  FINAL_E: 0.15,
  INITIAL_VOWEL: 0.6,
  INNER_H: 0.3,
  /** In John, Elizabeth: not written in another script. */
  SILENT_H: 0.12,
  INITIAL_H: 0.6,
  /** Safiya, Safiyah. */
  FINAL_H: 0.15,
  /** A long i or the half of a diphthong, which scripts without vowels do write: Hussein is not Hassan. */
  WRITTEN_Y: 0.7,
  WRITTEN_HIATUS: 0.5,
  /** A letter that stands twice where the other spelling closes the gap. */
  DOUBLED: 0.15,
  GLIDE: 0.3,
  /** The l of an article that the next consonant has swallowed. */
  ASSIMILATED: 0.2,
  EPENTHETIC: 0.25,
  /** An alef that bears the vowel that another letter writes. */
  BEARER: 0.1,
  /** A y before a first vowel: Yeltsin, Eltsin. */
  INITIAL_Y: 0.3,
  UNWRITTEN: UNWRITTEN_VOWEL,
  UNWRITTEN_HIGH: UNWRITTEN_VOWEL * 3,
};
const {
  CONSONANT,
  FIRST_CONSONANT,
  INNER_VOWEL,
  FINAL_I,
  FINAL_VOWEL,
  FINAL_E,
  INITIAL_VOWEL,
  INNER_H,
  SILENT_H,
  INITIAL_H,
  FINAL_H,
  WRITTEN_Y,
  WRITTEN_HIATUS,
  DOUBLED,
  GLIDE,
  ASSIMILATED,
  EPENTHETIC,
  BEARER,
  INITIAL_Y,
  UNWRITTEN,
  UNWRITTEN_HIGH,
} = Object.fromEntries(Object.keys(LEFT_OUT).map((name, place) => [name, place])) as Record<
  keyof typeof LEFT_OUT,
  number
>;

/** Cost of leaving out a sound, by the number that `dropOf` gives. */
export const DROP_COST = Float64Array.from(Object.values(LEFT_OUT));

const PAIRS: [string, number][] = [
  ['ae', 0.2], ['ei', 0.2], ['ou', 0.2], ['ao', 0.35], ['ai', 0.4], ['eE', 0.2], ['aE', 0.2], ['iE', 0.2], ['oO', 0.1], ['aO', 0.2], ['uO', 0.25],
  ['kq', 0.05], ['kG', 0.3], ['gG', 0.15], ['gq', 0.25], ['qG', 0.15], ['kg', 0.5], ['kX', 0.2], ['hX', 0.15], ['XC', 0.3], ['XG', 0.4], ['gX', 0.4], ['Xj', 0.5],
  ['kC', 0.4], ['hC', 0.3], ['hj', 0.5], ['hg', 0.4],
  ['sS', 0.3], ['sz', 0.25], ['SC', 0.2], ['sc', 0.25], ['zc', 0.3], ['SZ', 0.4], ['Cc', 0.35], ['sC', 0.4], ['sT', 0.35], ['zD', 0.2], ['zZ', 0.3], ['Sc', 0.4],
  ['Qk', 0.05], ['Qq', 0.05], ['Qg', 0.5], ['QX', 0.3], ['QC', 0.3], ['Qc', 0.25], ['Qs', 0.35], ['QS', 0.35], ['Qj', 0.35],
  ['Ps', 0.05], ['Pk', 0.35], ['PQ', 0.3], ['Pj', 0.35], ['PC', 0.25], ['Pc', 0.15], ['PS', 0.3], ['Pz', 0.2],
  ['jZ', 0.1], ['jy', 0.25], ['jg', 0.25], ['jz', 0.45], ['jC', 0.5],
  ['tT', 0.1], ['dD', 0.1], ['td', 0.35], ['tD', 0.4], ['dT', 0.4], ['TD', 0.3],
  ['bp', 0.4], ['bv', 0.4], ['fv', 0.2], ['vw', 0.1], ['fw', 0.5], ['yi', 0.1], ['ye', 0.3], ['yE', 0.15], ['wu', 0.1], ['wo', 0.2], ['wO', 0.15], ['vu', 0.3], ['vo', 0.5],
]; // biome-ignore format: grouped by sound

/** Cost of one sound for another, by `x * SYMBOLS + y`: where both are written with vowels, and where one or both are not. */
export const SUBSTITUTION = new Float32Array(SYMBOLS * SYMBOLS).fill(OTHER);
export const ABJAD_SUBSTITUTION = new Float32Array(SYMBOLS * SYMBOLS).fill(OTHER);

function setCost(table: Float32Array, a: string, b: string, cost: number): void {
  table[codeOf(a) * SYMBOLS + codeOf(b)] = cost;
  table[codeOf(b) * SYMBOLS + codeOf(a)] = cost;
}

for (const a of 'aeiouEO') for (const b of 'aeiouEO') setCost(SUBSTITUTION, a, b, VOWEL_SUBSTITUTION);
for (const [[a, b], cost] of PAIRS) setCost(SUBSTITUTION, a!, b!, cost);
ABJAD_SUBSTITUTION.set(SUBSTITUTION);
// One letter writes a consonant and a long vowel, or any vowel at the beginning; and Arabic has no p, v, hard g.
for (const [letter, sounds] of [
  ['v', 'ouwf'],
  ['y', 'ij'],
  ['a', 'ae'],
  ['h', 'ae'],
  ['p', 'b'],
  ['D', 'dz'],
  ['T', 's'],
  ['G', 'g'],
  [HIATUS, 'aeiouhyv'],
  [LONG_A, 'ay'],
] as const) {
  for (const sound of sounds) setCost(ABJAD_SUBSTITUTION, letter, sound, UNWRITTEN_VOWEL);
}
// Sounds that only some languages hear in the letter, and vowels of other tongues that it is made to write.
for (const [pair, cost] of [
  ['ye', 0.25], ['ao', 0.1], ['ai', 0.15], ['au', 0.2], ['va', 0.4], ['zs', 0.12], ['jg', 0.12], ['kg', 0.15], ['qg', 0.15], ['Tt', 0.12], ['ja', 0.4], ['fv', 0.04], ['SC', 0.12], ['jZ', 0.05], ['kC', 0.15],
] as const) setCost(ABJAD_SUBSTITUTION, pair[0]!, pair[1]!, cost); // biome-ignore format: grouped
for (let unit = 0; unit < SYMBOLS; unit++) {
  SUBSTITUTION[unit * SYMBOLS + unit] = 0;
  ABJAD_SUBSTITUTION[unit * SYMBOLS + unit] = 0;
}

const [A, E, I, U, H, L, N, R, V, W, Y, HIATUS_CODE, DIPHTHONG] = [...'aeiuhlnrvwy', HIATUS, 'E'].map(codeOf) as [
  number, number, number, number, number, number, number, number, number, number, number, number, number,
]; // biome-ignore format: one each

/** A last a that Arabic writes with the letter for y: Musa, Mustafa. */
export function isMaqsura(x: number, y: number): boolean {
  return (x === A && y === Y) || (x === Y && y === A);
}

/** Number of the cost of the sound at `place` where another token has not got it. `abjad`, `otherAbjad`: its token, and the other, is written without vowels. */
export function dropOf(codes: Uint8Array, count: number, place: number, abjad: boolean, otherAbjad: boolean): number {
  const code = codes[place]!;
  const final = place === count - 1;
  const vowel = VOWEL[code] === 1;
  if (otherAbjad && !abjad && vowel) {
    if (final && code === I) return FINAL_I;
    return code === I || code === U ? UNWRITTEN_HIGH : UNWRITTEN;
  }
  if (abjad && code === A) {
    // The bearer of a first vowel, of a vowel after the article, and of a diphthong.
    if (place === 0) return UNWRITTEN;
    return !otherAbjad && !final && isBearer(codes[place + 1]!) ? BEARER : INNER_VOWEL;
  }
  if (vowel) {
    if (final) return code === I || code === DIPHTHONG ? FINAL_I : code === E ? FINAL_E : FINAL_VOWEL;
    if (code === E && place > 0 && isLiquidEnd(codes, count, place)) return EPENTHETIC;
    return place === 0 ? INITIAL_VOWEL : INNER_VOWEL;
  }
  if (code === Y && final) return FINAL_I;
  if (code === HIATUS_CODE) return abjad ? UNWRITTEN : WRITTEN_HIATUS;
  if (code === Y && place > 0 && (otherAbjad || abjad)) {
    // Alef and ye write any first vowel, ye and waw a ü.
    const bears = (place === 1 && codes[0] === A) || (!final && codes[place + 1] === V);
    return abjad && !otherAbjad && bears ? BEARER : WRITTEN_Y;
  }
  if (abjad && !otherAbjad && place > 0 && code === codes[place - 1]) return DOUBLED;
  if (code === V && final && abjad && !otherAbjad) return GLIDE;
  if (code === H) {
    if (place === 0) return INITIAL_H;
    if (abjad) return final && !otherAbjad ? UNWRITTEN : INNER_H;
    return otherAbjad ? SILENT_H : final ? FINAL_H : INNER_H;
  }
  if (code === Y && place === 0) return INITIAL_Y;
  if (code === Y || (code === W && place > 0)) return GLIDE;
  if (isAssimilated(codes, count, place)) return ASSIMILATED;
  return place === 0 ? FIRST_CONSONANT : CONSONANT;
}

/** Letters that write the second half of a diphthong whose first half alef writes. */
function isBearer(code: number): boolean {
  return code === Y || code === V;
}

/** A vowel that only eases a last r, l or n: Bakr, Baker; Aleksandr, Alexander. */
function isLiquidEnd(codes: Uint8Array, count: number, place: number): boolean {
  const next = codes[place + 1];
  return place === count - 2 && (next === R || next === L || next === N) && VOWEL[codes[place - 1]!] === 0;
}
