/** Whether a quotation carries a date: in its own language, by weekday, or in the calendar of Iran. */
import { daysFrom, namesOfDays, namesOfHijriMonths, namesOfMonths, namesOfNearDays, toHijri } from './calendar.ts';
import { type SaidDate, saidOf, yearDigits } from './said-dates.ts';
import { withPlainDigits, wordsOf } from './words.ts';

/** A text that carries dates, and what places its "Tuesday" and its "1 August" in time. */
export interface DatedText {
  text: string;
  /** Of two or three letters. */
  language: string;
  /** Day of issue of its source, in the source's own precision. */
  issued?: string | undefined;
}

export type DatePart = 'year' | 'month' | 'day';

/** The parts of the date that the text carries. */
export function carriedParts(date: SaidDate, { text, language, issued }: DatedText): Set<DatePart> {
  const parts = new Set<DatePart>();
  const plain = withPlainDigits(text);
  const words = wordsOf(text);
  if (date.year !== undefined && hasYear(plain, words, date)) parts.add('year');
  if (date.month !== undefined && (hasMonth(text, language, date.month) || hasNumericMonth(plain, date.month))) {
    parts.add('month');
    if (date.day !== undefined && words.some((word) => isDay(word, date.day!))) parts.add('day');
    if (date.year !== undefined && isYearOfIssue(date, plain, issued)) parts.add('year');
  }
  const others = [...daysByWeekday(words, language, issued), ...hijriDates(date, plain, words, language)];
  for (const other of others.filter((day) => agree(date, day)))
    for (const part of ['year', 'month', 'day'] as const) if (other[part] !== undefined) parts.add(part);
  return parts;
}

/** Whether no part that both have differs. */
function agree(a: SaidDate, b: SaidDate): boolean {
  return (['year', 'month', 'day'] as const).every((part) => (a[part] ?? b[part]) === (b[part] ?? a[part]));
}

function hasYear(plain: string, words: readonly string[], { year, decade }: SaidDate): boolean {
  const [century, short] = [String(year).slice(0, 2), String(year).slice(2)];
  const yearLike = words.filter((word) => /^\d{4}\p{L}*$/u.test(word));
  // Of a decade any year, or 1980s, 1980er, 80s, années 80.
  if (decade)
    return yearLike.some((word) => word.startsWith(century + short[0])) || words.some((word) => isDecade(word, short));
  // 1981–82, 1981 to 82.
  const range = new RegExp(`${century}\\d\\d\\s*(?:[–/-]|to|and|bis|au|y|و)\\s*[’']?${short}(?!\\d)`, 'u');
  return (
    yearLike.some((word) => word.startsWith(String(year))) ||
    range.test(plain) ||
    numericDates(plain).some(({ last }) => last === short)
  );
}

function isDecade(word: string, tens: string): boolean {
  return word.startsWith(tens) && /^\d\d\p{L}*$/u.test(word);
}

/** `3/12/1988`, `1988-12-03` and `03.12.88`: the numbers that may be its day or month, and what it ends with. */
function numericDates(plain: string): { small: number[]; last: string }[] {
  return [...plain.matchAll(/(?<!\d)(\d{1,4})([-/.])(\d{1,2})\2(\d{2,4})(?!\d)/gu)].map(
    ([, first, , middle, last]) => ({
      small: [first!, middle!, last!].filter((part) => part.length <= 2).map(Number),
      last: last!,
    }),
  );
}

function hasNumericMonth(plain: string, month: number): boolean {
  return numericDates(plain).some(({ small }) => small.includes(month));
}

/** `8`, `8th`, `8er`, `08`. */
function isDay(word: string, day: number): boolean {
  return /^\d{1,2}\p{L}{0,3}$/u.test(word) && Number.parseInt(word, 10) === day;
}

function hasMonth(text: string, language: string, month: number): boolean {
  const names = namesOfMonths(language)[month - 1]!;
  // Where months are written with a capital, "may" and "march" are other words.
  const capital = language === 'en' || language === 'de';
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).some((word) => {
    if (capital && !/^\p{Lu}/u.test(word)) return false;
    const [folded = ''] = wordsOf(word);
    return (
      names.includes(folded) ||
      // "Sept", "Febr"
      (folded.length >= 3 && names[0]?.startsWith(folded)) ||
      // Endings, and what Arabic writes in front: "júliusban", "وأغسطس".
      (!capital && names.some((name) => name.length > 3 && (folded.startsWith(name) || folded.endsWith(name))))
    );
  });
}

/** A day and month without a year are those nearest to the day of issue, as newspapers use them. */
function isYearOfIssue({ year, month, day = 15 }: SaidDate, plain: string, issued: string | undefined): boolean {
  if (issued === undefined || new RegExp(yearDigits, 'u').test(plain)) return false;
  const [issueYear, issueMonth = 7, issueDay = 1] = issued.split('-').map(Number);
  const issue = Date.UTC(issueYear!, issueMonth - 1, issueDay);
  const distance = (other: number) => Math.abs(Date.UTC(other, month! - 1, day) - issue);
  return [issueYear! - 1, issueYear!, issueYear! + 1].every((other) => distance(year!) <= distance(other));
}

/**
 * "On Tuesday" in a text that was issued on a known day is the last Tuesday before it, or that day; "today" and "yesterday" are what they
 * say. Of a text of which only the month of issue is known, they tell the month.
 */
function daysByWeekday(words: readonly string[], language: string, issued: string | undefined): SaidDate[] {
  if (issued === undefined || issued.length < 7) return [];
  const text = ` ${words.join(' ')} `;
  const isNamed = (name: string) => name.length > 2 && text.includes(` ${name} `);
  if (issued.length === 7) {
    const names = [...namesOfDays(language).flat(), ...namesOfNearDays(language)];
    return names.some(isNamed) ? [saidOf(issued)] : [];
  }
  const before = (days: number) => new Date(Date.parse(issued) - days * 86_400_000);
  const named = [0, 1, 2, 3, 4, 5, 6]
    .map(before)
    .filter((date) => namesOfDays(language)[date.getUTCDay()]!.some(isNamed));
  const near = namesOfNearDays(language).flatMap((name, days) => (isNamed(name) ? [before(days)] : []));
  return [...named, ...near].map((date) => saidOf(date.toISOString().slice(0, 10)));
}

/**
 * Dates of the Solar Hijri calendar, in a Persian text or beside a month name of it in any language, that fall together with the date
 * that is said: their parts in our calendar, as far as the text has them.
 */
function hijriDates(date: SaidDate, plain: string, words: readonly string[], language: string): SaidDate[] {
  const months = namesOfHijriMonths(language);
  if (date.year === undefined || date.decade) return [];
  if (language !== 'fa' && !months.flat().some((name) => words.includes(name))) return [];
  const { year, month, day } = date;
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const last = day === undefined ? Date.UTC(year, month ?? 12, 0) : first;
  return [...daysFrom(first, last)].flatMap((time) => {
    const [hijriYear, hijriMonth, hijriDay] = toHijri(time);
    const numeric = new RegExp(`(?<!\\d)${hijriYear}([-/.])0?${hijriMonth}\\1(?:0?${hijriDay})(?!\\d)`, 'u').test(
      plain,
    );
    if (!numeric && !words.includes(String(hijriYear))) return [];
    const named = months[hijriMonth - 1]!.some((name) => words.includes(name));
    const ours = saidOf(new Date(time).toISOString().slice(0, 10));
    if (numeric || (named && words.some((word) => isDay(word, hijriDay)))) return [ours];
    return [named ? { text: '', year, month: ours.month! } : { text: '', year }];
  });
}
