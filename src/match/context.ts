/** Words around a name that decide what it is part of. */
import { isCommonWord } from '../text/common-words.ts';
import { foldSpan, foldText } from '../text/fold.ts';
import { isFrequentSurname, isGivenName } from '../text/frequent-names.ts';
import { hashFolded } from '../text/token-list.ts';
import { type Block, beginsSentence, isAllUpper, isCapitalised, isNextWord } from './blocks.ts';
import { isHeadline } from './headline.ts';

/** Titles and offices that stand before a surname without being part of a longer name. */
const TITLES = new Set(
  (
    'mr mrs ms miss dr prof professor sir lord lady dame judge justice president minister senator secretary general ambassador ' +
    'ayatollah grand hojatoleslam hojjatoleslam imam mullah sheikh shah prince princess king queen pope bishop archbishop rabbi ' +
    'colonel captain commander brigadier admiral major lieutenant governor mayor chancellor premier chairman chair director ' +
    'spokesman spokeswoman leader candidate lawyer attorney jurist rapporteur expert critic author journalist ' +
    'monsieur madame mme mlle maître docteur professeur président ministre herr herrn frau señor señora don doña presidente ministro ' +
    'signor signora ajatollah ayatola präsident präsidentin aussenminister außenminister kanzler revolutionsführer seyyed seyed sayyid sayyed sayed syed haj hajj haji hajji mulla molla hojjat shaykh shaikh ' +
    'chancelier chancelière dirigeant dirigeante général commandant roi pape émir cheikh canciller líder mandatario exministro expresidente coronel papa rey jeque comandante portavoz ' +
    'الملك القائد الزعيم المشير الفريق العميد العقيد السيناتور البابا السلطان الوزيرة وزيرة الوزراء الجمهورية سرلشکر سرتیپ دریادار ژنرال سناتور پاپ آقای خانم ' +
    'الرئيس رئیس جمهور رئیسجمهور وزير الأمير اللواء الجنرال سردار شهید الشهید روحانی سید السید حاج شیخ الشیخ ملا آیتالله آیت الله حجت الاسلام دکتر الدکتور امام الامام'
  )
    .split(' ')
    .map(foldText),
);

export function wordAt(block: Block, token: number): string {
  if (token < 0 || token >= block.count) return '';
  return foldSpan(block.text, block.start[token]!, block.end[token]!);
}

/** Short words inside names that spellings have or leave out. */
const PARTICLES = new Set(
  'al el ul ur ad as an at az ash e i bin ben ibn bint de da di du del della dos das van von der den ter la le zu af'.split(
    ' ',
  ),
);

export function isParticle(folded: string): boolean {
  return PARTICLES.has(folded);
}

/** Whether the word is a title, after the word `before`: the second word of آیت الله is elsewhere the end of a given name. */
export function isTitleIn(folded: string, before: string | undefined): boolean {
  return TITLES.has(folded) && (folded !== GOD || before === SIGN);
}

/** Whether the word is a title, after some words at least. */
export function isTitleWord(folded: string): boolean {
  return TITLES.has(folded);
}

/** "M. Rohani", "MM. Rohani et Zarif": in French a title, elsewhere an initial. */
const MONSIEUR = new Set(['m', 'mm']);

/** By the upper bits of the hash of a word: whether one of the titles has them. */
const titleBits = new Uint8Array(1 << 14);
for (const title of [...TITLES, ...MONSIEUR]) titleBits[hashFolded(title) >>> 18] = 1;

/** False for nearly all words that are no titles, by their hash alone. */
export function mayBeTitle(hash: number): boolean {
  return titleBits[hash >>> 18] === 1;
}

/** How offices end in German, of which every title is a compound, in all cases, folded: „Kremlchef“, „des Ministerpräsidenten“. */
const OFFICE_END =
  /(?:(?:minister|kanzler|chef|fuhrer|sprecher|sekretar|kommissar|politiker|kritiker|gegner|richter|botschafter|gouverneur|nachfolger|vorganger|amtsinhaber|herausforderer|machthaber|herrscher)(?:in|s)?|(?:prasident|kandidat|aktivist|prinz|patriarch|monarch)(?:in|en)?|(?:anwalt|anwaltin|general|premier|diktator|papst|konig|konigin|emir|scheich|sultan|oberst|kommandeur|kommandant|senator|senatorin)s?|(?:gesandte|beauftragte|vorsitzende|abgeordnete)[rn]?)$/;

/** What they are of, where no page is about it. */
const LOCAL_OFFICE =
  /^(?:verein|klub|club|betriebs|schul|kuchen|filial|band|team|sport|redaktion|personal|abteilung|haus|markt|gemeinde|orts|kreis)/;

const GOD = 'الله';
const SIGN = 'ایت';

export function isTitle(block: Block, token: number): boolean {
  const word = wordAt(block, token);
  if (block.nouns && OFFICE_END.test(word)) return isCapitalised(block, token) && !LOCAL_OFFICE.test(word);
  return TITLES.has(word) || (block.monsieur && MONSIEUR.has(word) && block.text[block.end[token]!] === '.');
}

