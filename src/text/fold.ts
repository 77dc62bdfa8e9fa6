/**
 * The fold table: one UTF-16 unit in, one folded unit or a class out.
 *
 * Matching reads text through this table and through nothing else, so two spellings are equal exactly when their letters
 * fold to the same units. Units are dropped or replaced one for one, never moved: offsets into the original text need no map.
 */

/** Ends a token. */
export const SEPARATOR = 0;
/** Leaves no trace: combining marks, joiners, tatweel, soft hyphen, bidi controls. */
export const DROP = 1;
/** Folds to more than one unit: `expansionOf` has them. */
export const EXPAND = 2;
/** Half of a supplementary character. */
export const SURROGATE = 3;
/** A character of a script written without spaces: a token by itself, folded to itself. */
export const CHARACTER = 4;
export const APOSTROPHE = 5;
export const DOT = 6;
export const AT = 7;
export const HASH = 8;
export const COLON = 9;
/** Zero-width non-joiner: dropped, and the place where Persian joins its clitics. */
export const NON_JOINER = 10;
/** Voiced and half-voiced sound marks of kana: part of the character before. */
export const VOICING = 11;
/** Table values above this are folded units; up to it, classes. */
export const LAST_CLASS = 15;

/** Letters that Unicode does not decompose, and spellings of one Arabic letter by different keyboards. */
const LETTERS: Record<string, string> = {
  ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ŋ: 'n', ĸ: 'k', ə: 'a', ƒ: 'f', ɓ: 'b', ɗ: 'd', ƙ: 'k',
  ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th',
  ς: 'σ', ґ: 'г', є: 'е', і: 'и', ј: 'и',
  ك: 'ک', ڪ: 'ک', ي: 'ی', ى: 'ی', ې: 'ی', ے: 'ی', ئ: 'ی', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و', ۆ: 'و', ۇ: 'و',
  ة: 'ه', ۀ: 'ه', ہ: 'ه', ھ: 'ه', ە: 'ه', ۂ: 'ه', ء: '', ـ: '',
  ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ',
}; // biome-ignore format: a table reads better in rows

const CLASSES: [number, string][] = [
  [APOSTROPHE, "'’‘`´ʼʻ′＇׳״"],
  [DOT, '.．'],
  [AT, '@＠'],
  [HASH, '#＃'],
  [COLON, ':'],
  [NON_JOINER, '\u200c'],
  [VOICING, '\u3099\u309a\uff9e\uff9f'],
  [DROP, '\u00ad\u200b\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeffʾʿʹʺˈ'],
];

/** Scripts without spaces between words, and Hangul, whose particles are written on to the word. */
const CHARACTER_RANGES: [number, number][] = [
  [0x0e00, 0x0eff], // Thai, Lao
  [0x1000, 0x109f], // Myanmar
  [0x1780, 0x17ff], // Khmer
  [0x3005, 0x3007],
  [0x3040, 0x30fa], // kana
  [0x30fc, 0x30ff],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3], // Hangul syllables
];

/** Blocks that hold letters to fold one by one; the rest of the plane is characters, surrogates, or left as it is. */
const LETTER_RANGES: [number, number][] = [
  [0x0000, 0x0dff],
  [0x0f00, 0x0fff],
  [0x10a0, 0x177f],
  [0x1800, 0x2fff],
  [0x3100, 0x31ef],
  [0xa000, 0xabff],
  [0xf900, 0xffff],
];

/** Marks that readers leave out: accents, Hebrew points, Arabic vowels, variation selectors. Marks of Indic scripts are letters. */
const DROPPED_MARKS: [number, number][] = [
  [0x0300, 0x036f],
  [0x0483, 0x0487],
  [0x0591, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06ed],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
];

/** What a unit is apart from its letter, in a table: while the fold table is made thousands are asked. */
const DROPPED_MARK = 1;
const WRITTEN_ALONE = 2;
const kinds = new Uint8Array(0x10000);
for (const [from, to] of DROPPED_MARKS) kinds.fill(DROPPED_MARK, from, to + 1);
for (const [from, to] of CHARACTER_RANGES) kinds.fill(WRITTEN_ALONE, from, to + 1);

/** Runs of letters and marks, and of decimal digits, which stand in runs of ten, in order, in every block. */
const RUNS = /[\p{L}\p{M}]+|\p{Nd}+/gu;
const DIGIT = /^\p{Nd}/u;
/** Ends each letter of a run: nothing is composed or reordered over it. */
const END = '\0';
/** Letters about which the platform is asked at once: in most stretches of so many nothing is to be folded. */
const STRETCH = 64;

/** Once more small: what a letter is composed of may be capital (ℂ). */
function decomposed(letters: string): string {
  return letters.toLowerCase().normalize('NFKD').toLowerCase();
}

/** Every worker makes the table when it starts, and nothing of it has been compiled then: so the platform does what it can, and units are looked at one by one
 * where some of their stretch change. */
