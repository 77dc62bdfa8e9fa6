/** Terms of office as tables of Wikidata write them. */
import type { Fact } from '../../../src/dataset/facts.ts';
import { partialDate } from '../../../src/dataset/primitives.ts';
import { cleanText } from '../reading.ts';
import { type Input, type Place, SourceError } from '../source.ts';

/** The title of an office, with a capital. */
export function officeOf(position: string, place: Place): string {
  return cleanText(position, place).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The body of an office, and its short name, which say on a page that an office of it is meant. */
export function bodiesIn(office: string): string[] {
  const [, body] = /\b(?:of|to) the (.*)$/u.exec(office) ?? [];
  return body === undefined ? [] : [body, ...(body.includes('United Nations') ? ['United Nations', 'UN', 'U.N.'] : [])];
}

export function withinOf(code: string | null, { earlier }: Input): string | undefined {
  return code !== null && earlier.has(`country-${code.toLowerCase()}`) ? `country-${code.toLowerCase()}` : undefined;
}

/** Terms of one office that follow each other are one; Wikidata has one for each cabinet. */
export function addTerm(facts: Fact[], term: Fact): void {
  const before = facts.find(
    ({ value, to }) => value === term.value && to !== undefined && term.from !== undefined && followsOn(to, term.from),
  );
  if (before === undefined) {
    if (!facts.some(({ value, from }) => value === term.value && from === term.from)) facts.push(term);
    return;
  }
  if (term.to === undefined) delete before.to;
  else before.to = term.to;
}

/** Within a month, by full days; else in the same month or year. */
function followsOn(end: string, start: string): boolean {
  if (end.length < 10 || start.length < 10) return start.startsWith(end) || end.startsWith(start);
  return Math.abs(Date.parse(start) - Date.parse(end)) <= 31 * 86_400_000;
}

export function dateIn(raw: string, place: Place): string | undefined {
  // "2014s": a decade, of which no more is known.
  if (raw === '' || /^\d{4}s$/u.test(raw)) return undefined;
  if (!partialDate.safeParse(raw).success) throw new SourceError(place, 'a date, YYYY, YYYY-MM or YYYY-MM-DD', raw);
  return raw;
}
