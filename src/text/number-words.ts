/** Number words of six languages, folded as `fold.ts` folds. */
import { foldText } from './fold.ts';
import { hashFolded } from './token-list.ts';

/** Without a prototype: "constructor" is a word of texts too. */
const table = (): Record<string, number> => Object.create(null);
const UNITS = table();
const MULTIPLIERS = table();
/** "thousands": a magnitude without a number. */
const PLURALS = table();

function add(table: Record<string, number>, value: number, words: string): void {
  for (const word of words.split(' ')) table[foldText(word)] = value;
}

add(UNITS, 1, 'one eine واحد');
add(UNITS, 2, 'two zwei deux dos دو اثنان');
add(UNITS, 3, 'three drei trois tres سه ثلاثة');
add(UNITS, 4, 'four vier quatre cuatro چهار أربعة');
add(UNITS, 5, 'five fünf cinq cinco پنج خمسة');
add(UNITS, 6, 'six sechs seis شش ستة');
add(UNITS, 7, 'seven sieben sept siete هفت سبعة');
add(UNITS, 8, 'eight acht huit ocho هشت ثمانية');
add(UNITS, 9, 'nine neun neuf nueve نه تسعة');
add(UNITS, 10, 'ten zehn dix diez ده عشرة');
add(UNITS, 11, 'eleven elf onze once یازده');
add(UNITS, 12, 'twelve zwölf douze doce دوازده');
add(UNITS, 15, 'fifteen fünfzehn quinze quince پانزده');
add(UNITS, 20, 'twenty zwanzig vingt veinte بیست عشرون عشرين');
add(UNITS, 30, 'thirty dreißig trente treinta سی ثلاثون ثلاثين');
add(UNITS, 40, 'forty vierzig quarante cuarenta چهل أربعون أربعين');
add(UNITS, 50, 'fifty fünfzig cinquante cincuenta پنجاه خمسون خمسين');
add(UNITS, 60, 'sixty sechzig soixante sesenta شصت ستون ستين');
add(UNITS, 70, 'seventy siebzig setenta هفتاد سبعون سبعين');
add(UNITS, 80, 'eighty achtzig ochenta هشتاد ثمانون ثمانين');
add(UNITS, 90, 'ninety neunzig noventa نود تسعون تسعين');
add(MULTIPLIERS, 100, 'hundred hundert cent cents cien صد مئة مائة');
add(MULTIPLIERS, 1000, 'thousand tausend mille mil هزار ألف آلاف');
add(MULTIPLIERS, 1e6, 'million millionen millions millón millones میلیون مليون ملايين');
add(PLURALS, 10, 'dozens dutzende dizaines decenas ده‌ها دهها عشرات');
add(PLURALS, 100, 'hundreds hunderte hunderten centaines cientos centenares صدها مئات');
add(PLURALS, 1000, 'thousands tausende tausenden milliers miles millares هزاران آلاف');

const hashes = new Set([UNITS, MULTIPLIERS, PLURALS].flatMap((table) => Object.keys(table).map(hashFolded)));

/** Whether a token may be a number word, by its hash: most words are not. */
export function isNumberWordHash(hash: number): boolean {
  return hashes.has(hash);
}

/** Compounds that German writes as one word: "dreißigtausend". */
const GERMAN_COMPOUND = /^(.+?)(hundert|tausend)$/;

export type NumberWord = { role: 'unit' | 'multiplier' | 'plural'; value: number };

export function numberWord(folded: string): NumberWord | undefined {
  const plural = PLURALS[folded];
  const multiplier = MULTIPLIERS[folded];
  // Arabic writes "thousands" and "three thousand" with one word: after a number it multiplies.
  if (multiplier !== undefined && plural === undefined) return { role: 'multiplier', value: multiplier };
  if (plural !== undefined) return { role: 'plural', value: plural };
  const unit = UNITS[folded];
  if (unit !== undefined) return { role: 'unit', value: unit };
  const compound = GERMAN_COMPOUND.exec(folded);
  if (compound) {
    const head = UNITS[compound[1]!];
    const factor = MULTIPLIERS[compound[2]!];
    if (head !== undefined && factor !== undefined) return { role: 'unit', value: head * factor };
  }
  return undefined;
}
