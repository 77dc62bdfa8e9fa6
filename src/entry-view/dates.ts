/** Dates of the dataset keep the precision of their source: `2024`, `2024-07`, `2024-07-22` (years before 1 with a sign). */
import type { Role, Source, Statement } from '../dataset/schema.ts';
import { dateFormat } from './formats.ts';

/** First and last day that a partial date may mean, as `YYYY-MM-DD`, comparable as text within our era. */
function bounds(date: string): [string, string] {
  return [
    date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date,
    date.length > 7 ? date : `${date}-99`,
  ];
}

/** Certainly later: "2024" is not later than "2024-07-22", for it may mean January. */
export function later(date: string, than: string): boolean {
  return bounds(date)[0] > bounds(than)[1];
}

/** The date in words, no more precise than it is, in the Gregorian calendar or another. */
export function formatDate(date: string, language: string, yearAlone = false, calendar?: string): string {
  const [, sign, year, month, day] = /^(-?)(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? [];
  if (!year) return date;
  const time = new Date(0);
  time.setUTCFullYear(Number(`${sign}${year}`), Number(month ?? 1) - 1, Number(day ?? 1));
  const parts = sign ? 'era' : yearAlone || !month ? 'year' : day ? 'day' : 'month';
  return dateFormat(language, parts, calendar).format(time);
}

/**
 * From when to when, in words. Beside it for readers of Persian in the Solar Hijri calendar, where both are known to a day: a month and a year
 * alone are parts of two there.
 */
export function formatPeriod(from: string, to: string | undefined, language: string, yearAlone = false): string {
  const dates = to ? [from, to] : [from];
  const period = (calendar?: string) =>
    [...new Set(dates.map((date) => formatDate(date, language, yearAlone, calendar)))].join(' – ');
  const both = language === 'fa' && dates.every((date) => /^\d{4}-\d\d-/.test(date));
  return both ? `${period()} / ${period('persian')}` : period();
}

/** The day of a CSL date as a partial date. */
export function partialDate(date: Source['issued']): string | undefined {
  const [year, ...rest] = date?.['date-parts'][0] ?? [];
  if (year === undefined) return undefined;
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** When what a statement says happened or began; `asOf` is when it was known, not when it happened. */
export function startOf(statement: Pick<Statement, 'date' | 'from'>): string | undefined {
  return statement.date ?? statement.from;
}

/** The roles that were certainly or possibly held on a day. Without any date a role says nothing about a day. */
export function rolesOn(roles: readonly Role[], day: string): Role[] {
  return roles.filter(({ from, to }) => (from || to) && !(from && later(from, day)) && !(to && later(day, to)));
}
