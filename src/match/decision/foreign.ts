/** Another country beside a name: whose supreme leader, whose constitution, whose massacre it is. */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan } from '../../text/fold.ts';
import { HASH_SEED, hashStep } from '../../text/token-list.ts';
import { type Block, type Hit, isCapitalised, isCaseless, isNextWord, isUpper } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import {
  entityId,
  entityOf,
  findEntity,
  isPerson,
  type MatchIndex,
  metaOf,
  type NameInfo,
  nameInfo,
} from '../name-index/read.ts';
import { COUNTRY, numberOf } from '../name-index/word-classes.ts';
import { hitsOver } from './hits-by-token.ts';
import { nationsFrom } from './nation-words.ts';

/** Letters that may follow a stem of three letters or fewer, which begins many other words: none. */
const SHORT_STEM = 4;
/** Letters of the longest ending: "nordkorea-nischen". */
const LONGEST_ENDING = 8;

/**
 * The country that a word is of, by its number in the packs, or -1, by how it begins: words of six languages with one place in `data/stems-of-countries.json`
 * are of one country, so that "iranisch" is no other than "Iran". `folded`: with or without its article in Arabic.
 */
export function countryOf(indexes: readonly MatchIndex[], folded: string): number {
  const word = /^ال.{3}/.test(folded) ? folded.slice(2) : folded;
  let hash = HASH_SEED;
  for (let length = 1; length <= word.length; length++) {
    hash = hashStep(hash, word.charCodeAt(length - 1));
    const most = length < SHORT_STEM && !/[؀-ۿ]/.test(word) ? 0 : LONGEST_ENDING;
    const number = word.length - length > most ? 0 : numberOf(indexes, hash);
    if (number >= COUNTRY) return number;
  }
  return -1;
}

/** Bodies that every country has, some under one name: of Sri Lanka there is a Daily Mirror, too. */
const OF_EVERY_COUNTRY = new Set(
  (
    'news-outlet political-party ministry public-body non-profit central-bank committee high-court ' +
    'parliament lower-chamber upper-chamber government armed-forces constitution'
  ).split(' '),
);

/** What is called so in another country, too: an office, a body or an event that a pack names by a description. */
export function isForeign(
  view: Pick<View, 'indexes' | 'scratch'>,
  index: MatchIndex,
  block: Block,
  hit: Hit,
  info: NameInfo,
): boolean {
  const { entity, entityKind, kind, rule, text } = info;
  if (entityKind === 'person' || kind === 'handle') return false;
  const described = rule.needs !== undefined || (entityKind === 'event' && hit.to > hit.from && isDescription(info));
  const {
    type = '',
    cues = [],
    related = [],
  } = described || entityKind === 'organisation' || entityKind === 'law' ? metaOf(index, entity) : {};
  if (!described && !OF_EVERY_COUNTRY.has(type)) return false;
  const about =
    entityKind === 'event' ||
    entityKind === 'document' ||
    isMovement(text) ||
    (type === 'political-party' && hit.to > hit.from + 1);
  // Of an outlet without a country in the pack, what stands before it may be its own.
  const where = described || cues.length > 0 ? 'beside' : 'of';
  if (entityKind === 'role' && isBeforeForeigner(view, block, hit, related)) return true;
  const isOther = (place: Pick<Hit, 'from' | 'to'>) =>
    isOfOtherCountry(view, block, place, about, where, related, () => [text, ...(rule.needs ?? []), ...cues]);
  return (
    isOther(hit) || (entityKind === 'role' && isBeforeAdjective(block, hit) && isOther({ ...hit, to: hit.to + 1 }))
  );
}

/** `رئیس‌جمهور متوهم آمریکا` */
function isBeforeAdjective(block: Block, { to, start }: Hit): boolean {
  return isCaseless(block.text, start) && isNextWord(block, to) && !isCommonWord(wordAt(block, to + 1));
}

/** `رئیس‌جمهور X`: without capitals an office directly before somebody of another country is that country's. */
function isBeforeForeigner(
  { indexes, scratch }: Pick<View, 'indexes' | 'scratch'>,
  block: Block,
  { to, start }: Hit,
  related: readonly string[],
): boolean {
  if (!isCaseless(block.text, start) || !isNextWord(block, to)) return false;
  const homes = indexes.flatMap((index, i) =>
    hitsOver(scratch, block.hits[i]!, to + 1)
      .filter(({ from, name }) => from === to + 1 && isPerson(index, name))
      .map(({ name }) => (metaOf(index, entityOf(index, name)).related ?? []).filter((id) => isCountry(indexes, id))),
  );
  return homes.length > 0 && homes.every((ids) => ids.length > 0 && !ids.some((id) => related.includes(id)));
}

function isCountry(indexes: readonly MatchIndex[], id: string): boolean {
  return indexes.some((index) => {
    const entity = findEntity(index, id);
    return entity >= 0 && metaOf(index, entity).type === 'country-or-territory';
  });
}

/** "massacre of 1988" is told by its small letter, in scripts without them by what kind of name the pack calls it. */
function isDescription({ text, kind }: NameInfo): boolean {
  return isCaseless(text, 0) ? kind !== 'full' : !isUpper(text, 0);
}

