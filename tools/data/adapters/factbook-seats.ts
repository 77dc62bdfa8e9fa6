import type { Entity } from '../../../src/dataset/schema.ts';
import { plainForm } from '../../../src/dataset/text.ts';
import { splitOutside } from '../names.ts';
import { firstDate } from '../plain.ts';
import { cleanText, slug } from '../reading.ts';
import { factsOf, type Input, ofCountry, SourceError } from '../source.ts';
import type { Profile } from './factbook.ts';
import type { Chamber } from './factbook-chambers.ts';

/** "Independents", "Other": seats of nobody in particular. */
const nobody = /^(?:others?|independents?|vacant|none|non-?partisan|appointed)\b/iu;
/** Seats of several together. */
const several = /\ballies\b|\bcoalition\b|\balliance\b|\bbloc\b|[/+()",“]| and its | [-–] /iu;
/** Words that many parties have in their names, in one spelling. */
const common: Record<string, string> = { center: 'centre', labor: 'labour', organization: 'organisation' };
const idle = new Set(['party', 'the', 'of', 'for', 'and', 'a', 's']);
const weak = new Set([...idle, 'movement', 'union', 'national', 'new']);

interface Row {
  name: string;
  short?: string;
  seats: number;
}

/**
 * Seats of parties, of chambers whose numbers add up to the size: "Social Democratic Party (SPD) (120)". Elsewhere seats are appointed,
 * vacant or counted twice, and a number would be wrong. A party is the one of Party Facts with that name or short form in that country;
 * of those that are not there, the younger ones, a record is made.
 */
export function readSeats(chamber: Chamber, input: Input): Entity[] {
  const rows = splitOutside((chamber.text('parties elected and seats per party') ?? '').replaceAll('\n', ';'), ';').map(
    (part) => seatRow(part, chamber),
  );
  const size = sizeOf(chamber);
  if (rows.length === 0 || rows.includes(undefined)) return [];
  const sum = rows.reduce((total, row) => total + row!.seats, 0);
  if (size === undefined || sum !== size) return [];
  const elected = firstDate(chamber.text('most recent election date') ?? '');
  const fact = factsOf(input.source, input.day);
  const code = chamber.code.toLowerCase();
  const ownWords = wordsOf(chamber.profile, input);
  const parties = partiesOf(chamber.code, input);
  return (rows as Row[]).flatMap((row): Entity[] => {
    if (nobody.test(row.name)) return [];
    const own = distinctive(row.name, ownWords);
    const known = knownParty(row, own, parties, ownWords);
    if (known === undefined && (several.test(row.name) || own.length < 2)) return [];
    const seats = fact('seats', row.seats, { within: chamber.id, from: elected });
    if (known) return [{ id: known.id, kind: known.kind, name: known.name, facts: [seats] }];
    return [
      {
        id: `party-${code}-${slug(row.name)}`,
        kind: 'organisation',
        name: row.name,
        ...(row.short && /^\p{Lu}[\p{L}\d-]{2,9}$/u.test(row.short)
          ? { names: [{ text: row.short, kind: 'acronym', exactCase: true }] }
          : {}),
        facts: [fact('type', 'political-party'), fact('country', chamber.code), seats],
        related: ofCountry(chamber.code),
      },
    ];
  });
}

function seatRow(part: string, { place }: Chamber): Row | undefined {
  const [, written, seats] = /^(.*\p{L}.*?)\s*\((\d+)\)$/su.exec(part) ?? [];
  if (written === undefined) return undefined;
  const [, name, short] = /^(.*?)\s*\(([^()]+)\)$/u.exec(written) ?? [undefined, written, undefined];
  const clean = cleanText(name!, place);
  return { name: clean, ...(short ? { short: short.trim() } : {}), seats: Number(seats) };
}

export function partiesOf(code: string, { earlier }: Pick<Input, 'earlier'>): Entity[] {
  return earlier
    .values()
    .filter(({ id }) => id.startsWith(`party-${code.toLowerCase()}-`))
    .toArray();
}

/** The words by which names say that a party is of the country. */
export function wordsOf({ code, adjective = '' }: Profile, { countries }: Input): string[] {
  return [countries.nameOf(code), adjective].flatMap((text) => plainForm(text).split(' '));
}

/** The words of a name that are its own: without those of its country, and those that most parties have. */
export function distinctive(name: string, ownWords: readonly string[], without: ReadonlySet<string> = weak): string[] {
  return plainForm(name)
    .split(' ')
    .map((word) => common[word] ?? word)
    .filter((word) => !without.has(word) && !ownWords.includes(word));
}

/** By its name or short form; else the only one whose own words are these: "People's Party" of Austria is the Austrian People's Party. */
export function knownParty(
  { name, short }: Pick<Row, 'name' | 'short'>,
  own: readonly string[],
  parties: readonly Entity[],
  ownWords: readonly string[],
): Entity | undefined {
  const wanted = plainForm(name);
  const named = parties.filter((party) => fullNames(party).some((text) => plainForm(text) === wanted));
  const hasShort = ({ names = [] }: Entity) => names.some(({ text, kind }) => kind === 'acronym' && text === short);
  if (named.length > 0) return named.find(hasShort) ?? youngest(named);
  const byShort = parties.filter(hasShort);
  if (short !== undefined && byShort.length === 1) return byShort[0];
  // One word is no name where another party has it too: "Tobago People's Party" is not the People's National Movement.
  const isOwn = own.length > 1 || parties.filter((party) => hasWord(party, own[0], ownWords)).length === 1;
  const alike = parties.filter((party) =>
    fullNames(party).some(
      (text) =>
        own.length > 0 &&
        distinctive(text, ownWords).join(' ') === own.join(' ') &&
        (isOwn || distinctive(text, ownWords, idle).join(' ') === distinctive(name, ownWords, idle).join(' ')),
    ),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

function hasWord(party: Entity, word: string | undefined, ownWords: readonly string[]): boolean {
  return word !== undefined && fullNames(party).some((text) => distinctive(text, ownWords).includes(word));
}

function fullNames({ name, names = [] }: Entity): string[] {
  return [name, ...names.filter(({ kind }) => kind !== 'acronym').map(({ text }) => text)];
}

/** Of parties that had one name after each other, the one that was founded last. */
function youngest(parties: readonly Entity[]): Entity | undefined {
  const founded = ({ facts = [] }: Entity) => String(facts.find(({ property }) => property === 'founded')?.value ?? '');
  return parties.toSorted((a, b) => (founded(a) < founded(b) ? 1 : -1))[0];
}

/** Size of a chamber: "630 (all directly elected)". */
export function sizeOf({ text, place }: Chamber): number | undefined {
  const field = text('number of seats');
  if (field === undefined) return undefined;
  const size = /^[\d,]+/u.exec(field)?.[0]?.replace(',', '');
  if (size === undefined) throw new SourceError(place, 'a number of seats', field);
  return Number(size);
}
