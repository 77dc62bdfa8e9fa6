import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type EntityKind, entityKinds, type PackInfo, packInfoSchema } from '../../src/dataset/schema.ts';
import { type Format, formats, type PlacedReading, type ReadingOptions } from '../../src/import/readings.ts';
import { idOf } from '../../src/import/record.ts';
import { openInput } from './import/open.ts';
import { lineWriter, packWriter, type RecordWriter } from './import/write.ts';
import { wordRank } from './knowledge.ts';

const usage = `expected: import ${Object.keys(formats).join('|')} INPUT --out FILE
  INPUT may be gzip or bzip2; - is standard input. FILE is a pack (.json, .json.gz), or lines (.jsonl; - is standard output).
  --id ID --title TEXT --description TEXT --license TEXT   of the pack
  --on DATE                  the day of the import, so that it can be repeated byte for byte
  --languages en,fa          names wanted (wikidata)
  --class Q5 --country Q794 --ids FILE                     items wanted (wikidata)
  --labels FILE              lines of Q-id, tab, label: names of offices and parties (wikidata)
  --map "Column=field"       what a column holds (csv)
  --kind KIND                of rows that do not say theirs (csv)`;

/** Problems of single records are told one by one up to this many, then counted. */
const toldProblems = 50;

/** `pack import FORMAT INPUT --out FILE`. Exit code 1 when a record was refused; the others are written all the same. */
export async function importPack(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      id: { type: 'string' },
      title: { type: 'string' },
      description: { type: 'string' },
      license: { type: 'string' },
      languages: { type: 'string', default: 'en' },
      class: { type: 'string', multiple: true },
      country: { type: 'string', multiple: true },
      ids: { type: 'string' },
      labels: { type: 'string' },
      map: { type: 'string', multiple: true },
      kind: { type: 'string', default: 'person' },
      on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const [format, input] = positionals;
  const read = Object.hasOwn(formats, format ?? '') ? formats[format as Format] : undefined;
  if (read === undefined || input === undefined || values.out === undefined) throw new Error(usage);
  const today = values.on;
  const info = infoOf(values, input, format!, today);
  const options: ReadingOptions = {
    today,
    wordRank,
    languages: values.languages.split(','),
    choice: {
      ...(values.class ? { classes: setOf(values.class) } : {}),
      ...(values.country ? { countries: setOf(values.country) } : {}),
      ...(values.ids === undefined ? {} : { ids: new Set((await readFile(values.ids, 'utf8')).match(/Q\d+/gu)) }),
    },
    labels: values.labels === undefined ? new Map() : labelsIn(await readFile(values.labels, 'utf8')),
    columns: Object.fromEntries((values.map ?? []).map((pair) => splitPair(pair))),
    prefix: info.id,
    kind: kindOf(values.kind),
    onMapping: (mapping) =>
      console.error(
        `columns: ${Object.entries(mapping)
          .map(([column, field]) => `${column} = ${field}`)
          .join(', ')}`,
      ),
  };
  return transfer(
    read({ open: () => openInput(input), again: input !== '-' }, options),
    writerFor(values.out, info),
    values.out,
  );
}

function infoOf(
  values: Partial<Record<'id' | 'title' | 'description' | 'license', string>>,
  input: string,
  format: string,
  today: string,
): PackInfo {
  const id = values.id ?? (idOf(input === '-' ? format : basename(input).split('.')[0]!) || format);
  const info = {
    id,
    title: values.title ?? id,
    description: values.description ?? `Imported from ${format} on ${today}.`,
    language: 'en',
    license: values.license ?? 'not stated',
    released: today,
  };
  const result = packInfoSchema.safeParse(info);
  if (!result.success)
    throw new Error(
      `expected an id of lower-case words joined by hyphens, a day as YYYY-MM-DD and no empty text, found --id ${id} --on ${today}`,
    );
  return result.data;
}

function setOf(lists: readonly string[]): Set<string> {
  return new Set(lists.flatMap((list) => list.split(',')));
}

function labelsIn(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^(Q\d+)\t(.+)$/gmu)].map(([, id, label]) => [id!, label!.trim()]));
}

function splitPair(pair: string): [string, string] {
  const at = pair.lastIndexOf('=');
  if (at < 1) throw new Error(`expected --map "Column=field", found "${pair}"`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function kindOf(text: string): EntityKind {
  const kind = entityKinds.find((known) => known === text);
  if (kind === undefined) throw new Error(`expected --kind with one of ${entityKinds.join(', ')}, found "${text}"`);
  return kind;
}

function writerFor(out: string, info: PackInfo): RecordWriter {
  return out === '-' || out.endsWith('.jsonl') ? lineWriter(out) : packWriter(out, info);
}

async function transfer(readings: AsyncIterable<PlacedReading>, writer: RecordWriter, out: string): Promise<number> {
  const skipped = new Map<string, number>();
  const count = { written: 0, lost: 0, told: 0 };
  const tell = (line: number, text: string) => {
    count.told++;
    if (count.told <= toldProblems) console.error(`line ${line}: ${text}`);
  };
  try {
    for await (const { line, record, skipped: reason, problems } of readings) {
      for (const { path, expected, found, todo } of problems)
        tell(line, `${path ? `${path}: ` : ''}expected ${expected}, found ${found}; ${todo}`);
      const refusal = record && (await writer.add(record));
      if (refusal !== undefined) tell(line, `${refusal}; the record was left out`);
      if (reason !== undefined) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
      else if (record === undefined || refusal !== undefined) count.lost++;
      else count.written++;
    }
    await writer.finish();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  if (count.told > toldProblems) console.error(`and ${count.told - toldProblems} more remarks`);
  const reasons = [...skipped].map(([reason, number]) => `${number} ${reason}`).join(', ');
  console.error(
    `${out}: ${count.written} entities written; ${count.lost} records refused; left out: ${reasons || 'none'}`,
  );
  return count.lost === 0 ? 0 : 1;
}
