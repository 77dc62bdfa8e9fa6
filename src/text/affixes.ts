/**
 * What languages write on to a name: possessives, elided articles, Arabic and Hebrew prefixes, Persian clitics, case endings.
 * Each gives another reading of the token; the index decides whether any reading is a name.
 */
import { CHARACTER, EXPAND, FOLD, foldSpan, foldText, LAST_CLASS, SURROGATE } from './fold.ts';
import { ARTICLE, addReading, INFLECTION, PREFIX, SUFFIX, type Tokens } from './token-list.ts';

/** Whether the letters after an apostrophe are an ending and not part of the name. */
export function possessives(text: string, start: number, end: number, lang: string): boolean {
  const length = end - start;
  if (length === 1 && (text.charCodeAt(start) | 0x20) === 0x73) return true;
  // Turkish and its neighbours set every ending of a name off by an apostrophe; Finnish and Estonian some.
  return TURKIC.has(lang) && length <= 6;
}

const TURKIC = new Set(['tr', 'az', 'uz', 'tk', 'ku', 'fi', 'et']);

const ELIDED = new Set(
  'l d j m n s t c qu jusqu lorsqu puisqu presqu quoiqu dell nell all sull dall coll un quest quell gl agl degl dagl negl sugl'.split(
    ' ',
  ),
);

/** Whether the letters before an apostrophe are an elided French, Italian or Catalan word. */
export function elisions(text: string, start: number, end: number): boolean {
  return end - start <= 7 && ELIDED.has(foldSpan(text, start, end));
}

const CLITICS = new Set(
  'ها های هایی هایش هایشان ای ام ات اش اند ایم اید ی یی مان تان شان ست است ش م ت را رو'.split(' '),
);

/** Whether the letters after a zero-width non-joiner are a Persian ending. */
export function clitics(text: string, start: number, end: number): boolean {
  return CLITICS.has(foldSpan(text, start, end));
}

/** Languages that write the genitive as -s without an apostrophe. */
const GENITIVE_S = new Set(['de', 'sv', 'da', 'nb', 'nn', 'no']);

/** The last letters of words that have other readings in a language of ASCII letters, as bits by the place in the alphabet, counted from 1. */
export function inflectedLetters(lang: string): number {
  return lang === 'de' ? bitsOf('emnrs') : GENITIVE_S.has(lang) ? bitsOf('s') : 0;
}

function bitsOf(letters: string): number {
  let bits = 0;
  for (let i = 0; i < letters.length; i++) bits |= 1 << (letters.charCodeAt(i) & 31);
  return bits;
}

/** Adds the readings of a token that its letters alone suggest. */
export function otherReadings(tokens: Tokens, token: number): void {
  const unit = FOLD[tokens.text.charCodeAt(tokens.start[token]!)]!;
  if (unit >= 0x0600 && unit < 0x0700) {
    // Persian writes its prepositions apart: بروس is Bruce, not "in Russia".
    if (tokens.lang === 'fa') persianTitle(tokens, token);
    else arabicReadings(tokens, token);
  } else if (unit >= 0x05d0 && unit <= 0x05ea) hebrewReadings(tokens, token);
  else if (unit >= 0x0400 && unit < 0x0500) cyrillicReadings(tokens, token);
  else if (unit < 0x0250 && tokens.lang === 'de') germanReadings(tokens, token);
  else if (unit < 0x0250 && GENITIVE_S.has(tokens.lang)) genitiveReading(tokens, token);
}

const [A, C, E, G, H, I, L, M, N, R, S, V] = [...'aceghilmnrsv'].map((letter) => letter.charCodeAt(0));

/** Adds the reading without -s; returns whether the word ends in one. */
function genitiveReading(tokens: Tokens, token: number, kind = SUFFIX): boolean {
  const end = tokens.end[token]!;
  if (end - tokens.start[token]! < 5 || FOLD[tokens.text.charCodeAt(end - 1)] !== S) return false;
  cut(tokens, token, 0, 1, kind);
  return true;
}

/** German nouns of so many letters are made of others: they stand inside the names of bodies, and may have -es. Surnames are shorter. */
const LEAST_COMPOUND = 10;
/** A shorter word has too little before its ending to tell an adjective by. */
const LEAST_ADJECTIVE = 6;

