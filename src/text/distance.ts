/**
 * Weighted edit distance between the sounds of two tokens (`phones.ts`), with the costs of `sound-costs.ts`, and what two tokens may differ by and
 * still be one name.
 */
import { mayBegin } from './first-sounds.ts';
import { SYMBOLS } from './sound-codes.ts';
import {
  ABJAD_SUBSTITUTION,
  DROP_COST,
  INITIAL,
  isMaqsura,
  MAQSURA,
  OTHER,
  SUBSTITUTION,
  SWAPPED_LETTERS,
  TRANSPOSITION,
} from './sound-costs.ts';
import {
  ABJAD,
  bareOf,
  CODE,
  classesAt,
  DROP_SHIFT,
  letterCount,
  lettersAt,
  NO_SOUNDS,
  type Sounds,
  soundCount,
  soundsAt,
} from './sound-list.ts';
import type { SoundScratch } from './sound-scratch.ts';

/** Added to the cost of a word in another script: vowels that are not written say nothing. */
export const OTHER_SCRIPT = 0.1;

/** Cheaper steps are the same sound in another romanisation and are not counted as edits. */
const COUNTED = 0.16;
/** One more edit may be made at so little cost: two vowels that romanisations exchange. */
const MOST_OF_VOWELS = 0.6;

/**
 * Cost of turning one token into the other, or infinity when it is above `limit` or takes more than `mostEdits` steps that are
 * more than another romanisation of the same sound. (Damerau's distance, restricted, with costs.)
 */
