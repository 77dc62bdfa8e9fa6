/**
 * Weighted edit distance between the sounds of two tokens. What romanisations exchange is cheap, what makes another name is not:
 * a changed consonant, a letter at the beginning, a final -i (Rahman / Rahmani), any digit. Costs were set from the classes of
 * romanisation, then checked against recall and wrong answers together (`docs/matching.md`).
 */
import { HIATUS, isAssimilated, isVowel, LONG_A, type Phones } from './phones.ts';

/** Another sound. */
const OTHER = 1;
const VOWEL_SUBSTITUTION = 0.35;
const VOWEL_INDEL = 0.4;
const FINAL_I = 2;
const FINAL_VOWEL = 0.55;
/** Silent in French and English. */
const FINAL_E = 0.15;
const INITIAL_VOWEL = 0.6;
const H_INDEL = 0.3;
/** In John, Elizabeth: not written in another script. */
const SILENT_H = 0.12;
const INITIAL_H = 0.6;
/** Safiya, Safiyah. */
const FINAL_H = 0.15;
/** A long i or the half of a diphthong, which scripts without vowels do write: Hussein is not Hassan. */
const WRITTEN_Y = 0.7;
const WRITTEN_HIATUS = 0.5;
const MAQSURA = 0.15;
/** A letter that stands twice where the other spelling closes the gap. */
const DOUBLED = 0.15;
const GLIDE_INDEL = 0.3;
/** The l of an article that the next consonant has swallowed. */
const ASSIMILATED = 0.2;
const EPENTHETIC = 0.25;
/** An alef that bears the vowel that another letter writes. */
const BEARER = 0.1;
const TRANSPOSITION = 0.8;
/** Two neighbouring letters typed in the wrong order. */
export const SWAPPED_LETTERS = 0.6;
/** A y before a first vowel: Yeltsin, Eltsin. */
const INITIAL_Y = 0.3;
/** Added when the first sound differs by more than romanisation. */
const INITIAL = 0.4;
/** A short vowel that an abjad leaves out. */
const UNWRITTEN = 0.04;

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

const SIZE = 128;
const substitution = new Float32Array(SIZE * SIZE).fill(OTHER);
const abjadSubstitution = new Float32Array(SIZE * SIZE).fill(OTHER);

function setCost(table: Float32Array, a: string, b: string, cost: number): void {
  table[a.charCodeAt(0) * SIZE + b.charCodeAt(0)] = cost;
  table[b.charCodeAt(0) * SIZE + a.charCodeAt(0)] = cost;
}

for (const a of 'aeiouEO') for (const b of 'aeiouEO') setCost(substitution, a, b, VOWEL_SUBSTITUTION);
for (const [[a, b], cost] of PAIRS) setCost(substitution, a!, b!, cost);
abjadSubstitution.set(substitution);
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
  for (const sound of sounds) setCost(abjadSubstitution, letter, sound, UNWRITTEN);
}
// Sounds that only some languages hear in the letter, and vowels of other tongues that it is made to write.
for (const [pair, cost] of [
  ['ye', 0.25], ['ao', 0.1], ['ai', 0.15], ['au', 0.2], ['va', 0.4], ['zs', 0.12], ['jg', 0.12], ['kg', 0.15], ['qg', 0.15], ['Tt', 0.12], ['ja', 0.4], ['fv', 0.04], ['SC', 0.12], ['jZ', 0.05], ['kC', 0.15],
] as const) setCost(abjadSubstitution, pair[0]!, pair[1]!, cost); // biome-ignore format: grouped
for (let unit = 0; unit < SIZE; unit++) {
  substitution[unit * SIZE + unit] = 0;
  abjadSubstitution[unit * SIZE + unit] = 0;
}

/** Cheaper steps are the same sound in another romanisation and are not counted as edits. */
const COUNTED = 0.16;
/** One more edit may be made at so little cost: two vowels that romanisations exchange. */
const MOST_OF_VOWELS = 0.6;
/** Each row of the table holds costs and, beside them, the edits on the cheapest path. */
interface Row {
  cost: Float64Array;
  edits: Uint8Array;
}

const LONGEST = 48;
const newRow = (): Row => ({ cost: new Float64Array(LONGEST), edits: new Uint8Array(LONGEST) });
let beforeRow = newRow();
let lastRow = newRow();
let nextRow = newRow();
/** Cost of each sound of the second token that the first has not. */
const added = new Float64Array(LONGEST);

/**
 * Cost of turning one token into the other, or infinity when it is above `limit` or takes more than `mostEdits` steps that are
 * more than another romanisation of the same sound. (Damerau's distance, restricted, with costs.)
 */