function germanReadings(tokens: Tokens, token: number): void {
  const { text } = tokens;
  const start = tokens.start[token]!;
  const end = tokens.end[token]!;
  const last = letterAt(text, end - 1);
  const before = letterAt(text, end - 2);
  const isCompound = end - start >= LEAST_COMPOUND;
  if (genitiveReading(tokens, token, isCompound ? INFLECTION : SUFFIX) && isCompound && before === E)
    cut(tokens, token, 0, 2, INFLECTION);
  if (end - start < LEAST_ADJECTIVE) return;
  const isLonger = before === E && (last === N || last === R || last === S || last === M);
  const stem = last === E ? end - 1 : end - 2;
  if (!(last === E || isLonger) || !isAdjective(text, stem)) return;
  const folded = foldSpan(text, start, stem);
  const ending = foldSpan(text, stem, end);
  for (const other of NOMINATIVES)
    if (other !== ending) addReading(tokens, token, start, end, INFLECTION, folded + other);
}

/** How packs write an adjective: after an article and without one. */
const NOMINATIVES = ['e', 'er', 'es'];

/** Whether the letters before `stem` are those by which German makes an adjective: -isch, -lich, -ig, -al, -ell, -är, -iv. */
function isAdjective(text: string, stem: number): boolean {
  const last = letterAt(text, stem - 1);
  const before = letterAt(text, stem - 2);
  const third = letterAt(text, stem - 3);
  if (last === H) {
    const fourth = letterAt(text, stem - 4);
    return before === C && ((third === S && fourth === I) || (third === I && fourth === L));
  }
  if (last === L) return before === A || (before === L && third === E);
  return last === R ? before === A : before === I && (last === G || last === V);
}

function letterAt(text: string, at: number): number {
  return FOLD[text.charCodeAt(at)]!;
}

/** Letters that are written on to the next word: and, so, by/in, for, like. */
const ARABIC_PREFIXES = 'وفبلک';
/** Shorter rests are words of their own. */
const LEAST_REST = 3;

/** Fills the letters of `tokens` with those of one, and returns their number. */
function readLetters(tokens: Tokens, token: number): number {
  const { text, start, end } = tokens;
  const from = start[token]!;
  const to = end[token]!;
  if (tokens.letters.length < (to - from) * MOST_EXPANSION)
    tokens.letters = new Uint16Array((to - from) * MOST_EXPANSION * 2);
  const { letters } = tokens;
  let count = 0;
  for (let i = from; i < to; i++) {
    const value = FOLD[text.charCodeAt(i)]!;
    if (value > LAST_CLASS) letters[count++] = value;
    else if (isLetter(text, i)) {
      const folded = foldSpan(text, from, to);
      for (count = 0; count < folded.length; count++) letters[count] = folded.charCodeAt(count);
      return count;
    }
  }
  return count;
}

/** One presentation form folds to a whole phrase of this length. */
const MOST_EXPANSION = 18;

const [ALEF, LAM, WAW, YE, HE] = ['ا', 'ل', 'و', 'ی', 'ه'].map((letter) => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];

function isArabicPrefix(letter: number): boolean {
  for (let i = 0; i < ARABIC_PREFIXES.length; i++) if (ARABIC_PREFIXES.charCodeAt(i) === letter) return true;
  return false;
}

function hasArticle(letters: Uint16Array, at: number, count: number): boolean {
  return at + 1 < count && letters[at] === ALEF && letters[at + 1] === LAM;
}

function arabicReadings(tokens: Tokens, token: number): void {
  const count = readLetters(tokens, token);
  const { letters } = tokens;
  if (count < LEAST_REST + 1) return;
  if (hasArticle(letters, 0, count) && count >= LEAST_REST + 2) cut(tokens, token, 2, 0, ARTICLE);
  if (isArabicPrefix(letters[0]!)) {
    cut(tokens, token, 1, 0, PREFIX);
    if (hasArticle(letters, 1, count) && count >= LEAST_REST + 3) cut(tokens, token, 3, 0, PREFIX);
    // After "for" the article loses its alef.
    else if (letters[0] === LAM && letters[1] === LAM && count >= LEAST_REST + 2) cutAfterFor(tokens, token, 2, count);
    else if (letters[0] === WAW && isArabicPrefix(letters[1]!)) {
      if (hasArticle(letters, 2, count)) {
        cut(tokens, token, 2, 0, PREFIX);
        cut(tokens, token, 4, 0, PREFIX);
      } else if (letters[1] === LAM && letters[2] === LAM && count >= LEAST_REST + 3)
        cutAfterFor(tokens, token, 3, count);
    }
  }
  const ending = persianEnding(letters, count);
  if (ending > 0 && count >= LEAST_REST + ending) cut(tokens, token, 0, ending, SUFFIX);
  const before = letters[count - 2];
  if (letters[count - 1] === YE && (before === ALEF || before === WAW)) cut(tokens, token, 0, 1, INFLECTION);
}

