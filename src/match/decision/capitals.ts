/**
 * A capital: the city, or the government that sits there. What stands beside it tells: a place is spoken of with words of place, a government with verbs of
 * speech and decision, and with what governments have with each other.
 */
import { isCommonWord } from '../../text/common-words.ts';
import { foldText } from '../../text/fold.ts';
import { type Block, type Hit, isNextWord, isUpper } from '../blocks.ts';
import { wordAt } from '../context.ts';
import {
  entityId,
  entityOf,
  findEntity,
  type MatchIndex,
  metaOf,
  type NameInfo,
  nameInfo,
} from '../name-index/read.ts';
import { WORD_CLASSES } from '../name-index/word-classes.ts';
import {
  ASKED,
  CITY_AFTER,
  CITY_BEFORE,
  DATELINE,
  GOVERNMENT_AFTER,
  GOVERNMENT_BEFORE,
  LINKED,
  LOOSE_BEFORE,
  OWNED,
  SPOKEN_FOR,
  starting,
  TALKS_BEFORE,
  WORD_AFTER,
  WORD_BEFORE,
} from './capital-patterns.ts';
import { isInStateSentence } from './capital-sentences.ts';
import { isOfAny, isSubject, plain, WITHIN } from './capital-subjects.ts';
import type { PageCountries } from './page-countries.ts';

/** Folded words of what a pattern holds. */
function wordsOf(found: RegExpExecArray | null): string[] {
  return (found?.[1] ?? found?.[2] ?? '').split(/[^\p{L}\u200c]+/u).map(foldText);
}

function isOfState(
  indexes: readonly MatchIndex[],
  found: RegExpExecArray | null,
  classes: number = WORD_CLASSES.stateVerb,
): boolean {
  if (found === null) return false;
  // "و" and "ف" are written on to a word, and may be its own.
  const word = foldText(found[1]!);
  return isOfAny(indexes, [word, word.replace(/^[وف]/, '')], classes);
}

/** „hieß es aus Oskar“, „wie aus Oskar verlautete“, "face à Oskar" */
function isSaidFrom(before: string, after: string): boolean {
  return (
    /(?:^| )(?:envers|face à|vis-à-vis de|auprès de|gegenüber|frente a|vis-à-vis) $/.test(before) ||
    /(?:^| )(?:hieß|heißt) es (?:\S+ )?aus $/.test(before) ||
    (/ aus $/.test(before) && /^ (?:hieß|heißt|verlautet)/.test(after))
  );
}

/**
 * What the words beside a capital, or beside a name that a pack has of a government after it, speak of; nothing where no such word stands. `subject`: only a verb
 * after it says that it is a government. `two`: it is two capitals with "and" between them.
 */
