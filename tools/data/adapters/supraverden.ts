import * as z from 'zod/mini';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { cleanText, readYaml, slug } from '../reading.ts';
import { type Adapter, factsOf, fileAt, type Place, SourceError } from '../source.ts';
import { languages } from './cldr.ts';

const path = 'data/general_list.yaml';
const schema = z.record(z.string(), z.record(z.string(), z.unknown()));

/** The file's way to say that it has no value. */
const noValue = /^(?:\[No code found\.\]|none|null|)$/u;
/** Some headquarters are buildings. */
const building = /\d|\b(?:building|tower|palais|light|seat of|messeturm|area)\b/iu;

/** Supraverden: international bodies with their names in many languages, their seat and the year of their foundation. */
export const readSupraverden: Adapter = (input) => {
  const fact = factsOf(input.source, input.day);
  const families = input.tables.families as Record<string, string>;
  const records = Object.entries(readYaml(fileAt(input.files, path), schema));
  const ids = new Set(records.map(([name]) => `body-${slug(name)}`));
  const entities = records.map(([key, fields]): Entity => {
    const place = { file: path, line: key };
    const text = (field: string) => textOf(fields[field], place);
    const name = text('Name_en') ?? cleanText(key, place);
    const id = `body-${slug(key)}`;
    const item = text('Wikidata_code');
    const family = families[String(fields.Org_family)];
    const seat = text('Headquarters');
    const founded = fields.Year_established;
    if (founded !== undefined && founded !== null && !/^\d{4}$/u.test(String(founded)))
      throw new SourceError({ ...place, line: `${key}.Year_established` }, 'a year', founded);
    return {
      id,
      kind: 'organisation',
      name,
      names: namesOf(name, text),
      facts: [
        fact('type', 'international-body', { locator: text('SPRVD_id') }),
        ...(founded ? [fact('founded', String(founded))] : []),
        ...(seat && !building.test(seat) ? [fact('headquarters', seat)] : []),
        ...(family && family !== id && ids.has(family) ? [fact('part-of', family)] : []),
      ],
      ...(item && /^Q[1-9]\d*$/u.test(item) ? { wikidata: item } : {}),
    };
  });
  return { asOf: input.day, entities };
};

function textOf(value: unknown, place: Place): string | undefined {
  if (value === null || value === undefined || noValue.test(String(value).trim())) return undefined;
  // The hyphen that does not break is not typed by anybody.
  return cleanText(String(value).replaceAll('‐', '-'), place);
}

function namesOf(name: string, text: (field: string) => string | undefined): Name[] {
  const others = ['Name_other_en', 'Name_other_1_en', 'Name_other_2_en', 'Name_other_3_en', 'Name_former_en']
    .flatMap((field) => text(field) ?? [])
    .filter((other) => other.includes(' '))
    .map((other): Name => ({ text: other, kind: 'variant', lang: 'en' }));
  const translated = languages
    .filter((lang) => lang !== 'en')
    .flatMap((lang): Name[] => {
      const found = text(`Name_${lang}`);
      return found && found !== name ? [{ text: found, kind: 'full', lang }] : [];
    });
  const acronyms = [
    ['Abbreviation_en', 'en'],
    ['Abbreviation_fr', 'fr'],
    ['Abbreviation_es', 'es'],
  ].flatMap(([field, lang]): Name[] => {
    const found = text(field!);
    return found && /^[\p{L}\d-]{3,12}$/u.test(found) && found !== name
      ? [{ text: found, kind: 'acronym', lang: lang!, exactCase: true }]
      : [];
  });
  const all = [{ text: name, kind: 'full' as const, lang: 'en' }, ...others, ...acronyms, ...translated];
  return [...new Map(all.map((each) => [`${each.lang} ${each.text}`, each])).values()];
}
