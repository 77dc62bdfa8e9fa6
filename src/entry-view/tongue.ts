/** Which language the texts of an entry are in, and which way they run. */
import type { Entity, PackInfo } from '../dataset/schema.ts';
import { type Attributes, type Child, h } from './dom.ts';

/** ISO 639 codes of languages that are written from right to left. */
const fromRight = /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|sdh|syr|ug|ur|yi)\b/;

export function directionOf(language: string): 'ltr' | 'rtl' {
  return fromRight.test(language) ? 'rtl' : 'ltr';
}

/** BCP 47 tag of the texts of an entry: a pack is written in one language. Names and quotations say their own. */
export function tongueOf({ language }: Pick<PackInfo, 'language'>): string {
  return language;
}

/** An element that says which language its words are in, and runs that way. */
export function inTongue(
  language: string,
  tag: string,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElement {
  return h(tag, { lang: language, dir: directionOf(language), ...attributes }, ...children);
}

interface Title {
  text: string;
  lang: string;
}

/**
 * The names under which an entry stands: in the language of the reader where it has a full name in it, and in its own. Its own is the language
 * that the pack names first, where that is written in another script; of a name that each language has, none is. Never the same words twice.
 */
export function titlesOf({ name, names = [] }: Entity, tongue: string, language: string): Title[] {
  const full = names.flatMap(({ text, lang, kind = 'full' }) =>
    lang && lang !== tongue && kind === 'full' ? { text, lang } : [],
  );
  const written = { text: name, lang: tongue };
  const first = full.find(({ lang }) => lang === language) ?? written;
  const own = full.find(({ text, lang }) => lang === full[0]?.lang && !/\p{Script=Latin}/u.test(text));
  const second = [own, written].find((one) => one && one.text.toLowerCase() !== first.text.toLowerCase());
  return second ? [first, second] : [first];
}
