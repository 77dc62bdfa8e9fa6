/** Which names stand for their entity without other evidence. */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan } from '../../text/fold.ts';
import { isFrequentSurname, isGivenName } from '../../text/frequent-names.ts';
import { type Block, beginsSentence, type Hit, isCapitalised, isCaseless, isNextWord, isUpper } from '../blocks.ts';
import { isContinued, wordAt } from '../context.ts';
import { isHeadline, isNameByCapital } from '../headline.ts';
import { namesWith } from '../name-index/postings.ts';
import {
  entityId,
  entityOf,
  foldedOf,
  type MatchIndex,
  metaOf,
  type NameInfo,
  nameTokens,
} from '../name-index/read.ts';
import { isShortened } from '../name-index/spellings.ts';
import { surplusBits } from '../spelling/weight.ts';
import { isHead } from './open-data.ts';
import { isOnlyOf } from './surname-bearers.ts';

/** Surplus bits from which the full name of a person, letter by letter, can be no namesake. */
const EXACT_BITS = 2;
/** As much for the head of a state or a government, whom texts name a thousand times for once a namesake. */
const HEAD_BITS = -3;
/** As much for one that leaves out a middle name of the pack's. */
const SHORT_BITS = 3.8;
/** As much for a person of one name: it is rarer than any given name. */
const SINGLE_BITS = 0;

/** The name, with at most a title, is all that the block holds. */
function isAlone({ count }: Block, { from, to }: Hit): boolean {
  return count - (to - from + 1) <= 1;
}

/**
 * A full name that many people bear, by the names of the world: a frequent given name with a frequent surname. A pack that says what speaks for its
 * bearer (cues) is asked; one that does not knows only the name.
 */
export function isNamesake(index: MatchIndex, name: number, { entity, entityKind }: NameInfo): boolean {
  if (entityKind !== 'person' || !metaOf(index, entity).cues?.length) return false;
  const tokens = nameTokens(index, name);
  return (
    tokens.length === 2 && isGivenName(foldedOf(index, tokens[0]!)) && isFrequentSurname(foldedOf(index, tokens[1]!))
  );
}

/** Names that mean one thing wherever they stand. */
export function isFirm(index: MatchIndex, block: Block, hit: Hit, info: NameInfo): boolean {
  if (info.kind === 'handle' || info.rule.unique) return true;
  const single = hit.from === hit.to;
  // ناتو: without capitals letters that are read as a word are a word of their own.
  if (info.kind === 'acronym')
    return single && isCaseless(block.text, hit.start) && !isCommonWord(foldSpan(block.text, hit.start, hit.end));
  if (info.kind === 'short') return !single && info.entityKind !== 'person';
  if (single) {
    // "US" and "UN" are in capitals what "us" and "un" are not.
    if (isCommonWord(foldSpan(block.text, hit.start, hit.end)))
      return info.rule.exactCase === true || (info.entityKind === 'place' && isNamePlace(index, block, hit, info));
    if (info.entityKind !== 'person') return true;
    return info.kind === 'full'
      ? surplusBits(index, nameTokens(index, hit.name), 0) >= SINGLE_BITS
      : isOwnSurname(index, hit.name, info);
  }
  if (info.entityKind !== 'person') return true;
  const { type, head } = metaOf(index, info.entity);
  // Some name of thousands of members of parliaments is also that of a goalkeeper.
  return (type === undefined || head === true) && isTellingName(index, block, hit, info);
}

/** Whether a full name is that of somebody of open data whom news names everywhere: of these few are anybody else, and one other name on the page is enough. */
export function isWidelyNamed(index: MatchIndex, block: Block, hit: Hit, info: NameInfo): boolean {
  if (info.entityKind !== 'person' || hit.from === hit.to || !metaOf(index, info.entity).widely) return false;
  return isTellingName(index, block, hit, info);
}

/**
 * Whether the word is the whole name by which news everywhere calls a head of a state, and nobody else in the packs has it for a surname: "Netanyahu", پوتین.
 * Without capitals many languages must call the person so, since what few do may be a word: البرهان.
 */
export function isKnownByOneWord(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  { from, to }: Hit,
  { entity, entityKind, kind }: NameInfo,
): boolean {
  if (from !== to || entityKind !== 'person' || kind !== 'full') return false;
  const { widely, head, oneWord } = metaOf(index, entity);
  const word = wordAt(block, from);
  return (
    widely === true &&
    head === true &&
    (oneWord === true || !isCaseless(block.text, block.start[from]!)) &&
    !isCommonWord(word) &&
    !isFrequentSurname(word) &&
    isOnlyOf(indexes, block.hash[from]!, word, [{ id: entityId(index, entity) }])
  );
}

/** Whether a full name is too rare to be a namesake's. */
function isTellingName(index: MatchIndex, block: Block, hit: Hit, info: NameInfo): boolean {
  const tokens = nameTokens(index, hit.name);
  const short = tokens.length === 2 && isShortened(info.text);
  if (short && isFrequentSurname(foldedOf(index, tokens[1]!))) return false;
  if (isAlone(block, hit) && !short) return true;
  if (isNamesake(index, hit.name, info)) return false;
  const least = short ? SHORT_BITS : isHead(index, info.entity) ? HEAD_BITS : EXACT_BITS;
  return !isContinued(block, hit.to, hit.end) && surplusBits(index, tokens, 0) >= least;
}

/** Before the name of a country in French and Spanish. */
const ARTICLES = new Set('la le les l el los las'.split(' '));

/** A capital says so inside a sentence; where every noun has one, no word but the name of a country is written like it: "China". */
function isNamePlace(index: MatchIndex, block: Block, hit: Hit, { entity }: NameInfo): boolean {
  // آمریکا: where it is another word, too, the pack says what it needs.
  if (isCaseless(block.text, hit.start)) return isState(index, entity);
  if (isNameByCapital(block, hit)) return true;
  // "La Chine a riposté"
  if (block.firstCapital && ARTICLES.has(wordAt(block, hit.from - 1)) && isUpper(block.text, hit.start))
    return beginsSentence(block, hit.from - 1);
  if (isState(index, entity) && isUpper(block.text, hit.start) && beginsSentence(block, hit.from))
    return !goesOn(block, hit);
  // "Rhode Island"
  if (isNextWord(block, hit.from - 1) && isCapitalised(block, hit.from - 1)) return false;
  return block.nouns && isUpper(block.text, hit.start) && metaOf(index, entity).type === 'country-or-territory';
}

/** A country with bodies of its own: "Réunion" is a meeting, too. */
function isState(index: MatchIndex, entity: number): boolean {
  const { type, bodies } = metaOf(index, entity);
  return type === 'country-or-territory' && bodies !== undefined;
}

const OF = new Set('of de du des d'.split(' '));

/** "Canada Dry", "Reunion of": the word after it makes it another name or a noun. */
function goesOn(block: Block, { to, end }: Hit): boolean {
  if (!isNextWord(block, to)) return false;
  return OF.has(wordAt(block, to + 1)) || (!isHeadline(block) && isContinued(block, to, end));
}

/** More names with one token are not looked through. */
const MOST_BEARERS = 400;

/** A single name of a person that is also the last word of a longer one: "Obama", but not "Steve". */
function isOwnSurname(index: MatchIndex, name: number, info: NameInfo): boolean {
  const [token] = nameTokens(index, name);
  return namesWith(index, token!, MOST_BEARERS).some((other) => {
    const all = entityOf(index, other) === info.entity ? nameTokens(index, other) : [];
    return all.length > 1 && all[all.length - 1] === token;
  });
}
