import { withoutDisguises } from '../dataset/characters.ts';
import { isRealDate } from '../dataset/dates.ts';
import { parse } from '../dataset/parse.ts';
import { type Problem, show } from '../dataset/problem.ts';
import { type Entity, entitySchema, type Name, type Source, sourceSchema } from '../dataset/schema.ts';
import { plainForm } from '../dataset/text.ts';
import { isCommon, kindOfName, nameProblem } from './names.ts';

export interface ImportOptions {
  /** ISO date on which the input is read: what the sources of its records say about themselves. */
  today: string;
  /** BCP 47 tags of the names wanted, the first one for the name of the card. */
  languages: readonly string[];
  /** Place of a lower-case word among the words of English by frequency, from 1; nothing for a rare word. */
  wordRank: (word: string) => number | undefined;
}

/** One record of a pack, made of one record of the input. */
export interface ImportedRecord {
  entity: Entity;
  sources: Source[];
}

/** What became of one record: a record, or a reason for leaving it out that is no fault (`skipped`), and what was wrong with it. */
export interface Outcome {
  record?: ImportedRecord;
  skipped?: string;
  problems: Problem[];
}

/** An outcome with the line, or the row of a table, on which it stands, from 1. A remark is about the whole file: nothing is lost by it. */
export interface PlacedOutcome extends Outcome {
  line?: number;
  row?: number;
  /** Name of the sheet, in a file of several. */
  sheet?: string;
  remark?: true;
}

/** "row 3", "sheet Members, row 3", "line 7"; nothing for the whole file. */
export function placeText({ line, row, sheet }: Pick<PlacedOutcome, 'line' | 'row' | 'sheet'>): string {
  return [sheet && `sheet ${sheet}`, row && `row ${row}`, line && `line ${line}`].filter(Boolean).join(', ');
}

/** UTF-16 code units. Longer names are sentences, longer texts are articles: neither belongs on a card. */
const longestName = 200;
const longestText = 1000;
const longestDescription = 120;
const longestId = 80;

/** Text from anywhere as a card may show it: NFC, one line, single spaces, nothing invisible, no tags. */
export function plain(value: unknown, longest = longestText): string {
  if (typeof value !== 'string') return '';
  const text = (unusual.test(value) ? cleaned(value) : value).trim().normalize('NFC');
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\s+\S*$/u, '')}…`;
}

/** Nine texts in ten have nothing to clean: one test spares them the rest. */
const unusual = /\p{C}|\p{Default_Ignorable_Code_Point}|\u2800|<|[^\S ]|\s{2}/u;

function cleaned(value: string): string {
  return withoutDisguises(value, (char) => (/[\p{Cc}\u2800]/u.test(char) ? ' ' : ''))
    .replace(/<\/?[a-z][^<>]*>/giu, ' ')
    .replace(/\p{Cs}/gu, '')
    .replace(/\s+/gu, ' ');
}

export function plainDescription(value: unknown): string {
  return plain(value, longestDescription);
}

/** An http or https address, also one that begins with `www.`, or nothing. */
export function address(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim().replace(/^(?=www\.[^\s.]+\.\S)/iu, 'https://') : '';
  if (!/^https?:\/\//iu.test(text) || !URL.canParse(text)) return undefined;
  // The parsed form has no spaces, quotation marks or angle brackets left.
  return new URL(text).href.replace(/'/gu, '%27');
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` at the head of a value, or nothing. */
export function date(value: unknown): string | undefined {
  const found =
    typeof value === 'string' ? /^-?\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T|\s)/u.exec(value.trim())?.[0] : undefined;
  return found !== undefined && isRealDate(found) ? found : undefined;
}

/** An id made from a name. What the form of ids cannot keep (other scripts, very long names) is kept apart by a hash. */
export function idOf(name: string, prefix = ''): string {
  const folded = plainForm(name)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  const whole = folded.length <= longestId && [...plainForm(name)].every((char) => /[a-z0-9 ]/u.test(char));
  const id = [prefix, folded.slice(0, longestId).replace(/-$/u, ''), whole ? '' : hash(name)].filter(Boolean).join('-');
  return id === 'constructor' ? `${id}-${hash(name)}` : id;
}

