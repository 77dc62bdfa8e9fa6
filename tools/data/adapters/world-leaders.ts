import * as z from 'zod/mini';
import type { Entity } from '../../../src/dataset/schema.ts';
import { personNames } from '../names.ts';
import { cleanText, isoDay, readJson } from '../reading.ts';
import { type Adapter, factsOf, ofCountry, SourceError } from '../source.ts';

const holder = z.object({
  name_en: z.string(),
  name_local: z.nullish(z.string()),
  wikidata_id: z.string().check(z.regex(/^Q[1-9]\d*$/, 'expected a Wikidata item such as Q42')),
  since: z.nullish(z.string()),
});
const schema = z.object({
  snapshot_date: z.string(),
  countries: z.record(
    z.string(),
    z.object({
      country: z.object({ iso_code: z.string() }),
      positions: z.record(z.string(), z.object({ title_en: z.string(), current_holder: z.nullish(holder) })),
    }),
  ),
});

/** Bodies that the file lists beside countries, under codes of its own. */
const bodies: Record<string, string> = { EU: 'body-european-union', AU_AF: 'body-african-union' };

/**
 * World Leaders Current: holders of the first offices of thirty countries, a file a day; the newest is read. Parties are left, since some are
 * wrong, and so are birthdays.
 */
export const readWorldLeaders: Adapter = ({ source, files, countries }) => {
  const file = files.at(-1);
  if (file === undefined) throw new SourceError({ file: 'snapshots', line: 1 }, 'a file of a day', 'none');
  const { snapshot_date, countries: listed } = readJson(file, schema);
  const asOf = isoDay(snapshot_date, { file: file.path, line: 'snapshot_date' });
  const fact = factsOf(source, asOf);
  const people = new Map<string, Entity>();
  for (const [key, { country, positions }] of Object.entries(listed)) {
    const code = country.iso_code;
    const body = bodies[code];
    const place = { file: file.path, line: `countries.${key}` };
    if (body === undefined && !countries.codes.includes(code))
      throw new SourceError(place, 'the ISO code of a country', code);
    for (const [position, { title_en, current_holder: held }] of Object.entries(positions)) {
      if (!held) continue;
      const name = cleanText(held.name_en, place);
      const local = held.name_local && cleanText(held.name_local, place);
      const id = `leader-${held.wikidata_id.toLowerCase()}`;
      const person = people.get(id) ?? {
        id,
        kind: 'person' as const,
        name,
        names: [...personNames(name), ...(local && local !== name ? [{ text: local, kind: 'full' as const }] : [])],
        facts: [],
        related: [],
        wikidata: held.wikidata_id,
      };
      const from = held.since ? isoDay(held.since, place) : undefined;
      person.facts!.push(
        body
          ? fact('office-held', cleanText(title_en, place), { within: body, from })
          : fact(
              position === 'head_of_state' ? 'head-of-state-of' : 'head-of-government-of',
              `country-${code.toLowerCase()}`,
              { from },
            ),
      );
      if (!body && !person.related!.some(({ id: other }) => other === ofCountry(code)[0]!.id))
        person.related!.push(...ofCountry(code));
      people.set(id, person);
    }
  }
  return { asOf, entities: [...people.values()] };
};
