import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type CitationFormat, citationFormats } from '../../src/cite/formats.ts';

export const formats = ['text', 'json', 'webannotation', 'markdown', 'csv'] as const;
export type Format = (typeof formats)[number];

/** More threads than any machine has processors are a slip of the finger. */
const mostJobs = 1024;

export interface Options {
  /** Files and folders, or `-` for standard input; at least one. */
  inputs: string[];
  format: Format;
  jsonl: boolean;
  packs: string[];
  bundled: boolean;
  strict: boolean;
  first: boolean;
  /** The sources of what is mentioned, in this format, instead of the mentions. */
  sources?: CitationFormat;
  /** Threads that answer. */
  jobs: number;
  /** File of the answers; standard output when absent. */
  out?: string;
  /** File of answers whose documents are not done again. */
  skipDone?: string;
  /** Folder of the summary. */
  summary?: string;
  /** Whether to say how far it is; when absent, on a terminal. */
  progress?: boolean;
}

export const usage = `Usage: npm run -s annotate -- FILE|- [options]               one document: plain text or HTML
       npm run -s annotate -- --jsonl [INPUT…] [options]     a corpus: an answer a line, in the order of the documents
       npm run -s annotate -- --summary DIR ANSWERS… [options]   tables of answers that are there

  --format text|json|webannotation|markdown|csv   what to print of one document (default text)
  --pack FILE      add a pack (*.sidelight.json, also gzipped, or a folder); may be given more than once
  --no-bundled     leave the bundled packs out
  --strict         no fuzzy matching
  --sources csl|ris|bibtex|wiki|markdown          the sources of all that is mentioned, instead
  --first          only the first mention of each entity (default: --all)
  --help

A corpus is standard input, or any number of files and folders. Files may be gzip.
  lines of JSON    {"id", "text", "title"?, "lang"?, "published"?, "outlet"?, "url"?}
  web archives     WARC: the HTML of responses and resources; the text of WET files
  a folder         its pages (.html, .htm, .xhtml), those of inner folders too

  --out FILE       where the answers go (default: standard output); packed when it ends in .gz
  --skip-done FILE leave out the documents that are answered in FILE; with --out FILE, go on after them
  --jobs N         threads (default: one for each processor)
  --progress       say on standard error how far it is, also where that is no terminal
  --summary DIR    also write mentions.csv, co-mentions.csv and co-mentions.graphml into DIR
docs/user/corpora.md has more.`;

/** @throws {Error} with what was expected and what was found; the caller prints it with `usage`. */
export function readOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      jsonl: { type: 'boolean', default: false },
      pack: { type: 'string', multiple: true, default: [] },
      'no-bundled': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      first: { type: 'boolean', default: false },
      sources: { type: 'string' },
      out: { type: 'string' },
      'skip-done': { type: 'string' },
      jobs: { type: 'string' },
      progress: { type: 'boolean' },
      summary: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const format = values.format === undefined ? 'text' : formats.find((known) => known === values.format);
  if (!format) throw new Error(`--format: expected ${formats.join(', ')}; found "${values.format}".`);
  if (values.sources !== undefined && !Object.hasOwn(citationFormats, values.sources))
    throw new Error(`--sources: expected ${Object.keys(citationFormats).join(', ')}; found "${values.sources}".`);
  if (values.all && values.first) throw new Error('--all and --first: expected one of them, found both.');
  const ofCorpus = (['out', 'skip-done', 'jobs', 'progress'] as const).find((name) => values[name] !== undefined);
  if (ofCorpus && !values.jsonl) throw new Error(`--${ofCorpus}: expected --jsonl beside it; found none.`);
  const many = values.jsonl || values.summary !== undefined;
  const ofOne = (['format', 'sources'] as const).find((name) => values[name] !== undefined);
  if (ofOne && many) throw new Error(`--${ofOne}: expected one document; found a corpus.`);
  if (!many && positionals.length !== 1)
    throw new Error(
      `Expected one file, or - for standard input (a corpus needs --jsonl); found ${positionals.join(' ') || 'none'}.`,
    );
  const jobs = values.jobs === undefined ? availableParallelism() : Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > mostJobs)
    throw new Error(`--jobs: expected a whole number from 1 to ${mostJobs}; found "${values.jobs}".`);
  const { out, 'skip-done': skipDone, summary, progress, sources } = values;
  return {
    inputs: positionals.length > 0 ? positionals : ['-'],
    format,
    jsonl: values.jsonl,
    packs: values.pack,
    bundled: !values['no-bundled'],
    strict: values.strict,
    first: values.first,
    jobs,
    ...(sources !== undefined && { sources: sources as CitationFormat }),
    ...(out !== undefined && { out }),
    ...(skipDone !== undefined && { skipDone }),
    ...(summary !== undefined && { summary }),
    ...(progress !== undefined && { progress }),
  };
}
