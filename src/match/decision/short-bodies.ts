/** "Le Conseil" after "Conseil de sécurité", الإطار after "الإطار التنسيقي": the head of a body's name, where the page has named one such body and no other. */
import { foldText } from '../../text/fold.ts';
import { type Block, isAllCapitals, isCapitalised, isNextWord } from '../blocks.ts';
import { wordAt } from '../context.ts';
import { phraseOf, placeAt, placeOf, type View } from '../evidence.ts';
import { isHeadline } from '../headline.ts';
import { metaOf } from '../name-index/read.ts';
import { type StateNouns, stateNounsOf } from '../name-index/state-nouns.ts';
import type { Accepted } from './overlaps.ts';
import type { PageCountries } from './page-countries.ts';
import { isAfterVerb } from './speakers.ts';

/** Where a head stands. */
interface Place {
  number: number;
  from: number;
  to: number;
  /** UTF-16 offset, after what is written on to it. */
  start: number;
}

interface Head {
  /** The head as it stands in a name and alone, folded. */
  named: string;
  alone: string;
  caseless: boolean;
}

type Heads = ReadonlyMap<string, Head>;
export type BodyHeads = Record<'first' | 'before' | 'last' | 'abjad', Heads>;

function headsIn(nouns: StateNouns): BodyHeads {
  const { first, before, last, arabic, persian } = nouns.heads;
  const abjad = [
    ...arabic.split(' ').map((word) => [word, `ال${word}`]),
    ...persian.split(' ').map((pair) => [pair.split(':')[0]!, pair.split(':').at(-1)!]),
  ].flatMap((pair) => {
    const [named, alone] = pair.map(foldText) as [string, string];
    const head = { named, alone, caseless: true };
    return [[named, head] as const, [alone, head] as const];
  });
  return { first: latin(first), before: latin(before), last: latin(last), abjad: new Map(abjad) };
}

function latin(words: string): Heads {
  return new Map(
    words.split('|').map((word) => {
      const folded = word.split(' ').map(foldText).join(' ');
      return [folded, { named: folded, alone: folded, caseless: false }];
    }),
  );
}

