/** What the words beside a name make of it, by the classes that packs carry of words (`word-classes.ts`). */
import { foldText } from '../../text/fold.ts';
import { hashFolded } from '../../text/token-list.ts';
import { type Block, type Hit, isCapitalised, isCaseless, isNextWord } from '../blocks.ts';
import { isTitle, wordAt } from '../context.ts';
import { isHeadline } from '../headline.ts';
import { findToken, foldedOf, isPerson, type MatchIndex, tokenAt } from '../name-index/read.ts';
import { classesOf, isOfClassByHash, WORD_CLASSES as OF, type WordClass } from '../name-index/word-classes.ts';

type Indexes = readonly MatchIndex[];
type Span = Pick<Hit, 'from' | 'to' | 'start' | 'end'>;

/** What Arabic writes before a word, and endings: of a plural in Persian, of a woman. */
const AROUND = /^(?:[وف]?[بك]?ال|[وف]?لل?|[وب])(?=.{3})|(?<=.{3})(?:ها(?:ی)?|ا)$/gu;
const FEMININE = /(?:in|e|a|ه)$/;

/** Classes of a folded word, without what is written on to it in Arabic and Persian, as a trade also without the ending of a woman. */
export function classesOfWord(indexes: Indexes, word: string): number {
  const found = classesOf(indexes, hashFolded(word));
  if (found !== 0) return found;
  const bare = CASELESS.test(word) ? word.replace(AROUND, '') : word;
  const classes = bare === word ? 0 : classesOf(indexes, hashFolded(bare));
  if (classes !== 0 || !FEMININE.test(bare)) return classes;
  return classesOf(indexes, hashFolded(bare.replace(FEMININE, ''))) & OF.trade;
}

const CASELESS = /^\p{Lo}/u;

/** Whether the word at a token is of a class as it stands, by its hash. */
export function isOfClass(indexes: Indexes, { hash }: Block, token: number, name: WordClass): boolean {
  return isOfClassByHash(indexes, hash[token]!, name);
}

export function isWordOfClass(indexes: Indexes, folded: string, name: WordClass): boolean {
  return isOfClassByHash(indexes, hashFolded(folded), name);
}

/** "ملانیا X": without capitals a given name before a surname is known by the words of packs alone. What is definite says who somebody is. */
export function isGivenBefore(indexes: Indexes, block: Block, from: number): boolean {
  const before = from - 1;
  if (!isNextWord(block, before) || !isCaseless(block.text, block.start[from]!) || isTitle(block, before)) return false;
  const word = wordAt(block, before);
  // "سعيد بن X"
  if (word === 'بن')
    return isNextWord(block, before - 1) && indexes.some((index) => isGivenIn(index, block, before - 1));
  return !word.startsWith('ال') && (classesOfWord(indexes, word) & OF.given) !== 0;
}

/** كلاوس is Klaus, and no ك before لاوس. */
export function isGivenWithItsFirstLetter(indexes: Indexes, block: Block, { from, to, start }: Span): boolean {
  return from === to && start === block.start[from]! + 1 && isOfClass(indexes, block, from, 'given');
}

/** Whether a person of the index has a name of two words or more that begins with the word. */
export function isGivenIn(index: MatchIndex, block: Block, token: number): boolean {
  const word = wordAt(block, token);
  const id = findToken(index, block.hash[token]!, () => word);
  if (id < 0 || foldedOf(index, id) !== word) return false;
  for (let name = index.first[id]!; name < index.first[id + 1]!; name++)
    if (isPerson(index, name) && tokenAt(index, name, 1) >= 0) return true;
  return false;
}

/** "X & Daughters" */
const HEIRS_AFTER =
  /^-Apotheke|^ (?:&|and|und|et|y) (?:Daughters?|Sons?|Bro(?:ther)?s|Töchter|Söhne|Fils|Filles?|Hij[oa]s)(?!\p{L})/u;
/** Words of the name of a shop or club between. */
const MOST_OF_SHOP = 2;

/** Whether a shop or a club bears the name, by what stands after it with a capital: "X Bikes", "X Cycling Club". */
export function isShopAfter(indexes: Indexes, block: Block, { to, end }: Pick<Span, 'to' | 'end'>): boolean {
  if (end < block.end[to]!) return false;
  if (HEIRS_AFTER.test(block.text.slice(end, end + LONGEST_SHOP))) return true;
  for (let token = to + 1; token <= to + 1 + MOST_OF_SHOP; token++) {
    if (!isNextWord(block, token - 1) || !isCapitalised(block, token)) return false;
    if (block.text[block.end[token - 1]!] !== ' ') return false;
    // Clubs and choirs have further words in their names.
    if (isOfClass(indexes, block, token, 'shop'))
      return token === to + 1 || isOfClass(indexes, block, token, 'bodyAfter');
  }
  return false;
}

