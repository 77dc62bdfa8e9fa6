/** Numbers in a block: digits with any grouping, words, "thousands", ranges, each with the words that qualify it. */
import { FOLD, foldSpan, foldText } from '../../text/fold.ts';
import { isNumberWordHash, numberWord } from '../../text/number-words.ts';
import type { Block } from '../blocks.ts';

export interface NumberSpan {
  /** Tokens, both inclusive; UTF-16 offsets. With "at least", "over" and the like. */
  from: number;
  to: number;
  start: number;
  end: number;
  low: number;
  high: number;
  /** Written as a bare year would be. */
  yearLike: boolean;
}

/** Folded, as phrases of one to three words. */
const QUALIFIERS = new Set(
  [
    'over', 'at least', 'at most', 'more than', 'less than', 'fewer than', 'nearly', 'almost', 'about', 'around', 'some', 'roughly',
    'approximately', 'up to', 'as many as', 'an estimated', 'estimated', 'between', 'close to', 'several', 'tens of', 'hundreds of',
    'plus de', 'au moins', 'moins de', 'pres de', 'environ', 'quelque', 'jusqu a', 'entre', 'plusieurs', 'des dizaines de', 'dizaines de',
    'über', 'mehr als', 'mindestens', 'rund', 'etwa', 'fast', 'beinahe', 'bis zu', 'zwischen', 'mehrere', 'knapp', 'zehntausende',
    'más de', 'al menos', 'por lo menos', 'casi', 'cerca de', 'unos', 'unas', 'alrededor de', 'hasta', 'entre', 'varios', 'decenas de',
    'بیش از', 'حداقل', 'دست کم', 'دستکم', 'نزدیک به', 'حدود', 'تا', 'بین', 'چند', 'ده ها', 'دهها',
    'أكثر من', 'ما لا يقل عن', 'نحو', 'حوالي', 'قرابة', 'زهاء', 'ما يصل إلى', 'بين', 'عشرات',
  ].map((phrase) => phrase.split(' ').map(foldText).join(' ')),
); // biome-ignore format: one row a language
const LONGEST_QUALIFIER = 4;

/** Between the two ends of a range. */
const RANGE_WORDS = new Set(
  ['to', 'and', 'or', 'a', 'et', 'ou', 'bis', 'und', 'y', 'o', 'تا', 'و', 'الی', 'او'].map((word) => foldText(word)),
);

/** Before or after a number: not a count of people. */
const NOT_A_COUNT = /[$€£¥%‰°]/;

export function numbersIn(block: Block): NumberSpan[] {
  const spans: NumberSpan[] = [];
  const german = /hundert|tausend/i.test(block.text);
  for (let token = 0; token < block.count; ) {
    const number = mayBegin(block, token, german) ? numberAt(block, token) : undefined;
    if (number === undefined) {
      token++;
      continue;
    }
    const before = spans[spans.length - 1];
    if (before && joinsRange(block, before, token) && before.low <= number.high) {
      before.high = Math.max(number.high, before.low);
      before.to = number.to;
      before.end = block.end[number.to]!;
      before.yearLike = before.yearLike && number.yearLike;
    } else if (!isOtherQuantity(block, token, number.to)) {
      const from = qualifierBefore(block, token);
      spans.push({
        from,
        to: number.to,
        start: block.start[from]!,
        end: block.end[number.to]!,
        low: number.low,
        high: number.high,
        yearLike: number.yearLike && from === token,
      });
    }
    token = number.to + 1;
  }
  return spans;
}

/** Cheap test before the words are read: a digit, or the hash of a number word. */
function mayBegin(block: Block, token: number, german: boolean): boolean {
  const first = FOLD[block.text.charCodeAt(block.start[token]!)]!;
  return (first >= 0x30 && first <= 0x39) || german || isNumberWordHash(block.hash[token]!);
}

function word(block: Block, token: number): string {
  return token >= 0 && token < block.count ? foldSpan(block.text, block.start[token]!, block.end[token]!) : '';
}

function gap(block: Block, left: number): string {
  return block.text.slice(block.end[left], block.start[left + 1]);
}

interface Read {
  to: number;
  low: number;
  high: number;
  yearLike: boolean;
}

function numberAt(block: Block, token: number): Read | undefined {
  const digits = digitsAt(block, token);
  if (digits) return multiplied(block, digits);
  return joinedAt(block, token) ?? wordsAt(block, token);
}

const DIGITS = /^\d+$/;

