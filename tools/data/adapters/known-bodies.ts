import * as z from 'zod/mini';
import { factTypes } from '../../../src/dataset/fact-properties.ts';
import { partialDate } from '../../../src/dataset/primitives.ts';
import type { Entity } from '../../../src/dataset/schema.ts';
import { readJson } from '../reading.ts';
import { type Adapter, factsOf, ofCountry, SourceError } from '../source.ts';

/** Of `data/refresh/known-bodies.json`: what people read of bodies, each with the pages where it stands. */
const schema = z.strictObject({
  /** The day on which the table was last read against its addresses. */
  on: z.string(),
  /** By id. Their other names stand in `usual-names.json`. */
  bodies: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      /** A place where its country runs something: a prison, a plant. A body, where nothing is said. */
      kind: z.optional(z.enum(['place'])),
      /** None where its sources contest what a body is, or the list of types has no word for it. */
      type: z.optional(z.enum(factTypes)),
      /** An ISO 3166-1 code; none for a body of several countries. */
      country: z.optional(z.string()),
      founded: z.optional(partialDate),
      headquarters: z.optional(z.string()),
      /** The id of the body to which it belongs. */
      partOf: z.optional(z.string()),
      /** When the pages say it, where that is not the day of the table. */
      asOf: z.optional(partialDate),
      /** The pages that say it. */
      read: z.array(z.url()).check(z.minLength(1)),
    }),
  ),
});

/** Bodies and places that the news of the world names and no open dataset tells of. Facts that nobody contests alone. */
export const readKnownBodies: Adapter = (input) => {
  const [file] = input.files;
  if (file === undefined) throw new SourceError({ file: 'known-bodies.json', line: 1 }, 'the table', 'none');
  const { on, bodies } = readJson(file, schema);
  const entities = Object.entries(bodies).map(([id, body]): Entity => {
    const { name, kind = 'organisation', type, country, founded, headquarters, partOf, asOf = on, read } = body;
    const told = { type, country, 'part-of': partOf, founded, headquarters };
    const fact = factsOf(input.source, asOf);
    const facts = Object.entries(told).flatMap(([property, value]) =>
      value === undefined ? [] : [fact(property as keyof typeof told, value, { locator: read.join(' ') })],
    );
    if (facts.length === 0) throw new SourceError({ file: file.path, line: id }, 'a fact', 'none');
    if (partOf !== undefined && bodies[partOf] === undefined && !input.earlier.has(partOf))
      throw new SourceError({ file: file.path, line: id }, 'a body of the table or of an earlier source', partOf);
    return {
      id,
      kind,
      name,
      names: [{ text: name, kind: 'full' }],
      facts,
      ...(country !== undefined && { related: ofCountry(country) }),
    };
  });
  return { asOf: on, entities };
};
