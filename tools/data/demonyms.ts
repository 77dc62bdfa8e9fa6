/** What is of a country, by language: `data/refresh/demonyms.json`, reviewed by people. In English nearly all is in the sources. */
import * as z from 'zod/mini';

/**
 * By ISO 3166-1 code and language, adjectives with a space between, as dictionaries have them: German and Spanish without endings of gender, number and
 * case, French in both genders, Arabic without the article. `en`: what no source has, as it stands.
 */
const schema = z.record(
  z.string(),
  z.strictObject({
    en: z.optional(z.array(z.string())),
    de: z.optional(z.string()),
    fr: z.optional(z.string()),
    es: z.optional(z.string()),
    ar: z.optional(z.string()),
    fa: z.optional(z.string()),
  }),
);

type Language = 'de' | 'fr' | 'es' | 'ar' | 'fa';

const formsOf: Record<Language, (word: string) => string[]> = {
  de: (word) => ['', 'e', 'en', 'er', 'es', 'em'].map((ending) => word + ending),
  fr: (word) => (/[sx]$/.test(word) ? [word] : [word, `${word}s`]),
  es: spanishForms,
  ar: (word) => ['', 'ة', 'ين', 'ون'].flatMap((ending) => [word + ending, `ال${word}${ending}`]),
  fa: (word) => [word],
};

/** "chileno", "francés", "alemán", "iraquí", "canadiense". */
function spanishForms(word: string): string[] {
  const plain = word.replace(/[éáó](?=[sn]$)/, (vowel) => ({ é: 'e', á: 'a', ó: 'o' })[vowel]!);
  if (word.endsWith('o')) return ['o', 'a', 'os', 'as'].map((ending) => word.slice(0, -1) + ending);
  if (plain !== word) return [word, ...['a', 'es', 'as'].map((ending) => plain + ending)];
  if (word.endsWith('í')) return [word, `${word}es`, `${word}s`];
  if (word.endsWith('l')) return [word, ...['a', 'es', 'as'].map((ending) => word + ending)];
  return [word, `${word}s`];
}

/** All forms of the words of a country, by the id of its record. @throws {Error} when the table is no such table */
export function demonymsOf(table: unknown): (id: string) => string[] {
  const regions = schema.parse(table);
  const byId = new Map(
    Object.entries(regions).map(([region, words]) => [
      `country-${region.toLowerCase()}`,
      Object.entries(words).flatMap(([language, text]) =>
        typeof text === 'string' ? text.split(' ').flatMap(formsOf[language as Language]) : (text ?? []),
      ),
    ]),
  );
  return (id) => byId.get(id) ?? [];
}
