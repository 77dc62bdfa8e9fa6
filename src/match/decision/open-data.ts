/**
 * Names of open data: thousands that nobody chose for being unmistakable. What says too little by itself counts only where the page speaks for it. An
 * entity of open data has a type in what the index knows of it; what people edit has none.
 */
import { isCommonWord } from '../../text/common-words.ts';
import { foldText } from '../../text/fold.ts';
import { isGivenName } from '../../text/frequent-names.ts';
import {
  type Block,
  type Hit,
  isAllCapitals,
  isAllUpper,
  isCapitalised,
  isCaseless,
  isHardGap,
  isNextWord,
  isUpper,
} from '../blocks.ts';
import { isContinued, isInCompany, isParticle, isSurnameContinued, isTitle, wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { isHeadline, isNameByCapital } from '../headline.ts';
import { foldedOf, type MatchIndex, metaOf, type NameInfo, nameTokens } from '../name-index/read.ts';
import { isWithoutSuffix } from '../name-index/spellings.ts';
import { entitiesWith } from '../spelling/weight.ts';
import { isOfEveryState, isOfOther, isOfOtherState, isOfThisState, type PageCountries } from './page-countries.ts';
import type { PageDate } from './page-date.ts';
import { ideasOf } from './party-ideas.ts';
import { isPartyByArticle } from './party-writing.ts';

/** Words in the names of more entities than these are those of which names of bodies are made: council, national, party. */
const RARE = 6;
/** As much for chambers and courts, whose names are the same few words in each language: "Senado de la República". */
const RARE_IN_STATES = 2;
/** As much for armed groups, which are called after the region where they are. */
const RARE_OF_GROUPS = 40;
const OF_STATES = new Set(['parliament', 'lower-chamber', 'upper-chamber', 'high-court']);

/** Articles that begin names of outlets and parties; "the" is written small before a name, the others are not. */
const ARTICLES = new Set('the le la les die der das den il lo gli el los las'.split(' '));

/** Bodies of which there is one in the world, whatever words their names are made of. */
const UNIQUE = ['international-body', 'sanctions-list'];

/** Pieces of evidence that a name asks for: the name of its country is two in English, as a cue and as an entity of its own, and one elsewhere. */
const LITTLE = { least: 1, words: 2, word: 3 };

/**
 * Of these a single name, or one that another word continues, is mostly that of something else: "Parliament", "Nikkei Stock Average". A chamber is called
 * so where the page is about its country.
 */
const SPEAKING_ALONE = ['parliament', 'lower-chamber', 'upper-chamber', 'news-outlet'];

const STATE_BODIES = new Set(['ministry', 'public-body']);

/** A country by its initials, in a name. */
const INITIALS = /(?:^|\s)(?:\p{Lu}\.?){2,}\s/u;

const PALACES = new Set('palast palace palais palacio palazzo'.split(' '));

/** Words that make of the name of an outlet that of another: "Le Figaro Magazine". */
const EDITIONS = new Set('magazine magazin revista'.split(' '));

/** What stands after an issuer in the name of what it issues. */
const SECURITIES_AFTER =
  /^ (?:funds|bills?|bonds?|notes|stock|index-linked|\d+(?:-\d\/\d)? p(?:er )?c(?:en)?t)(?!\p{L})/u;
const LONGEST_SECURITY = 24;

/** Words that make another place of the name after them. */
const OTHER_PLACE = new Set('new nova nueva nouvelle neu'.split(' '));

/** Years before the first office of a person in which nobody names that person. */
const UNKNOWN = 15;

/** Whether the words are no name of the entity, whatever else the page says. */
export function isUnsaid(
  index: MatchIndex,
  block: Block,
  hit: Hit,
  info: NameInfo,
  page: PageDate & PageCountries,
): boolean {
  const { type, since } = metaOf(index, info.entity);
  if (type === undefined) return false;
  if (since !== undefined && isWrittenBefore(block, hit, info, since, page)) return true;
  const { from, to, start, end } = hit;
  const single = from === to;
  // "Legislature", all by itself, is the heading of a section.
  if (isOfEveryState(index, info)) {
    if (block.count === 1 && single) return true;
    if (isOfOther(index, block, hit, info, page)) return true;
  }
  switch (info.entityKind) {
    case 'place':
      // A part of a country mostly shares its name with its city, which is who is meant: New York, Geneva.
      if (type === 'subdivision') return true;
      // "Jurisdicción Especial para la Paz"
      if (type === 'capital' && !isUpper(block.text, start) && !isCaseless(block.text, start)) return true;
      // "السورية" is Syrian: the pack writes the article of a country that has one.
      if (single && /ال$/.test(block.text.slice(block.start[from], start))) return true;
      // "Douglas Alexander" comes from no capital.
      if (single && isGivenName(wordAt(block, from)) && isSurnameContinued(block, to, end)) return true;
      return isNextWord(block, from - 1) && isOtherBefore(block, from - 1, single);
    case 'person':
      return single && isGivenName(wordAt(block, from));
    case 'organisation': {
      const letters = block.text.slice(start, end);
      // "talibanes": the pack writes it small and says what it needs.
      const small = letters !== letters.toUpperCase() && letters === letters.toLowerCase();
      if (
        (isArticleWithNoun(block, hit) && !isPartyByArticle(index, block, hit, info, page)) ||
        (small && info.text !== info.text.toLowerCase())
      )
        return true;
      if (endsSentence(letters, info.text) || (STATE_BODIES.has(type) && isInCompany(block, to))) return true;
      // "Elysée-Palast" is a building.
      if (type === 'government' && PALACES.has(wordAt(block, to + 1))) return true;
      if ((type === 'central-bank' || type === 'government') && isPieceOfLonger(index, block, hit, info)) return true;
      if (isSharedParty(type, info)) {
        if (!block.nouns && !isOrdinary(block, from - 1) && isPieceOfLonger(index, block, hit, info)) return true;
        const own = nameTokens(index, hit.name).some((token) => isDistinctive(index, token));
        if (!own && isOfOtherState(index, block, hit, info, page)) return true;
      }
      // "Halgate Corp <HGT>" is on a list of shares.
      if (letters === letters.toUpperCase() && block.text[start - 1] === '<' && block.text[end] === '>') return true;
      // "ARC America": of clubs and charities the letters stand for much else.
      if (type === 'non-profit' && info.kind === 'acronym' && isContinued(block, to, end)) return true;
      // Where all is written in capitals those of a code say nothing, nor those of a word: "PLAN".
      if (
        info.kind === 'acronym' &&
        (type === 'political-party' || isCommonWord(wordAt(block, from))) &&
        isAllCapitals(block) &&
        !isAmongCaseless(block, from)
      )
        return true;
      // "The Pentagon Café".
      if (STATE_BODIES.has(type) && single && info.kind !== 'acronym' && isSurnameContinued(block, to, end))
        return true;
      // "The nation demands"
      if (type === 'news-outlet' && isWrittenSmaller(letters, info.text)) return true;
      // "Fed funds", "Treasury 13-1/2 pct stock" are securities.
      if (single && SECURITIES_AFTER.test(block.text.slice(end, end + LONGEST_SECURITY))) return true;
      if (type === 'news-outlet' && isNextWord(block, to) && EDITIONS.has(wordAt(block, to + 1))) return true;
      // "the Hindu-majority nation"
      if (type === 'news-outlet' && /^[-‐‑]\p{Ll}/u.test(block.text.slice(end, end + 2))) return true;
      if (!SPEAKING_ALONE.includes(type)) return false;
      if (isSurnameContinued(block, to, end)) return true;
      if (!single || info.kind === 'acronym' || isDistinctive(index, nameTokens(index, hit.name)[0]!)) return false;
      // "The Senate": the article begins the sentence, and the capital of the name is its own.
      const named = isNameByCapital(block, hit) || (ARTICLES.has(wordAt(block, from - 1)) && !isHeadline(block));
      return type === 'news-outlet' || !named || !isOfThisState(index, block, hit, info, page);
    }
    default:
      return false;
  }
}

/** Whether a word beside the token is of letters without case: Latin letters are all capitals among Arabic ones. */
function isAmongCaseless({ text, start, count }: Block, token: number): boolean {
  return [token - 1, token + 1].some(
    (at) => at >= 0 && at < count && /\p{L}/u.test(text[start[at]!]!) && isCaseless(text, start[at]!),
  );
}

/** Whether a later word of a name begins with a small letter where the pack has a capital. */
function isWrittenSmaller(letters: string, name: string): boolean {
  const words = letters.split(' ');
  return name
    .split(' ')
    .some((word, i) => i > 0 && isUpper(word, 0) && words[i] !== undefined && !isUpper(words[i]!, 0));
}

/**
 * Whether a page is older than what is told: a war of 1990 is not that of 1987, and nobody names a person long before the first office. A page without a
 * date is as old as the newest of the years that it names, where a war or a son of the same name could be another.
 */
function isWrittenBefore(block: Block, hit: Hit, info: NameInfo, since: number, written: PageDate): boolean {
  const { entityKind, text } = info;
  if (entityKind === 'event') return (written.year ?? written.newestNamed() ?? since) < since;
  if (entityKind !== 'person') return (written.year ?? since) < since;
  const year = written.year ?? (isWithoutSuffix(text, wordAt(block, hit.to)) ? written.newestNamed() : undefined);
  return year !== undefined && year < since - UNKNOWN;
}

/** A party whose name others have too. */
function isSharedParty(type: string, { rule, kind, text }: NameInfo): boolean {
  return type === 'political-party' && (kind !== 'acronym' || /\p{Ll}/u.test(text)) && rule.needs !== undefined;
}

/** A word of every day that begins a sentence: its capital says nothing. */
function isOrdinary(block: Block, token: number): boolean {
  const { text, start, end } = block;
  return isCommonWord(wordAt(block, token)) && (token <= 0 || /[.!?…:]/.test(text.slice(end[token - 1], start[token])));
}

/** "… of the Act. New Zealand has …": what the pack writes without a dot begins in one sentence and ends in the next. */
function endsSentence(written: string, name: string): boolean {
  return !name.includes('.') && /\p{L}{3}\.\s/u.test(written);
}

/** "New Jersey" is another place, "Kenneth Douglas" a person. */
function isOtherBefore(block: Block, token: number, single: boolean): boolean {
  const word = wordAt(block, token);
  return (
    OTHER_PLACE.has(word) ||
    (single && isCapitalised(block, token) && isGivenName(word) && !ARTICLES.has(word) && !isOrdinary(block, token))
  );
}

/**
 * "Royal Bank of Canada": commercial banks have the names of central ones in theirs; "Free Democratic Party": parties those of others. Before a name may
 * stand a word for its country, or a title.
 */
function isPieceOfLonger(index: MatchIndex, block: Block, { from, start, end }: Hit, { entity }: NameInfo): boolean {
  if (!isNextWord(block, from - 1) || !isCapitalised(block, from - 1) || isTitle(block, from - 1)) return false;
  const before = wordAt(block, from - 1);
  if (ARTICLES.has(before) || isParticle(before)) return false;
  const at = block.start[from - 1]!;
  if (/['’]s?\s*$/.test(block.text.slice(at, start))) return false;
  // "US Democratic Party"
  if (isAllUpper(block.text, at, block.end[from - 1]!) && !isAllUpper(block.text, start, end)) return false;
  return !(metaOf(index, entity).cues ?? []).some((cue) => cue.split(' ').map(foldText).includes(before));
}

/** "die Zeit", "le monde": the article of a name, written small, makes a noun of it. */
function isArticleWithNoun(block: Block, { from, to, start }: Hit): boolean {
  return to > from && isArticle(block, from) && !isUpper(block.text, start);
}

function isArticle(block: Block, token: number): boolean {
  const word = wordAt(block, token);
  return word !== 'the' && ARTICLES.has(word);
}

/**
 * How much must speak for the name of a body of open data: nothing where one of its words stands in few names and is no word of every day, two pieces where
 * all are words of which such names are made ("Social Democratic Alliance"), three where it is one such word ("Die Zeit") or where a sentence begins with the
 * article of the name, which says nothing then.
 */
export function evidenceFor(
  view: View,
  index: MatchIndex,
  block: Block,
  { name, from, to, start }: Hit,
  { entityKind, entity, kind, text, rule }: NameInfo,
): number {
  if (rule.unique || entityKind === 'person' || entityKind === 'place' || kind === 'acronym' || kind === 'handle')
    return 0;
  const { type } = metaOf(index, entity);
  if (type === undefined || UNIQUE.includes(type)) return 0;
  // "US Department of Energy" holds its country; a full name of a body that asks for none of its country's words is its own: "White House".
  if (INITIALS.test(text) || (kind === 'full' && STATE_BODIES.has(type) && to > from)) return 0;
  const words = nameTokens(index, name).filter((token) => {
    const word = foldedOf(index, token);
    return !ARTICLES.has(word) && !isParticle(word);
  });
  if (words.length === 1 && to > from && isArticle(block, from) && (from === 0 || isHardGap(block, from - 1)))
    return LITTLE.word;
  // An event says where it was: "war in Ukraine".
  if (entityKind === 'event' && words.some((token) => !isCommonWord(foldedOf(index, token)))) return 0;
  const most =
    type === 'conflict-party' ? RARE_OF_GROUPS : words.length > 1 && OF_STATES.has(type) ? RARE_IN_STATES : RARE;
  // "The Liberals"
  const says = (token: number) => type === 'political-party' && ideasOf(view, foldedOf(index, token)) !== undefined;
  if (words.some((token) => isDistinctive(index, token, most) && !says(token))) return 0;
  // Cues are in English: where there are no capitals the country itself is all that can speak.
  if (type === 'central-bank' || isCaseless(block.text, start)) return LITTLE.least;
  return words.length > 1 ? LITTLE.words : LITTLE.word;
}

/** A word that stands in few names, and is none of every day. */
function isDistinctive(index: MatchIndex, token: number, most = RARE): boolean {
  return !isCommonWord(foldedOf(index, token)) && entitiesWith(index, token) <= most;
}

/** Whether an entity comes from open data. */
export function isOpenData(index: MatchIndex, entity: number): boolean {
  return metaOf(index, entity).type !== undefined;
}

/**
 * Whether a surname alone can name the person: of those that open data knows only who heads a state or a government, or has done so in our time. The
 * thousands of members of parliaments bear every surname that there is.
 */
export function isKnownBySurname(index: MatchIndex, entity: number): boolean {
  return metaOf(index, entity).type === undefined || isHead(index, entity);
}

/** Whether somebody heads a state or a government, or did so in our time. */
export function isHead(index: MatchIndex, entity: number): boolean {
  return metaOf(index, entity).head === true;
}
