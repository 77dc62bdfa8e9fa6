import * as z from 'zod/mini';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { plainForm } from '../../../src/dataset/text.ts';
import { cleanText, readJson } from '../reading.ts';
import { type Adapter, factsOf, fileAt, type Place, SourceError, type SourceFile } from '../source.ts';

/** Languages in which a capital is called otherwise than in English, of those of the interface. */
const others = ['ar', 'de', 'es', 'fa', 'fr'] as const;

const pathOf = (language: string) => `cldr-json/cldr-dates-full/main/${language}/timeZoneNames.json`;
const territories = 'cldr-json/cldr-core/supplemental/windowsZones.json';
export const files = [territories, ...['en', ...others].map(pathOf)];

const schema = z.object({
  main: z.record(
    z.string(),
    z.object({ dates: z.object({ timeZoneNames: z.object({ zone: z.record(z.string(), z.unknown()) }) }) }),
  ),
});

const territorySchema = z.object({
  supplemental: z.object({
    windowsZones: z.object({
      mapTimezones: z.array(z.object({ mapZone: z.object({ _type: z.string(), _territory: z.string() }) })),
    }),
  }),
});

/** CLDR: the cities after which time zones are called, of which most are capitals, in the languages of the interface. */
export const readCldrCities: Adapter = ({ source, files: given, day, earlier }) => {
  const citiesOf = (language: string) => {
    const file = fileAt(given, pathOf(language));
    const main = readJson(file, schema).main[language];
    const place = { file: file.path, line: 'zone' };
    if (main === undefined) throw new SourceError(place, `names in the language ${language}`, 'none');
    return cities(main.dates.timeZoneNames.zone, place);
  };
  const english = citiesOf('en');
  const foreign = others.map((lang) => ({ lang, named: citiesOf(lang) }));
  const fact = factsOf(source, day);
  const codes = countriesOfZones(given);
  const all = [...earlier.values()];
  const countries = new Set(all.filter(isOf('country-or-territory')).flatMap(formsOf));
  const capitals = Map.groupBy(all.filter(isOf('capital')), ({ name }) => plainForm(name));
  const entities = [...new Set(foreign.flatMap(({ named }) => [...named.keys()]))].flatMap((zone): Entity[] => {
    const code = codes.get(zone);
    const city = plainForm(english.get(zone) ?? lastOf(zone));
    const capital = capitals.get(city)?.find(({ facts = [] }) => facts.some(({ value }) => value === code));
    if (code === undefined || capital === undefined) return [];
    const names = foreign.flatMap(({ lang, named }): Name[] => {
      const text = named.get(zone);
      // Luxembourg is a country first.
      return text === undefined || text === capital.name || countries.has(plainForm(text))
        ? []
        : [{ text, kind: 'full', lang }];
    });
    const { id, name } = capital;
    return names.length === 0
      ? []
      : [{ id, kind: 'place', name, names, facts: [fact('country', code, { locator: zone })] }];
  });
  return { asOf: day, entities };
};

/** Codes of countries by zone. */
function countriesOfZones(given: readonly SourceFile[]): Map<string, string> {
  const { mapTimezones } = readJson(fileAt(given, territories), territorySchema).supplemental.windowsZones;
  return new Map(
    mapTimezones.flatMap(({ mapZone: { _type: zones, _territory: code } }) =>
      // "001" is the world, "ZZ" nowhere.
      /^\d|^ZZ$/u.test(code) ? [] : zones.split(' ').map((zone) => [zone, code] as const),
    ),
  );
}

function lastOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** The city of each zone that has a name of its own, by the path of the zone: "America/Argentina/Ushuaia". */
function cities(zones: Record<string, unknown>, place: Place): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (path: string, value: unknown) => {
    if (typeof value !== 'object' || value === null)
      throw new SourceError(place, `zones under ${path}`, JSON.stringify(value));
    const { exemplarCity } = value as { exemplarCity?: unknown };
    if (exemplarCity === undefined) {
      for (const [name, inner] of Object.entries(value)) if (!forms.has(name)) walk(`${path}/${name}`, inner);
      return;
    }
    if (typeof exemplarCity !== 'string')
      throw new SourceError(place, `the city of ${path}`, JSON.stringify(exemplarCity));
    // "Tripoli (Libye)" is told apart for a list.
    found.set(path, cleanText(exemplarCity, place).replace(/ \([^)]*\)$/u, ''));
  };
  for (const [name, inner] of Object.entries(zones)) walk(name, inner);
  return found;
}

/** What is said of a zone itself: "British Summer Time". */
const forms = new Set(['long', 'short', '_type']);

const isOf =
  (type: string) =>
  ({ kind, facts = [] }: Entity) =>
    kind === 'place' && facts.some((fact) => fact.property === 'type' && fact.value === type);

const formsOf = ({ name, names = [] }: Entity) => [name, ...names.map(({ text }) => text)].map(plainForm);
