/** Names as sources write them, made into names as texts write them. */
import type { Name } from '../../src/dataset/schema.ts';

/** Words that stay small inside a name. */
const small = new Set(
  'of the and for in on to at by with a an de del della di du des la le les el y e i und der die das von van den bin ibn al'.split(
    ' ',
  ),
);
const roman = /^(?:[IVX]{2,}|[IVX])$/u;

const isCapitals = (word: string) => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);

/** Whether a word, or a part of it between hyphens, is written in capitals: SASSOU-Nguesso. An initial is not. */
export function holdsCapitals(word: string): boolean {
  return word.split('-').some((part) => isCapitals(part) && part.replace(/\P{L}/gu, '').length > 1);
}

/**
 * A part of a name in capitals with capitals only where a word begins: GONZÁLEZ is González. A numeral after a name stays (CHARLES III), a
 * part of `kept` stands as it is written there.
 */
function recased(part: string, first: boolean, kept: ReadonlyMap<string, string>): string {
  const known = kept.get(part.replace(/[.,()]/gu, ''));
  if (known !== undefined) return part.replace(/[^.,()]+/u, known);
  if (!isCapitals(part) || (!first && roman.test(part.replace(',', ''))) || /^(?:\p{Lu}\.)+$/u.test(part)) return part;
  const lower = part.toLocaleLowerCase('en');
  if (!first && small.has(lower)) return lower;
  return lower.replace(/(?<![\p{L}\p{M}'’])\p{Ll}|(?<=^[dol]['’])\p{Ll}|(?<=^mc)\p{Ll}/gu, (letter) =>
    letter.toLocaleUpperCase('en'),
  );
}

/** @param kept parts that keep their form, by the form in capitals: acronyms, and names that no rule knows */
export function recase(text: string, kept: ReadonlyMap<string, string> = new Map()): string {
  return text
    .split(' ')
    .map((word, i) =>
      kept.has(word)
        ? kept.get(word)!
        : word
            .split('-')
            .map((part, j) => recased(part, i === 0 && j === 0, kept))
            .join('-'),
    )
    .join(' ');
}

/** Titles before a name, and letters after it. */
const titles =
  /^(?:(?:the|rt|right|hon|honourable|mr|mrs|ms|miss|mx|sir|dame|lady|dr|prof|professor|senator|gen|general secretary|col|colonel|capt|lt|president|atty|h\.e)\.?\s+)+/iu;

/** "Senator the Hon Dr Jess Walsh" is Jess Walsh; a peer keeps the title, which is the name. */
export function withoutTitles(name: string): string {
  return name.replace(titles, '').replace(/,?\s+(?:MP|KC|QC|OBE|CBE|MBE|AM|AO)$/u, '');
}

/** A title and a surname alone: "Dr. Example". "Gen Example" may be a given name. */
const titled = /^(?:mr|mrs|ms|miss|dr)\.?\s+\S+$/iu;

/**
 * The names of a person: the whole one, and the others that are given, as long as they have two words. A surname alone is nobody's
 * name here: it counts on a page only after the whole name.
 */
export function personNames(name: string, others: readonly (string | undefined)[] = [], lang = 'en'): Name[] {
  const variants = [...new Set(others)].filter(
    (other): other is string =>
      other !== undefined && other !== name && other.includes(' ') && !titled.test(other) && !/[()"“”]/u.test(other),
  );
  return [{ text: name, kind: 'full', lang }, ...variants.map((text): Name => ({ text, kind: 'variant', lang }))];
}

/** "Federal Council (Bundesrat)": a name, and what stands in the brackets after it. Brackets in brackets belong to the latter. */
export function bracketed(text: string): { name: string; inside?: string } {
  const at = text.indexOf('(');
  if (at < 1 || !/\)\s*$/u.test(text)) return { name: text.trim() };
  const inside = text
    .slice(at + 1)
    .replace(/\)\s*$/u, '')
    .trim();
  return { name: text.slice(0, at).trim(), ...(inside === '' ? {} : { inside }) };
}

/** Splits at a separator that stands in no brackets. */
export function splitOutside(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const char of text) {
    if ('(['.includes(char)) depth++;
    else if (')]'.includes(char)) depth = Math.max(0, depth - 1);
    if (char === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
