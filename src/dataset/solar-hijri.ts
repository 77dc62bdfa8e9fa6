/** The calendar of Iran beside the Gregorian one of the dataset: the Solar Hijri calendar, as the Unicode CLDR has it, in Persian. */

/** The language whose readers count so. */
export const solarHijriLanguage = 'fa';

type Part = 'day' | 'month' | 'year';
type Parts = Record<Part, string>;

let format: Intl.DateTimeFormat | undefined;

function partsOf(year: number, month: number, day: number): Parts {
  format ??= new Intl.DateTimeFormat('fa-u-ca-persian', {
    ...{ timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' },
  });
  const time = Date.UTC(year, month - 1, day);
  return Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value])) as Parts;
}

/** First and last day of a date that is at least a month: a year alone is parts of two. */
function daysOf(date: string): [Parts, Parts] | undefined {
  const [, year, month, day] = /^([1-9]\d{3})-(\d\d)(?:-(\d\d))?$/.exec(date)?.map(Number) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const first = partsOf(year, month, day || 1);
  return [first, day ? first : partsOf(year, month + 1, 0)];
}

/** `2024-07-22` as "۱ مرداد ۱۴۰۳", `2024-07` as "تیر – مرداد ۱۴۰۳": a month is parts of two. Nothing for a year alone. */
export function solarHijri(date: string): string | undefined {
  const days = daysOf(date);
  if (!days) return undefined;
  const [first, last] = days;
  if (first === last) return `${first.day} ${first.month} ${first.year}`;
  const start = first.year === last.year ? first.month : `${first.month} ${first.year}`;
  return `${start} – ${last.month} ${last.year}`;
}
