/** The ways in which the names of one entity are written on pages. */
import type { NameKind } from '../../dataset/schema.ts';
import { foldSpan } from '../../text/fold.ts';
import { isPatronymic } from '../../text/frequent-names.ts';
import { isSecondSurname } from '../decision/surname-forms.ts';
import type { NamedEntity } from '../types.ts';

/** `text`: the name as the pack writes it, what a mention shows as its name. `ruled`: has `needs`, `open`, `exactCase` or `unique`. */
export type AddSpelling = (written: string, text: string, kind: NameKind, ruled: boolean) => void;

/**
 * Names as written, then names with hyphens closed, initials run together, the letters of acronyms one by one, and Persian joiners opened. Some may be
 * the same.
 */
export function eachSpelling(entity: NamedEntity, add: AddSpelling): void {
  const names = entity.names ?? [];
  // A name given again with a rule is meant with the rule.
  const ruled = names
    .filter((name) => name.needs || name.open || name.exactCase || name.unique)
    .map((name) => name.text);
  add(entity.name, entity.name, 'full', ruled.includes(entity.name));
  for (const { text, kind } of names) add(text, text, kind ?? 'variant', ruled.includes(text));
  if (entity.kind === 'person' && !ruled.includes(entity.name)) {
    const short = shortenedName(entity.name);
    if (short !== undefined && !names.some(({ text }) => text === short)) add(short, entity.name, 'full', false);
  }
  eachOtherWriting(entity.name, (other) => add(other, entity.name, 'full', ruled.includes(entity.name)));
  for (const { text, kind, exactCase } of names) {
    if ((kind === 'acronym' || exactCase) && /^\p{Lu}{2,5}$/u.test(text))
      add([...text].join(' '), text, kind ?? 'variant', ruled.includes(text));
    eachOtherWriting(text, (other) => add(other, text, kind ?? 'variant', ruled.includes(text)));
  }
}

/**
 * "Carlo Petrovich Testwood" as "Carlo Testwood": without a patronymic, a middle initial or a first surname between two words; "Carlo Testwood Jr." and
 * "Carlo Anton Testwood Jr." without what follows the surname. A second given name may be what tells the bearer from a namesake.
 */
function shortenedName(name: string): string | undefined {
  const words = name.split(' ');
  if (words.length > 2 && words.length < 5 && SUFFIX.test(words.at(-1)!))
    return words.slice(0, -1).join(' ').replace(/,$/, '');
  const [first, middle, last] = words;
  if (last === undefined || words.length > 3 || last.endsWith('.') || first!.length < 3) return undefined;
  const folded = foldSpan(middle!, 0, middle!.length);
  const isLeftOut =
    /^\p{Lu}\.?$/u.test(middle!) || isPatronymic(folded) || (isSecondSurname(folded) && /^\p{Lu}/u.test(middle!));
  return isLeftOut ? `${first} ${last}` : undefined;
}

/** Whether the name has a shorter writing that leaves out more than what follows the surname: more people bear that than the name. */
export function isShortened(name: string): boolean {
  return shortenedName(name) !== undefined && !SUFFIX.test(name.slice(name.lastIndexOf(' ') + 1));
}

/** What follows the surname and tells a son from his father. */
const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV|junior|senior)$/;

/** Whether the name ends in what tells a son from his father, and a text that writes `last` as the last word of it has left that out. */
export function isWithoutSuffix(name: string, last: string): boolean {
  const suffix = name.slice(name.lastIndexOf(' ') + 1);
  return SUFFIX.test(suffix) && foldSpan(suffix, 0, suffix.length) !== last;
}

function eachOtherWriting(text: string, add: (other: string) => void): void {
  if (/[-‐‑]/.test(text) && /\p{L}[-‐‑]\p{L}/u.test(text)) add(text.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ''));
  if (text.includes('.') && /(?<!\p{L})\p{L}\. ?\p{L}\./u.test(text)) {
    add(text.replace(/(?<!\p{L})(\p{L})\. ?(?=\p{L}\.)/gu, '$1'));
  }
  // Both are written of one word, in Arabic.
  if (/ديمقراط|ديموقراط/.test(text)) {
    add(text.replace(/ديم(و?)قراط/g, (_, wau: string) => (wau ? 'ديمقراط' : 'ديموقراط')));
  }
  if (/\p{L}\u200c\p{L}/u.test(text)) {
    add(text.replaceAll('\u200c', ' '));
    // Programs that do not know the joiner leave it out.
    add(text.replaceAll('\u200c', ''));
  }
}
