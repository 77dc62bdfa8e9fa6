/** Annotates documents with the same matcher as the extension: one document for reading, or JSON lines for a batch. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { toCsv } from '../../src/cite/csv.ts';
import type { CitationFormat } from '../../src/cite/formats.ts';
import { citeAll } from '../../src/cite/index.ts';
import { datasets, quoted, type Report, reportMarkdown, webAnnotations } from '../../src/cite/report.ts';
import { citedSources } from '../../src/dataset/citations.ts';
import { annotate } from '../../src/match/index.ts';
import type { Mention, PageText } from '../../src/match/types.ts';
import { linesOf } from '../lines.ts';
import { readHtml } from './html.ts';
import { type Options, readOptions, usage } from './options.ts';
import { loadPacks, madeWith, type Ready } from './packs.ts';
import { splitBlocks } from './text.ts';

/** One mention as it is written out: offsets are UTF-16 offsets into the document's text. */
interface Found {
  start: number;
  end: number;
  text: string;
  kind: Mention['kind'];
  entity: string;
  pack: string;
  name: string;
  wikipedia: string | null;
  dispute?: string;
  score: number;
  why: Mention['why'];
}

interface Document extends PageText {
  text: string;
  /** UTF-16 offset of each block in `text`. */
  starts: number[];
}

function fromText(body: string, about: Omit<PageText, 'blocks'> = {}): Document {
  const blocks = splitBlocks(body);
  return {
    ...about,
    text: body,
    blocks: blocks.map((block) => block.text),
    starts: blocks.map((block) => block.start),
  };
}

/** The text of an HTML page is its blocks, one to a line. */
function fromHtml(html: string): Document {
  const page = readHtml(html);
  let end = 0;
  const starts = page.blocks.map((block) => {
    const start = end;
    end += block.length + 1;
    return start;
  });
  return { ...page, text: page.blocks.join('\n'), starts };
}

function find(document: Document, { library, indexes }: Ready, options: Options): Found[] {
  const mentions = annotate(indexes, document, {
    strictness: options.strict ? 'strict' : 'normal',
    repeats: options.first ? 'first' : 'all',
  });
  return mentions.map(({ block, start, end, kind, entity, dispute, score, why, name }) => {
    const offset = document.starts[block] ?? 0;
    const known = library.entities.get(entity);
    return {
      start: offset + start,
      end: offset + end,
      text: document.text.slice(offset + start, offset + end),
      kind,
      entity,
      pack: known?.pack.id ?? '',
      name,
      wikipedia: known?.entity.wikipedia ?? null,
      ...(dispute && { dispute }),
      score,
      why,
    };
  });
}

const because = ({ rule, detail }: Mention['why']) => (detail ? `${rule}: ${detail}` : rule);

async function printDocument(
  document: Document,
  found: Found[],
  ready: Ready,
  options: Options,
  file: string,
): Promise<string> {
  const title = document.title ?? basename(file);
  const nameOf = (id: string) => ready.library.entities.get(id)?.entity.name ?? id;
  switch (options.format) {
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

async function annotateOne(options: Options): Promise<void> {
  const source = options.input === '-' ? await text(process.stdin) : await readFile(options.input, 'utf8');
  const html = /\.x?html?$/i.test(options.input) || /^\s*<(?:!doctype|html|\?xml|head|body)\b/i.test(source);
  const document = html ? fromHtml(source) : fromText(source);
  const ready = await loadPacks(options.packs, options.bundled);
  const found = find(document, ready, options);
  console.log(
    options.sources === undefined
      ? await printDocument(document, found, ready, options, options.input)
      : sourcesOf(found, ready, options.sources),
  );
}

/** A line's document. @throws {Error} with what was expected and found, for the line's own answer */
function readLine(line: string): { id: unknown; document: Document } {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('expected an object with "id" and "text"');
  }
  const { id, text: body, title, lang, published } = value as Record<string, unknown>;
  const refuse = (key: string, found: unknown) => {
    throw Object.assign(new Error(`expected "${key}" to be a text; found ${JSON.stringify(found) ?? 'nothing'}`), {
      id,
    });
  };
  if (typeof body !== 'string') return refuse('text', body);
  if (id === undefined) return refuse('id', id);
  for (const [key, found] of Object.entries({ title, lang, published })) {
    if (found !== undefined && found !== null && typeof found !== 'string') refuse(key, found);
  }
  const about = { title, lang, published } as Omit<PageText, 'blocks'>;
  return { id, document: fromText(body, Object.fromEntries(Object.entries(about).filter(([, found]) => found))) };
}

async function annotateLines(options: Options): Promise<void> {
  const ready = await loadPacks(options.packs, options.bundled);
  for await (const line of linesOf(process.stdin)) {
    if (!line.trim()) continue;
    let answer: unknown;
    try {
      const { id, document } = readLine(line);
      answer = { id, mentions: find(document, ready, options) };
    } catch (error) {
      const { message, id = null } = error as Error & { id?: unknown };
      answer = { id, error: message };
      process.exitCode = 1;
    }
    // Waiting for a slow reader keeps memory constant however long the input is.
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
      await new Promise((done) => process.stdout.once('drain', done));
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else await (options.jsonl ? annotateLines(options) : annotateOne(options));
}

main().catch((error: Error) => {
  console.error(`${error.message}\n\nRun "npm run -s annotate -- --help" to see what can be asked.`);
  process.exitCode = 2;
});
