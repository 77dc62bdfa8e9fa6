import type { Entity } from './schema.ts';

const onlyOne = (languages: ReadonlySet<string>) => (languages.size === 1 ? [...languages][0] : undefined);
const languageIn = (country: string) =>
  /^[A-Z]{2}$/.test(country) ? new Intl.Locale(`und-${country}`).maximize().language : undefined;

/**
 * BCP 47 tag of the language in which an entity of open data names itself: the one that most people of its country speak (likely subtags of the
 * Unicode CLDR), else the only one beside `written` in which its dataset names it. Nothing where it has no full name in that language.
 */
export function ownLanguageOf({ names = [], facts = [] }: Entity, written: string): string | undefined {
  const full = new Set(names.flatMap(({ lang, kind }) => (lang && kind === 'full' ? lang : [])));
  full.delete(written);
  const country = facts.find(({ property }) => property === 'country')?.value;
  const language = country === undefined ? onlyOne(full) : languageIn(String(country));
  return language !== undefined && full.has(language) ? language : undefined;
}
