import * as z from 'zod/mini';
import type { factTypes } from '../../../src/dataset/fact-properties.ts';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { cleanText, readJson, shaped } from '../reading.ts';
import { type Adapter, factsOf, ofCountry, SourceError } from '../source.ts';

const record = z.object({
  id: z.string(),
  status: z.string(),
  established: z.nullable(z.number()),
  external_ids: z.array(z.object({ type: z.string(), all: z.array(z.string()) })),
  links: z.array(z.object({ type: z.string(), value: z.string() })),
  locations: z.array(z.object({ geonames_details: z.object({ country_code: z.string() }) })).check(z.minLength(1)),
  names: z.array(z.object({ value: z.string(), lang: z.nullable(z.string()), types: z.array(z.string()) })),
});
type Body = z.infer<typeof record>;
type Written = Body['names'][number];

/** The form of records that nobody has changed since 2024. */
const older = z.object({
  id: z.string(),
  status: z.string(),
  established: z.nullable(z.number()),
  name: z.string(),
  links: z.array(z.string()),
  aliases: z.array(z.string()),
  acronyms: z.array(z.string()),
  labels: z.array(z.object({ label: z.string(), iso639: z.nullable(z.string()) })),
  country: z.object({ country_code: z.string() }),
  external_ids: z.record(z.string(), z.unknown()),
});

function today({
  name,
  links,
  aliases,
  acronyms,
  labels,
  country,
  external_ids,
  ...same
}: z.infer<typeof older>): Body {
  const items = z.safeParse(z.object({ all: z.array(z.string()) }), external_ids.Wikidata);
  const written = (values: readonly string[], type: string) =>
    values.map((value) => ({ value, lang: null, types: [type] }));
  return {
    ...same,
    external_ids: items.success ? [{ type: 'wikidata', all: items.data.all }] : [],
    links: links.map((value) => ({ type: 'website', value })),
    locations: [{ geonames_details: country }],
    names: [
      ...written([name], 'ror_display'),
      ...written(acronyms, 'acronym'),
      ...written(aliases, 'alias'),
      ...labels.map(({ label, iso639 }) => ({ value: label, lang: iso639, types: ['label'] })),
    ],
  };
}

/** Of `data/refresh/public-bodies.json`: the records that are taken, by their paths, and what each is. */
type BodyTable = Record<string, (typeof factTypes)[number]>;

/** Of the languages of labels those of the interface, which have a card of their own, and no more: texts in others name the body otherwise. */
const languages = new Set(['ar', 'de', 'en', 'es', 'fa', 'fr']);
const acronym = /^\p{Lu}[\p{L}\d-]{2,9}$/u;

/** The Research Organization Registry: ministries, public bodies and associations that news names, out of the hundred thousand that do research. */
export const readRor: Adapter = (input) => {
  const table = input.tables['public-bodies'] as BodyTable;
  const fact = factsOf(input.source, input.day);
  const entities = input.files.flatMap((file): Entity[] => {
    const place = { file: file.path, line: 'names' };
    const json = readJson(file, z.looseObject({}));
    const body = 'names' in json ? shaped(json, record, file.path) : today(shaped(json, older, file.path));
    const type = table[file.path];
    if (type === undefined) throw new SourceError(place, 'a path of public-bodies.json', file.path);
    if (body.status !== 'active') return [];
    const code = body.locations[0]!.geonames_details.country_code;
    const key = body.id.split('/').at(-1)!;
    const shown = body.names.find(({ types }) => types.includes('ror_display'));
    const english = body.names.find(({ types, lang }) => types.includes('label') && lang === 'en') ?? shown;
    if (english === undefined) throw new SourceError(place, 'a label', 'none');
    const name = cleanText(english.value, place);
    const site = body.links.find((link) => link.type === 'website')?.value;
    const item = body.external_ids.find((each) => each.type === 'wikidata')?.all[0];
    return [
      {
        id: `ror-${key}`,
        kind: 'organisation',
        name,
        names: namesOf(name, body.names).map((each) => ({ ...each, text: cleanText(each.text, place) })),
        facts: [
          fact('type', type, { locator: key }),
          fact('country', code),
          ...(body.established === null ? [] : [fact('founded', String(body.established).padStart(4, '0'))]),
          ...(site && URL.canParse(site) ? [fact('website', new URL(site).host)] : []),
        ],
        related: ofCountry(code),
        ...(item !== undefined && { wikidata: item }),
      },
    ];
  });
  return { asOf: input.day, entities };
};

function namesOf(name: string, written: readonly Written[]): Name[] {
  const names: Name[] = [{ text: name, kind: 'full', lang: 'en' }];
  for (const { value, lang, types } of written) {
    const text = value.trim();
    if (names.some((each) => each.text === text) || /[()]/u.test(text)) continue;
    if (types.includes('acronym')) {
      if (acronym.test(text)) names.push({ text, kind: 'acronym', exactCase: true });
    } else if (lang !== null && languages.has(lang) && text.includes(' '))
      names.push({ text, kind: types.includes('label') ? 'full' : 'variant', lang });
  }
  return names;
}