/** An id made from one of another system, in which capitals may tell two apart (`NK-aB`, `NK-Ab`). */
export function idOfId(id: string): string {
  const made = idOf(id);
  return /^(?:Q\d+|[a-z0-9-]+)$/u.test(id) || made.endsWith(`-${hash(id)}`) ? made : `${made}-${hash(id)}`;
}

/** 32-bit FNV-1a over UTF-16 code units, in base 36 (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}

/** A record as the pack takes it: names fit to be looked for, acronyms known as such, everything within the schema. */
export function finish(draft: Entity, sources: Source[], { wordRank }: ImportOptions): Outcome {
  const problems: Problem[] = [];
  const name = plain(draft.name, longestName);
  const main = nameProblem(name, wordRank);
  if (main) return { problems: [{ ...main, path: 'name' }] };
  const names: Name[] = isCommon(name, wordRank) ? [{ text: name, exactCase: true }] : [];
  const seen = new Set([name]);
  for (const other of draft.names ?? []) {
    const text = plain(other.text, longestName);
    if (text === '' || seen.has(text)) continue;
    seen.add(text);
    const problem = nameProblem(text, wordRank);
    if (problem) problems.push({ ...problem, path: 'names' });
    else
      names.push({
        ...other,
        text,
        kind: other.kind === undefined || other.kind === 'variant' ? kindOfName(text) : other.kind,
        ...(isCommon(text, wordRank) ? { exactCase: true } : {}),
      });
  }
  const { value: entity, problems: broken } = parse(entitySchema, withoutEmpty({ ...draft, name, names }), '');
  // What was parsed has its keys in the order of the schema, whatever the order of the draft.
  const checked: Source[] = [];
  for (const source of sources) {
    const { value, problems: wrong } = parse(sourceSchema, source, `sources.${source.id}`);
    if (value) checked.push(value);
    broken.push(...wrong);
  }
  return entity && broken.length === 0 ? { record: { entity, sources: checked }, problems } : { problems: broken };
}

/** Leaves out keys without a value, so that records read as people write them. */
function withoutEmpty<T extends object>(record: T): T {
  const entries = Object.entries(record).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as T;
}

/** What every imported source says of itself; the rest comes from the input. */
export function importedSource(
  id: string,
  options: ImportOptions,
  known: Pick<Source, 'title' | 'publisher' | 'relation'> & Partial<Source>,
): Source {
  const { title, publisher, relation, ...rest } = known;
  return {
    id,
    type: 'webpage',
    title: plain(title, longestText) || id,
    publisher: plain(publisher, longestName) || 'not stated',
    ...withoutEmpty(rest),
    ...(known.URL === undefined ? {} : { accessed: known.accessed ?? cslDateOf(options.today) }),
    publisherType: known.publisherType ?? 'not stated',
    relation,
    checked: { on: options.today, how: 'library record', by: 'import' },
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The texts of a value that may be one text or a list of texts. */
export function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map((item) => plain(item)).filter((text) => text !== '');
}

export function notARecord(value: unknown): Outcome {
  return {
    problems: [{ rule: 'import', path: '', expected: 'an object', found: show(value), todo: 'correct the line' }],
  };
}

/** A date of the dataset as CSL-JSON writes it. */
export function cslDateOf(day: string): { 'date-parts': [number[]] } {
  return {
    'date-parts': [
      day
        .replace(/(?<=\d)-/gu, ' ')
        .split(' ')
        .map(Number),
    ],
  };
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** "3 May 1950", "May 1950", "1950". */
export function dayInWords(day: string): string {
  const [, year, month, number] = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/u.exec(day) ?? [];
  const era = Number(year) < 0 ? `${-Number(year)} BC` : String(Number(year));
  return [number && Number(number), month && months[Number(month) - 1], era].filter(Boolean).join(' ');
}

/** "on 3 May 1950", "in May 1950", "in 1950". */
export function whenInWords(day: string): string {
  return `${/\d-\d\d-\d\d$/u.test(day) ? 'on' : 'in'} ${dayInWords(day)}`;
}
