/** Proper names in English sentences, and the forms by which a quotation may carry them. */
import type { Library } from '../library.ts';
import type { Entity } from '../schema.ts';
import { hasSpelling } from './spellings.ts';
import { indexOfPhrase, wordsOf } from './words.ts';

export interface NameInText {
  /** As it is written. */
  text: string;
  /** Entities that have the name. */
  entities: readonly Entity[];
  /** Its words with a capital letter, folded. */
  words: readonly string[];
}

export interface KnownNames {
  /** Entities by the folded words of each of their names. */
  byName: ReadonlyMap<string, readonly Entity[]>;
  /** By id, all names of an entity as words; of a person also the surname, where no other person of the library has it. */
  formsOf: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const cache = new WeakMap<Library, KnownNames>();

export function knownNames(library: Library): KnownNames {
  const known = cache.get(library) ?? readNames([...library.entities.values()].map(({ entity }) => entity));
  cache.set(library, known);
  return known;
}

function readNames(entities: readonly Entity[]): KnownNames {
  const surnameOf = ({ name }: Entity) => wordsOf(name).at(-1) ?? '';
  const bySurname = Map.groupBy(
    entities.filter(({ kind }) => kind === 'person'),
    surnameOf,
  );
  const byName = new Map<string, Entity[]>();
  const formsOf = new Map<string, string[][]>();
  for (const entity of entities) {
    const texts = [entity.name, ...(entity.names ?? []).map(({ text }) => text)];
    const forms = texts.map(wordsOf).filter((words) => words.length > 0);
    for (const key of new Set(forms.map((words) => words.join(' '))))
      byName.set(key, [...(byName.get(key) ?? []), entity]);
    const ownSurname = entity.kind === 'person' && bySurname.get(surnameOf(entity))?.length === 1;
    formsOf.set(entity.id, ownSurname ? [...forms, [surnameOf(entity)]] : forms);
  }
  return { byName, formsOf };
}

interface Token {
  text: string;
  at: number;
  end: number;
  capital: boolean;
  /** It stands where any word has a capital letter. */
  starts: boolean;
}

const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.&’'-]*[\p{L}\p{N}])?/gu;
/** Small words inside names: "Court of Justice", "Turki al-Faisal". */
const inside = new Set([
  'of',
  'the',
  'for',
  'in',
  'on',
  'al',
  'de',
  'von',
  'bin',
  'ibn',
  'to',
  'against',
  'des',
  'du',
  'la',
]);
/** In words; longer names are not looked for. */
const longestName = 9;

/**
 * The proper names of an English sentence: the longest that the library knows, and other words with a capital letter, those in a row
 * as one. The word that begins a sentence belongs to a name when it is no common word and the next has a capital too.
 */
export function namesIn(sentence: string, known: KnownNames, isCommonWord: (word: string) => boolean): NameInText[] {
  const tokens = tokensOf(sentence);
  const found: NameInText[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { capital, starts, text } = tokens[i]!;
    if (!capital || text === 'I') continue;
    const match = longestKnown(tokens, i, known);
    const onlyStarts = starts && /^\p{Lu}\p{Ll}*$/u.test(text) && isOrdinary(text, isCommonWord);
    if (match === undefined && starts && (onlyStarts || !adjoins(tokens, i))) continue;
    if (match?.end === i && onlyStarts) continue;
    const end = match?.end ?? endOfPhrase(sentence, tokens, i, known);
    found.push({
      text: sentence.slice(tokens[i]!.at, tokens[end]!.end),
      entities: match?.entities ?? [],
      words: tokens.slice(i, end + 1).flatMap((token) => (token.capital ? wordsOf(token.text) : [])),
    });
    i = end;
  }
  return found;
}

function tokensOf(sentence: string): Token[] {
  return [...sentence.matchAll(word)].map(({ 0: whole, index: at }) => {
    const text = whole.replace(/['’]s$/u, '');
    return {
      text,
      at,
      end: at + text.length,
      capital: /^\p{Ll}*\p{Lu}/u.test(text),
      starts: /(?:^|[.!?:]["”’]?\s+|:\s+[“"‘])["“‘(]?$/u.test(sentence.slice(0, at)),
    };
  });
}

function longestKnown(tokens: readonly Token[], from: number, { byName }: KnownNames) {
  for (let end = Math.min(tokens.length, from + longestName) - 1; end >= from; end--) {
    const words = tokens.slice(from, end + 1).flatMap(({ text }) => wordsOf(text));
    const entities = byName.get(words.join(' '));
    if (entities) return { end, entities };
  }
  return undefined;
}

/** Last word of the unknown name that begins at a word: words with a capital letter, and small ones between them. */
function endOfPhrase(sentence: string, tokens: readonly Token[], from: number, known: KnownNames): number {
  let end = from;
  for (let i = from + 1; i < tokens.length; i++) {
    const { text, at, capital } = tokens[i]!;
    if (!/^(?:['’]s)?[\s-]*$/u.test(sentence.slice(tokens[i - 1]!.end, at))) break;
    if (!capital && !inside.has(text)) break;
    if (capital && longestKnown(tokens, i, known)) break;
    if (capital) end = i;
  }
  return end;
}

function adjoins(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return next ? next.capital && next.at - tokens[i]!.end === 1 : false;
}

function isOrdinary(text: string, isCommonWord: (word: string) => boolean): boolean {
  const folded = text.toLowerCase();
  const stems = ['s', 'd', 'ed', 'ing', 'ers']
    .filter((ending) => folded.endsWith(ending))
    .map((ending) => folded.slice(0, -ending.length));
  return [folded, ...stems].some(isCommonWord);
}

/** Whether texts, as words, have the name: a form of an entity that it denotes, or each of its words. */
export function hasName(name: NameInText, texts: readonly (readonly string[])[], known: KnownNames): boolean {
  return (
    name.entities.some(({ id }) => hasEntity(id, texts, known)) ||
    (name.words.length > 0 && name.words.every((part) => texts.some((words) => hasWord(words, part))))
  );
}

/** Whether one of the texts, as words, names the entity by any of its forms. */
export function hasEntity(id: string, texts: readonly (readonly string[])[], { formsOf }: KnownNames): boolean {
  return (formsOf.get(id) ?? []).some((form) => texts.some((words) => hasForm(words, form)));
}

function hasForm(words: readonly string[], form: readonly string[]): boolean {
  if (indexOfPhrase(words, form) >= 0) return true;
  const [first = '', ...rest] = form;
  // Arabic writes "and", "to" and "of" in one word with what follows.
  return (
    /\p{Script=Arab}/u.test(first) &&
    words.some(
      (other, at) =>
        other.endsWith(first) &&
        other.length - first.length <= 3 &&
        rest.every((part, i) => words[at + 1 + i] === part),
    )
  );
}

/** Whether words have the word, in another form or spelling. */
export function hasWord(words: readonly string[], word: string): boolean {
  return words.some((other) => sameWord(other, word)) || hasSpelling(words, word);
}

/** One word in the singular, in the plural, and as an adjective: Iran, Iranian, Iranians. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const ending = /^(?:e?s|ns?|i|is|ians?|ans?|ish|ese|en?|er)$/u;
  return short.length >= 4 && long.startsWith(short) && ending.test(long.slice(short.length));
}

/** Whether a text has, written out, what three or more initials stand for: "International Committee of the Red Cross" for ICRC. */
export function hasInitials(text: string, { text: name }: NameInText): boolean {
  if (!/^\p{Lu}{3,}$/u.test(name)) return false;
  const capitals = (text.match(word) ?? []).filter((token) => !inside.has(token)).map((token) => token[0]!);
  return capitals.join('').includes(name);
}
