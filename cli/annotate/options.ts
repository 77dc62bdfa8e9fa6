import { parseArgs } from 'node:util';
import { type CitationFormat, citationFormats } from '../../src/cite/formats.ts';

export const formats = ['text', 'json', 'webannotation', 'markdown', 'csv'] as const;
export type Format = (typeof formats)[number];

export interface Options {
  /** A file, or `-` for standard input. */
  input: string;
  format: Format;
  jsonl: boolean;
  packs: string[];
  bundled: boolean;
  strict: boolean;
  first: boolean;
  /** The sources of what is mentioned, in this format, instead of the mentions. */
  sources?: CitationFormat;
}

export const usage = `Usage: npm run -s annotate -- FILE|- [options]      one document: plain text or HTML
       npm run -s annotate -- --jsonl [options]     standard input: one {"id", "text", "title"?, "lang"?, "published"?} a line

  --format text|json|webannotation|markdown|csv   what to print (default text)
  --pack FILE      add a pack (*.sidelight.json, also gzipped, or a folder); may be given more than once
  --no-bundled     leave the bundled packs out
  --strict         no fuzzy matching
  --sources csl|ris|bibtex|wiki|markdown          the sources of all that is mentioned, instead
  --first          only the first mention of each entity (default: --all)
  --help`;

/** @throws {Error} with what was expected and what was found; the caller prints it with `usage`. */
export function readOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      jsonl: { type: 'boolean', default: false },
      pack: { type: 'string', multiple: true, default: [] },
      'no-bundled': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      first: { type: 'boolean', default: false },
      sources: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const format = formats.find((known) => known === values.format);
  if (!format) throw new Error(`--format: expected ${formats.join(', ')}; found "${values.format}".`);
  if (values.sources !== undefined && !Object.hasOwn(citationFormats, values.sources))
    throw new Error(`--sources: expected ${Object.keys(citationFormats).join(', ')}; found "${values.sources}".`);
  if (values.all && values.first) throw new Error('--all and --first: expected one of them, found both.');
  if (values.jsonl ? positionals.length > 0 : positionals.length !== 1) {
    const wanted = values.jsonl ? 'no file (--jsonl reads standard input)' : 'one file, or - for standard input';
    throw new Error(`Expected ${wanted}; found ${positionals.length ? positionals.join(' ') : 'none'}.`);
  }
  return {
    input: positionals[0] ?? '-',
    format,
    jsonl: values.jsonl,
    packs: values.pack,
    bundled: !values['no-bundled'],
    strict: values.strict,
    first: values.first,
    ...(values.sources !== undefined && { sources: values.sources as CitationFormat }),
  };
}