/** After a head in a name, and after one that is not the whole name: "la Cour de cassation". */
const OF = new Set('of for on to de del du des d la von fur zur'.split(' '));
/** Before a head that stands for the whole name. */
const DETERMINERS = new Set(
  'the la le les el los las du au aux del al das der die dem den des im vom beim zum zur ce cet cette esta este'.split(
    ' ',
  ),
);
const ELIDED = /^l['’]$/i;

/** Adjectives after a noun in Romance languages, which make another name of it; verbs of the same endings are left alone with them. */
export const ADJECTIVE =
  /(?:al|ale|ales|aux|ique|iques|el|elle|if|ive|aire|aires|ien|ienne|ais|aise|ois|oise|een|eenne|eme|emes|erieure?|ico|ica|icos|ivo|iva|ario|aria|ano|ana|eno|ena|ema|emo|ense|ior|eur|euse|nte)$/;
/** Definite adjectives of Arabic, which make another name, too: "المجلس الأعلى". */
const ARABIC_ADJECTIVE = /^ال.*(?:ی|یه|یا|ون|ین)$/u;

/** "The Union" is a club as well: it counts as a speaker. Folded. */
const CLUB = 'الاتحاد';
/** Before a head in Persian. */
const THIS = 'این';

/** In steps of a head, as `decide`. `accepted`: names that stand for certain, in any order. */
export function* shortBodies(
  view: View,
  accepted: readonly Accepted[],
  page: PageCountries,
): Generator<void, Accepted[]> {
  const nouns = stateNounsOf(view.indexes);
  if (nouns === undefined) return [];
  view.scratch.bodyHeads ??= headsIn(nouns);
  const all = view.scratch.bodyHeads;
  const covering = new Map<number, Accepted>();
  const heads = new Map<Head, Accepted[]>();
  for (const each of accepted) {
    const head = each.silent ? undefined : headOf(all, view.blocks[each.block]!, each);
    if (head) heads.set(head, [...(heads.get(head) ?? []), each]);
  }
  if (heads.size === 0) return [];
  for (const each of accepted)
    if (!each.silent)
      for (let token = each.from; token <= each.to; token++) covering.set(placeAt(each.block, token), each);
  const found: Accepted[] = [];
  for (const [head, named] of heads) {
    yield;
    // Two bodies of one head are told apart by their whole names.
    if (named.some(({ id }) => id !== named[0]!.id)) continue;
    const whole = new Set(named);
    let last: Accepted | undefined;
    for (const place of placesOf(view, head)) {
      const block = view.blocks[place.number]!;
      const over = covering.get(placeAt(place.number, place.from));
      if (over) last = whole.has(over) ? over : over.from === place.from ? undefined : last;
      else if (!isWritten(block, place, head)) last = isName(block, place, head) ? undefined : last;
      else if (last && !isElsewhere(block, place, head, last, page)) found.push(shortOf(last, place, block));
    }
  }
  return found;
}

/** What every country has, of which a sentence may speak that names another country: "En Belgique, le Parlement vote". */
const OF_STATES = /^(?:parl|cour|corte?|court|high court|haute cour|tribunal|assembl|asambl|chambre|camara|house)/;

function isElsewhere(
  block: Block,
  { from }: Place,
  { named }: Head,
  { index, info }: Accepted,
  page: PageCountries,
): boolean {
  if (!OF_STATES.test(named)) return false;
  const countries = page.sentenceBefore(block, from);
  return countries.size > 0 && !metaOf(index, info.entity).related?.some((id) => countries.has(id));
}

function shortOf(named: Accepted, { number, from, to, start }: Place, block: Block): Accepted {
  const why = { rule: 'short form' as const, detail: named.info.text };
  return {
    ...named,
    block: number,
    from,
    to,
    start,
    end: block.end[to]!,
    firm: false,
    score: 0.9,
    why,
    alternatives: [],
  };
}

/** The noun that a name of several words is called by. */
function headOf(
  { first: atFirst, before, last, abjad }: BodyHeads,
  { text, nouns }: Block,
  { info, start, end, from, to }: Accepted,
): Head | undefined {
  if (info.entityKind !== 'organisation' || from === to) return undefined;
  const words = text
    .slice(start, end)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(foldText);
  const [first = '', second = ''] = words;
  if (words.length < 2) return undefined;
  const caseless = abjad.get(first);
  if (caseless) return caseless;
  const double = atFirst.get(`${first} ${second}`);
  if (double && words.length > 2) return double;
  if (atFirst.has(first)) return atFirst.get(first);
  const after = words.findIndex((word, i) => i > 0 && (OF.has(word) || (i === 1 && word === 'department')));
  if (after > 0) return before.get(words[after - 1]!);
  const word = words.at(-1)!;
  // "Die Union" is a party.
  return nouns && word === 'union' ? undefined : (last.get(`${words.at(-2)} ${word}`) ?? last.get(word));
}

/** In the order of the text, but for the title of the page, which stands last. */
function placesOf({ blocks, places, scratch }: View, { named, alone }: Head): Place[] {
  const found = new Map<number, Place>();
  for (const text of new Set([named, alone])) {
    const phrase = phraseOf(scratch, text);
    for (const place of places(phrase[0]!)) {
      const { block, number, token: from } = placeOf(blocks, place);
      const to = from + phrase.length - 1;
      if (to >= block.count || !phrase.every((hash, i) => i === 0 || block.hash[from + i] === hash)) continue;
      found.set(place, { number, from, to, start: startOf(block, from, phrase[0]!) });
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([, place]) => place);
}

/** Where the head begins: an article or "and" may be written in one word with it. */
export function startOf({ start, hash, firstReading, readings }: Block, token: number, wanted: number): number {
  if (hash[token] === wanted) return start[token]!;
  for (let r = firstReading[token]! - 1; readings[r]?.token === token; r++)
    if (readings[r]!.hash === wanted) return readings[r]!.start;
  return start[token]!;
}

/** Whether the head stands alone as a name does: with a capital and an article, or in Arabic with the article, and nothing that belongs to it. */
function isWritten(block: Block, place: Place, { alone, caseless }: Head): boolean {
  const { from, to, start } = place;
  const next = isNextWord(block, to) ? wordAt(block, to + 1) : '';
  if (/^[-‐‑/]/.test(block.text.slice(block.end[to], block.end[to]! + 1))) return false;
  if (caseless) {
    const word = foldText(block.text.slice(start, block.end[to]));
    if (word !== alone) return false;
    if (!word.startsWith('ال')) return wordAt(block, from - 1) === THIS;
    if (word === CLUB && !isAfterVerb(block, from)) return false;
    // After a verb an object may follow: "أدان المجلس القصف".
    return !next.startsWith('ال') || (isAfterVerb(block, from) && !ARABIC_ADJECTIVE.test(next));
  }
  if (!isCapital(block, start) || isHeadline(block) || isAllCapitals(block) || OF.has(next)) return false;
  if (next !== '' && !block.nouns && (isCapitalised(block, to + 1) || ADJECTIVE.test(next))) return false;
  if (start > block.start[from]!) return ELIDED.test(block.text.slice(block.start[from], start));
  return isNextWord(block, from - 1) && DETERMINERS.has(wordAt(block, from - 1));
}

/** Whether what stands there may be the name of another body. */
function isName(block: Block, { from, to, start }: Place, { caseless, named }: Head): boolean {
  if (!caseless) return isCapital(block, start);
  const next = isNextWord(block, to) ? wordAt(block, to + 1) : '';
  return wordAt(block, from).endsWith(named) && !wordAt(block, from).endsWith(`ال${named}`)
    ? next !== ''
    : ARABIC_ADJECTIVE.test(next);
}

function isCapital({ text }: Block, at: number): boolean {
  const letter = text[at] ?? '';
  return letter !== letter.toLowerCase();
}
