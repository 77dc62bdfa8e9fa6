/**
 * Whom Arabic and Persian texts name beside an office and a country, where the packs have the name in Latin letters alone: "الرئيس الصربي توميسلاف نيكوليتش".
 * Among the few persons of one country a spelling may differ by more than among all.
 */
import { soundDistance } from '../../text/distance.ts';
import { headOf, mayBeOne } from '../../text/first-sounds.ts';
import { addSounds } from '../../text/phones.ts';
import { isAbjad } from '../../text/romanise.ts';
import { createSounds, NO_SOUNDS, type Sounds } from '../../text/sound-list.ts';
import { type Block, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { placeAt, type View } from '../evidence.ts';
import { MOST_WORDS, type PersonName, peopleOf } from '../name-index/people.ts';
import { entityId, foldedOf, type MatchIndex, nameText } from '../name-index/read.ts';
import type { Scratch } from '../scratch.ts';
import { acceptedAt } from './noun-phrases.ts';
import { type Accepted, takenPlaces } from './overlaps.ts';
import type { PageCountries } from './page-countries.ts';
import { isOfClass, isWordOfClass } from './words-beside.ts';

const WRITTEN_ON = /^(?:[وفبک]?ال|لل|[وفبل](?=.{3}))/u;
/** Words between a name and the office, and between the office and the word of its country. */
const WITHIN = 8;
/** What a word of a name costs at most, and all on the average; among so many persons less. */
const MOST = { word: 0.85, mean: 0.4, meanOfMany: 0.25 };
const MANY = 250;
/** Somebody else is so much further. */
const CLEAR = 0.15;
const SENTENCE_END = /[.!?؟]/;
/** Steps of `soundDistance`: its cost is what counts. */
const ANY_STEPS = 9;

interface Person {
  index: MatchIndex;
  entity: number;
  name: number;
  mean: number;
  /** Last token of the block. */
  to: number;
}

/** Sounds of the tokens of an index, as far as they were asked for. */
export interface TokenSounds {
  sounds: Sounds;
  of: Map<number, number>;
}

/** What is read of a block: sounds of its words, by token. */
export interface Words {
  block: Block;
  tokens: Scratch['tokenSounds'];
  sounds: Sounds;
  read: Map<string, number>;
}

/** Names of which a word may be the first. */
interface Beginning {
  index: MatchIndex;
  names: readonly PersonName[];
  /** What the word costs as their first, and how many words of the text it is. */
  cost: number;
  words: number;
  /** What a word of the whole name costs at most on the average. */
  most: number;
}

/** By the country of the persons, and the word. */
type Beginnings = Map<string, Map<string, readonly Beginning[]>>;

/** Where no name stands already, and their last words after that. In steps of a block. */
export function* transcribedPersons(
  { indexes, blocks, scratch }: View,
  accepted: readonly Accepted[],
  page: PageCountries,
  published: string | undefined,
): Generator<void, Accepted[]> {
  const all: Accepted[] = [];
  const data = indexes.filter(({ openData }) => openData);
  const taken = takenPlaces(accepted);
  const called = new Map<number, Accepted>();
  const beginnings: Beginnings = new Map();
  for (const [number, block] of blocks.entries()) {
    const ways = data.length === 0 ? [] : countriesByOffice(indexes, block, page);
    if (ways.length === 0 && called.size === 0) continue;
    yield;
    const words = wordsOf(scratch, block);
    const isFree = (token: number) => !taken.has(placeAt(number, token));
    const add = (from: number, to: number, index: MatchIndex, entity: number, detail: string) => {
      const noun = { block: number, from, to, start: block.start[from]!, end: block.end[to]! };
      const each = acceptedAt({ index, entity, id: entityId(index, entity) }, noun, block, detail, 'person');
      all.push(each);
      return each;
    };
    for (const { office, countries } of ways) {
      for (const [from, last] of startsAt(indexes, block, office, page)) {
        if (!isFree(from) || !isAbjad(wordAt(block, from)) || isOffice(indexes, wordAt(block, from))) continue;
        const person = personAt(data, words, from, countries, beginnings, isFree, published);
        if (person === undefined || (last !== undefined && person.to !== last)) continue;
        const { index, entity, name, to } = person;
        const hash = block.hash[to]!;
        const each = add(from, to, index, entity, nameText(index, name));
        if (!called.has(hash)) called.set(hash, each);
        for (let token = from; token <= to; token++) taken.add(placeAt(number, token));
      }
    }
    for (let from = 0; from < block.count; from++) {
      const before = called.get(block.hash[from]!);
      if (before && isFree(from)) add(from, from, before.index, before.info.entity, before.why.detail!);
    }
  }
  return all;
}

export function wordsOf({ tokenSounds }: Scratch, block: Block): Words {
  return { block, tokens: tokenSounds, sounds: createSounds(), read: new Map() };
}

/** Tokens of offices in Arabic letters, and the countries of which a word stands near each, or in the block. */
function countriesByOffice(indexes: readonly MatchIndex[], block: Block, page: PageCountries) {
  const found: { office: number; countries: ReadonlySet<string> }[] = [];
  for (let office = 0; office < block.count; office++) {
    if (!isOffice(indexes, wordAt(block, office))) continue;
    const countries = new Set<string>();
    for (let token = Math.max(0, office - WITHIN); token <= Math.min(block.count - 1, office + WITHIN); token++)
      for (const country of [...page.placesAt(block, token), ...page.countriesBefore(block, token)])
        countries.add(country);
    const spoken = countries.size > 0 ? countries : page.countriesIn(block);
    if (spoken.size > 0) found.push({ office, countries: spoken });
  }
  return found;
}

/** Tokens where a name may begin: after the office, its country or "former", or before the office, which then is the end of it. */
function* startsAt(
  indexes: readonly MatchIndex[],
  block: Block,
  office: number,
  page: PageCountries,
): Generator<[from: number, last?: number]> {
  const until = Math.min(block.count - 1, office + WITHIN);
  for (let token = office; token < until; token++) {
    if (SENTENCE_END.test(block.text.slice(block.end[token], block.start[token + 1]))) break;
    if (
      token === office ||
      isOfClass(indexes, block, token, 'former') ||
      page.countriesBefore(block, token).length > 0 ||
      page.placesAt(block, token).length > 0
    )
      yield [token + 1];
  }
  for (let from = office - 2; from >= Math.max(0, office - MOST_WORDS); from--) yield [from, office - 1];
}

function isOffice(indexes: readonly MatchIndex[], word: string): boolean {
  if (!isAbjad(word)) return false;
  const isStem = (stem: string) => isWordOfClass(indexes, stem, 'officeStem');
  return isStem(word) || isStem(word.replace(WRITTEN_ON, ''));
}

/** The one whose name the words from a token on are. */
function personAt(
  data: readonly MatchIndex[],
  words: Words,
  from: number,
  countries: ReadonlySet<string>,
  beginnings: Beginnings,
  isFree: (token: number) => boolean,
  published: string | undefined,
): Person | undefined {
  const { block } = words;
  const first = wordAt(block, from);
  const after = from + 1 < block.count ? wordAt(block, from + 1) : '';
  const joined = after.startsWith('ال') ? first + after : first;
  const isIn = (token: number) =>
    token === from || (token < block.count && isNextWord(block, token - 1) && isFree(token));
  let best: Person | undefined;
  let second = Number.POSITIVE_INFINITY;
  for (const country of countries) {
    const known = beginnings.get(country) ?? new Map<string, readonly Beginning[]>();
    beginnings.set(country, known);
    const begin = known.get(joined) ?? data.flatMap((index) => beginningsOf(words, index, country, first, joined));
    known.set(joined, begin);
    for (const beginning of begin)
      for (const name of beginning.names) {
        if (published !== undefined && name.since !== undefined && published.slice(0, 4) < String(name.since)) continue;
        const found = readName(beginning, name, words, from, isIn);
        if (found === undefined || found.mean > beginning.most) continue;
        if (best === undefined || found.mean < best.mean) {
          if (best !== undefined && best.entity !== found.entity) second = best.mean;
          best = found;
        } else if (found.entity !== best.entity) second = Math.min(second, found.mean);
      }
  }
  return best !== undefined && best.mean + CLEAR <= second ? best : undefined;
}

/** Names of persons of a country that a word may begin, alone or as `joined` with the one after it: "سيف الله" is Saifullah. */
function beginningsOf(words: Words, index: MatchIndex, country: string, first: string, joined: string): Beginning[] {
  const own = soundsOf(words, index);
  const { count, namesakes } = peopleOf(index, country);
  const most = count > MANY ? MOST.meanOfMany : MOST.mean;
  const head = headOf(
    words.sounds,
    soundOf(words.sounds, words.read, first, () => first),
  );
  return namesakes.flatMap((each): Beginning[] => {
    const { token, names } = each;
    each.head ||= headOf(
      own.sounds,
      soundOf(own.sounds, own.of, token, () => foldedOf(index, token)),
    );
    if (!mayBeOne(head, each.head)) return [];
    const cost = costOf(words, first, index, token);
    if (cost < Number.POSITIVE_INFINITY) return [{ index, names, cost, words: 1, most }];
    const together = joined === first ? cost : costOf(words, joined, index, token);
    return together < Number.POSITIVE_INFINITY ? [{ index, names, cost: together, words: 2, most }] : [];
  });
}

/** A name as the words from a token on, and what a word of it costs on the average. */
function readName(
  { index, cost: begun, words: read }: Beginning,
  { name, entity, tokens }: PersonName,
  words: Words,
  from: number,
  isIn: (token: number) => boolean,
): Person | undefined {
  let sum = begun;
  let next = from + read;
  if (!isIn(next - 1)) return undefined;
  for (const token of tokens.slice(1)) {
    let letters = isIn(next) ? wordAt(words.block, next++) : undefined;
    let cost = letters === undefined ? Number.POSITIVE_INFINITY : costOf(words, letters, index, token);
    if (cost === Number.POSITIVE_INFINITY && letters !== undefined && isIn(next)) {
      letters += wordAt(words.block, next++);
      cost = costOf(words, letters, index, token);
    }
    sum += cost;
    if (sum === Number.POSITIVE_INFINITY) return undefined;
  }
  return { index, entity, name, mean: sum / tokens.length, to: next - 1 };
}

/** What it costs to read folded letters of the block as a word of a name. */
export function costOf({ sounds, read, tokens }: Words, letters: string, index: MatchIndex, token: number): number {
  const sound = soundOf(sounds, read, letters, () => letters);
  const own = soundsOf({ tokens }, index);
  const other = soundOf(own.sounds, own.of, token, () => foldedOf(index, token));
  if (sound === NO_SOUNDS || other === NO_SOUNDS) return Number.POSITIVE_INFINITY;
  return soundDistance(sounds.scratch, sounds.units, sound, own.sounds.units, other, MOST.word, ANY_STEPS);
}

function soundOf<Key>(sounds: Sounds, known: Map<Key, number>, key: Key, word: () => string): number {
  let sound = known.get(key);
  if (sound === undefined) {
    sound = addSounds(sounds, word());
    known.set(key, sound);
  }
  return sound;
}

function soundsOf({ tokens }: Pick<Words, 'tokens'>, index: MatchIndex): TokenSounds {
  let own = tokens.get(index);
  if (own === undefined) {
    own = { sounds: createSounds(), of: new Map() };
    tokens.set(index, own);
  }
  return own;
}