/** Titles of those who go by one name. */
const TITLES_OF_RULERS = new Set('pope king queen shah prince princess sheikh'.split(' '));

/** Whether a ruler's title stands before the word at the token, and no further name after it. */
export function isRulerTitled(block: Block, token: number): boolean {
  if (!isCapitalised(block, token) || !isNextWord(block, token - 1)) return false;
  return TITLES_OF_RULERS.has(wordAt(block, token - 1)) && !isContinued(block, token, block.end[token]!);
}

/** "MEK1/2", "NCRI-H7 cells": a number is a piece of the name of a substance, a cell line or a form. */
const NUMBERED = /^[-‐‑]?\p{Lu}{0,2}\d/u;

export function isAcronymOfOther(block: Block, to: number): boolean {
  return NUMBERED.test(block.text.slice(block.end[to], block.end[to]! + 4)) || isInCompany(block, to);
}

/** What companies write at the ends of their names, folded. */
const FORMS_OF_COMPANIES = new Set(
  'corp corporation inc incorporated ltd limited plc llc co gmbh ag kg bv nv spa holding holdings fund funds trust'.split(
    ' ',
  ),
);
/** Words between an acronym and such an end: "ARC America Corp". */
const MOST_OF_COMPANY = 3;

/** Whether the words after a name make of it the name of a company or a fund: "U.S. Government Securities Fund". */
export function isInCompany(block: Block, to: number): boolean {
  for (let token = to + 1; token <= to + 1 + MOST_OF_COMPANY && isNextWord(block, token - 1); token++) {
    if (!isCapitalised(block, token)) return false;
    if (FORMS_OF_COMPANIES.has(wordAt(block, token))) return true;
  }
  return false;
}

/** Endings of words that say what somebody is: "Hardliner", "Pragmatist", "Lawyer", "Iranian". */
const DESCRIBING =
  /.(?:ists?|[aeiou][rt]ors?|[bcdgklmnprstvwy]ers?|ians?|ivists?|ants?|women|woman|men|man|ées?|iste|isten|eurs?|euse|euses|trices?|innen|istas?|adora?s?|dores?)$/;
/** Further words that say so, folded. */
const DESCRIPTIONS = new Set(
  (
    'gen lt maj brig col capt cmdr adm sgt sec dep rep sen gov hon rev fr sr bro amb min pres pm fm mp prof advocate analyst aide ally ambassadors boss ' +
    'brother chief cleric clerics coach comrade critic defendant deputy dissident envoy ex exile father general heir hero imam inmate laureate leader ' +
    'lord martyr mother mp nobel opponent poet premier president-elect prince princess prisoner protege rahbar rapper rival sardar secretary-general shah ' +
    'singer sister sisters son spy star successor suspect tsar victim vice witness wife husband daughter students student scholar hojjatoleslam ' +
    'anwalt anwaltin aktivistin general präsident prasident prasidentin ministerin kanzler kanzlerin avocat avocate militant militante chef cheffe opposante opposant ' +
    'abogado abogada activista presidenta lider ayatola ayatollahs sheik mollah mullah molla frau herr'
  ).split(' '),
);

/** A capitalised word before the token that belongs to the same phrase; -1 when there is none or it only says what the bearer is. */
function capitalBefore(block: Block, from: number): number {
  const before = from - 1;
  if (!isNextWord(block, before) || !isCapitalised(block, before) || isTitle(block, before)) return -1;
  const gap = block.text.slice(block.end[before], block.start[from]);
  if (gap.includes('-') || (gap.includes('.') && endsName(block, before))) return -1;
  if (isMonth(block, before)) return -1;
  if (ONE_LETTER.has(wordAt(block, before)) && !gap.includes('.') && beginsSentence(block, before)) return -1;
  return endsInPossessive(block, before) ? -1 : before;
}

/** Months that are given names, too. */
const MONTHS = new Set(['april', 'may', 'june', 'august']);
const BEFORE_MONTH = /(?:^|\s)(?:last|this|next|in|since|until|of|by|early|late|every|im|seit|\d+)\s+$/i;
const LONGEST_BEFORE = 8;

/** "Only last June Mike Pence came" */
function isMonth(block: Block, token: number): boolean {
  const { text, start } = block;
  if (!MONTHS.has(wordAt(block, token))) return false;
  return BEFORE_MONTH.test(text.slice(Math.max(0, start[token]! - LONGEST_BEFORE), start[token]));
}

/** A short word with a dot is an abbreviation, or the end of a name and of its sentence: "el canciller Yván Gil. Veldhoven visitó". */
function endsName(block: Block, token: number): boolean {
  return wordAt(block, token).length > 1 && isNextWord(block, token - 1) && isCapitalised(block, token - 1);
}

/** Words of one letter, no initials where they begin a sentence without a dot: "A Tobias Veldhoven le dijo". */
const ONE_LETTER = new Set('aeiouy');

