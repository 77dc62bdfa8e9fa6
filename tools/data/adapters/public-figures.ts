import * as z from 'zod/mini';
import { partialDate } from '../../../src/dataset/primitives.ts';
import type { Entity } from '../../../src/dataset/schema.ts';
import { knownIn } from '../known.ts';
import { readJson } from '../reading.ts';
import { type Adapter, factsOf, ofCountry, SourceError } from '../source.ts';
import { cuesOf, figureNames, namesOf, wordsOf } from './known-holders.ts';

/** Of `data/refresh/public-figures.json`: what people read, each office with the address where it stands. */
const schema = z.strictObject({
  /** The day on which the table was last read against its addresses. */
  on: z.string(),
  /** By the end of an id. */
  figures: z.record(
    z.string(),
    z.strictObject({
      ...figureNames,
      /**
       * ISO 3166-1 codes; none, where no country is somebody's without a dispute, or where its words speak as well for what is named after them: an
       * airport of France is called Charles de Gaulle.
       */
      countries: z.array(z.string()),
      offices: z.array(
        z.strictObject({
          office: z.string(),
          within: z.optional(z.string()),
          from: z.optional(partialDate),
          to: z.optional(partialDate),
          /** When the page says it. */
          asOf: partialDate,
          /** The pages that say it. */
          read: z.array(z.url()).check(z.minLength(1)),
        }),
      ),
    }),
  ),
});

/**
 * People whom the news of the world names and no open dataset tells of: heads before the tables of `known-holders` begin, who leads bodies of the world, and
 * a few who hold no office of a state. Offices and days alone. Somebody whom an earlier source knows gets the office there.
 */
export const readPublicFigures: Adapter = (input) => {
  const [file] = input.files;
  if (file === undefined) throw new SourceError({ file: 'public-figures.json', line: 1 }, 'the table', 'none');
  const { on, figures } = readJson(file, schema);
  const known = knownIn(input);
  const entities = Object.entries(figures).map(([key, figure]): Entity => {
    const { name, names, countries, offices } = figure;
    const matches = countries.flatMap((code) => known.find(code, [name, ...(names?.en ?? [])]));
    const [same, ...more] = new Set(matches.map(({ id }) => id));
    if (more.length > 0)
      throw new SourceError({ file: file.path, line: key }, 'one person of the name', [same, ...more].join(', '));
    return {
      id: same ?? `figure-${key}`,
      kind: 'person',
      name: matches[0]?.name ?? name,
      names: namesOf(figure, [], [...countries.flatMap((code) => wordsOf(code, input)), ...(figure.cues ?? [])]),
      facts: offices.map(({ office, within, from, to, asOf, read }) =>
        factsOf(input.source, asOf)('office-held', office, { within, from, to, locator: read.join(' ') }),
      ),
      cues: cuesOf(figure, countries, input),
      related: countries.flatMap(ofCountry),
    };
  });
  return { asOf: on, entities };
};
