/** Texts of the World Factbook: HTML in fields of JSON. */
import { decodeHTML } from 'entities';

/** Line breaks for `<br>`, nothing for other tags, letters for entities: before anything is split at a semicolon. */
export function plain(html: string): string {
  return decodeHTML(html.replace(/<br\s*\/?>/giu, '\n').replace(/<\/?[a-z][^>]*>/giu, ''))
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * The first date of a field: `2/23/2025` (month first), `13 February 2022`, `February 2029`, `2029`, and the first day of a range. In its own precision,
 * as ISO; nothing where the field holds none.
 */
export function firstDate(text: string): string | undefined {
  const numbers = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(text);
  if (numbers) return iso(numbers[3]!, Number(numbers[1]), Number(numbers[2]));
  const words = /^(?:(\d{1,2})(?:\s*[-–]\s*\d{1,2})?\s+)?([A-Z][a-z]{2,})\s+(\d{4})/u.exec(text);
  const month = words ? months.findIndex((name) => name.startsWith(words[2]!.slice(0, 3))) : -1;
  if (words && month >= 0) return iso(words[3]!, month + 1, words[1] === undefined ? undefined : Number(words[1]));
  return /^(\d{4})(?:$|\D)/u.exec(text)?.[1];
}

function iso(year: string, month: number, day?: number): string | undefined {
  if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined;
  const two = (n: number) => String(n).padStart(2, '0');
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}
