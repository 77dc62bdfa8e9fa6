/** Whether a name stands as names are written: its capitals, and the punctuation inside it. */
import { isCommonWord } from '../../text/common-words.ts';
import { isGivenName } from '../../text/frequent-names.ts';
import { foldedToken, type Tokens } from '../../text/token-list.ts';
import { tokenise } from '../../text/tokens.ts';
import {
  type Block,
  type FuzzyHit,
  type Hit,
  isAllCapitals,
  isAllUpper,
  isCaseless,
  isHardGap,
  isUpper,
} from '../blocks.ts';
import { isParticle, wordAt } from '../context.ts';
import { type Capitals, foldedOf, type MatchIndex, type NameInfo, nameTokens } from '../name-index/read.ts';

/** A sentence end or a comma may stand inside a name only where the pack writes one. */
export function punctuationFits(block: Block, { from, to, nickname }: Hit, { text, entityKind }: NameInfo): boolean {
  // The marks around a nickname.
  let hard = nickname ? -2 : 0;
  for (let token = from; token < to; token++)
    if (isHardGap(block, token) && !(mayBeQuoted(block, token, entityKind) && isQuotation(block, token))) hard++;
  return hard <= 0 || hard <= (text.match(/[^\p{L}\p{M}\p{N}\s'’\-‐‑&·・]/gu)?.length ?? 0);
}

/** Who does not call it so writes quotation marks: the 1988 "massacre". Without capitals they show what is a name: وكالة "فارس". */
function mayBeQuoted({ text, start }: Block, left: number, kind: NameInfo['entityKind']): boolean {
  return kind === 'event' || (kind === 'organisation' && isCaseless(text, start[left]!));
}

/** Whether a gap between two tokens is a space and a quotation mark or bracket, in either order. */
export function isQuotation({ text, start, end }: Block, left: number): boolean {
  return /^ ["“”„«»‘’'‹›(]$|^["“”«»‘’'‹›)] $/.test(text.slice(end[left], start[left + 1]));
}

/** Which tokens of the name the pack writes with a capital. */
function capitalsOf(tokens: Tokens, info: NameInfo): Capitals {
  if (info.capitals === undefined) {
    tokenise(info.text, tokens);
    const caps: boolean[] = [];
    const folded: string[] = [];
    for (let i = 0; i < tokens.count; i++) {
      caps.push(isUpper(info.text, tokens.start[i]!));
      folded.push(foldedToken(tokens, i));
    }
    const caseless = !/\p{Lu}|\p{Ll}/u.test(info.text);
    info.capitals = {
      caps,
      folded,
      caseless,
      acronym: caps.length === 1 && isAllUpper(info.text, 0, info.text.length) && info.text.length <= 8,
    };
  }
  return info.capitals;
}

/** Whether the name stands in the case in which it may be written. */
export function caseFits(tokens: Tokens, block: Block, hit: Hit, info: NameInfo): boolean {
  const { text } = block;
  if (info.kind === 'handle') return true;
  if (info.rule.exactCase) {
    // "ABOUT US"
    const single = hit.from === hit.to && info.kind !== 'acronym';
    if (single && isAllCapitals(block) && isCommonWord(wordAt(block, hit.from))) return false;
    if (hit.to > hit.from && /^\p{Lu}+$/u.test(info.text) && !isSpelledOut(text, hit)) return false;
    if (letters(text.slice(hit.start, hit.end)) === letters(info.text)) return true;
    return info.kind === 'acronym' && mayBeWord(text, hit, info, wordAt(block, hit.from));
  }
  const { caps, folded, caseless, acronym } = capitalsOf(tokens, info);
  if (caseless) return !isWordWithItsFirstLetter(block, hit);
  if (hit.broken) return isUpper(text, hit.start);
  if (caps.length > 1 && hit.from === hit.to && text[hit.start - 1] === '#') return true;
  // Who writes without capitals writes names so too; one word may then be any.
  if (caps.length > 1 && hasNoCapitals(block)) return info.entityKind !== 'person' || !folded.some(isCommonWord);
  if (info.kind === 'acronym' || acronym) {
    if (hit.to > hit.from && caps.length === 1 && !isSpelledOut(text, hit)) return false;
    if (info.text.length >= LEAST_LOWER && hasNoCapitals(block)) return true;
    if (mayBeWord(text, hit, info, folded[0]!)) return true;
    return !isAllUpper(info.text, 0, info.text.length) || isAllUpper(text, hit.start, hit.end);
  }
  // A term and an office are common nouns, whatever capital their entry begins with.
  if (info.entityKind === 'term' || info.entityKind === 'role') return true;
  const length = hit.to - hit.from + 1;
  if (length !== caps.length) return isUpper(text, block.start[hit.from]!) && isUpper(text, block.start[hit.to]!);
  let wanted = 0;
  let found = 0;
  let plain = true;
  for (let i = 0; i < length; i++) {
    if (
      !caps[i] ||
      (length > 1 && (isParticle(folded[i]!) || (isCommonWord(folded[i]!) && info.entityKind !== 'person')))
    )
      continue;
    wanted++;
    const at = i === 0 ? hit.start : block.start[hit.from + i]!;
    // "Kim Jong-un" and "Kim Jong Un" are two ways to write one name.
    if (isUpper(text, at) || isCaseless(text, at) || (i > 0 && /[-‐‑]/.test(text[at - 1]!))) found++;
    else if (isCommonWord(folded[i]!) || folded[i]!.length < LEAST_LOWER) plain = false;
  }
  if (wanted === 0 || found === wanted) return true;
  if (length === 1) return false;
  // "Front patriotique rwandais", "Nations unies"
  if (block.firstCapital && isThing(info) && isUpper(text, hit.start)) return true;
  // A name half in lower case was typed in haste, unless the rest of it is a word.
  return info.entityKind === 'person' ? found > 0 && plain : found * 2 >= wanted;
}

/** Arabic كامل is no ك before امل. */
function isWordWithItsFirstLetter(block: Block, { from, to, start }: Hit): boolean {
  return from === to && start === block.start[from]! + 1 && isCommonWord(wordAt(block, from));
}

/** Letters one by one are an acronym where dots say so: "U. N.", not "vitamin A B". */
function isSpelledOut(text: string, { start, end }: Hit): boolean {
  return /^\p{Lu}(?:\. \p{Lu})+$/u.test(text.slice(start, end));
}

function isThing({ entityKind }: NameInfo): boolean {
  return entityKind !== 'person' && entityKind !== 'place';
}

/** "Irib", "Savak", "Zanu-PF": French, German and Spanish write as a word what is spoken as one. */
function mayBeWord(text: string, { start, end }: Hit, { text: name }: NameInfo, folded: string): boolean {
  return (
    name.length >= LEAST_LOWER &&
    /^\p{Lu}{2,}(?:-\p{Lu}+)?$/u.test(name) &&
    /^\p{Lu}\p{Ll}+(?:-\p{Lu}+)?$/u.test(text.slice(start, end)) &&
    !isCommonWord(folded) &&
    !isGivenName(folded)
  );
}

const LEAST_LOWER = 4;
/** Fewer words without a capital show nothing: a cell, a button. */
const LEAST_WITHOUT_CAPITALS = 4;

function hasNoCapitals(block: Block): boolean {
  block.capitals ??= block.count < LEAST_WITHOUT_CAPITALS || block.text !== block.text.toLowerCase();
  return !block.capitals;
}

function letters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}@_]/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Letters of a word of which each tells: Glen and Glenn, Bird and Byrd, Marc and Mark are as often two people as one. */
const SHORT_WORD = 4;

/** "Maya Satow" for Mai Sato: of a name of two words both differ, and neither has letters enough to be told by. */
export function isOtherShortName(index: MatchIndex, block: Block, hit: FuzzyHit): boolean {
  const differences = shortDifferences(index, block, hit);
  return differences.length === 2 && differences.every(Boolean);
}

export function differsInShortWord(index: MatchIndex, block: Block, hit: FuzzyHit): boolean {
  return shortDifferences(index, block, hit).some(Boolean);
}

/** For each word of a name whether it is a short one in another spelling; empty where words are joined or split. */
function shortDifferences(index: MatchIndex, block: Block, { name, from, to }: FuzzyHit): boolean[] {
  const tokens = nameTokens(index, name);
  if (tokens.length !== to - from + 1) return [];
  return tokens.map((token, i) => {
    const known = foldedOf(index, token);
    const word = wordAt(block, from + i);
    return known !== word && Math.min(known.length, word.length) <= SHORT_WORD;
  });
}
