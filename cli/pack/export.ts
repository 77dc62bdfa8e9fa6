import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type CitationFormat, citationFormats } from '../../src/cite/formats.ts';
import { citeAll } from '../../src/cite/index.ts';
import { toFtm } from '../../src/dataset/ftm.ts';
import type { Pack } from '../../src/dataset/schema.ts';
import { asExchange } from './input.ts';

/** `pack export ftm|csl|ris|bibtex|wiki|markdown PACK [--out FILE]`: entities for FollowTheMoney, or sources as a list of references. */
export async function exportPack(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { out: { type: 'string' } } });
  const [format = '', input] = positionals;
  const write = Object.hasOwn(citationFormats, format)
    ? ({ sources }: Pack) => citeAll(Object.values(sources), format as CitationFormat)
    : format === 'ftm'
      ? asFtm
      : undefined;
  if (write === undefined || input === undefined)
    throw new Error(`expected: export ftm|${Object.keys(citationFormats).join('|')} PACK [--out FILE]`);
  const text = write(await asExchange(input));
  if (values.out === undefined) process.stdout.write(text);
  else await writeFile(values.out, text);
  return 0;
}

function asFtm({ id, entities, sources }: Pack): string {
  const lines = entities.flatMap((entity) => toFtm(entity, id, sources) ?? []);
  if (lines.length < entities.length)
    console.error(
      `left out: ${entities.length - lines.length} places and terms, for which FollowTheMoney has no schema`,
    );
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
