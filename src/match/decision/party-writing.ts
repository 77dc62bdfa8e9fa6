/** Whether words of which names of parties are made stand as such a name does. */
import { isGivenName } from '../../text/frequent-names.ts';
import {
  type Block,
  beginsSentence,
  isAllCapitals,
  isCapitalised,
  isCaseless,
  isNextWord,
  isUpper,
} from '../blocks.ts';
import { isTitle, wordAt } from '../context.ts';
import { isHeadline } from '../headline.ts';

const ARTICLES = new Set('the der die das den dem le la les el los las'.split(' '));
/** A party that no name is of: "a liberal party". Folded. */
const INDEFINITE = new Set('a an ein eine einer einem einen un une una یک هر چند no kein keine'.split(' '));
/** What goes on with a name. */
const OF = new Set('of de du des d del von'.split(' '));
/** Adjectives after a name in Romance languages, which make another of it. */
const ADJECTIVE =
  /(?:ais|aise|ois|oise|ien|ienne|ain|aine|een|eenne|ique|iste|ista|al|ale|ano|ana|es|esa|ense|eno|ena|ico|ica|ard|arde)$/;
/** Words after a name in Persian, where an adjective or a noun after it would be part of it. Folded. */
const AFTER_PERSIAN = new Set(
  'در به از با که را و بر برای است بود شد گفت هم نیز تا اما ای این ان یا پس پیش نیست اعلام خواستار می نمی'.split(' '),
);

/** "l’Union", "والحزب": without what is written on to the first word. */
export function startOf({ text, start, end }: Block, token: number): number {
  return (
    start[token]! +
    (/^(?:[dl]['’]|[وفبك](?=ال)|[وفبل](?=حزب|حرك))/iu.exec(text.slice(start[token], end[token]))?.[0].length ?? 0)
  );
}

/** "of Otheria", "d’Ulster"; of whom a party is, a given name says. */
function isOfOther(block: Block, to: number): boolean {
  if (!isNextWord(block, to)) return false;
  if (/^d['’]/iu.test(block.text.slice(block.start[to + 1], block.end[to + 1]))) return true;
  return OF.has(wordAt(block, to + 1)) && !isGivenName(wordAt(block, to + 2));
}

export function hasCapital(block: Block, token: number): boolean {
  return isUpper(block.text, startOf(block, token));
}

/** Whether the words stand as a name does, and nothing beside them makes another name of it. `ideas`: tokens of the words that say something; `last`: the last, or that of the country. */
export function isWritten(block: Block, ideas: readonly number[], last: number): boolean {
  const [from, to] = [ideas[0]!, last];
  const before = isNextWord(block, from - 1) ? wordAt(block, from - 1) : '';
  const after = isNextWord(block, to) ? wordAt(block, to + 1) : '';
  if (INDEFINITE.has(before) || isOfOther(block, to) || isHyphen(block, from - 1) || isHyphen(block, to)) return false;
  if (isCaseless(block.text, block.start[from]!)) return isWrittenWithoutCase(block, ideas, after);
  if (isAllCapitals(block) || (before && isCapitalised(block, from - 1) && !maySayWhose(block, from - 1))) return false;
  if (block.firstCapital) {
    if (
      after !== '' &&
      (isCapitalised(block, to + 1) || (ADJECTIVE.test(after) && block.text[block.end[to + 1]! - 1] !== 'ó'))
    )
      return false;
    return hasCapital(block, from) || (ideas.length > 1 && hasCapital(block, ideas[1]!));
  }
  if (block.nouns && after !== '' && isCapitalised(block, to + 1) && after.endsWith('s')) return false;
  return ideas.every((token) => hasCapital(block, token));
}

/** Whether words without a noun for what they are stand as a name (`isCalled`: of a party whose name has the word "party"): in quotation marks, or with capitals that no sentence and no noun gives them. */
export function isNameAlone(block: Block, ideas: readonly number[], isCalled: boolean): boolean {
  const [from, to] = [ideas[0]!, ideas.at(-1)!];
  if (isQuoted(block, from) && /^\s?["“”»’']/.test(block.text.slice(block.end[to], block.end[to]! + 2))) return true;
  // The Islamic Republic is not its Islamic Republican Party.
  if (
    isCalled ||
    isCaseless(block.text, block.start[from]!) ||
    (!block.nouns && isHeadline(block)) ||
    beginsSentence(block, from)
  )
    return false;
  // „Freie Demokraten“; „Freiheit und Solidarität“ are nouns.
  if (block.nouns) return ideas.at(1) === from + 1 && /(?:e|es|er|en|em)$/.test(wordAt(block, from));
  return hasCapital(block, from);
}

export function isQuoted({ text, start }: Block, token: number): boolean {
  return /["“„«][\s\u00a0\u202f]?$/.test(text.slice(Math.max(0, start[token]! - 2), start[token]));
}

/** "Trudeau's", "MP", a word that begins the sentence; any other capital before a name makes another of it. */
function maySayWhose(block: Block, token: number): boolean {
  if (isTitle(block, token) || /['’]s?\s*$/.test(block.text.slice(block.start[token], block.start[token + 1])))
    return true;
  return ARTICLES.has(wordAt(block, token)) || (block.nouns && !/(?:e|en|er|es|em)$/.test(wordAt(block, token)));
}

function isHyphen({ text, end, start, count }: Block, left: number): boolean {
  return left >= 0 && left + 1 < count && /^[-‐‑]$/.test(text.slice(end[left], start[left + 1]));
}

const DEFINITE = /^[وفبك]?(?:ال|لل)/u;

function isWrittenWithoutCase(block: Block, ideas: readonly number[], after: string): boolean {
  if (ideas.some((token) => DEFINITE.test(wordAt(block, token)))) return !after.startsWith('ال');
  // Arabic texts have articles, and what has none there is no name.
  for (let token = 0; token < block.count; token++) if (/^(?:ال|وال)/u.test(wordAt(block, token))) return false;
  return after === '' || AFTER_PERSIAN.has(after);
}
