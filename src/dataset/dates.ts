/** Dates as the dataset writes them: `2024`, `2024-07`, `2024-07-22`, years before our era with a minus. */

/** Whether the day exists in the calendar. */
export function isRealDate(date: string): boolean {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(date) ?? [];
  if (year === undefined) return false;
  const parsed = new Date(0);
  parsed.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  return parsed.getUTCMonth() + 1 === Number(month ?? 1) && parsed.getUTCDate() === Number(day ?? 1);
}

/** Negative when `a` ended before `b` began, as far as their precision tells; 0 when one may lie in the other. */
export function compareDates(a: string, b: string): number {
  if (a.startsWith(b) || b.startsWith(a)) return 0;
  const [yearA, yearB] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
  return yearA === yearB ? (a < b ? -1 : 1) : yearA - yearB;
}

/** Whole days from one full ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** A date of CSL-JSON as text, in its own precision. */
export function cslDateText({
  'date-parts': [parts],
}: {
  'date-parts': readonly [readonly number[], ...unknown[]];
}): string {
  return parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}
