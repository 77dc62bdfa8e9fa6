/** "Fonds monétaire international (FMI)": letters by which a page says that it will call a body, and calls it after that. */
import { isCommonWord } from '../../text/common-words.ts';
import { foldSpan } from '../../text/fold.ts';
import { type Block, isAllUpper, isCaseless } from '../blocks.ts';
import { isAcronymOfOther, wordAt } from '../context.ts';
import { placeAt, placeOf, type View } from '../evidence.ts';
import { entityOf } from '../name-index/read.ts';
import { hitsByToken } from './hits-by-token.ts';
import { type Accepted, takenPlaces } from './overlaps.ts';
import { isOfDevice } from './words-beside.ts';

/** Letters of an acronym; without capitals a longer word is a word. */
const LENGTH = { least: 2, most: 8, caseless: 5 };

/** Names and what stands in brackets after them, wherever the page has those letters: what a pack has under the same letters is not what the page means. In steps of a block, as `decide`. */
export function* withDefined(view: View, accepted: readonly Accepted[]): Generator<void, Accepted[]> {
  const defined = new Map<string, Accepted>();
  const hits = hitsByToken(view);
  let last = -1;
  for (const each of accepted) {
    if (each.block !== last) yield;
    last = each.block;
    const block = view.blocks[each.block]!;
    const letters = lettersAfter(block, each);
    if (letters === undefined || defined.has(letters)) continue;
    // Of letters that its pack has, too, the pack says what they need.
    const known = hits
      .beginningAt(each.index, each.block, each.to + 1)
      .some(({ name }) => entityOf(each.index, name) === each.info.entity);
    if (!known) defined.set(letters, each);
  }
  if (defined.size === 0) return [...accepted];
  const added: Accepted[] = [];
  for (const [letters, named] of defined) {
    for (const place of placesOfLetters(view, letters, named)) added.push(place);
    yield;
  }
  const meant = new Map(added.map(({ block, from, id }) => [placeAt(block, from), id]));
  const kept = accepted.filter(
    ({ block, from, to, id }) => from < to || (meant.get(placeAt(block, from)) ?? id) === id,
  );
  const taken = takenPlaces(kept);
  return [...kept, ...added.filter(({ block, from }) => !taken.has(placeAt(block, from)))];
}

function lettersAfter(block: Block, { info, silent, cost, from, to, end }: Accepted): string | undefined {
  const { text } = block;
  // A person stands before a party or a place: "John Smith (SPD)".
  if (silent || cost !== undefined || from === to || info.entityKind === 'person' || info.entityKind === 'role')
    return undefined;
  if (to + 1 >= block.count || !/^ ?[(（]["“„«]?$/.test(text.slice(end, block.start[to + 1]))) return undefined;
  if (!/^["”“»]?[)）,;]/.test(text.slice(block.end[to + 1]!))) return undefined;
  const letters = text.slice(block.start[to + 1], block.end[to + 1]);
  return isMadeOf(letters, wordAt(block, to + 1), foldSpan(text, block.start[from]!, end)) ? letters : undefined;
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

function placesOfLetters({ indexes, blocks, places }: View, letters: string, named: Accepted): Accepted[] {
  const first = blocks[named.block]!.hash[named.to + 1]!;
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