function readingOf(
  indexes: readonly MatchIndex[],
  { text }: Block,
  { start, end }: Pick<Hit, 'start' | 'end'>,
  two = false,
): 'city' | 'government' | 'subject' | 'loose' | undefined {
  const before = plain(text.slice(Math.max(0, start - WITHIN), start));
  const after = plain(text.slice(end, end + WITHIN));
  if (ASKED.some(([one, other]) => one.test(before) && other.test(after))) return 'government';
  if (CITY_AFTER.test(after)) return 'city';
  if (TALKS_BEFORE.test(before)) return two || /^ و\s?\p{L}/u.test(after) ? 'government' : undefined;
  if (isOfAny(indexes, wordsOf(OWNED.exec(before)), WORD_CLASSES.policy) || isSaidFrom(before, after))
    return 'government';
  if (SPOKEN_FOR.test(before)) return undefined;
  if (CITY_BEFORE.test(before)) return 'city';
  if (/(?:^|[\n.!?"“/])\s*$/.test(before) && DATELINE.test(after)) return 'city';
  // "Lloyds of London said": of a body of the city.
  const ofBody = /[\p{L}] (?:of|de|von) $/u.test(before);
  if (
    GOVERNMENT_BEFORE.test(before) ||
    isOfAny(indexes, wordsOf(LINKED.exec(before)), WORD_CLASSES.pact) ||
    isOfState(indexes, WORD_BEFORE.exec(before), WORD_CLASSES.stateVerb | WORD_CLASSES.policy)
  )
    return 'government';
  // „Oskars Führung“
  if (isOfState(indexes, /^s (?:\p{L}+ )??(\p{L}+)/u.exec(after), WORD_CLASSES.policy)) return 'government';
  if (!ofBody && (GOVERNMENT_AFTER.test(after) || isOfState(indexes, WORD_AFTER.exec(after)))) return 'subject';
  return LOOSE_BEFORE.test(before) && !/^['’]s/.test(after) ? 'loose' : undefined;
}

/**
 * "Tehran" for its government: the same word means the place elsewhere on the page. Where every noun has a capital, or no word has one, only a name that
 * asks for its own letters is told from a noun.
 */
export function isMetonym({ nouns }: Block, { from, to }: Hit, { entityKind, rule, text }: NameInfo): boolean {
  return from === to && entityKind === 'organisation' && ((isUpper(text, 0) && !nouns) || rule.exactCase === true);
}

/** Whether open data knows as a country what a pack edited by people describes as a state. */
export function isState(indexes: readonly MatchIndex[], own: MatchIndex, { entity, entityKind }: NameInfo): boolean {
  if (entityKind !== 'organisation' || metaOf(own, entity).type !== undefined) return false;
  const id = entityId(own, entity);
  return indexes.some((index) => {
    const other = findEntity(index, id);
    return other >= 0 && metaOf(index, other).type === 'country-or-territory';
  });
}

/** The name of a capital as one of the government that sits there, or of the state. */
function governmentOf(index: MatchIndex, info: NameInfo): NameInfo | undefined {
  const { government } = metaOf(index, info.entity);
  const entity = government === undefined ? -1 : findEntity(index, government);
  if (entity < 0) return undefined;
  const entityKind = metaOf(index, entity).type === 'country-or-territory' ? 'place' : 'organisation';
  return { ...info, entity, entityKind, kind: 'short' };
}

/** Between two capitals that do something together. */
const AND = new Set('and et y e und و'.split(' '));
/** Before two capitals that are the subject of something, the verb after them, and before what governments feel for each other. */
const SUBJECTS = /(?:^|[.,;:!?«»„“”"()–—]\s*|(?:^|\s)(?:that|que|dass|ob|whether|if|si|while|weil|because|comme) )$/;
const TOGETHER = starting(
  ' (?:are|were|have|had|remain|will|would|both|also|still|now|continue|differ|disagree|share|must|can|could|cannot|sont|ont|étaient|avaient|se|s’|restent|veulent|vont|devraient|doivent|peuvent|' +
    'son|están|estaban|han|habían|mantienen|siguen|quieren|deben|pueden|sind|waren|haben|hatten|wollen|wollten|rücken|bleiben|streiten|werden|müssen|können)(?!\\p{L})',
);
/** Verbs of more than one, and what stands between a Persian subject and its verb. */
const DO =
  /^ (?:\p{Ll}{2,}(?:ed|ent|[ae]n|aron|ieron)|back|seek|want|agree|accuse|blame|trade|exchange|درباره|بر سر|در مورد|برای|به|با|از|هر دو)(?!\p{L})/u;
const FEELINGS =
  /(?:enmity|rivalry|hostility|friendship|inimitié|rivalité|hostilité|amitié|enemistad|rivalidad|hostilidad|amistad|feindschaft|rivalität) (?:of|between|entre|de|von|zwischen) $/;

/** "Washington and Oskar": both as one, where a city stands beside another. */
function withOther(indexes: readonly MatchIndex[], block: Block, hit: Hit): Pick<Hit, 'start' | 'end'> | undefined {
  const isAnd = (token: number) =>
    isNextWord(block, token - 1) && isNextWord(block, token) && AND.has(wordAt(block, token));
  const before = isAnd(hit.from - 1) ? capitalAt(indexes, block, (other) => other.to === hit.from - 2) : undefined;
  if (before) return { start: before.start, end: hit.end };
  const after = isAnd(hit.to + 1) ? capitalAt(indexes, block, (other) => other.from === hit.to + 2) : undefined;
  return after && { start: hit.start, end: after.end };
}

function capitalAt(indexes: readonly MatchIndex[], { hits }: Block, isThere: (hit: Hit) => boolean): Hit | undefined {
  for (const [i, found] of hits.entries())
    for (const hit of found)
      if (isThere(hit) && metaOf(indexes[i]!, entityOf(indexes[i]!, hit.name)).type === 'capital') return hit;
  return undefined;
}

function readingOfBoth(
  indexes: readonly MatchIndex[],
  block: Block,
  both: Pick<Hit, 'start' | 'end'>,
): ReturnType<typeof readingOf> {
  const reading = readingOf(indexes, block, both, true);
  if (reading === 'city' || reading === 'government' || reading === 'subject') return reading;
  const before = plain(block.text.slice(Math.max(0, both.start - WITHIN), both.start));
  const after = plain(block.text.slice(both.end, both.end + WITHIN));
  const [word = ''] = /^ \p{L}+/u.exec(after) ?? [];
  const does =
    TOGETHER.test(after) ||
    (DO.test(after) && !isOfAny(indexes, [foldText(word.trim())], WORD_CLASSES.noVerb | WORD_CLASSES.cityVerb));
  return (SUBJECTS.test(before) && does) || FEELINGS.test(before) ? 'government' : reading;
}

/** What a name means where it stands. */
export interface Meaning {
  info: NameInfo;
  /** It is a government, and needs no further word. */
  speaks?: boolean;
  /** The city or its government may be meant. */
  unclear?: boolean;
}

/**
 * What a name means where it stands, if it is that of a capital: the same name as one of the government, where words beside it speak of that; nothing where
 * a name of the government means the city. `isMet`: whether what the name needs stands there.
 */
export function meaningOf(
  indexes: readonly MatchIndex[],
  index: MatchIndex,
  block: Block,
  hit: Hit,
  info: NameInfo,
  page: PageCountries,
  isMet: () => boolean,
): Meaning | undefined {
  const city = metaOf(index, info.entity).type === 'capital';
  const ofGovernment = isOfGovernment(block, hit, info);
  if (!city && !ofGovernment) return { info };
  const both = withOther(indexes, block, hit);
  const span = both ?? hit;
  let reading = both ? readingOfBoth(indexes, block, both) : readingOf(indexes, block, hit);
  const state = !city && isState(indexes, index, info);
  const isAbroad = (country: string) =>
    city ? metaOf(index, info.entity).related?.includes(country) !== true : country !== entityId(index, info.entity);
  // German papers of a region write so of its capital: „X setzt auf Fahrräder“.
  if (reading === 'subject') reading = block.nouns && page.among(isAbroad, 0) === undefined ? undefined : 'government';
  if (
    reading === undefined &&
    (city || state) &&
    (isSubject(indexes, block, hit, span, isAbroad, page) || isInStateSentence(indexes, block, hit, isAbroad, page))
  )
    reading = 'government';
  const isBroken = () =>
    isInLongerName(block, span) || followsGermanName(block, span, page.placesAt(block, hit.from - 1).length > 0);
  if (reading === 'government' && isBroken()) reading = undefined;
  if (!city) {
    const speaks = reading === 'government' && (state || capitalAt(indexes, block, isOn(hit)) !== undefined);
    return reading === 'city' ? undefined : { info, speaks };
  }
  if (reading === 'city' || reading === 'loose') return { info };
  const government = reading && isMet() ? governmentOf(index, info) : undefined;
  if (government === undefined) return { info, unclear: true };
  return isSeatOfOther(indexes, block, hit) ? undefined : { info: government, speaks: true };
}

/** Whether the name is one that a pack has of a body after the capital where it sits. */
function isOfGovernment(block: Block, hit: Hit, info: NameInfo): boolean {
  return info.rule.needs !== undefined && info.kind === 'short' && isMetonym(block, hit, info);
}

const isOn =
  ({ from, to }: Hit) =>
  (other: Hit): boolean =>
    other.from === from && other.to === to;

/** "Brussels" is the European Union more often than the government of Belgium, where a pack has that name for it. */
function isSeatOfOther(indexes: readonly MatchIndex[], block: Block, hit: Hit): boolean {
  return block.hits.some((found, i) =>
    found.some((other) => {
      if (!isOn(hit)(other)) return false;
      const info = nameInfo(indexes[i]!, other.name);
      return isOfGovernment(block, other, info) && !isState(indexes, indexes[i]!, info);
    }),
  );
}

/** „Arbeiterkammer X“, „Rapid X“: a noun directly before a capital makes it another body's; not before a genitive, „die Kritik Xs“. */
function followsGermanName(
  { text, nouns }: Block,
  { start, end }: Pick<Hit, 'start' | 'end'>,
  isPlaceBefore: boolean,
): boolean {
  const [, word] = /(?:^|\P{L})(\p{Lu}\p{L}+) $/u.exec(text.slice(Math.max(0, start - WITHIN), start)) ?? [];
  return nouns && word !== undefined && text[end] !== 's' && (isPlaceBefore || !isCommonWord(foldText(word)));
}

/** "Real X": in French and Spanish a word with a capital inside a sentence is the name of something; so are Persian words that are joined. */
export function isInLongerName({ text, firstCapital }: Block, { start }: Pick<Hit, 'start'>): boolean {
  const before = text.slice(Math.max(0, start - WITHIN), start);
  return /\p{L}\u200c$/u.test(before) || (firstCapital && /[^\s.!?:;«»“"(¿¡–—-] \p{Lu}\p{Ll}+ $/u.test(before));
}