/** "Iran's Rajavi", "the NCRI’s Rajavi" */
function endsInPossessive(block: Block, token: number): boolean {
  return /['’]s?$/i.test(block.text.slice(block.start[token], block.end[token]! + 1).trimEnd());
}

/** Words after which a capital begins a noun where every noun has one: "dem Ausruf Montazeris". */
const DETERMINERS = new Set(
  (
    'der die das dem den des ein eine einem einen einer eines kein keine keinen sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer ihres ' +
    'dieser diese diesem diesen dieses jeder jede jedem am im zum zur vom beim ins ans'
  ).split(' '),
);

/** "prominenten Gegnern Raisis": an adjective, too, stands before a noun. */
const ADJECTIVE = /...(?:en|em|es)$/;

function isNounBefore(block: Block, token: number): boolean {
  if (!isNextWord(block, token - 1)) return false;
  const before = wordAt(block, token - 1);
  return DETERMINERS.has(before) || (!isCapitalised(block, token - 1) && ADJECTIVE.test(before));
}

/** "Grünen-Politikerin Baerbock": of a compound that begins with no given name the end is what somebody is. */
function isEndOfCompound(block: Block, token: number): boolean {
  return /[-‐‑]/.test(block.text[block.start[token]! - 1] ?? '') && !isGivenName(wordAt(block, token - 1));
}

/** A capitalised word that belongs to the same name, before a surname alone: a given name, or any word that may be one. */
export function unknownNameBefore(block: Block, from: number): boolean {
  const before = capitalBefore(block, from);
  if (before < 0) return false;
  const word = wordAt(block, before);
  const isNoun = block.nouns && isNounBefore(block, before);
  // "den Tod Raisis", though somebody is called Tod.
  if (isGivenName(word) && !(isNoun && block.text[block.end[from]! - 1] === 's')) return true;
  if (isNoun || (block.nouns && isEndOfCompound(block, before))) return false;
  if (isParticle(word) || isCommonWord(word) || DESCRIPTIONS.has(word) || DESCRIBING.test(word)) return false;
  const isAcronym = isAllUpper(block.text, block.start[before]!, block.end[before]!);
  return !(isAcronym && word.length > 1 && !isAllUpper(block.text, block.start[from]!, block.end[from]!));
}

/**
 * A given name or an initial before a full name, which makes another name of it: "Jane Ann Smith". Any other word before a full name says what its
 * bearer is. `isGiven`: whether the pack knows the word at a token as a given name.
 */
export function otherNameBefore(block: Block, from: number, isGiven: (token: number) => boolean): boolean {
  const before = capitalBefore(block, from);
  if (before < 0) return false;
  const word = wordAt(block, before);
  // "Gen." is a general, though somebody is called Gen.
  if (isParticle(word) || isCommonWord(word) || DESCRIPTIONS.has(word)) return false;
  return word.length === 1 || isGivenName(word) || isGiven(before);
}

/**
 * A capitalised word after the token that goes on with the name: "Mark Ellis Park". In a headline capitals mean nothing, and a name
 * whose `end` (UTF-16) lies within the token has an ending that closes it: "Mark Ellis's Park".
 */
export function isContinued(block: Block, to: number, end: number): boolean {
  if (end < block.end[to]! || !isNextWord(block, to) || !isCapitalised(block, to + 1) || isHeadline(block))
    return false;
  if (isParted(block, to) || isNounOnly(block, to + 1)) return false;
  const word = wordAt(block, to + 1);
  // "Mark Ellis Brown", but "Mark Ellis White House aides".
  return (
    !isCommonWord(word) || (isFrequentSurname(word) && !(isNextWord(block, to + 1) && isCapitalised(block, to + 2)))
  );
}

/** As `isContinued`, for a surname alone, to which any capitalised word is a name of another kind: "the White House". */
export function isSurnameContinued(block: Block, to: number, end: number): boolean {
  if (end < block.end[to]! || !isNextWord(block, to) || isParted(block, to)) return false;
  if (isParticle(wordAt(block, to + 1))) {
    if (isJoinedByHyphen(block, to + 1)) return true;
    // "Charles de Thierry", where a king is called by his given name.
    if (isGivenName(wordAt(block, to)) && isNextWord(block, to + 1) && isCapitalised(block, to + 2)) return true;
  }
  if (!isCapitalised(block, to + 1) || isNounOnly(block, to + 1)) return false;
  return !isHeadline(block) || !isCommonWord(wordAt(block, to + 1));
}

/** A hyphen after a space is a dash: "Mark Ellis - Park Street". */
function isParted({ text, start, end }: Block, left: number): boolean {
  const at = end[left]!;
  return start[left + 1]! - at > 1 && /\s[-‐‑]/.test(text.slice(at, start[left + 1]));
}

/** Where every noun has a capital, only a word that is known as a name goes on with one. */
function isNounOnly(block: Block, token: number): boolean {
  const word = wordAt(block, token);
  return block.nouns && !isGivenName(word) && !isFrequentSurname(word);
}

/** "Nouri al-Maliki" */
function isJoinedByHyphen(block: Block, left: number): boolean {
  return left + 1 < block.count && /^[-‐‑]$/.test(block.text.slice(block.end[left], block.start[left + 1]));
}