export function soundDistance(
  { right, added, rows: [first, second, third] }: SoundScratch,
  x: Uint16Array,
  a: number,
  y: Uint16Array,
  b: number,
  limit: number,
  mostEdits: number,
): number {
  if (countBits(classesAt(x, a) ^ classesAt(y, b)) > MOST_CLASSES) return Number.POSITIVE_INFINITY;
  if (isSame(x, a, y, b)) return 0;
  const aAbjad = (x[a]! & ABJAD) !== 0;
  const bAbjad = (y[b]! & ABJAD) !== 0;
  const abjad = aAbjad || bAbjad;
  const table = abjad ? ABJAD_SUBSTITUTION : SUBSTITUTION;
  const leftAt = soundsAt(x, a, bAbjad);
  const rightAt = soundsAt(y, b, aAbjad);
  const n = soundCount(x, a, bAbjad);
  const m = soundCount(y, b, aAbjad);
  if (limit < OTHER + INITIAL && n > 1 && m > 1) {
    const [own, next, other, otherNext] = [x[leftAt]!, x[leftAt + 1]!, y[rightAt]!, y[rightAt + 1]!];
    if (!mayBegin(table, own & CODE, next & CODE, other & CODE, otherNext & CODE, aAbjad && bAbjad))
      return Number.POSITIVE_INFINITY;
  }
  let before = first.costs;
  let last = second.costs;
  let row = third.costs;
  let beforeCount = first.edits;
  let lastCount = second.edits;
  let rowCount = third.edits;
  last[0] = 0;
  lastCount[0] = 0;
  for (let j = 1; j <= m; j++) {
    const unit = y[rightAt + j - 1]!;
    const add = DROP_COST[unit >> DROP_SHIFT]!;
    right[j - 1] = unit & CODE;
    added[j] = add;
    last[j] = last[j - 1]! + add;
    lastCount[j] = lastCount[j - 1]! + (add > COUNTED ? 1 : 0);
  }
  let beforeLeft = 0;
  for (let i = 1; i <= n; i++) {
    const unit = x[leftAt + i - 1]!;
    const code = unit & CODE;
    const costs = code * SYMBOLS;
    const drop = DROP_COST[unit >> DROP_SHIFT]!;
    const dropCount = drop > COUNTED ? 1 : 0;
    let least = last[0]! + drop;
    row[0] = least;
    rowCount[0] = lastCount[0]! + dropCount;
    for (let j = 1; j <= m; j++) {
      const other = right[j - 1]!;
      let cost = table[costs + other]!;
      if (cost >= OTHER && (i === 1 || j === 1)) cost += INITIAL;
      if (abjad && i === n && j === m && isMaqsura(code, other)) cost = MAQSURA;
      const deleted = last[j]! + drop;
      const inserted = row[j - 1]! + added[j]!;
      let best = last[j - 1]! + cost;
      let edits: number;
      if (best <= deleted && best <= inserted) edits = lastCount[j - 1]! + (cost > COUNTED ? 1 : 0);
      else if (deleted <= inserted) {
        best = deleted;
        edits = lastCount[j]! + dropCount;
      } else {
        best = inserted;
        edits = rowCount[j - 1]! + (added[j]! > COUNTED ? 1 : 0);
      }
      if (i > 1 && j > 1 && code === right[j - 2] && other === beforeLeft && before[j - 2]! + TRANSPOSITION < best) {
        best = before[j - 2]! + TRANSPOSITION;
        edits = beforeCount[j - 2]! + 1;
      }
      row[j] = best;
      rowCount[j] = edits;
      if (best < least) least = best;
    }
    if (least > limit) return Number.POSITIVE_INFINITY;
    beforeLeft = code;
    const costsToReuse = before;
    before = last;
    last = row;
    row = costsToReuse;
    const countsToReuse = beforeCount;
    beforeCount = lastCount;
    lastCount = rowCount;
    rowCount = countsToReuse;
  }
  const cost = last[m]!;
  const edits = lastCount[m]!;
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

/** Whether two tokens have the same sounds. */
function isSame(x: Uint16Array, a: number, y: Uint16Array, b: number): boolean {
  const count = soundCount(x, a, false);
  if (count !== soundCount(y, b, false)) return false;
  let left = soundsAt(x, a, false);
  let other = soundsAt(y, b, false);
  for (const end = left + count; left < end; left++, other++) if (((x[left]! ^ y[other]!) & CODE) !== 0) return false;
  return true;
}

/** Whether the letters of one are those of the other with two neighbours exchanged. */
function isSwapped(x: Uint16Array, a: number, y: Uint16Array, b: number): boolean {
  const count = letterCount(x, a);
  if (count !== letterCount(y, b)) return false;
  const left = lettersAt(x, a);
  const other = lettersAt(y, b);
  let at = 0;
  while (at < count && x[left + at] === y[other + at]) at++;
  if (at === 0 || at + 1 >= count) return false;
  if (x[left + at] !== y[other + at + 1] || x[left + at + 1] !== y[other + at]) return false;
  for (at += 2; at < count; at++) if (x[left + at] !== y[other + at]) return false;
  return true;
}

/** What two tokens may differ by and still be one name, by the letters of the shorter: under four letters, only its sounds. */
export function mostCost(letters: number, otherScript: boolean): number {
  if (otherScript) return letters < 4 ? 0.35 : letters <= 8 ? 0.65 : 1.15;
  return letters < 4 ? 0.15 : letters <= 5 ? 1.05 : letters <= 8 ? 1.2 : 1.6;
}

export function mostEdits(letters: number, otherScript: boolean): number {
  if (otherScript) return letters <= 8 ? 1 : 2;
  return letters < 4 ? 0 : letters <= 5 ? 1 : letters <= 8 ? 2 : 3;
}

/** Cost of one token in the spelling of the other, within the budget of the shorter of the two and `most`, or infinity. Offsets may be `NO_SOUNDS`. */
export function spellingCost(
  own: Sounds,
  a: number,
  others: Sounds,
  b: number,
  most = Number.POSITIVE_INFINITY,
): number {
  if (a === NO_SOUNDS || b === NO_SOUNDS) return Number.POSITIVE_INFINITY;
  const x = own.units;
  const y = others.units;
  const abjad = (x[a]! & ABJAD) !== 0;
  const otherScript = ((x[a]! ^ y[b]!) & ABJAD) !== 0;
  // Where vowels are not written, a letter is more of a name than a pair of Latin ones.
  const letters = otherScript
    ? Math.max(letterCount(x, a), letterCount(y, b))
    : abjad
      ? Math.min(soundCount(x, a, false), soundCount(y, b, false))
      : Math.min(letterCount(x, a), letterCount(y, b));
  const cost = Math.min(most, mostCost(letters, otherScript));
  const edits = mostEdits(letters, otherScript);
  let found = soundDistance(own.scratch, x, a, y, b, cost, edits);
  const bareA = bareOf(x, a);
  if (bareA !== NO_SOUNDS) found = Math.min(found, soundDistance(own.scratch, x, bareA, y, b, cost, edits));
  const bareB = bareOf(y, b);
  if (bareB !== NO_SOUNDS) found = Math.min(found, soundDistance(own.scratch, x, a, y, bareB, cost, edits));
  return found > SWAPPED_LETTERS && most >= SWAPPED_LETTERS && isSwapped(x, a, y, b) ? SWAPPED_LETTERS : found;
}

/** Whether the consonants of two tokens leave it open that they are spellings of one name. Never false where they are. */
export function haveLikeClasses(own: Sounds, a: number, others: Sounds, b: number): boolean {
  if (a === NO_SOUNDS || b === NO_SOUNDS) return true;
  const x = own.units;
  const y = others.units;
  if (countBits(classesAt(x, a) ^ classesAt(y, b)) <= MOST_CLASSES) return true;
  return bareOf(x, a) !== NO_SOUNDS || bareOf(y, b) !== NO_SOUNDS;
}