export function phoneDistance(a: Phones, b: Phones, limit: number, mostEdits: number): number {
  if (a.symbols === b.symbols) return 0;
  if (countBits(a.classes ^ b.classes) > MOST_CLASSES) return Number.POSITIVE_INFINITY;
  const abjad = a.abjad || b.abjad;
  const table = abjad ? abjadSubstitution : substitution;
  const left = abjad ? a.apart : a.symbols;
  const right = abjad ? b.apart : b.symbols;
  const n = left.length;
  const m = right.length;
  if (n >= LONGEST || m >= LONGEST) return Number.POSITIVE_INFINITY;
  let before = beforeRow;
  let last = lastRow;
  let row = nextRow;
  last.cost[0] = 0;
  last.edits[0] = 0;
  for (let j = 1; j <= m; j++) {
    added[j] = indel(right, j - 1, b, a);
    step(last, j, last, j - 1, added[j]!);
  }
  for (let i = 1; i <= n; i++) {
    const x = left.charCodeAt(i - 1);
    const drop = indel(left, i - 1, a, b);
    step(row, 0, last, 0, drop);
    let least = row.cost[0]!;
    for (let j = 1; j <= m; j++) {
      const y = right.charCodeAt(j - 1);
      let cost = table[x * SIZE + y]!;
      if (cost >= OTHER && (i === 1 || j === 1)) cost += INITIAL;
      if (abjad && i === n && j === m && isMaqsura(x, y)) cost = MAQSURA;
      const add = added[j]!;
      const deleted = last.cost[j]! + drop;
      const inserted = row.cost[j - 1]! + add;
      const replaced = last.cost[j - 1]! + cost;
      if (replaced <= deleted && replaced <= inserted) step(row, j, last, j - 1, cost);
      else if (deleted <= inserted) step(row, j, last, j, drop);
      else step(row, j, row, j - 1, add);
      if (i > 1 && j > 1 && x === right.charCodeAt(j - 2) && y === left.charCodeAt(i - 2)) {
        if (before.cost[j - 2]! + TRANSPOSITION < row.cost[j]!) step(row, j, before, j - 2, TRANSPOSITION);
      }
      if (row.cost[j]! < least) least = row.cost[j]!;
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    [before, last, row] = [last, row, before];
  }
  beforeRow = before;
  lastRow = last;
  nextRow = row;
  const cost = last.cost[m]!;
  const edits = last.edits[m]!;
  const within = cost <= limit && (edits <= mostEdits || (edits === mostEdits + 1 && cost <= MOST_OF_VOWELS));
  return within ? cost : Number.POSITIVE_INFINITY;
}

/** One consonant that became another makes two classes differ. */
const MOST_CLASSES = 2;

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function step(to: Row, at: number, from: Row, before: number, cost: number): void {
  to.cost[at] = from.cost[before]! + cost;
  to.edits[at] = from.edits[before]! + (cost > COUNTED ? 1 : 0);
}

/** A last a that Arabic writes with the letter for y: Musa, Mustafa. */
function isMaqsura(x: number, y: number): boolean {
  return (x === UNIT_A && y === UNIT_Y) || (x === UNIT_Y && y === UNIT_A);
}

const UNIT_A = 0x61;
const UNIT_Y = 0x79;

/** Cost of a sound that only one of the two has. */
function indel(symbols: string, at: number, phones: Phones, other: Phones): number {
  const symbol = symbols[at]!;
  const final = at === symbols.length - 1;
  if (other.abjad && !phones.abjad && isVowel(symbol)) {
    if (final && symbol === 'i') return FINAL_I;
    return symbol === 'i' || symbol === 'u' ? UNWRITTEN * 3 : UNWRITTEN;
  }
  if (phones.abjad && symbol === 'a') {
    // The bearer of a first vowel, of a vowel after the article, and of a diphthong.
    return at === 0 ? UNWRITTEN : !other.abjad && isBearer(symbols[at + 1]) ? BEARER : VOWEL_INDEL;
  }
  if (isVowel(symbol)) {
    if (final) return symbol === 'i' || symbol === 'E' ? FINAL_I : symbol === 'e' ? FINAL_E : FINAL_VOWEL;
    if (symbol === 'e' && at > 0 && isLiquidEnd(symbols, at)) return EPENTHETIC;
    return at === 0 ? INITIAL_VOWEL : VOWEL_INDEL;
  }
  if (symbol === 'y' && final) return FINAL_I;
  if (symbol === HIATUS) return phones.abjad ? UNWRITTEN : WRITTEN_HIATUS;
  if (symbol === 'y' && at > 0 && (other.abjad || phones.abjad)) {
    // Alef and ye write any first vowel, ye and waw a ü.
    return phones.abjad && !other.abjad && ((at === 1 && symbols[0] === 'a') || symbols[at + 1] === 'v')
      ? BEARER
      : WRITTEN_Y;
  }
  if (phones.abjad && !other.abjad && at > 0 && symbol === symbols[at - 1]) return DOUBLED;
  if (symbol === 'v' && final && phones.abjad && !other.abjad) return GLIDE_INDEL;
  if (symbol === 'h') {
    if (at === 0) return INITIAL_H;
    if (phones.abjad) return final && !other.abjad ? UNWRITTEN : H_INDEL;
    return other.abjad ? SILENT_H : final ? FINAL_H : H_INDEL;
  }
  if (symbol === 'y' && at === 0) return INITIAL_Y;
  if (symbol === 'y' || (symbol === 'w' && at > 0)) return GLIDE_INDEL;
  if (isAssimilated(symbols, at)) return ASSIMILATED;
  return at === 0 ? OTHER + INITIAL : OTHER;
}

/** Letters that write the second half of a diphthong whose first half alef writes. */
function isBearer(symbol: string | undefined): boolean {
  return symbol === 'y' || symbol === 'v';
}

/** A vowel that only eases a last r, l or n: Bakr, Baker; Aleksandr, Alexander. */
function isLiquidEnd(symbols: string, at: number): boolean {
  return at === symbols.length - 2 && 'rln'.includes(symbols[at + 1]!) && !isVowel(symbols[at - 1]!);
}

/** Whether one is the other with two neighbouring letters exchanged. */
export function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at > 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** What two tokens may differ by and still be one name, by the letters of the shorter: under four letters, only its sounds. */
export function tokenBudget(letters: number, otherScript: boolean): { cost: number; edits: number } {
  if (otherScript) {
    if (letters < 4) return { cost: 0.35, edits: 1 };
    return letters <= 8 ? { cost: 0.65, edits: 1 } : { cost: 1.15, edits: 2 };
  }
  if (letters < 4) return { cost: 0.15, edits: 0 };
  if (letters <= 5) return { cost: 1.05, edits: 1 };
  if (letters <= 8) return { cost: 1.2, edits: 2 };
  return { cost: 1.6, edits: 3 };
}