const SEYYED = [...'سید'].map((letter) => letter.charCodeAt(0));

/** "سیدمحمد": newspapers write the title on to the given name. */
function persianTitle(tokens: Tokens, token: number): void {
  if (FOLD[tokens.text.charCodeAt(tokens.start[token]!)] !== SEYYED[0]) return;
  const count = readLetters(tokens, token);
  if (count >= SEYYED.length + LEAST_REST && SEYYED.every((letter, i) => tokens.letters[i] === letter))
    cut(tokens, token, SEYYED.length, 0, PREFIX);
}

/** "للحرس": the word without its article, and with the article as names have it. */
function cutAfterFor(tokens: Tokens, token: number, prefix: number, count: number): void {
  const word = String.fromCharCode(ALEF, LAM, ...tokens.letters.subarray(prefix, count));
  if (!cut(tokens, token, prefix, 0, PREFIX)) return;
  const { start, end } = tokens.readings.at(-1)!;
  addReading(tokens, token, start, end, PREFIX, word);
}

/** Letters of a Persian plural (ها, های, هایی), and of the ezafe after it. */
function persianEnding(letters: Uint16Array, count: number): number {
  let at = count - 1;
  while (at >= 0 && count - 1 - at < 2 && letters[at] === YE) at--;
  return at > 0 && letters[at] === ALEF && letters[at - 1] === HE ? count + 1 - at : 0;
}

/** The, and, in, to, from, that, as. */
const HEBREW_PREFIXES = 'הובלמשכ';

function hebrewReadings(tokens: Tokens, token: number): void {
  const folded = foldSpan(tokens.text, tokens.start[token]!, tokens.end[token]!);
  if (!HEBREW_PREFIXES.includes(folded[0]!)) return;
  if (folded.length >= LEAST_REST + 1) cut(tokens, token, 1, 0, PREFIX);
  if (folded.length >= LEAST_REST + 2 && HEBREW_PREFIXES.includes(folded[1]!)) cut(tokens, token, 2, 0, PREFIX);
}

/** Case endings of Russian, Ukrainian, Bulgarian and Serbian names, longest first; folded, so that й is и. */
const CYRILLIC_ENDINGS = 'ого ому ой ей ым им ом ем ою ею ов а у е ы и я ю'.split(' ').map(foldText);

function cyrillicReadings(tokens: Tokens, token: number): void {
  const folded = foldSpan(tokens.text, tokens.start[token]!, tokens.end[token]!);
  if (folded.length < LEAST_REST + 1) return;
  const ending = CYRILLIC_ENDINGS.find((each) => folded.endsWith(each) && folded.length >= LEAST_REST + each.length);
  if (ending === undefined) return;
  const stem = folded.slice(0, -ending.length);
  // The name as the pack has it may itself end in a vowel or a soft ending that the case replaced.
  for (const nominative of ['', 'а', 'я', 'и', 'ии']) {
    const name = stem + nominative;
    if (name === folded) continue;
    addReading(tokens, token, tokens.start[token]!, tokens.end[token]!, INFLECTION, name);
  }
}

/** Adds the reading that leaves out so many folded letters at the start and at the end. */
function cut(tokens: Tokens, token: number, atStart: number, atEnd: number, kind: number): boolean {
  const { text } = tokens;
  let start = tokens.start[token]!;
  let end = tokens.end[token]!;
  for (let left = atStart; left > 0 && start < end; start++) if (isLetter(text, start)) left--;
  while (start < end && !isLetter(text, start)) start++;
  for (let left = atEnd; left > 0 && end > start; end--) if (isLetter(text, end - 1)) left--;
  while (end > start && !isLetter(text, end - 1)) end--;
  if (start < end) addReading(tokens, token, start, end, kind);
  return start < end;
}

/** Whether the unit at an offset leaves something when it is folded. */
function isLetter(text: string, at: number): boolean {
  const value = FOLD[text.charCodeAt(at)]!;
  return value > LAST_CLASS || value === EXPAND || value === CHARACTER || value === SURROGATE;
}