function build(): { table: Uint16Array; expansions: ReadonlyMap<number, string> } {
  const expansions = new Map<number, string>();
  const table = new Uint16Array(0x10000);
  const units = new Uint16Array(0x10000);
  const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  const set = (unit: number, folded: string) => {
    if (folded.length === 0) table[unit] = DROP;
    else if (folded.length === 1 && kinds[folded.charCodeAt(0)] !== WRITTEN_ALONE) table[unit] = folded.charCodeAt(0);
    else {
      // Half-width kana too: a token each, as the letters that they stand for.
      table[unit] = EXPAND;
      expansions.set(unit, folded);
    }
  };
  for (const [from, to] of LETTER_RANGES) {
    for (let unit = from; unit <= to; unit++) units[unit] = unit;
    const text = decoder.decode(units.subarray(from, to + 1));
    for (const { 0: run, index } of text.matchAll(RUNS)) {
      if (DIGIT.test(run)) {
        for (let i = 0; i < run.length; i++) table[from + index + i] = 0x30 + (i % 10);
        continue;
      }
      for (let at = 0; at < run.length; at += STRETCH) {
        const letters = run.slice(at, at + STRETCH);
        const first = from + index + at;
        table.set(units.subarray(first, first + letters.length), first);
        if (decomposed(letters) === letters) continue;
        const folded = decomposed(letters.split('').join(END)).split(END);
        for (let i = 0; i < letters.length; i++) if (folded[i] !== letters[i]) set(first + i, lettersOf(folded[i]!));
      }
    }
  }
  for (const [from, to] of DROPPED_MARKS)
    for (let unit = from; unit <= to; unit++) if (table[unit]! > LAST_CLASS) table[unit] = DROP;
  for (const [letter, folded] of Object.entries(LETTERS)) set(letter.charCodeAt(0), folded);
  for (const [from, to] of CHARACTER_RANGES) table.fill(CHARACTER, from, to + 1);
  table.fill(SURROGATE, 0xd800, 0xe000);
  for (const [value, chars] of CLASSES) for (const char of chars) table[char.charCodeAt(0)] = value;
  return { table, expansions };
}

function lettersOf(decomposed: string): string {
  if (decomposed.length === 1 && kinds[decomposed.charCodeAt(0)] === 0 && decomposed !== ' ')
    return LETTERS[decomposed] ?? decomposed;
  let folded = '';
  for (const base of decomposed)
    if (base !== ' ' && kinds[base.charCodeAt(0)] !== DROPPED_MARK) folded += LETTERS[base] ?? base;
  return folded;
}

const TABLES = build();

/** Folded unit or class of each UTF-16 unit. */
export const FOLD: Uint16Array = TABLES.table;

/** Folded units of a unit whose table value is `EXPAND`. */
export function expansionOf(unit: number): string {
  return TABLES.expansions.get(unit) ?? '';
}

/** Folded letters of a whole text. */
export function foldText(text: string): string {
  return foldSpan(text, 0, text.length);
}

/** V8 keeps the whole text alive for a slice of this length or more, and what is folded is often kept longer than its page. */
const LEAST_KEPT_SLICE = 13;

/** Folded letters of `text` between two UTF-16 offsets; classes other than letters and characters leave no trace. */
export function foldSpan(text: string, start: number, end: number): string {
  if (end - start < LEAST_KEPT_SLICE) {
    let same = true;
    let ascii = true;
    let plain = true;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      const value = FOLD[unit]!;
      if (value <= LAST_CLASS) plain = false;
      if (value !== unit) same = false;
      if (unit > 0x7f) ascii = false;
    }
    if (plain && same) return text.slice(start, end);
    if (plain && ascii) return text.slice(start, end).toLowerCase();
  }
  let folded = '';
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const value = FOLD[unit]!;
    if (value > LAST_CLASS) folded += String.fromCharCode(value);
    else if (value === EXPAND) folded += expansionOf(unit);
    else if (value === CHARACTER) folded += text[i];
    else if (value === VOICING) folded = folded.slice(0, -1) + voiced(folded.slice(-1), unit);
    else if (value === SURROGATE) {
      const styled = styledLetter(text, i);
      folded += styled || text[i];
      if (styled) i++;
    }
  }
  return folded;
}

/** A kana with the sound mark that follows it, of full or half width, as one character; '' when there is none. */
function voiced(kana: string, mark: number): string {
  const full = mark > 0xff00 ? mark - 0xff9e + 0x3099 : mark;
  return (kana + String.fromCharCode(full)).normalize('NFC').charAt(0);
}

/** The plain letter of a "mathematical" bold or script letter, as posts use them for emphasis; '' for anything else. */
export function styledLetter(text: string, at: number): string {
  const point = text.codePointAt(at)!;
  if (point < 0x1d400 || point > 0x1d7ff) return '';
  const value = FOLD[String.fromCodePoint(point).normalize('NFKD').charCodeAt(0)]!;
  return value > LAST_CLASS ? String.fromCharCode(value) : '';
}
