/** "Das Kabinett", "le Conseil des ministres", مجلس الوزراء: a body that every state has, on a page about one country. */
import { type Block, type Hit, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { type Span, stands, type View } from '../evidence.ts';
import { isHeadline, isNameByCapital } from '../headline.ts';
import { namesOf } from '../name-index/places.ts';
import { entityId, findEntity, type MatchIndex, metaOf, nameInfo } from '../name-index/read.ts';
import type { Order, StateNoun } from '../name-index/state-nouns.ts';
import { centralBankOf } from './central-banks.ts';
import { OFTEN } from './country-counts.ts';
import type { NamedFor } from './named-for.ts';
import { isContinuedInPersian } from './other-owner.ts';
import type { Accepted } from './overlaps.ts';
import type { PageCountries } from './page-countries.ts';

/** A body of a country. */
export interface Body {
  index: MatchIndex;
  entity: number;
  id: string;
}

/** How much more often than any other a page names the country of a body that all have: a page of that country may not name it at all. */
const CLEARLY = 3;

/** Before a noun in German, where every noun has a capital, and before one without in Romance languages. */
const DETERMINERS = new Set('das dem im vom zum ins des der den die beim am le du au el del al'.split(' '));
/** Before a name at the beginning of a sentence. */
const ARTICLES = new Set('the le la el au aux al'.split(' '));

/** Who stands before a noun as its head is the one who is named: "chef du Gouvernement", رئيس الحكومة. Folded. */
const HEADS = /^(?:chef(?:fe)?|jef[ea]|president[ea]?|head|[وفلکب]*ر(?:ییس|یاسه|وسا))$/;

/** The body that a noun means in a country. */
export function bodyOf(
  { bodies, named, other, single }: StateNoun,
  { index, entity }: { index: MatchIndex; entity: number },
  indexes: readonly MatchIndex[],
): Body | undefined {
  if (bodies[0] === 'central-bank') return centralBankOf(indexes, entityId(index, entity));
  const own = metaOf(index, entity).bodies;
  if (single && own?.['lower-chamber'] !== undefined) return undefined;
  for (const body of bodies) {
    const id = own?.[body];
    const found = id === undefined ? -1 : findEntity(index, id);
    if (found < 0 || (named && !isNamed(index, found, named)) || (other && isNamed(index, found, other))) continue;
    return { index, entity: found, id: id! };
  }
  return undefined;
}

/** The same of a country by its id. */
export function bodyIn(
  noun: StateNoun,
  country: string,
  indexes: readonly MatchIndex[],
  all: readonly MatchIndex[],
): Body | undefined {
  for (const index of indexes) {
    const entity = findEntity(index, country);
    const body = entity < 0 ? undefined : bodyOf(noun, { index, entity }, all);
    if (body) return body;
  }
  return undefined;
}

function isNamed(index: MatchIndex, entity: number, named: RegExp): boolean {
  return [...namesOf(index, entity)].some((name) => named.test(nameInfo(index, name).text));
}

/** "المجلس الأعلى للقوات المسلحة" is a council. Folded. */
const HIGHEST = 'الاعلی';

/** صحيفة (الدستور): what stands by itself in brackets or quotation marks is a title. */
function isQuoted({ text, start: starts, end: ends }: Block, { from, to }: Pick<Hit, 'from' | 'to'>): boolean {
  return /[("«“„]/.test(text[starts[from]! - 1] ?? '') && /[)"»”“]/.test(text[ends[to]!] ?? '');
}

/** Of Persian nouns: "دولت‌های" are governments of any countries. */
const PLURAL = /ها(?:ی[یم]?)?$/u;

/** Whether a noun without a word of a country is written as the name of a body, and nothing beside it says of whom it is one. */
export function isLoneBody(
  block: Block,
  span: { from: number; to: number; start: number; end: number },
  order: Order,
): boolean {
  const { from, to } = span;
  if (block.count === to - from + 1) return false;
  if (order === 'abjad') {
    if (isQuoted(block, span) || PLURAL.test(wordAt(block, to)) || wordAt(block, from - 1) === HIGHEST) return false;
    // "هیئت دولت" is whole, "دولت" alone is continued as other nouns are: its letters are not shown.
    const isState = from === to && wordAt(block, from) === 'دولت';
    return !isContinuedInPersian(block, isState ? { ...span, end: block.start[from]! } : span);
  }
  // "du ministère de l'Intérieur"
  if (!isCapitalised(block, from))
    return (
      order === 'romance' &&
      /\p{Lu}/u.test(block.text.slice(block.start[to], span.end)) &&
      DETERMINERS.has(wordAt(block, from - 1))
    );
  if (order === 'german')
    return isDetermined(block, from - 1) || (isGermanAdjective(block, from - 1) && isDetermined(block, from - 2));
  if (isNextWord(block, to) && isCapitalised(block, to + 1)) return isOffice(block, to + 1) && !isHeadline(block);
  // "Parliament is elected": without an article no noun of every day begins a sentence.
  if (order === 'english' && from === to && isNextWord(block, to) && wordAt(block, from) === 'parliament')
    return !isHeadline(block);
  // "general Government"
  const isName = order !== 'english' || wordAt(block, to) !== 'government';
  return (isName && isNameByCapital(block, span)) || (ARTICLES.has(wordAt(block, from - 1)) && !isHeadline(block));
}

function isDetermined(block: Block, token: number): boolean {
  return isNextWord(block, token) && DETERMINERS.has(wordAt(block, token));
}

/** "des neuen Parlaments", but for those of a country, a part or kind of it: „schottische“, „lokale“. */
function isGermanAdjective(block: Block, token: number): boolean {
  return isNextWord(block, token) && !isCapitalised(block, token) && GERMAN_ADJECTIVE.test(wordAt(block, token));
}

const GERMAN_ADJECTIVE = /^(?!ander|dortig|hiesig|eigen|jeweilig|beid|ein|kein|dies|jede).+(?<!isch|al|\d)e[nrs]?$/;

/** "National Assembly Speaker": who leads a body is called by it. */
export function isOffice(block: Block, token: number): boolean {
  return OFFICES.test(wordAt(block, token));
}

const OFFICES = /^(?:president|speaker|majority|minority)$/;

/** Whether a noun is a part of what somebody is called: "chef du Gouvernement". */
export function isOfHead(block: Block, { from }: Pick<Span, 'from'>, order: Order): boolean {
  if (!isNextWord(block, from - 1)) return false;
  if (order === 'abjad') return HEADS.test(wordAt(block, from - 1));
  return isNextWord(block, from - 2) && HEADS.test(wordAt(block, from - 2));
}

const CHAMBERS = new Set(['parliament', 'lower-chamber', 'upper-chamber']);

/** What members say of the chamber in which they speak, mostly that of a union. */
const SPOKEN_IN =
  'this house|this parliament|cette assemblée|ce parlement|dieses haus|dieses parlament|esta cámara|este parlamento'.split(
    '|',
  );
const NOWHERE: Span = { block: -1, from: 0, to: 0 };

/** Countries whose chambers the page names, and whose governments. */
export function bodiesOn(accepted: readonly Pick<Accepted, 'index' | 'info'>[]): {
  chambers: ReadonlySet<string>;
  governments: ReadonlySet<string>;
} {
  const [chambers, governments] = [new Set<string>(), new Set<string>()];
  for (const { index, info } of accepted) {
    const { type = '', related = [] } = metaOf(index, info.entity);
    const countries = CHAMBERS.has(type) ? chambers : type === 'government' ? governments : undefined;
    if (countries) for (const country of related) countries.add(country);
  }
  return { chambers, governments };
}

/**
 * The body of the country that the page is about, or of the only one on it that has such a body; none where the page names the bodies of others. `named`:
 * countries that stand beside the noun, or whose chambers are named.
 */
export function bodyOfPage(
  view: View,
  indexes: readonly MatchIndex[],
  noun: StateNoun,
  page: PageCountries,
  beside: ReadonlySet<string>,
  { chambers, governments }: ReturnType<typeof bodiesOn>,
  { times: further }: NamedFor,
): (Body & { country: string }) | undefined {
  const bodyOfCountry = (country: string) => bodyIn(noun, country, indexes, view.indexes);
  const found = noun.named
    ? page.among((country) => bodyOfCountry(country) !== undefined, undefined, further)
    : page.among(() => true, CLEARLY, further);
  if (found === undefined || found.times < (isShort(view) && page.isOnly(found.country) ? TWICE : OFTEN))
    return undefined;
  const { country, times } = found;
  if (beside.size > 0 && !(beside.size === 1 && beside.has(country))) return undefined;
  if (noun.bodies[0] === 'government' && governments.size > 0 && !governments.has(country)) return undefined;
  if (noun.bodies.some((body) => CHAMBERS.has(body))) {
    if (chambers.size > 0 && !chambers.has(country)) return undefined;
    if (page.international() >= times || SPOKEN_IN.some((text) => stands(view, text, NOWHERE))) return undefined;
  }
  const body = bodyOfCountry(country);
  return body && { ...body, country };
}

/** A text of a paragraph or two, in UTF-16 units, names its country twice, and no other. */
const SHORT = 1600;
const TWICE = 2;

function isShort({ blocks }: View): boolean {
  return blocks.reduce((sum, { text }) => sum + text.length, 0) < SHORT;
}

/** Persons, parties and bodies of a country that say without its name that a page is about it. */
const ENOUGH = 2;

/** Blocks at the beginning of a page that say what it is about. */
const FIRST = 2;

/** Whether what its sentence says before a noun and right after it lets it be of a country. */
export function isOfClause(
  page: PageCountries,
  block: Block,
  { from, to }: Pick<Hit, 'from' | 'to'>,
  country: string,
): boolean {
  // "die Regierung in Warschau"
  const after = page.countriesAfter(block, to);
  if (after.length > 0 && !after.includes(country)) return false;
  const before = page.sentenceBefore(block, from);
  return before.size === 0 || before.has(country);
}

/**
 * Whether the sentence before a noun, its paragraph and the one before or the beginning of the page let it be that of a country. `isRare`: few countries
 * have such a body.
 */
export function isOfCountry(
  page: PageCountries,
  blocks: readonly Block[],
  { block: number, from, to, start }: Pick<Hit, 'from' | 'to' | 'start'> & { block: number },
  country: string,
  isRare: boolean,
  { times, blocks: named }: NamedFor,
): boolean {
  const block = blocks[number]!;
  // Without capitals a word of a country may be another word: كندي is Canadian, and "slowness" in Persian.
  if (isCaseless(block.text, start) && !page.isNamed(country) && (times.get(country) ?? 0) < ENOUGH) return false;
  if (!isOfClause(page, block, { from, to }, country)) return false;
  if (isRare || page.sentenceBefore(block, from).size > 0) return true;
  return blocks.some(
    (each, i) =>
      (i < FIRST || i === number || i === number - 1) &&
      (page.countriesIn(each).has(country) || named.get(country)?.has(i)),
  );
}
