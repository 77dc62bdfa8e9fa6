/** Countries and their adjectives: a quotation that says "Belgian" or „belgischen“ carries Belgium. */
import { indexOfPhrase, wordsOf } from './words.ts';

/** A country by its ISO 3166-1 code, with the English words for it and its people beside the name that the platform knows. */
export interface CountryWords {
  region: string;
  words: readonly string[];
}

/** The countries that an English name or adjective means. */
export function countriesOf(name: string, countries: readonly CountryWords[]): CountryWords[] {
  const folded = wordsOf(name).join(' ');
  return countries.filter((country) => englishForms(country).some((form) => form.join(' ') === folded));
}

/** Whether a text, as words, names the country or has its adjective. */
export function hasCountry(text: readonly string[], language: string, country: CountryWords): boolean {
  if (language === 'en') return englishForms(country).some((form) => indexOfPhrase(text, form) >= 0);
  const name = nameIn(language, country);
  // Deutschland and deutsche begin alike, and so do Frankreich and französisch.
  const stem = name[0]!.slice(0, Math.max(4, name[0]!.length - 4));
  // Arabic writes its article in one word with what follows.
  return indexOfPhrase(text, name) >= 0 || text.some((word) => word.replace(/^و?ال/u, '').startsWith(stem));
}

function englishForms(country: CountryWords): string[][] {
  return [nameIn('en', country), ...country.words.map(wordsOf)];
}

const names = new Map<string, string[]>();

function nameIn(language: string, { region }: CountryWords): string[] {
  const key = `${language} ${region}`;
  const name = names.get(key) ?? wordsOf(new Intl.DisplayNames(language, { type: 'region' }).of(region)!);
  names.set(key, name);
  return name;
}
