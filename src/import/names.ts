/** Which texts can be looked for as names, and with what evidence. */
import { type Problem, show } from '../dataset/problem.ts';
import type { Name } from '../dataset/schema.ts';

type WordRank = (word: string) => number | undefined;

/** A name so frequent would stand in every sentence; up to `commonRank` it counts only as it is written. */
const everywhereRank = 300;
const commonRank = 10_000;

/** What spreadsheets, databases and statistics programs write where there is nothing. */
const nothing =
  /^(?:n\/?a|n\.a\.|nan|nil|none|null|undefined|unknown|not available|not applicable|#empty|tbd|keine angabe|unbekannt|inconnu|desconocido)$/iu;
/** The error of a formula, as Excel and LibreOffice write it. */
export const errorValue =
  /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|UNCALCULATED!|GETTING_DATA)|Err:\d{3})$/iu;
/** Stands for the value of a formula that no program has calculated. */
export const uncalculated = '#UNCALCULATED!';
const formula = /^[=+@-]\s*[\p{L}_.]+\(|^=/u;
const address = /^(?:<?(?:https?|ftp|file|mailto|tel):|www\.)|^[^\s@]+@[^\s@]+\.[^\s@]+$/iu;

/** What is to be done about a cell that holds an error. */
export function errorTodo(cell: string): string {
  return cell.trim() === uncalculated
    ? 'the formula has no value in the file: open it in a spreadsheet program and save it, or save the table with values'
    : 'correct its formula in the spreadsheet';
}

const wrongs: readonly [RegExp, string, string][] = [
  [new RegExp(`^${uncalculated}$`, 'u'), 'a name', errorTodo(uncalculated)],
  [errorValue, 'a name', 'the cell holds the error of a formula: correct it in the spreadsheet'],
  [formula, 'a name', 'the cell holds a formula: save the table with values instead of formulas'],
  [address, 'a name, not an address', 'put the name into the column of names'],
  [nothing, 'a name', 'the cell says that there is none'],
  [/^(?:Q|L|P)\d+$/u, 'a name, not a Wikidata number', 'the item has no label in the language asked for: add one'],
];

/** Why a text cannot be a name: it would match everywhere or nowhere, or is none. */
export function nameProblem(text: string, wordRank: WordRank): Omit<Problem, 'path'> | undefined {
  const wrong = (expected: string, todo: string) => ({ rule: 'import-name', expected, found: show(text), todo });
  const other = wrongs.find(([pattern]) => pattern.test(text));
  if (other) return wrong(other[1], `${other[2]}; the name was left out`);
  const letters = [...text].filter((char) => /\p{L}/u.test(char)).length;
  if (letters < 2 && !/\p{RI}{2}/u.test(text))
    return wrong('a name with two letters or more', 'the name was left out: it would match everywhere');
  if ((wordRank(text.toLowerCase()) ?? Number.POSITIVE_INFINITY) <= everywhereRank)
    return wrong(
      'a name that is not one of the most frequent words',
      'the name was left out: it would stand in every sentence',
    );
  return undefined;
}

export function isCommon(text: string, wordRank: WordRank): boolean {
  return (wordRank(text.toLowerCase()) ?? Number.POSITIVE_INFINITY) <= commonRank;
}

/** `PMOI`, `I.C.C.` and `FARC-EP` need evidence on the page, whatever file they come from; other forms are spellings of the name. */
export function kindOfName(text: string): Name['kind'] {
  return /^(?=.{2,10}$)\p{Lu}(?:[.&/-]?[\p{Lu}\d])+\.?$/u.test(text) ? 'acronym' : 'variant';
}
