import * as z from 'zod/mini';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { bracketed } from '../names.ts';
import { cleanText, shaped } from '../reading.ts';
import { type Adapter, factsOf, fileAt, type Input, ofCountry, SourceError } from '../source.ts';

const path = 'rust/data/territories/data.jsonl';

const schema = z.object({
  code: z.string().check(z.regex(/^[a-z]{1,4}(?:-[a-z0-9]+)?$/, 'expected a code such as fr, us-wa or suhh')),
  name: z.string(),
  full_name: z.string(),
  qid: z.string().check(z.regex(/^Q[1-9]\d*$/, 'expected a Wikidata item such as Q42')),
  parent: z.optional(z.string()),
  is_historical: z.optional(z.boolean()),
  successors: z.optional(z.array(z.string())),
});

/**
 * Rigour: Wikidata item and official name of countries, territories, former states and their subdivisions. The weak names are left out
 * (adjectives and capitals stand among them), and so are the summaries, whose licence is another, and what the file says of status.
 */
export const readRigour: Adapter = (input) => {
  const file = fileAt(input.files, path);
  const records = file.text
    .trimEnd()
    .split('\n')
    .map((text, i) => {
      const place = { file: file.path, line: i + 1 };
      let json: unknown;
      try {
        json = JSON.parse(text);
      } catch (error) {
        throw new SourceError(place, 'a record in JSON', (error as Error).message);
      }
      return { ...shaped(json, schema, `${file.path}:${i + 1}`), place };
    });
  const ids = new Map(records.map(({ code }) => [code, idOf(code, input)]));
  const fact = factsOf(input.source, input.day);
  const entities = records.map((record): Entity => {
    const { code, parent, qid, successors = [], place } = record;
    // "Georgia (USA)": what tells it apart in a list. Some brackets speak of the status of a place, which is not ours to say.
    const { name } = bracketed(cleanText(record.name, place));
    const country = parent?.toUpperCase() ?? code.toUpperCase();
    const type = record.is_historical
      ? 'former-state'
      : ids.get(code)!.startsWith('country-')
        ? 'country-or-territory'
        : 'subdivision';
    const facts = [
      fact('type', type, { locator: code }),
      ...(type === 'subdivision' && input.countries.codes.includes(country) ? [fact('country', country)] : []),
      ...successors.flatMap((other) => (ids.has(other) ? [fact('successor-state', ids.get(other)!)] : [])),
    ];
    return {
      id: ids.get(code)!,
      kind: 'place',
      name,
      ...namesOf(name, cleanText(record.full_name, place)),
      facts,
      ...(type === 'subdivision' && input.countries.codes.includes(country) ? { related: ofCountry(country) } : {}),
      wikidata: qid,
    };
  });
  return { asOf: input.day, entities };
};

function idOf(code: string, { countries }: Input): string {
  return countries.codes.includes(code.toUpperCase()) ? `country-${code}` : `territory-${code}`;
}

/** "Washington (United States of America)" tells apart in a list; nobody writes it in a text. */
function namesOf(name: string, full: string): { names?: Name[] } {
  return full === name || full.includes('(') ? {} : { names: [{ text: full, kind: 'full', lang: 'en' }] };
}
