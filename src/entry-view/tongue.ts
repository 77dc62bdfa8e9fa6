/** Which language the texts of an entry are in, and which way they run. */
import type { CardData } from '../messages/protocol.ts';
import { type Attributes, type Child, h } from './dom.ts';

/** ISO 639 codes of languages that are written from right to left. */
const fromRight = /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|sdh|syr|ug|ur|yi)\b/;

export function directionOf(language: string): 'ltr' | 'rtl' {
  return fromRight.test(language) ? 'rtl' : 'ltr';
}

/** BCP 47 tag of a text of an entry: of the pack's language, or of the one that it is translated into. Names and quotations say their own. */
export function tongueOf({ pack, translation }: Pick<CardData, 'pack' | 'translation'>, text: string): string {
  return translation?.state === 'shown' && !Object.hasOwn(translation.kept, text)
    ? translation.language
    : pack.language;
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
 * The names under which an entry stands: in the language of the reader where it has a full name in it, and in its own where that is written in
 * another script. Never the same words twice.
 */
export function titlesOf(data: Pick<CardData, 'entity' | 'pack' | 'translation'>, reader: string): Title[] {
  const { entity, pack, translation } = data;
  // Who asks for the original reads the language of the pack.
  const language = translation?.state === 'original' ? pack.language : reader;
  const { name, names = [], ownLanguage } = entity;
  const full = names.flatMap(({ text, lang, kind = 'full' }) => (lang && kind === 'full' ? { text, lang } : []));
  const title = { text: name, lang: tongueOf(data, name) };
  const written = title.lang === pack.language ? title : (full.find(({ lang }) => lang === pack.language) ?? title);
  const first =
    title.lang === language ? title : (full.find(({ lang }) => lang === language && lang !== pack.language) ?? title);
  const own = full.find(({ text, lang }) => lang === ownLanguage && !/\p{Script=Latin}/u.test(text));
  const second = [own, written].find(
    (one) => one && one.lang !== first.lang && one.text.toLowerCase() !== first.text.toLowerCase(),
  );
  return second ? [first, second] : [first];
}

/** What the worker does for a card: the rules for titles are none that a page has to load. */
export function withTitles<Data extends Pick<CardData, 'entity' | 'pack' | 'translation'>>(
  data: Data,
  reader: string,
): Data & { titles: Title[] } {
  return { ...data, titles: titlesOf(data, reader) };
}
