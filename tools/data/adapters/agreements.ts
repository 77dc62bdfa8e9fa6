import * as z from 'zod/mini';
import { nameKinds } from '../../../src/dataset/kinds.ts';
import type { Entity, Name } from '../../../src/dataset/schema.ts';
import { readJson, slug } from '../reading.ts';
import { type Adapter, factsOf, fileAt, SourceError } from '../source.ts';

const name = z.union([
  z.string(),
  z.object({
    text: z.string(),
    kind: z.optional(z.enum(nameKinds)),
    usedBy: z.optional(z.string()),
    exactCase: z.optional(z.boolean()),
  }),
]);
/** By language; `any` where all languages write it so. */
const names = z.record(z.string(), z.array(name));

/** What the ids of a kind begin with; an event is that of the lists of Wikidata when it has their name. */
const prefixes = { document: 'agreement', event: 'event', term: 'plan', organisation: 'alliance' } as const;

const schema = z.object({
  /** ISO date of the day on which the pages were last read. */
  on: z.string(),
  /** Words of a language that speak for names which ask for them, by the name of the list. */
  needs: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
  rows: z.array(
    z.object({
      kind: z.enum(['document', 'event', 'term', 'organisation']),
      name: z.string(),
      /** An event that another source tells has none here. */
      type: z.optional(z.enum(['event', 'armed-conflict', 'international-body'])),
      /** Of an agreement the day on which it was signed or opened for signature, or else adopted; YYYY, YYYY-MM or YYYY-MM-DD. */
      began: z.optional(z.string()),
      founded: z.optional(z.string()),
      /** Address of the page that says so. */
      at: z.string(),
      wikidata: z.optional(z.string()),
      names: z.optional(names),
      /** Names that count only beside a word of the list `needs`. */
      asking: z.optional(names),
      needs: z.optional(z.string()),
    }),
  ),
});

const manyWords = /\p{L}[\s\u200c-]+\p{L}/u;

/** Initials stand for much else in small letters. */
const initials = /^[\p{Lu}\d]{2,}$/u;

/** What news names and no open dataset tells of, with the day and the page; wars that the lists of Wikidata have get their names in other languages. */
export const readAgreements: Adapter = ({ source, files, day }) => {
  const file = fileAt(files, 'agreements.json');
  const { on, needs, rows } = readJson(file, schema);
  const fact = factsOf(source, on);
  const entities = new Map<string, Entity>();
  for (const [at, row] of rows.entries()) {
    const place = { file: file.path, line: `rows[${at}]` };
    const id = `${prefixes[row.kind]}-${slug(row.name)}`;
    if (entities.has(id)) throw new SourceError(place, 'a name that no other row has', row.name);
    if (!/^https?:\/\/\S+$/u.test(row.at)) throw new SourceError(place, 'the address of a page', row.at);
    const property = row.founded === undefined ? 'began' : 'founded';
    const date = row[property];
    if (date === undefined) throw new SourceError(place, 'a date', 'none');
    const asking = Object.entries(row.asking ?? {}).flatMap(([lang, texts]) => {
      const lists = needs[row.needs ?? ''] ?? {};
      const words = lang === 'any' ? [...new Set(Object.values(lists).flat())] : (lists[lang] ?? []);
      if (words.length === 0) throw new SourceError(place, `words of the language ${lang} in needs`, row.needs);
      return texts.map((text): Name => ({ ...nameOf(text, lang), needs: words }));
    });
    const full = Object.entries(row.names ?? {}).flatMap(([lang, texts]) =>
      texts.map((text): Name => {
        const name = nameOf(text, lang);
        return { ...name, ...(name.kind === 'full' && manyWords.test(name.text) && { unique: true }) };
      }),
    );
    entities.set(id, {
      id,
      kind: row.kind,
      name: row.name,
      names: [...full, ...asking],
      facts: [
        fact(property, date, { locator: row.at }),
        ...(row.type === undefined ? [] : [fact('type', row.type, { locator: row.at })]),
      ],
      ...(row.wikidata !== undefined && { wikidata: row.wikidata }),
    });
  }
  return { asOf: day, entities: [...entities.values()] };
};

function nameOf(written: z.infer<typeof name>, lang: string): Name {
  const { text, ...more } = typeof written === 'string' ? { text: written } : written;
  const kind = initials.test(text) ? ({ kind: 'acronym', exactCase: true } as const) : ({ kind: 'full' } as const);
  return { text, ...kind, ...more, ...(lang !== 'any' && { lang }) };
}