/** `30,000`, `30.000`, `30 000`, `٣٠٬٠٠٠`, `1.5`. */
function digitsAt(block: Block, token: number): Read | undefined {
  const head = word(block, token);
  if (!DIGITS.test(head)) return undefined;
  let to = token;
  let text = head;
  while (
    head.length <= 3 &&
    to + 1 < block.count &&
    /^[,.٬،’'\u00a0\u202f ]$/.test(gap(block, to)) &&
    /^\d{3}$/.test(word(block, to + 1))
  ) {
    text += word(block, ++to);
  }
  let value = Number(text);
  if (to === token && /^[.,٫]$/.test(gap(block, to)) && /^\d{1,2}$/.test(word(block, to + 1)))
    value = Number(`${text}.${word(block, ++to)}`);
  if (!Number.isFinite(value)) return undefined;
  return {
    to,
    low: value,
    high: value,
    yearLike: to === token && ((value >= 1300 && value <= 1450) || (value >= 1800 && value <= 2100)),
  };
}

/** "30 thousand", "1.5 million", "3 thousand and 800". */
function multiplied(block: Block, read: Read): Read {
  const next = numberWord(word(block, read.to + 1));
  if (next === undefined || next.role === 'unit' || !/^[\s\u200c-]*$/.test(gap(block, read.to))) return read;
  return withRest(block, read.to + 1, read.low, next.value);
}

/** "۳هزار": digits and their thousand in one word. */
function joinedAt(block: Block, token: number): Read | undefined {
  const [, digits, letters] = /^(\d{1,3})(\D+)$/.exec(word(block, token)) ?? [];
  const next = letters === undefined ? undefined : numberWord(letters);
  return next?.role === 'multiplier' ? withRest(block, token, Number(digits), next.value) : undefined;
}

/** What follows a magnitude in Persian and Arabic, with "and" as a word or as a letter before it. */
function withRest(block: Block, to: number, count: number, magnitude: number): Read {
  const value = count * magnitude;
  const isNear = (left: number) => /^\s+$/.test(gap(block, left));
  const and = word(block, to + 1);
  const last = and === 'و' ? to + 2 : to + 1;
  const [, rest] = (and === 'و' ? /^(\d{1,3})$/ : /^و(\d{1,3})$/).exec(word(block, last)) ?? [];
  const joins = rest !== undefined && magnitude > 100 && isNear(to) && isNear(last - 1);
  const sum = joins ? value + Number(rest) : value;
  return { to: joins ? last : to, low: sum, high: sum, yearLike: false };
}

/** "thirty thousand", "three hundred and fifty", "thousands", "several thousand", "tens of thousands". */
function wordsAt(block: Block, token: number): Read | undefined {
  const first = numberWord(word(block, token));
  if (first === undefined) return undefined;
  if (first.role === 'plural') {
    // "tens of thousands": the last word gives the magnitude, the first multiplies it.
    const further = word(block, token + 1) === 'of' || word(block, token + 1) === 'de' ? token + 2 : token + 1;
    const next = numberWord(word(block, further));
    const factor = next && next.role !== 'unit' ? next.value : 1;
    const least = first.value * factor;
    return { to: factor > 1 ? further : token, low: least, high: least * 10 - 1, yearLike: false };
  }
  let total = 0;
  let current = first.role === 'unit' ? first.value : 0;
  if (first.role === 'multiplier') current = first.value;
  let to = token;
  for (let next = token + 1; next < block.count; next++) {
    let part = numberWord(word(block, next));
    let at = next;
    if (part === undefined && /^(?:and|et|und|y|و)$/.test(word(block, next))) {
      at = next + 1;
      part = numberWord(word(block, at));
    }
    if (part === undefined || !/^[\s-]*$/.test(gap(block, next - 1))) break;
    if (part.role === 'unit') current += part.value;
    else if (part.value > 100) {
      total += Math.max(current, 1) * part.value;
      current = 0;
    } else current = Math.max(current, 1) * part.value;
    to = at;
    next = at;
  }
  const value = total + current;
  // "one of them": a small number in words is no count worth a mark.
  if (to === token && value < 100) return undefined;
  const several = /^(?:several|plusieurs|mehrere|varios|چند|عده)$/.test(word(block, token - 1));
  // "سه هزار و ۸۰۰": after a magnitude the rest may stand in digits.
  if (current === 0 && !several) return withRest(block, to, 1, value);
  return { to, low: several ? value * 2 : value, high: several ? value * 9 : value, yearLike: false };
}

function joinsRange(block: Block, before: NumberSpan, token: number): boolean {
  if (before.to === token - 1) return /^\s?[-–—‐‑]\s?$/.test(gap(block, before.to));
  return (
    before.to === token - 2 && RANGE_WORDS.has(word(block, token - 1)) && /^\s*$/.test(gap(block, before.to).trim())
  );
}

function isOtherQuantity(block: Block, from: number, to: number): boolean {
  const before = block.text.slice(Math.max(0, block.start[from]! - 2), block.start[from]);
  const after = block.text.slice(block.end[to], block.end[to]! + 2);
  return (
    NOT_A_COUNT.test(before) ||
    NOT_A_COUNT.test(after) ||
    /^\s?%/.test(after) ||
    /[:/]$/.test(before) ||
    /^[:/]\d/.test(after)
  );
}

/** First token of the qualifier that ends right before `token`, or `token` itself. */
function qualifierBefore(block: Block, token: number): number {
  let phrase = '';
  let first = token;
  for (let i = token - 1; i >= 0 && i >= token - LONGEST_QUALIFIER; i--) {
    if (!/^\s+$/.test(gap(block, i))) break;
    phrase = phrase ? `${word(block, i)} ${phrase}` : word(block, i);
    if (QUALIFIERS.has(phrase)) first = i;
  }
  return first;
}
