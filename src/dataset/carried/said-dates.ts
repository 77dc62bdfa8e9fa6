/** The dates that an English sentence says. */
import { namesOfMonths } from './calendar.ts';

/** A date as exact as it is said: 22 July, July 2024, 1988, the 1980s. */
export interface SaidDate {
  /** As it is written. */
  text: string;
  year?: number;
  /** `year` is the first of ten. */
  decade?: boolean;
  /** From 1. */
  month?: number;
  day?: number;
}

const months = namesOfMonths('en').map(([long]) => long!);
const month = `(?:${months.map((name) => name[0]!.toUpperCase() + name.slice(1)).join('|')})`;
export const yearDigits = '(?:1[2-9]\\d\\d|20\\d\\d)';
const days = '(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*(?:[–-]|,|and|to|or)\\s*(\\d{1,2})(?:st|nd|rd|th)?)?';
const withMonth = new RegExp(
  `(?<![\\p{L}\\d])(?:${days}\\s+(?:of\\s+)?)?(${month})(?!\\p{L})(?:\\s+${days}(?![\\d\\p{L}]))?(?:,?\\s+(?:of\\s+)?(${yearDigits})(?!\\d))?`,
  'gu',
);
/** What a number counts makes it no year: "2024 people". */
const counted = '(?:people|persons|men|women|children|names|prisoners|members|soldiers|executions|deaths|cases)';
const yearAlone = new RegExp(
  `(?<![\\p{L}\\d.,/-])(${yearDigits})(s)?(?:\\s*[–/-]\\s*(${yearDigits}|\\d\\d)(s)?)?(?![\\d\\p{L}]|[.,]\\d)(?!\\s+${counted}\\b)`,
  'gu',
);

/** The dates of a sentence, and the sentence with blanks in their place. */
export function datesIn(sentence: string): { dates: SaidDate[]; rest: string } {
  const dates: SaidDate[] = [];
  const blank = (text: string) => ' '.repeat(text.length);
  const rest = sentence
    .replace(withMonth, (text, d1, d2, name, d3, d4, year) => {
      const said = [d1, d2, d3, d4].filter((day) => day !== undefined).map(Number);
      const whole = {
        text: text.trim(),
        ...(year === undefined ? {} : { year: Number(year) }),
        month: months.indexOf(name.toLowerCase()) + 1,
      };
      dates.push(...(said.length === 0 ? [whole] : said.map((day) => ({ ...whole, day }))));
      return blank(text);
    })
    .replace(yearAlone, (text, first, decade, last, lastDecade) => {
      dates.push(yearSaid(first, first, decade));
      // 1981–82
      if (last !== undefined) dates.push(yearSaid(last, first.slice(0, 4 - last.length) + last, lastDecade));
      return blank(text);
    });
  return { dates, rest };
}

function yearSaid(text: string, year: string, decade: string | undefined): SaidDate {
  return { text: text + (decade ?? ''), year: Number(year), ...(decade ? { decade: true } : {}) };
}

/** A partial date of the dataset (`2024-07`) as a date that is said. */
export function saidOf(date: string): SaidDate {
  const [year, monthOf, day] = date.split('-').map(Number);
  return {
    text: date,
    year: year!,
    ...(monthOf === undefined ? {} : { month: monthOf }),
    ...(day === undefined ? {} : { day }),
  };
}

/** Whether a partial date (`2024-07-22`), such as a day of issue, says all of the date: 22 July 2024 is not said by July 2024. */
export function isSaidBy(date: SaidDate, partial: string | undefined): boolean {
  const iso = [date.year, date.month, date.day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return date.year !== undefined && partial !== undefined && `${partial}-`.startsWith(`${iso}-`);
}