const LONGEST_SHOP = 24;

/** "X, the parrot" */
const NOUN_AFTER = /^,? (?:the|die|der|das|la|le|el) (\p{L}+)(?: (\p{L}+))?/u;

export function isAnimalAfter(indexes: Indexes, after: string): boolean {
  const words = NOUN_AFTER.exec(after)?.slice(1) ?? [];
  return words.some((word) => word && isWordOfClass(indexes, foldText(word), 'animal'));
}

/** The name is the beginning of the name of something else: "X International Airport". */
export function continuesAsOther(indexes: Indexes, block: Block, to: number): boolean {
  return isNextWord(block, to) && isCapitalised(block, to + 1) && isOfClass(indexes, block, to + 1, 'placeHead');
}

/** A headline, but no sentence in which nearly all words are names. */
export function isTitleLine(block: Block): boolean {
  return isHeadline(block) && !/[.!?…]["'”’»)]*\s*$/.test(block.text);
}

/** Words of a longer name between what it is called after and what it is. */
const MOST_BETWEEN = 3;

/**
 * Whether capitals after a name go on to what is called after it: "X Childhood Project", "X Bar Association"; in German over hyphens („X-Brücke“).
 * A possessive closes the name: "X's Project" is X's.
 */
export function isInLongerName(indexes: Indexes, block: Block, { from, to, end }: Span, person: boolean): boolean {
  if (!isNextWord(block, to) || isTitleLine(block)) return false;
  // "John F. Kennedy airport"
  if (person && to > from && end === block.end[to] && isOfClass(indexes, block, to + 1, 'placeHead')) return true;
  const wanted = person ? OF.headAfter : OF.bodyAfter;
  const hyphened = isHyphen(block, to);
  if (block.nouns ? !hyphened : hyphened || end < block.end[to]!) return false;
  for (let token = to + 1; token <= to + 1 + MOST_BETWEEN && isNextWord(block, token - 1); token++) {
    const isBinding = token > to + 1 && wordAt(block, token) === 'of';
    if (!(isBinding || isCapitalised(block, token)) || isHyphen(block, token - 1) !== hyphened || isTitle(block, token))
      return false;
    if ((classesOf(indexes, block.hash[token]!) & wanted) !== 0) return true;
  }
  return false;
}

/**
 * Whether what is called after persons stands before the name of one, with a title or such an adjective between: "lycée X", "centre culturel X", "جائزة X",
 * "بیمارستان امام X".
 */
export function followsHead(indexes: Indexes, block: Block, { from }: Pick<Span, 'from'>): boolean {
  const isHead = (token: number) =>
    isNextWord(block, token) && (classesOfWord(indexes, wordAt(block, token)) & OF.headBefore) !== 0;
  if (isHead(from - 1)) return true;
  if (!isNextWord(block, from - 1)) return false;
  return (isTitle(block, from - 1) || isOfClass(indexes, block, from - 1, 'pastime')) && isHead(from - 2);
}

const NAMED =
  'called|named|titled|entitled|dubbed|known as|namens|genannt|heißt|mit (?:dem )?(?:Namen|Titel)|appelée?|nommée?|baptisée?|intitulée?|du nom de|llamad[oa]|titulad[oa]|de nombre|باسم|اسمها?|تسمى|بعنوان|به نام|با نام|موسوم به';
const QUOTE = '["“„«‘\'‹][ \u00a0\u202f]?';
const OPEN = `(?:${QUOTE})?(?:L[ae]s? |Zu[mr] |D(?:er|ie|as) |The |El |Los |[dL]['’]|ال)?`;
const INDEFINITE = '(?:an?|eine?|une?|una?|یک)';
const ARTICLE = "(?:an?|the|eine?|die|der|das|une?|le|la|l['’]|una?|el|یک)";
/** Things of two words, of which each alone is another's. */
const PHRASES =
  '(?:three|four|five)-piece|(?:video ?|board |card )games?|[bB]-sides?|plug-in|(?:five-a-side|bowls|quiz) team|jeu vidéo|trois-mâts|گروه (?:موسیقی|تئاتر|نمایش)|بازی رایانه‌ای|فرقة (?:موسيقية|مسرحية|غنائية)';

/** "a band from Leeds called the X", "der Roman „X“": the words before; without "called" the thing stands beside the name, in quotation marks or not. */
const CALLED = `(?:${NAMED}) (?:${ARTICLE} )?${OPEN}$`;
const IS_CALLED = new RegExp(CALLED, 'u');
const CALLED_BEFORE = new RegExp(`((?:[^\\s.;:!?]+ ){1,5})${CALLED}`, 'u');
const WORD_BEFORE = new RegExp(`([^\\s.,;:!?]+) ${OPEN}$`, 'u');
const PHRASE_BEFORE = new RegExp(
  `(?<!\\p{L})(?:${PHRASES})(?:(?: [^\\s.;:!?]+){0,4} (?:${NAMED}))? ${OPEN}$|(?:[Aa]lbum|[Ss]ingle|EP|disco), ${OPEN}$`,
  'u',
);
/** After such a word it is a verb, or begins a clause without a name: "would bar X from", "the apps X has". */
const VERB_BEFORE = /(?<!\p{L})(?:to|will|would|can|could|may|might|must|should|shall|not) \S+ \S*$/u;
const QUOTED = new RegExp(`${QUOTE}(?:\\p{L}+ )?$`, 'u');
/** Things told by how they end: „Ausflugsschiff“. */
const ENDINGS = /\p{Ll}(?:schiff|boot|verein|klub|band|chor|sorte|restaurant)$/u;

/** A word of a thing as it is written inside a sentence: a Roman is no novel. */
function isThing(indexes: Indexes, { nouns }: Block, word: string, first: boolean): boolean {
  const bare = word.replace(/^[^\p{L}]+|[^\p{L}]+$|^[dl]['’]/gu, '');
  if (!nouns && !first && /^\p{Lu}/u.test(bare)) return false;
  return (nouns && ENDINGS.test(bare)) || (classesOfWord(indexes, foldText(bare)) & OF.thing) !== 0;
}

/** "société de pêche X", "گروه رقص X": those who meet for a pastime. */
const CLUB_BEFORE =
  /(?<!\p{L})(?:clubs?|compagnie|sociét[ée]|troupe|cercle|amicale|group(?:e|ement)?|compañía|sociedad|grupo|peña|asociación|society|company|گروه|انجمن|باشگاه|فرقة|جمعية|نادي) (?:de |d['’]|of )?(\p{L}+)(?: \p{L}+){0,2} $/iu;
/** "کشتی تفریحی X": an adjective between. */
const THING_THEN_ADJECTIVE = /(?<!\p{L})([\p{Lo}\u200c]+) [\p{Lo}\u200c]{2,}(?:ی|ية) $/u;

/** Whether the text before a name is of a thing that bears it. `state`: who reads "the films X bans" means the state. */
export function isThingBefore(indexes: Indexes, block: Block, before: string, state: boolean): boolean {
  if (PHRASE_BEFORE.test(before)) return true;
  const pastime = CLUB_BEFORE.exec(before)?.[1];
  if (pastime && (classesOfWord(indexes, foldText(pastime)) & (OF.pastime | OF.life)) !== 0) return true;
  const thing = state ? undefined : THING_THEN_ADJECTIVE.exec(before)?.[1];
  if (thing && isThing(indexes, block, thing, false)) return true;
  // Few names are called so, and looking for the words before tries each letter.
  const called = IS_CALLED.test(before) ? CALLED_BEFORE.exec(before)?.[1] : undefined;
  if (called?.split(' ').some((word) => isThing(indexes, block, word, false))) return true;
  const found = WORD_BEFORE.exec(before);
  if (found === null || (state && !QUOTED.test(before)) || VERB_BEFORE.test(before)) return false;
  const first = /(?:^|[.!?] )$/.test(before.slice(0, found.index));
  return isThing(indexes, block, found[1]!, first);
}

/** "X, a punk band from Leeds": the words after the article. */
const THING_AFTER = new RegExp(
  `^["”“»’'›]?[,،]? (?:is |was |ist |est |es )?${ARTICLE} ((?:[^\\s,.;:]+(?: |$|(?=[,.;:]))){1,4})`,
  'u',
);
const PHRASE = new RegExp(`(?<!\\p{L})(?:${PHRASES})(?!\\p{L})`, 'u');

/** Whether the text after a name says that a thing bears it. */
export function isThingAfter(indexes: Indexes, block: Block, after: string): boolean {
  const said = THING_AFTER.exec(after)?.[1];
  if (said === undefined) return false;
  return PHRASE.test(said) || said.split(' ').some((word) => isThing(indexes, block, word, false));
}

/** Trades of two words. */
const TRADES = '(?:taxi|bus|lorry) driver|chauffeur de (?:bus|taxi)|حارس المرمى|راننده (?:تاکسی|اتوبوس)';
/** "the winger X": the trade directly before; in Arabic letters a word or two may stand between. */
const TRADE_BEFORE = [
  new RegExp(`(?<![\\p{L}-])(${TRADES}|[\\p{L}\u200c]+)،? $`, 'u'),
  /(?<![\p{L}-])([\p{L}\u200c]+)(?: [\u0600-\u06ff\u200c]+)?،? $/u,
  /(?<![\p{L}-])([\p{L}\u200c]+)(?: [\u0600-\u06ff\u200c]+){2}، $/u,
];
const AGE = '(?:de )?\\p{Nd}\\p{Nd}(?:-?jährige?r?| ans| Jahre alt| años| years old| ?ساله| عاما?ً?| سنة)?[,،]? ';
/** "X, 24, goalkeeper", „X, 41, Dachdecker aus“, "X, a retired dentist". */
const TRADE_AFTER = new RegExp(
  `^ ?[,،] (?:${AGE})?(?:(${INDEFINITE}) )?(${TRADES}|[\\p{L}\u200c'’-]+)((?: [\\p{L}\u200c'’-]+){0,2})`,
  'u',
);

/** A folded trade beside the name of a person, by the text before and after it. */
export function tradeBeside(indexes: Indexes, block: Block, before: string, after: string): string | undefined {
  for (const pattern of TRADE_BEFORE) {
    const found = pattern.exec(before);
    const first = found !== null && /(?:^|[.!?] )$/.test(before.slice(0, found.index));
    const trade = found && tradeOf(indexes, block, found[1]!, first);
    if (trade) return /hunger[ -]\S+ $/.test(before) ? undefined : trade;
  }
  const found = TRADE_AFTER.exec(after);
  if (found === null) return undefined;
  const [, indefinite, word, more] = found;
  const words = indefinite === undefined ? [word!] : [word!, ...more!.trim().split(' ')];
  for (const each of words) {
    const trade = tradeOf(indexes, block, each, false);
    if (trade) return trade;
  }
  return undefined;
}

const TRADE = new RegExp(`^(?:${TRADES})$`, 'u');

/** A word of a trade, folded, as it is written inside a sentence: Baker is a name. */
function tradeOf(indexes: Indexes, { nouns }: Block, word: string, first: boolean): string | undefined {
  if (TRADE.test(word)) return foldText(word);
  if (!first && nouns !== /^\p{Lu}/u.test(word) && !CASELESS.test(word)) return undefined;
  const folded = foldText(word);
  return (classesOfWord(indexes, folded) & OF.trade) === 0 ? undefined : folded;
}

/** How many different words of these classes stand in the sentence of a name, within so many UTF-16 units of it. */
export function lifeBeside(
  indexes: Indexes,
  block: Block,
  { from, to, start, end }: Span,
  within: number,
  classes: number,
): number {
  const found = new Set<number>();
  const { text, hash } = block;
  const look = (token: number) => {
    if ((classesOfToken(indexes, block, token) & classes) !== 0) found.add(hash[token]!);
  };
  for (let token = from - 1; token >= 0 && block.end[token]! > start - within; token--) {
    if (SENTENCE_END.test(text.slice(block.end[token], block.start[token + 1]))) break;
    look(token);
  }
  for (let token = to + 1; token < block.count && block.start[token]! < end + within; token++) {
    if (SENTENCE_END.test(text.slice(block.end[token - 1], block.start[token]))) break;
    look(token);
  }
  return found.size;
}

const SENTENCE_END = /[.!?؟]\s/;

/** Classes by the hash of a token; only in Arabic letters, where prefixes and endings are written on to words, by its letters. */
function classesOfToken(indexes: Indexes, block: Block, token: number): number {
  const found = classesOf(indexes, block.hash[token]!);
  if (found !== 0 || !isCaseless(block.text, block.start[token]!)) return found;
  return classesOfWord(indexes, wordAt(block, token));
}

/** Whether a device stands beside letters: "X valve", „X-Schnittstelle“, "filtro X", "comprimido de X". */
export function isOfDevice(indexes: Indexes, block: Block, { from, to }: Pick<Span, 'from' | 'to'>): boolean {
  const before = isNextWord(block, from - 1) && wordAt(block, from - 1) === 'de' ? from - 2 : from - 1;
  if (isNextWord(block, before) && (block.nouns || !isCapitalised(block, before)))
    if ((classesOf(indexes, block.hash[before]!) & OF.deviceBefore) !== 0) return true;
  if (!isNextWord(block, to) || isHeadline(block)) return false;
  const hyphened = isHyphen(block, to);
  if (block.nouns ? !hyphened : isCapitalised(block, to + 1)) return false;
  return (classesOf(indexes, block.hash[to + 1]!) & OF.device) !== 0;
}

export function isHyphen({ text, start, end }: Block, left: number): boolean {
  return /^[-‐‑]$/.test(text.slice(end[left], start[left + 1]));
}
