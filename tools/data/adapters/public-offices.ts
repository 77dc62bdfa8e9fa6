import * as z from 'zod/mini';
import type { Entity } from '../../../src/dataset/schema.ts';
import { isHead, knownIn } from '../known.ts';
import { personNames } from '../names.ts';
import { cleanText, readJson, slug } from '../reading.ts';
import { type Adapter, factsOf, ofCountry, SourceError } from '../source.ts';

const rows = z.optional(z.array(z.object({ name: z.string(), role: z.optional(z.nullable(z.string())) })));
const schema = z.object({ ministers: rows, officials: rows });

/** The only country whose list of offices is whole: the lists of others hold a few names each. */
const country = 'us';
export const fileOf = (year: number) => `data/${country}/${year}/data.json`;

/** Ministers and high officials out of lists of public salaries, of which no salary is taken. Who is on the list of a year held the office in it. */
export const readPublicOffices: Adapter = (input) => {
  const known = knownIn(input);
  const people = new Map<string, Entity>();
  const years = new Set<string>();
  const code = country.toUpperCase();
  for (const file of input.files) {
    const [, year] = /\/(\d{4})\/data\.json$/u.exec(file.path) ?? [];
    if (year === undefined) throw new SourceError({ file: file.path, line: 1 }, 'a year in the path', file.path);
    years.add(year);
    const fact = factsOf(input.source, year);
    const all = readJson(file, schema);
    for (const key of ['ministers', 'officials'] as const)
      for (const [i, { name: written, role }] of (all[key] ?? []).entries()) {
        const place = { file: file.path, line: `${key}[${i}]` };
        const name = cleanText(written, place);
        if (!role) throw new SourceError(place, 'an office', 'none');
        const [same, ...more] = known.find(code, [name]);
        if (more.length > 0 || (same !== undefined && isHead(same))) continue;
        const id = same?.id ?? `office-${country}-${slug(name)}`;
        const person = people.get(id) ?? {
          id,
          kind: 'person' as const,
          name: same?.name ?? name,
          names: personNames(same?.name ?? name, [name]),
          facts: [],
          related: ofCountry(code),
        };
        const office = cleanText(role.replace(/ \([^)]*\)$/u, ''), place);
        if (!person.facts!.some(({ value }) => value === office))
          person.facts!.push(fact('office-held', office, { within: `country-${country}` }));
        people.set(id, person);
      }
  }
  return { asOf: [...years].sort().at(-1)!, entities: [...people.values()] };
};
