/** Days as people write them, and what several sources say of one. */
import { isRealDate } from '../dataset/dates.ts';
import { whenInWords } from './record.ts';

const monthNames = 'january february march april may june july august september october november december'.split(' ');

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a text that can mean one day only: ISO 8601, `2.1.1950`, `13/1/1950`, `2 January 1950`,
 * `January 2, 1950`. Nothing where day and month could be exchanged (`02/01/1950`).
 */
export function dayIn(text: string): string | undefined {
  const day = text.trim();
  const iso = /^[+-]?\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T|\s)/u.exec(day)?.[0].replace('+', '');
  if (iso !== undefined) return real(iso.replace(/-00(?=-|$)/gu, ''));
  const [, a, mark, b, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/u.exec(day) ?? [];
  if (a && b && year) {
    // With dots the day comes first everywhere; with other marks only a number beyond 12 tells.
    if (mark === '.' || Number(a) > 12) return dated(year, b, a);
    return Number(b) > 12 || a === b ? dated(year, a, b) : undefined;
  }
  const words =
    day
      .toLowerCase()
      .replace(/(\d)(?:st|nd|rd|th)\b/u, '$1')
      .match(/\p{L}+|\d+/gu) ?? [];
  const month = words.findIndex((word) => monthNames.some((name) => word.length > 2 && name.startsWith(word)));
  const numbers = words.filter((word) => /^\d+$/u.test(word));
  if (month < 0 || words.length !== numbers.length + 1 || !/^\d{4}$/u.test(numbers.at(-1) ?? '')) return undefined;
  const number = monthNames.findIndex((name) => name.startsWith(words[month]!)) + 1;
  if (numbers.length === 1) return real(`${numbers[0]}-${String(number).padStart(2, '0')}`);
  return numbers.length === 2 ? dated(numbers[1]!, String(number), numbers[0]!) : undefined;
}

function dated(year: string, month: string, day: string): string | undefined {
  return real([year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'));
}

function real(day: string): string | undefined {
  return isRealDate(day) ? day : undefined;
}

/** Days that are no other's beginning, sorted: `1964` and `1964-11-06` agree, and the longer one is kept. */
function differing(days: readonly string[]): string[] {
  const all = [...new Set(days)].sort();
  return all.filter((day) => !all.some((other) => other !== day && other.startsWith(`${day}-`)));
}

/** "Born on 3 May 1950." with its day; of days that differ all, and no day: such a date is no fact. */
export function dayStatement(word: string, days: readonly string[]): { text: string; date?: string } | undefined {
  const found = differing(days);
  if (found.length === 0) return undefined;
  if (found.length === 1) return { text: `${word} ${whenInWords(found[0]!)}.`, date: found[0]! };
  return { text: `${word} ${found.map(whenInWords).join(', or ')}: the sources differ.` };
}

/** Years after which nobody is alive: more than the longest life that is documented (Jeanne Calment, 122). */
const longestLife = 123;

/** False for the dead and for those who would be older than anyone became; nothing where it is not known. */
export function livingBy(died: boolean, born: readonly string[], today: string): boolean | undefined {
  if (died) return false;
  const latest = born.map((day) => Number.parseInt(day, 10)).sort((a, b) => b - a)[0];
  return latest !== undefined && Number.parseInt(today, 10) - latest >= longestLife ? false : undefined;
}
