/** Dates in sentences: a reader of Persian has the Solar Hijri date beside each Gregorian one. */
import { solarHijri } from '../solar-hijri.ts';

const digit = '[۰-۹]';
const numberOf = (digits: string) => [...digits].map((one) => one.charCodeAt(0) & 15).join('');

/** Months as Persian writes them, and dates: day, month and year, or the last two. Made when first needed, which in other languages is never. */
let made: { months: string[]; dates: RegExp } | undefined;

function make(): NonNullable<typeof made> {
  const format = new Intl.DateTimeFormat('fa-u-ca-gregory', { timeZone: 'UTC', month: 'long' });
  const months = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 5)));
  const month = `(?:${months.join('|')})`;
  // What shares its month or year with words before it ("25 and 28 July") is left: half of it would be converted.
  const shared = `(?<!(?:(?<!${digit})${digit}{1,2}|${month}) (?:و|تا|یا) )`;
  // Before a year the last letter of a month may carry the sign of the genitive.
  const date = `(?<![\\p{L}۰-۹\u200c])(?:(${digit}{1,2}) |(?<!${digit} ))(${month})\u0654? (${digit}{4})(?!${digit})`;
  return { months, dates: new RegExp(shared + date, 'gu') };
}

/** A Persian sentence with the Solar Hijri date after each of its dates; not in quotations, nor where it has it already. */
export function withSolarHijri(text: string): string {
  made ??= make();
  const { months, dates } = made;
  return text.replace(dates, (date, day: string | undefined, month: string, year: string, at: number) => {
    const before = text.slice(0, at);
    if (isOpen(before, '«', '»')) return date;
    const parts = [numberOf(year), String(months.indexOf(month) + 1), ...(day ? [numberOf(day)] : [])];
    const solar = solarHijri(parts.map((part) => part.padStart(2, '0')).join('-'));
    if (solar === undefined || text.includes(solar)) return date;
    return isOpen(before, '(', ')') ? `${date} / ${solar}` : `${date} (${solar})`;
  });
}

const isOpen = (text: string, start: string, end: string) => text.lastIndexOf(start) > text.lastIndexOf(end);
