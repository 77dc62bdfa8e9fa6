/**
 * Interface texts. The reader may choose a language apart from the browser's, which `browser.i18n` cannot do, so the
 * files of `locales/` are read here; the manifest's own texts are made from the same files at build time.
 */
import { type Language, languages } from '../settings/types.ts';

/** Texts by key. `{name}` stands for a value; a key that ends in `.one`, `.few`, `.other` … is one plural form. */
export type Texts = Record<string, string>;

type Key = keyof typeof import('../../locales/en.json');
/** Every key of the English file, and for plurals the key without its last part. */
export type TextKey = Key | Stem<Key>;
type Stem<Form> = Form extends `${infer Base}.other` ? Base : never;

/** Gives the text of a key with its values put in; `count` also chooses the plural form. */
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string;

/** The languages that `locales/` holds. */
export const translated: readonly Language[] = languages;

export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'fa' || language === 'ar' ? 'rtl' : 'ltr';
}

/** The language to speak: the reader's choice, else the first of the browser's languages that there is, else English. */
export function chooseLanguage(
  choice: Language | 'auto',
  preferred: readonly string[],
  available: readonly Language[],
): Language {
  if (choice !== 'auto') return choice;
  const wanted = preferred.map((tag) => tag.toLowerCase().split('-')[0]);
  return (
    available.find((language) => language === wanted.find((tag) => available.some((each) => each === tag))) ?? 'en'
  );
}

export function translator(texts: Texts, language: Language): Translate {
  // Made when they are first needed: the popup shows itself before it counts anything.
  let plural: Intl.PluralRules | undefined;
  let number: Intl.NumberFormat | undefined;
  // As in the card: from right to left, a Latin name would carry the punctuation beside it to its other end.
  const [start, end] = direction(language) === 'rtl' ? ['\u2068', '\u2069'] : ['', ''];
  return (key, values = {}) => {
    const { count } = values;
    let form: string = key;
    if (typeof count === 'number') {
      plural ??= new Intl.PluralRules(language);
      form = `${key}.${plural.select(count)}`;
    }
    const text = texts[form] ?? texts[`${key}.other`] ?? texts[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (typeof value !== 'number') return value === undefined ? whole : start + value + end;
      number ??= new Intl.NumberFormat(language);
      return number.format(value);
    });
  };
}
