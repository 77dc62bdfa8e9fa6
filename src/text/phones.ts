/**
 * A token as a sequence of sounds that romanisations write in different ways: `kh`, `sh`, `ou`, `ee` are one symbol each (`sound-codes.ts`), double
 * consonants are single. `distance.ts` compares these, so that "q = gh" costs little and "b = g" a lot.
 */
import { isAbjad, romanise, withoutArticle } from './romanise.ts';
import { CLASS_BIT, codeOf, HIATUS, LONG_A, SYMBOLS, VOWEL } from './sound-codes.ts';
import { dropOf } from './sound-costs.ts';
import { ABJAD, ARTICLE, DROP_SHIFT, HEAD, NO_SOUNDS, reserveSounds, type Sounds } from './sound-list.ts';
import { LONGEST, MOST_SOUNDS, type SpokenWord } from './sound-scratch.ts';

/** Longest first; `ts` and `ks` are two sounds. */
const SOUNDS: [string, string][] = [
  ['shch', 'S'],
  ['aei', 'E'],
  ['aee', 'E'],
  ['ayi', 'E'],
  ['eyi', 'E'],
  ['tsch', 'C'],
  ['tz', 'ts'],
  ['sch', 'S'],
  ['tch', 'C'],
  ['dzh', 'j'],
  ['kh', 'X'],
  ['gh', 'G'],
  ['sh', 'S'],
  ['ch', 'C'],
  ['th', 'T'],
  ['dh', 'D'],
  ['zh', 'Z'],
  ['cz', 'C'],
  ['tj', 'C'],
  ['dj', 'j'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['oo', 'u'],
  ['ou', 'u'],
  ['ee', 'i'],
  ['ii', 'i'],
  ['iy', 'i'],
  ['ei', 'E'],
  ['ai', 'E'],
  ['ay', 'E'],
  ['ey', 'E'],
  ['aj', 'E'],
  ['ej', 'E'],
  ['ae', 'e'],
  ['oe', 'o'],
  ['ue', 'u'],
  ['au', 'O'],
  ['aw', 'O'],
  ['aa', 'a'],
  ['x', 'ks'],
];
interface Group {
  letters: number[];
  sounds: number[];
  /** A diphthong of two letters, which the second may not be if it begins the next syllable. */
  glides: boolean;
}
const codesOf = (text: string) => Array.from(text, codeOf);
/** By first letter. */
const GROUPS: readonly (readonly Group[] | undefined)[] = Array.from({ length: SYMBOLS }, (_, first) => {
  const own = SOUNDS.filter(([letters]) => codeOf(letters) === first);
  if (own.length === 0) return undefined;
  return own.map(([letters, sounds]) => ({
    letters: codesOf(letters),
    sounds: codesOf(sounds),
    glides: sounds === 'E' && letters.length === 2,
  }));
});

const [A, C, D, E, H, I, J, K, L, N, O, Q, R, S, T, U, W, Y] = codesOf('acdehijklnoqrstuwy') as [
  number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number, number,
]; // biome-ignore format: one each
const [HIATUS_CODE, LONG_A_CODE, FRONT, BACK, SOFT_C, HARD_C, CH] = codesOf(`${HIATUS}${LONG_A}EOPQC`) as [
  number, number, number, number, number, number, number,
]; // biome-ignore format: one each

/** Adds the sounds of a folded token, and returns their offset or `NO_SOUNDS`. */
export function addSounds(sounds: Sounds, folded: string): number {
  const { word } = sounds.scratch;
  const latin = romanise(folded);
  const letters = latin.length;
  if (letters === 0 || letters > LONGEST || folded.length > MOST_SOUNDS) return NO_SOUNDS;
  for (let i = 0; i < letters; i++) {
    const unit = latin.charCodeAt(i);
    // A Latin letter that no table here turns into sounds.
    if (unit >= SYMBOLS) return NO_SOUNDS;
    word.roman[i] = unit;
  }
  const abjad = isAbjad(folded);
  let others = 0;
  if (abjad) readLetters(word, folded);
  else {
    readRoman(word, letters);
    others = speak(word, letters);
  }
  let classes = 0;
  for (let i = 0; i < word.count; i++) classes |= CLASS_BIT[word.codes[i]!]!;
  if (!abjad) joinSibilants(word);
  if (word.count > MOST_SOUNDS || others > MOST_SOUNDS) return NO_SOUNDS;
  reserveSounds(sounds);
  const { units } = sounds;
  const offset = sounds.length;
  const bare = withoutArticle(folded);
  units[offset] = letters | (abjad ? ABJAD : 0);
  units[offset + 1] = classes;
  units[offset + 2] = word.count | ((abjad ? word.count : others) << 8);
  let to = offset + HEAD;
  for (let i = 0; i < word.count; i++)
    units[to++] = word.codes[i]! | (dropOf(word.codes, word.count, i, abjad, false) << DROP_SHIFT);
  if (abjad)
    for (let i = 0; i < word.count; i++)
      units[to++] = word.codes[i]! | (dropOf(word.codes, word.count, i, true, true) << DROP_SHIFT);
  else
    for (let i = 0; i < others; i++)
      units[to++] = word.apart[i]! | (dropOf(word.apart, others, i, false, true) << DROP_SHIFT);
  for (let i = 0; i < letters; i++) units[to++] = word.roman[i]!;
  sounds.length = to;
  if (bare !== '' && addSounds(sounds, bare) !== NO_SOUNDS) sounds.units[offset]! |= ARTICLE;
  return offset;
}

function isRomanVowel(letter: number): boolean {
  return letter === A || letter === E || letter === I || letter === O || letter === U;
}

/** Fills `codes` from `roman`. */
function readRoman(word: SpokenWord, letters: number): void {
  word.count = 0;
  for (let i = 0; i < letters; ) {
    const letter = word.roman[i]!;
    const group = groupAt(word, letters, i);
    if (group !== undefined) {
      i += group.letters.length;
      if (group.sounds.length === 1) push(word, group.sounds[0]!);
      else for (const sound of group.sounds) word.codes[word.count++] = sound;
      continue;
    }
    const next = i + 1 < letters ? word.roman[i + 1]! : 0;
    i++;
    if (letter === Q && next === U && i + 1 < letters && isRomanVowel(word.roman[i + 1]!)) {
      i++;
      push(word, K);
    } else if (letter === C) push(word, next === E || next === I || next === Y ? SOFT_C : HARD_C);
    else if (letter === Y) push(word, isRomanVowel(next) ? Y : I);
    else push(word, letter);
  }
}

/** Double consonants are single. */
function push(word: SpokenWord, code: number): void {
  if (word.count > 0 && code === word.codes[word.count - 1] && VOWEL[code] === 0 && !(code >= 0x30 && code <= 0x39))
    return;
  word.codes[word.count++] = code;
}

function groupAt(word: SpokenWord, letters: number, at: number): Group | undefined {
  const groups = GROUPS[word.roman[at]!];
  if (groups === undefined) return undefined;
  for (const group of groups) {
    const { length } = group.letters;
    if (at + length > letters) continue;
    let same = 1;
    while (same < length && word.roman[at + same] === group.letters[same]) same++;
    if (same < length || (group.glides && beginsSyllable(word, letters, at + 1))) continue;
    return group;
  }
  return undefined;
}

/** Half-vowels begin the next syllable, and make no diphthong with the vowel before them, when a vowel follows. */
function beginsSyllable(word: SpokenWord, letters: number, glide: number): boolean {
  return (
    (word.roman[glide] === Y || word.roman[glide] === J) && glide + 1 < letters && isRomanVowel(word.roman[glide + 1]!)
  );
}

/** `ts` is one sound, but where a vowel may stand between. */
function joinSibilants(word: SpokenWord): void {
  let to = 0;
  for (let i = 0; i < word.count; i++) {
    if (word.codes[i] === T && i + 1 < word.count && word.codes[i + 1] === S) {
      word.codes[to++] = C;
      i++;
    } else word.codes[to++] = word.codes[i]!;
  }
  word.count = to;
}

/**
 * Fills `apart` from `codes`, for comparison with a script without vowels: t and s apart, diphthongs as a vowel and a half-vowel, and what spelling says
 * of the rest. Returns the number of sounds.
 */
function speak(word: SpokenWord, letters: number): number {
  let others = 0;
  for (let i = 0; i < word.count; i++) {
    const code = word.codes[i]!;
    if (code === FRONT) {
      // A last -ei or -ai is two vowels, and what parts them is written: Khamenei. (Not so -ey and -ay: Casey.)
      const before = word.roman[letters - 2]!;
      if (i === word.count - 1 && letters > 1 && word.roman[letters - 1] === I && (before === A || before === E)) {
        word.apart[others++] = before;
        word.apart[others++] = HIATUS_CODE;
        word.apart[others++] = I;
      } else {
        word.apart[others++] = E;
        word.apart[others++] = Y;
      }
    } else if (code === BACK) {
      word.apart[others++] = A;
      word.apart[others++] = W;
    } else word.apart[others++] = code;
  }
  if (endsInLongA(word, letters)) lengthen(word, others);
  return others;
}

/** -ame, -aker: an a between one consonant before it and one behind it, and an e that is the last letter or the last but one. */
function endsInLongA(word: SpokenWord, letters: number): boolean {
  const last = word.roman[letters - 1]!;
  const at = last === E ? letters - 3 : isFaintEnd(last) ? letters - 4 : 0;
  if (at < 1) return false;
  const after = word.roman[at + 1]!;
  return (
    word.roman[at] === A &&
    word.roman[at + 2] === E &&
    !isRomanVowel(word.roman[at - 1]!) &&
    !isRomanVowel(after) &&
    after !== H &&
    after !== Y
  );
}

function isFaintEnd(letter: number): boolean {
  return letter === S || letter === R || letter === Y || letter === D || letter === N;
}

/** Makes the a of such an ending long in `apart`. */
function lengthen(word: SpokenWord, others: number): void {
  for (const at of [others - 4, others - 3]) {
    if (at < 0 || word.apart[at] !== A || word.apart[at + 2] !== E) continue;
    const after = word.apart[at + 1]!;
    if (isRomanVowel(after) || after === W || after === Y) continue;
    const last = word.apart[others - 1]!;
    if (at === others - 4 && !(last >= 0x61 && last <= 0x7a)) continue;
    word.apart[at] = LONG_A_CODE;
    return;
  }
}

const AIN = 'ع';
/** Sounds of the Latin letters of one letter. */
const DIGRAPHS: Record<string, string> = { kh: 'X', gh: 'G', sh: 'S', ch: 'C', zh: 'Z', dh: 'D', th: 'T' };

/**
 * Fills `codes` letter by letter: what stands side by side may have a vowel between, so doubles stay, except of l (the article and its noun, and the
 * name of God).
 */
function readLetters(word: SpokenWord, folded: string): void {
  word.count = 0;
  for (const letter of folded) {
    const latin = romanise(letter);
    const symbol = letter === AIN ? HIATUS : (DIGRAPHS[latin] ?? latin);
    const last = word.count > 0 ? word.codes[word.count - 1]! : 0;
    if (symbol === 'S' && last === T) word.codes[word.count - 1] = CH;
    else if (symbol !== 'l' || last !== L)
      for (let i = 0; i < symbol.length; i++) word.codes[word.count++] = symbol.charCodeAt(i);
  }
}
