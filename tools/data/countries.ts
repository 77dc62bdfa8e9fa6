/** Countries by the codes and names under which sources know them, from the tables of CLDR (packages of the project). */
import codeMappings from 'cldr-core/supplemental/codeMappings.json' with { type: 'json' };
import english from 'cldr-localenames-full/main/en/territories.json' with { type: 'json' };
import { plainForm } from '../../src/dataset/text.ts';

export interface Countries {
  /** ISO 3166-1 codes, upper case, sorted; with Kosovo, whose code is of common use. */
  codes: readonly string[];
  /** English name, as a heading. */
  nameOf: (code: string) => string;
  fromAlpha3: (code: string) => string | undefined;
  /** From the code of the United States government (GEC, once FIPS 10-4), upper case, where `GM` is Germany and `AU` Austria. */
  fromGec: (code: string) => string | undefined;
  fromName: (name: string) => string | undefined;
}

interface Mapping {
  _numeric?: string;
  _alpha3?: string;
  _fips10?: string;
}

/** "Hong Kong SAR China", "Myanmar (Burma)" and "Congo - Kinshasa" are written for lists; people write the other form. */
export const listForm = /\(| - | SAR /u;

/** Of `data/refresh/country-names.json`. */
export interface CountryNames {
  /** English names of countries of which CLDR has only a form for lists, by code. */
  written: Readonly<Record<string, string>>;
  /** Codes by names that sources use and CLDR does not. */
  others: Readonly<Record<string, string>>;
}

/** Spellings of one name are made one: "St. Lucia" and "Saint Lucia", "&" and "and". */
function comparable(name: string): string {
  return plainForm(name.replaceAll('&', 'and'))
    .replace(/^the /u, '')
    .replace(/\bst\b/gu, 'saint');
}

export function readCountries({ written, others }: CountryNames): Countries {
  const mappings = codeMappings.supplemental.codeMappings as Record<string, Mapping>;
  const names: Record<string, string> = english.main.en.localeDisplayNames.territories;
  // Numbers from 900 on are for private use: ISO gives a country one below, and none to a code that is only reserved.
  const codes = Object.keys(mappings)
    .filter((code) => /^[A-Z]{2}$/u.test(code) && names[code] !== undefined)
    .filter((code) => Number(mappings[code]?._numeric ?? 900) < 900 || code === 'XK')
    .sort();
  const nameOf = (code: string) => {
    const main = names[code]!;
    return written[code] ?? (listForm.test(main) ? names[`${code}-alt-short`] : undefined) ?? main;
  };
  const by = (key: keyof Mapping) =>
    new Map(codes.flatMap((code) => (mappings[code]?.[key] ? [[mappings[code]![key]!, code] as const] : [])));
  const [alpha3, gec] = [by('_alpha3'), by('_fips10')];
  const byName = new Map([
    ...codes.flatMap((code) =>
      [names[code], names[`${code}-alt-short`], names[`${code}-alt-variant`], written[code]].flatMap((name) =>
        name ? [[comparable(name), code] as const] : [],
      ),
    ),
    ...Object.entries(others).map(([name, code]) => [comparable(name), code] as const),
  ]);
  return {
    codes,
    nameOf,
    fromAlpha3: (code) => alpha3.get(code.toUpperCase()) ?? (code.toUpperCase() === 'XKX' ? 'XK' : undefined),
    // CLDR gives the code where it is not the one of ISO.
    fromGec: (code) => gec.get(code) ?? (codes.includes(code) && !mappings[code]?._fips10 ? code : undefined),
    fromName: (name) => byName.get(comparable(name)),
  };
}
