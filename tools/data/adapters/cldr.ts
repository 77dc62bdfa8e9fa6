import * as z from 'zod/mini';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { languages as interfaceLanguages } from '../../../src/settings/types.ts';
import { listForm } from '../countries.ts';
import { cleanText, readJson } from '../reading.ts';
import { type Adapter, factsOf, fileAt } from '../source.ts';

/** Languages in which a country's name is kept: the interface's six, and those of the news around them. */
export const languages = [
  ...['en', 'fa', 'ar', 'fr', 'de', 'es', 'he', 'ru', 'tr', 'ku', 'ckb', 'uk', 'zh', 'ja'],
  ...['pt', 'it', 'nl', 'pl', 'sv', 'ko', 'hi', 'ur', 'az', 'hy', 'ka', 'el', 'id', 'ps'],
] as const;

export const pathOf = (language: string) => `main/${language}/territories.json`;

const schema = z.object({
  main: z.record(
    z.string(),
    z.object({ localeDisplayNames: z.object({ territories: z.record(z.string(), z.string()) }) }),
  ),
});

/**
 * A short form in capitals is a word of its own in small letters: US and us. In the languages of the interface it is what the news calls the country;
 * that of another language is a code of something else in them: DAY, ABD.
 */
function inCapitals(name: Name): Name {
  if (!/^\p{Lu}{2,}$/u.test(name.text)) return name;
  const kind = interfaceLanguages.some((language) => language === name.lang) ? 'variant' : 'acronym';
  return { ...name, kind, exactCase: true };
}

/** CLDR: the names of countries and territories in each language; `-alt-short` is "UK", `-alt-variant` another name in use. */
export const readCldr: Adapter = ({ source, files, day, countries }) => {
  const names = new Map(
    languages.map((language) => {
      const file = fileAt(files, pathOf(language));
      const territories = readJson(file, schema).main[language]?.localeDisplayNames.territories ?? {};
      return [language, { territories, place: { file: file.path, line: 'territories' } }];
    }),
  );
  const fact = factsOf(source, day);
  const entities = countries.codes.map((code): Entity => {
    const found = languages.flatMap((lang): Name[] => {
      const { territories, place } = names.get(lang)!;
      return ['', '-alt-short', '-alt-variant'].flatMap((form) => {
        // "Myanmar (Burma)": the second name stands there for readers of lists.
        const text = territories[code + form]?.replace(/\s*[(（][^)）]*[)）]$/u, '');
        if (text === undefined || text === '' || listForm.test(text)) return [];
        // The short form of one language is a word, or a code of something else, in another: "AS", "VS".
        if (lang !== 'en' && /^\p{Lu}{1,2}$/u.test(text)) return [];
        const kind = form === '-alt-variant' ? 'variant' : form !== '' && text.includes('.') ? 'short' : 'full';
        return [{ text: cleanText(text, place), kind, lang }];
      });
    });
    return {
      id: `country-${code.toLowerCase()}`,
      kind: 'place',
      name: countries.nameOf(code),
      names: [...new Map(found.map((name) => [`${name.lang} ${name.text}`, name])).values()].map(inCapitals),
      facts: [fact('country', code, { locator: code })],
    };
  });
  return { asOf: day, entities };
};
