/** What the words of the name of a party mean: "Freedom Party", „Freiheitspartei“ and "Parti de la liberté" are made of the same ideas. */
import { foldSpan } from '../../text/fold.ts';
import { hashFolded } from '../../text/token-list.ts';
import { type Block, isCapitalised } from '../blocks.ts';
import { wordAt } from '../context.ts';
import type { View } from '../evidence.ts';
import { PARTY_BETWEEN, PARTY_IDEA_SHIFT, PARTY_KIND, PARTY_POLITICS } from '../name-index/word-classes.ts';
import type { Scratch } from '../scratch.ts';

type Words = Pick<View, 'indexes' | 'scratch'>;

/** Number of the idea "party", which a name may have or lack. */
export const PARTY = 1;

const LATIN = /^[a-z]/;
/** Endings of nouns and adjectives, folded. */
const ENDINGS = new Set('e s es en er em n a o as os x ne nes nen ns'.split(' '));
const LONGEST_ENDING = 3;
const LEAST_STEM = 3;
/** What Arabic and Persian write before a noun, and after it. */
const BEFORE_NOUN = /^(?:[وف]?(?:ال|لل|بال)|[ول](?=.{3}))/u;
const AFTER_NOUN = /(?<=.{3})(?:ها|های|ین|ون|یه|ه)$/u;
/** Between the words of a compound: „Freiheitspartei“, „Bauernbewegung“. */
const LINKS = /(?:s|es|n|en|o)$/;
const LEAST_PART = 4;
/** Compounds that are called so by their last word. */
const HEADS = /.{3}(?:partei|bewegung|bundnis|allianz|union|front|liga|kongress|koalition|block)(?:s|es)?$/;
const SHORTEST_COMPOUND = 9;
/** Words that pages have are bounded by nobody. */
const MOST_WORDS = 5000;

const NONE: readonly number[] = [];

/** Numbers of the ideas of a folded word; none where it says nothing ("of", "the"), undefined where it is no word of such names. */
export function ideasOf(words: Words, word: string): readonly number[] | undefined {
  const { partyIdeas } = words.scratch;
  if (partyIdeas.has(word)) return partyIdeas.get(word);
  if (partyIdeas.size >= MOST_WORDS) partyIdeas.clear();
  const found = simple(words, word) ?? compound(words, word);
  partyIdeas.set(word, found);
  return found;
}

function simple(words: Words, word: string): readonly number[] | undefined {
  for (const form of formsOf(word)) {
    const classes = wordsOf(words).classes.get(hashFolded(form)) ?? 0;
    if (classes & PARTY_BETWEEN && form === word) return NONE;
    if (classes >>> PARTY_IDEA_SHIFT > 0) return [classes >>> PARTY_IDEA_SHIFT];
  }
  return undefined;
}

/** The word, and what is left of it without an ending. */
function* formsOf(word: string): Generator<string> {
  yield word;
  if (LATIN.test(word)) {
    for (let length = 1; length <= LONGEST_ENDING && word.length - length >= LEAST_STEM; length++)
      if (ENDINGS.has(word.slice(-length))) yield word.slice(0, -length);
  } else {
    const bare = word.replace(BEFORE_NOUN, '');
    yield bare;
    yield bare.replace(AFTER_NOUN, '');
  }
}

/** „Freiheitspartei“, "socialdemócrata", „nationalkonservativ“ */
function compound(words: Words, word: string): readonly number[] | undefined {
  if (!LATIN.test(word)) return undefined;
  for (let at = LEAST_PART; at <= word.length - LEAST_PART; at++) {
    const last = simple(words, word.slice(at));
    if (last === undefined || last.length === 0) continue;
    const first = word.slice(0, at);
    const ideas = simple(words, first) ?? simple(words, first.replace(LINKS, ''));
    if (ideas !== undefined && ideas.length > 0) return [...ideas, ...last];
  }
  return undefined;
}

/** The same of the word at a token, also without what is written on to it ("l’union", والحزب). */
export function ideasAt(words: Words, block: Block, token: number): readonly number[] | undefined {
  const ideas = ideasOf(words, wordAt(block, token));
  if (ideas !== undefined || block.firstReading[token] === 0) return ideas;
  for (let r = block.firstReading[token]! - 1; block.readings[r]?.token === token; r++) {
    const { letters, start, end } = block.readings[r]!;
    const other = ideasOf(words, letters ?? foldSpan(block.text, start, end));
    if (other !== undefined) return other;
  }
  return undefined;
}

/** Whether the word at a token is a noun that names of parties have: party, movement, „Freiheitspartei“. Asked of each word of a page. */
export function isPartyKind(words: Words, block: Block, token: number): boolean {
  if (stands(block, token, wordsOf(words).kinds)) return true;
  if (!block.nouns || block.end[token]! - block.start[token]! < SHORTEST_COMPOUND) return false;
  return isCapitalised(block, token) && HEADS.test(wordAt(block, token));
}

/** Whether the word at a token speaks of parties: election, parliament. Asked of each word of a page. */
export function isOfPolitics(words: Words, block: Block, token: number): boolean {
  return stands(block, token, wordsOf(words).politics);
}

function stands({ hash, firstReading, readings }: Block, token: number, set: ReadonlySet<number>): boolean {
  if (set.has(hash[token]!)) return true;
  for (let r = firstReading[token]! - 1; r >= 0 && readings[r]?.token === token; r++)
    if (set.has(readings[r]!.hash)) return true;
  return false;
}

function wordsOf({ indexes, scratch }: Words): NonNullable<Scratch['partyWords']> {
  if (scratch.partyWords === undefined) {
    const table = indexes.find(({ words }) => words.length > 0);
    const classes = new Map<number, number>();
    for (const [i, hash] of table?.words.entries() ?? [])
      if (table!.wordClasses[i]! >= PARTY_KIND) classes.set(hash | 0, table!.wordClasses[i]!);
    const having = (bit: number) => new Set([...classes].filter(([, bits]) => bits & bit).map(([hash]) => hash));
    scratch.partyWords = { classes, kinds: having(PARTY_KIND), politics: having(PARTY_POLITICS) };
  }
  return scratch.partyWords;
}
