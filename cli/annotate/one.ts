/** One document, for reading: its mentions in one of the formats, or the sources of what is mentioned. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { toCsv } from '../../src/cite/csv.ts';
import type { CitationFormat } from '../../src/cite/formats.ts';
import { citeAll } from '../../src/cite/index.ts';
import { datasets, quoted, type Report, reportMarkdown, webAnnotations } from '../../src/cite/report.ts';
import { citedSources } from '../../src/dataset/citations.ts';
import type { Mention } from '../../src/match/types.ts';
import { type Document, described, type Found, find, fromHtml, fromText } from './document.ts';
import { decodeHtml } from './encoding.ts';
import type { Options } from './options.ts';
import { loadPacks, madeWith, type Ready } from './packs.ts';

/** What is printed of the document that `options.input` names. @throws {Error} when it or a pack cannot be read */
export async function annotateOne(options: Options): Promise<string> {
  const [input = '-'] = options.inputs;
  const bytes = input === '-' ? await buffer(process.stdin) : await readFile(input);
  const document = isHtml(input, bytes) ? fromHtml(decodeHtml(bytes)) : fromText(new TextDecoder().decode(bytes));
  const ready = await loadPacks(options.packs, options.bundled);
  const found = described(find(document, ready.indexes, { ...options, order: ready.order }), ready.library);
  return options.sources === undefined
    ? printed(document, found, ready, options.format, input)
    : sourcesOf(found, ready, options.sources);
}

function isHtml(name: string, bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024));
  return /\.x?html?$/i.test(name) || /^\s*<(?:!doctype|html|\?xml|head|body)\b/i.test(start);
}

const because = ({ rule, detail }: Mention['why']) => (detail ? `${rule}: ${detail}` : rule);

async function printed(
  document: Document,
  found: Found[],
  ready: Ready,
  format: Options['format'],
  file: string,
): Promise<string> {
  const title = document.title ?? basename(file);
  const nameOf = (id: string) => ready.library.entities.get(id)?.entity.name ?? id;
  switch (format) {
    case 'json':
      return JSON.stringify({ title, text: document.text, made: await madeWith(ready), mentions: found }, null, 2);
    case 'webannotation':
      return JSON.stringify(webAnnotations(await reportOf(title, document, found, ready)), null, 2);
    case 'csv': {
      const made = await madeWith(ready);
      const { engine } = made;
      return toCsv(
        `start end text kind entity entityName pack name wikipedia score why engine dataset`.split(' '),
        found.map((one) => ({
          ...{ ...one, entityName: nameOf(one.entity), why: because(one.why) },
          ...{ engine, dataset: datasets(made) },
        })),
      ).trimEnd();
    }
    case 'markdown':
      return reportMarkdown(await reportOf(title, document, found, ready)).trimEnd();
    case 'text':
      return [
        `${title}: ${found.length} mentions`,
        ...found.map(
          (one) => `${String(one.start).padStart(7)}  ${one.text}  =  ${nameOf(one.entity)}  (${because(one.why)})`,
        ),
      ].join('\n');
  }
}

async function reportOf(title: string, { text }: Document, found: Found[], ready: Ready): Promise<Report> {
  const mentions = found.map(({ start, end, entity, why }) => {
    const { name = entity, kind = 'term', wikipedia, wikidata } = ready.library.entities.get(entity)?.entity ?? {};
    return { start, end, entity, why, name, kind, wikipedia, wikidata };
  });
  return { title, mentions: quoted(text, mentions), made: await madeWith(ready) };
}

/** Every source that the mentioned entities cite. */
function sourcesOf(found: Found[], { library }: Ready, format: CitationFormat): string {
  const entities = [...new Set(found.map(({ entity }) => entity))].flatMap((id) => library.entities.get(id) ?? []);
  const ids = new Set(entities.flatMap(({ entity }) => citedSources(entity)));
  return citeAll(
    [...ids].flatMap((id) => library.sources.get(id)?.source ?? []),
    format,
  ).trimEnd();
}
