/** "Fonds monétaire international (FMI)": letters by which a page says that it will call a body, and calls it after that. */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan, foldText } from '../../text/fold.ts';
import { hashFolded } from '../../text/token-list.ts';
import { type Block, isAllUpper, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { isAcronymOfOther, wordAt } from '../context.ts';
import { placeAt, placeOf, type View } from '../evidence.ts';
import { namesOf } from '../name-index/places.ts';
import { entityOf, nameText } from '../name-index/read.ts';
import { hitsByToken } from './hits-by-token.ts';
import { type Accepted, takenPlaces } from './overlaps.ts';
import { isOfDevice } from './words-beside.ts';

/** Letters of an acronym; without capitals a longer word is a word. */
const LENGTH = { least: 2, most: 8, caseless: 5 };

/** Names and what stands in brackets after them, wherever the page has those letters: what a pack has under the same letters is not what the page means. In steps of a block, as `decide`. */
export function* withDefined(view: View, accepted: readonly Accepted[]): Generator<void, Accepted[]> {
  const defined = new Map<string, { named: Accepted; hash: number }>();
  const initials = new Map<string, Accepted | undefined>();
  const added: Accepted[] = [];
  const hits = hitsByToken(view);
  let last = -1;
  for (const each of accepted) {
    if (each.block !== last) yield;
    last = each.block;
    const block = view.blocks[each.block]!;
    const whole = spelledOut(block, each);
    if (whole) added.push(whole);
    const first = initialsOf(block, each);
    // Of two bodies with the same initials neither.
    if (first) initials.set(first, initials.has(first) && initials.get(first)?.id !== each.id ? undefined : each);
    for (const token of [each.to + 1, each.from - 1]) {
      const letters = lettersAt(block, each, token);
      if (letters === undefined || defined.has(letters)) continue;
      // Of letters that its pack has, too, the pack says what they need.
      const known = hits
        .beginningAt(each.index, each.block, token)
        .some(({ name }) => entityOf(each.index, name) === each.info.entity);
      if (!known) defined.set(letters, { named: each, hash: block.hash[token]! });
    }
  }
  for (const [letters, { named, hash }] of defined) {
    for (const place of placesOfLetters(view, letters, named, hash)) added.push(place);
    yield;
  }
  const meant = new Map(
    added.filter(({ from, to }) => from === to).map(({ block, from, id }) => [placeAt(block, from), id]),
  );
  const kept = accepted.filter(
    ({ block, from, to, id }) => from < to || (meant.get(placeAt(block, from)) ?? id) === id,
  );
  for (const [letters, named] of initials)
    if (named && !defined.has(letters))
      added.push(...placesOfLetters(view, letters, named, hashFolded(letters.toLowerCase())));
  if (added.length === 0) return [...accepted];
  const taken = takenPlaces(kept);
  return [...kept, ...added.filter(({ block, from }) => !taken.has(placeAt(block, from)))];
}

const INITIALS = { least: 3, most: 6 };

/** "Haute Cour constitutionnelle", and later "HCC": letters that no bracket tells, in a language with capitals. */
function initialsOf(block: Block, { info, silent, cost, from, to }: Accepted): string | undefined {
  if (silent || cost !== undefined || to - from + 1 < INITIALS.least || info.entityKind === 'person') return undefined;
  let letters = '';
  for (let token = from; token <= to; token++) {
    const word = wordAt(block, token);
    if (!SMALL.has(word)) letters += word[0];
  }
  return /^[a-z]+$/.test(letters) && letters.length >= INITIALS.least && letters.length <= INITIALS.most
    ? letters.toUpperCase()
    : undefined;
}

/** Letters in brackets after the name, or before it where it stands in brackets. */
function lettersAt(
  block: Block,
  { info, silent, cost, from, to, start, end }: Accepted,
  token: number,
): string | undefined {
  const { text } = block;
  // A person stands before a party or a place: "John Smith (SPD)".
  if (silent || cost !== undefined || from === to || info.entityKind === 'person' || info.entityKind === 'role')
    return undefined;
  if (token < 0 || token >= block.count) return undefined;
  const isAfter = token > to;
  const between = isAfter ? text.slice(end, block.start[token]) : text.slice(block.end[token], start);
  if (!/^ ?[(（]["“„«]?$/.test(between)) return undefined;
  if (!(isAfter ? /^["”“»]?[)）,;]/ : /^["”“»]?[)）]/).test(text.slice(isAfter ? block.end[token] : end)))
    return undefined;
  const letters = text.slice(block.start[token], block.end[token]);
  return isMadeOf(letters, wordAt(block, token), foldSpan(text, block.start[from]!, end)) ? letters : undefined;
}

/** Small words of the names of bodies. */
const SMALL = new Set('of and for the on de des du et la les l d y e del los las und der fur'.split(' '));
/** Words of such a name that stand in one of the pack's. */
const SHARED = 2;

/** "Independent Electoral and Boundary Commission (IEBC)": what known letters in brackets stand for, where a pack writes it in another way. */
function spelledOut(block: Block, each: Accepted): Accepted | undefined {
  const { index, info, from, to, start, end, silent } = each;
  const { text } = block;
  if (silent || from === 0 || from < to || info.entityKind !== 'organisation' || !isAllUpper(text, start, end))
    return undefined;
  if (!/^ [(（]$/.test(text.slice(block.end[from - 1], start)) || !/^[)）]/.test(text.slice(end))) return undefined;
  const letters = wordAt(block, from);
  let left = letters.length;
  let first = from;
  for (let token = from - 1; left > 0; token--) {
    if (token < 0 || (token < from - 1 && !isNextWord(block, token))) return undefined;
    if (!isCapitalised(block, token) && SMALL.has(wordAt(block, token))) continue;
    if (!isCapitalised(block, token) || wordAt(block, token)[0] !== letters[left - 1]) return undefined;
    left--;
    first = token;
  }
  const known = new Set(
    Array.from(namesOf(index, info.entity), (name) => nameText(index, name).split(' ').map(foldText)).flat(),
  );
  let shared = 0;
  for (let token = first; token < from; token++)
    if (isCapitalised(block, token) && known.has(wordAt(block, token))) shared++;
  if (shared < SHARED) return undefined;
  const why = { rule: 'short form' as const, detail: info.text };
  return {
    ...each,
    start: block.start[first]!,
    end: block.end[from - 1]!,
    from: first,
    to: from - 1,
    score: 0.9,
    why,
    alternatives: [],
  };
}

/** Whether the letters stand in the name in their order, the first at the beginning of a word. */
function isMadeOf(letters: string, folded: string, name: string): boolean {
  if (letters.length < LENGTH.least || letters.length > LENGTH.most) return false;
  if (isCaseless(letters, 0)) {
    if (letters.length > LENGTH.caseless || !/^\p{L}+$/u.test(letters) || isCommonWord(folded)) return false;
  } else if (!isAllUpper(letters, 0, letters.length)) return false;
  return name.split(/[^\p{L}\p{N}]+/u).some((_, word, words) => isWithin(folded, words.slice(word).join('')));
}

function isWithin(letters: string, text: string): boolean {
  if (text[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters) {
    const found = text.indexOf(letter, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

function placesOfLetters(
  { indexes, blocks, places }: View,
  letters: string,
  named: Accepted,
  first: number,
): Accepted[] {
  return places(first).flatMap((place): Accepted[] => {
    const { block, number, token } = placeOf(blocks, place);
    const start = block.start[token]!;
    const end = start + letters.length;
    if (block.hash[token] !== first || block.text.slice(start, end) !== letters) return [];
    if (isAcronymOfOther(block, token) || isOfDevice(indexes, block, { from: token, to: token })) return [];
    const why = { rule: 'short form' as const, detail: named.info.text };
    return [{ ...named, block: number, start, end, from: token, to: token, score: 0.9, why, alternatives: [] }];
  });
}
