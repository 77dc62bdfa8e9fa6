/** What the words of the name of a party say: "Freedom Party", „Freiheitspartei“ and "Parti de la liberté" are made of the same ideas. */
import { hashFolded } from '../../text/token-list.ts';
import { type Block, isCapitalised } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { COUNTRY, PARTY_IDEA, PARTY_KIND } from '../name-index/word-classes.ts';

export type Words = Pick<View, 'indexes' | 'scratch'>;

/** Numbers of words beside a name, in the order of `data/words-of-parties.json`; the first five stand inside names, too, and say nothing. */
export const SAYS = { of: 1, and: 2, article: 3, a: 5, indefinite: 6, politics: 8 };

/** What Arabic writes before a noun. */
const BEFORE = /^(?:[وف]?(?:ال|لل|بال)|[ول](?=.{3}))/u;
/** Endings of nouns and adjectives, folded. */
const ENDING = /^(?:e[nrsm]?|ne[ns]?|ns|[ao]s?|[snx]|ه|ها|های|ین|ون|یه)$/u;
const LEAST = { stem: 3, part: 4, compound: 9 };
/** Words that pages have are bounded by nobody. */
const MOST_WORDS = 5000;

function tableOf({ indexes, scratch }: Words): ReadonlyMap<number, number> {
  if (scratch.partyWords === undefined) {
    const table = indexes.find(({ words }) => words.length > 0);
    const numbers = new Map<number, number>();
    for (const [i, hash] of table?.words.entries() ?? []) {
      const number = table!.wordNumbers[i]!;
      if (number > 0 && number < COUNTRY) numbers.set(hash | 0, number);
    }
    scratch.partyWords = numbers;
  }
  return scratch.partyWords;
}

/** The hash of a token, and those of what is left without what is written on to it ("l’union", والحزب). */
export function* hashesAt({ hash, firstReading, readings }: Block, token: number): Generator<number> {
  yield hash[token]!;
  for (let r = firstReading[token]! - 1; r >= 0 && readings[r]?.token === token; r++) yield readings[r]!.hash;
}

/** What the word at a token says as it stands, or 0. Asked of each word of a page. */
export function saidAt(words: Words, block: Block, token: number): number {
  const table = tableOf(words);
  if (block.firstReading[token] === 0) return table.get(block.hash[token]!) ?? 0;
  for (const hash of hashesAt(block, token)) if (table.has(hash)) return table.get(hash)!;
  return 0;
}

/** Numbers of the ideas of a folded word; none where it says nothing ("of", "the"), undefined where it is no word of such names. */
export function ideasOf(words: Words, word: string): readonly number[] | undefined {
  const { partyIdeas } = words.scratch;
  if (partyIdeas.has(word)) return partyIdeas.get(word);
  if (partyIdeas.size >= MOST_WORDS) partyIdeas.clear();
  const said = saidBy(words, word);
  const found = said > SAYS.a ? (said < PARTY_KIND ? undefined : [said]) : said > 0 ? [] : compound(words, word);
  partyIdeas.set(word, found);
  return found;
}

/** What a folded word says, also without an ending. */
function saidBy(words: Words, word: string): number {
  const table = tableOf(words);
  const bare = word.replace(BEFORE, '');
  let said = table.get(hashFolded(word)) ?? table.get(hashFolded(bare)) ?? 0;
  for (let cut = 1; cut <= 3 && said === 0 && bare.length - cut >= LEAST.stem; cut++)
    if (ENDING.test(bare.slice(-cut))) said = table.get(hashFolded(bare.slice(0, -cut))) ?? 0;
  return said;
}

/** „Freiheitspartei“, "socialdemócrata" */
function compound(words: Words, word: string): readonly number[] | undefined {
  for (let at = LEAST.part; at <= word.length - LEAST.part && word < '{'; at++) {
    const last = saidBy(words, word.slice(at));
    const first = last < PARTY_KIND ? 0 : saidBy(words, word.slice(0, at).replace(/o$/, ''));
    if (first >= PARTY_KIND) return [first, last];
  }
  return undefined;
}

/** Whether what a word says is a noun that names of parties have: party, movement. */
function isKind(said: number): boolean {
  return said >= PARTY_KIND && said < PARTY_IDEA;
}

/** Whether the word at a token is such a noun, or a German compound of one. */
export function isKindAt(words: Words, block: Block, token: number, said: number): boolean {
  if (said > 0 || !block.nouns || block.end[token]! - block.start[token]! < LEAST.compound) return isKind(said);
  return isCapitalised(block, token) && ideasOf(words, wordAt(block, token))?.some(isKind) === true;
}