/** A movement or party in a country is that country's; a guard or a court may be abroad. */
const MOVEMENTS =
  /(?:movement|bewegung|mouvement|movimiento|party|partei|parti|partido|الحركة|حركة|جنبش|حزب|الحزب)(?!\p{L})/iu;

function isMovement(name: string): boolean {
  return MOVEMENTS.test(name);
}

/** Words between a name and the country whose it is. */
const OF = new Set('of the de del du des la le los l d von vom der'.split(' '));
/** As many between what happened, was written or moves people and its country: other bodies of one country are also in others. */
const ABOUT = new Set('in on for en el aux au im uber fur sur pour para sobre fi فی در'.split(' '));
/** Persian words between an office and its country. */
const FORMER = new Set(['سابق', 'پیشین', 'فعلی', 'کنونی', 'جدید', 'وقت', 'منتخب']);
/** Such words in a row. */
const MOST_BETWEEN = 3;
/** "العراقية", "عراقی": which country, as an adjective that follows. */
const CASELESS_ADJECTIVE = /ی(?:ه|ین|ون)?$/;

/** A country by its number here, or the countries of a word by their ids, and the word on the page, folded. */
type Country = number | { ids: string[]; name: string };

/**
 * Whether the words beside the name at the tokens `from` to `to` are of a country that is none of its own. `own`: words that speak for the entity, of
 * which some name its country; `related`: ids of what it is related to.
 * `about`: what it is called by is in a country as well as of it. `where`: `of` when only "of Sri Lanka" says so.
 */
function isOfOtherCountry(
  view: Pick<View, 'indexes' | 'scratch'>,
  block: Block,
  { from, to }: { from: number; to: number },
  about: boolean,
  where: 'beside' | 'of',
  related: readonly string[],
  own: () => readonly string[],
): boolean {
  if (where === 'of' && !(isNextWord(block, to) && OF.has(wordAt(block, to + 1)))) return false;
  const at = (token: number) => countryAt(view, block, token);
  const beside = [where === 'of' ? -1 : countryBefore(block, from, at), countryAfter(block, to, about, at)];
  const others = beside.filter((country) => country !== -1);
  if (others.length === 0) return false;
  const words = own().flatMap((text) => foldSpan(text, 0, text.length).split(/[^\p{L}]+/u));
  const ours = new Set(words.map((word) => countryOf(view.indexes, word)));
  return others.every((country) =>
    typeof country === 'number'
      ? !ours.has(country)
      : !country.ids.some((id) => related.includes(id)) && !words.includes(country.name),
  );
}

/** "North Korea's", "the Iraqi": directly before the name. */
function countryBefore(block: Block, from: number, at: (token: number) => Country): Country {
  return isNextWord(block, from - 1) && !isCaseless(block.text, block.start[from - 1]!) ? at(from - 1) : -1;
}

/** A word of a country; in small letters only where it is long enough to be no other. */
function countryAt(view: Pick<View, 'indexes' | 'scratch'>, block: Block, token: number): Country {
  const long = block.end[token]! - block.start[token]! >= LEAST_SMALL;
  if (!long && !isCapitalised(block, token) && !isCaseless(block.text, block.start[token]!)) return -1;
  const word = wordAt(block, token).replace(/['’].*$/, '');
  const country = countryOf(view.indexes, word);
  if (country >= 0) return country;
  const ids = countriesAt(view, block, token);
  return ids.length > 0 ? { ids, name: word } : -1;
}

/** Countries that open data has, by a name or a word of them there. */
function countriesAt({ indexes, scratch }: Pick<View, 'indexes' | 'scratch'>, block: Block, token: number): string[] {
  return indexes.flatMap((index, i) => {
    const named = hitsOver(scratch, block.hits[i]!, token).find(
      ({ name }) => metaOf(index, nameInfo(index, name).entity).type === 'country-or-territory',
    );
    if (named) return [entityId(index, nameInfo(index, named.name).entity)];
    return nationsFrom(index, scratch, block, token).map(({ entity }) => entityId(index, entity));
  });
}

const LEAST_SMALL = 6;

/** "Supreme Leader of North Korea", "massacre de 1988 au Burundi", "constitution irakienne". */
function countryAfter(block: Block, to: number, about: boolean, at: (token: number) => Country): Country {
  const isBetween = (word: string) => OF.has(word) || (about && ABOUT.has(word));
  let token = to + 1;
  while (token - to <= MOST_BETWEEN && isNextWord(block, token - 1) && isBetween(wordAt(block, token))) token++;
  if (!isNextWord(block, token - 1)) return -1;
  if (token === to + 1) {
    if (!isCaseless(block.text, block.start[token]!)) return isCapitalised(block, token) ? -1 : at(token);
    // In Arabic an object may follow; in Persian whose it is.
    if (/^ال/.test(wordAt(block, to))) return CASELESS_ADJECTIVE.test(wordAt(block, token)) ? at(token) : -1;
    const next = FORMER.has(wordAt(block, token)) && isNextWord(block, token) ? token + 1 : token;
    return at(next);
  }
  const first = at(token);
  // "of North Korea", "of the former Yugoslavia"
  return first === -1 && isNextWord(block, token) ? at(token + 1) : first;
}
