/** Whether words of which names of parties are made stand as such a name does. */
import { isGivenName } from '../../text/frequent-names.ts';
import {
  type Block,
  beginsSentence,
  type Hit,
  isAllCapitals,
  isCapitalised,
  isCaseless,
  isNextWord,
  isUpper,
} from '../blocks.ts';
import { isTitle, wordAt } from '../context.ts';
import { isHeadline } from '../headline.ts';
import { type MatchIndex, metaOf, type NameInfo } from '../name-index/read.ts';
import { PARTY_KIND } from '../name-index/word-classes.ts';
import type { Word } from './country-parties.ts';
import type { PageCountries } from './page-countries.ts';
import { SAYS } from './party-ideas.ts';
import { ADJECTIVE } from './short-bodies.ts';
import { isHyphen } from './words-beside.ts';

/** A word of a text. `said`: see `party-ideas.ts`. */
export interface SaidWord extends Word {
  said: number;
}

/** "l’Union", "والحزب": without what is written on to the first word. */
const BEFORE = /^(?:[dl]['’]|[وفبك](?=ال)|[وفبل](?=حزب|حرك))/iu;
const DEFINITE = /^و?[فبك]?(?:ال|لل)/u;
/** German adjectives. */
const INFLECTED = /e[nrsm]?$/;

export function startOf({ text, start, end }: Block, token: number): number {
  return start[token]! + (BEFORE.exec(text.slice(start[token], end[token]))?.[0].length ?? 0);
}

export function hasCapital(block: Block, token: number): boolean {
  return isUpper(block.text, startOf(block, token));
}

/**
 * Whether the words stand as a name does, and nothing beside them makes another name of it. `ideas`: tokens of the words that say something; `to`: the last
 * of these, or that of the country.
 */
export function isWritten(block: Block, words: readonly SaidWord[], ideas: readonly number[], to: number): boolean {
  const { text, start, end, nouns } = block;
  const from = ideas[0]!;
  const before = isNextWord(block, from - 1) ? words[from - 1] : undefined;
  const after = isNextWord(block, to) ? wordAt(block, to + 1) : '';
  const said = after === '' ? SAYS.and : words[to + 1]!.said;
  // "a liberal party", "of Otheria", "d’Ulster"; of whom a party is, a given name says.
  if (before?.said === SAYS.indefinite || (before?.said === SAYS.a && !block.firstCapital)) return false;
  if ((before && isHyphen(block, from - 1)) || (after && isHyphen(block, to))) return false;
  if (said === SAYS.of && !isGivenName(wordAt(block, to + 2))) return false;
  const capital = after !== '' && isCapitalised(block, to + 1);
  if (isCaseless(text, start[from]!)) {
    if (ideas.some((token) => DEFINITE.test(wordAt(block, token)))) return !after.startsWith('ال');
    // In Arabic, which has articles, what has none is no name; in Persian an adjective or a noun after it may be part of it.
    // Of the nouns only "party" is no word of every day there.
    if (words[from]!.said !== PARTY_KIND && !isQuoted(block, from)) return false;
    return said > 0 && words.every((_, token) => !/^و?ال/u.test(wordAt(block, token)));
  }
  if (isAllCapitals(block) || (after && /^d['’]/iu.test(text.slice(start[to + 1], end[to + 1])))) return false;
  // "Trudeau's", "MP"; any other capital before a name makes another of it.
  if (before && before.said !== SAYS.article && isCapitalised(block, from - 1) && !isTitle(block, from - 1))
    if (
      !/['’]s?\s*$/.test(text.slice(start[from - 1], start[from])) &&
      (!nouns || INFLECTED.test(wordAt(block, from - 1)))
    )
      return false;
  if (block.firstCapital) {
    if (capital || (ADJECTIVE.test(after) && text[end[to + 1]! - 1] !== 'ó')) return false;
    return ideas.slice(0, 2).some((token) => hasCapital(block, token));
  }
  return !(nouns && capital && after.endsWith('s')) && ideas.every((token) => hasCapital(block, token));
}

/**
 * Whether words without a noun for what they are stand as a name (`called`: of a party whose name has the word "party"): in quotation marks, or with capitals
 * that no sentence and no noun gives them.
 */
export function isNameAlone(block: Block, ideas: readonly number[], called: boolean): boolean {
  const { text, end, start, nouns } = block;
  const [from, to] = [ideas[0]!, ideas.at(-1)!];
  if (isQuoted(block, from) && /^\s?["“”»’']/.test(text.slice(end[to], end[to]! + 2))) return true;
  // The Islamic Republic is not its Islamic Republican Party.
  if (called || isCaseless(text, start[from]!) || beginsSentence(block, from)) return false;
  // „Freie Demokraten“; „Freiheit und Solidarität“ are nouns.
  if (nouns) return ideas[1] === from + 1 && INFLECTED.test(wordAt(block, from));
  return hasCapital(block, from) && !isHeadline(block);
}

export function isQuoted({ text, start }: Block, token: number): boolean {
  return /["“„«]\s?$/.test(text.slice(Math.max(0, start[token]! - 2), start[token]));
}

/** "et les Engagés": in French and Spanish the capital of the noun makes a name of it, where its country and no other is named. */
export function isPartyByArticle(
  index: MatchIndex,
  block: Block,
  { from, to }: Hit,
  { entity }: NameInfo,
  page: PageCountries,
): boolean {
  const { type, related } = metaOf(index, entity);
  if (type !== 'political-party' || !block.firstCapital || !isCapitalised(block, from + 1)) return false;
  if (isNextWord(block, to) && ADJECTIVE.test(wordAt(block, to + 1))) return false;
  const [country = page.main()?.country, ...others] = page.countriesIn(block);
  return others.length === 0 && related?.includes(country ?? '') === true;
}
