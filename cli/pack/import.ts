import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { type EntityKind, entityKinds } from '../../src/dataset/kinds.ts';
import { type PackInfo, packInfoSchema } from '../../src/dataset/schema.ts';
import { isTableField, tableFields } from '../../src/import/fields.ts';
import { formats } from '../../src/import/formats.ts';
import { type FileOptions, type Format, lookAt } from '../../src/import/input.ts';
import { readFile as readRecords } from '../../src/import/read-file.ts';
import { idOf, type PlacedOutcome, placeText } from '../../src/import/record.ts';
import { openInput } from './import/open.ts';
import { lineWriter, packWriter, type RecordWriter } from './import/write.ts';
import { wordRank } from './knowledge.ts';

const usage = `expected: import [auto|${Object.keys(formats).join('|')}] INPUT --out FILE
  INPUT may be gzip; - is standard input. FILE is a pack (.json, .json.gz), or lines (.jsonl; - is standard output).
  --id ID --title TEXT --description TEXT --license TEXT   of the pack
  --on DATE                  the day of the import, so that it can be repeated byte for byte
  --languages en,fa          names wanted (wikidata)
  --class Q5 --country Q794 --ids FILE                     items wanted (wikidata)
  --labels FILE              lines of Q-id, tab, label: names of offices and parties (wikidata)
  --report FILE              every remark, a line each; without it the first 50 are printed and the rest counted
  --map "Column=field"       what a column holds (csv)
  --kind KIND                of rows that do not say theirs (csv)`;

/** Problems of single records are reported one by one up to this many, then counted. */
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
      kind: { type: 'string' },
      report: { type: 'string' },
      on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const [format = 'auto', input] = positionals.length === 1 ? ['auto', ...positionals] : positionals;
  const known = format === 'auto' || Object.hasOwn(formats, format);
  if (!known || input === undefined || values.out === undefined) throw new Error(usage);
  const today = values.on;
  const kind = values.kind === undefined ? undefined : kindOf(values.kind);
  infoOf(values, input, format, today);
  const opened = await lookAt({ open: () => openInput(input), again: input !== '-' });
  // A spreadsheet is unpacked as a whole: 100,000 rows of shared strings let garbage grow to 500 MB where 230 MB do, in the same time.
  if (opened.detected.form === 'xlsx' || opened.detected.form === 'ods') setFlagsFromString('--optimize-for-size');
  const info = infoOf(values, input, format === 'auto' ? (opened.detected.format ?? format) : format, today);
  const options: FileOptions = {
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
    libraries: () => import('../../src/import/libraries.ts'),
    kind,
    onMapping: (mapping) =>
      console.error(
        `columns: ${Object.entries(mapping)
          .map(([column, field]) => `${column} = ${field}`)
          .join(', ')}`,
      ),
  };
  return transfer(
    readRecords(opened, format === 'auto' ? undefined : (format as Format), options),
    writerFor(values.out, info),
    values.out,
    values.report,
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
  const field = pair.slice(at + 1);
  if (field !== '' && !isTableField(field))
    throw new Error(`expected --map "Column=field" with one of ${tableFields.join(', ')}, names:en, found "${field}"`);
  return [pair.slice(0, at), field];
}

function kindOf(text: string): EntityKind {
  const kind = entityKinds.find((known) => known === text);
  if (kind === undefined) throw new Error(`expected --kind with one of ${entityKinds.join(', ')}, found "${text}"`);
  return kind;
}

function writerFor(out: string, info: PackInfo): RecordWriter {
  return isPack(out) ? packWriter(out, info) : lineWriter(out);
}

function isPack(out: string): boolean {
  return out !== '-' && !out.endsWith('.jsonl');
}

async function transfer(
  outcomes: AsyncIterable<PlacedOutcome>,
  writer: RecordWriter,
  out: string,
  reportFile: string | undefined,
): Promise<number> {
  const report = reportFile === undefined ? undefined : await open(reportFile, 'w');
  const skipped = new Map<string, number>();
  const count = { written: 0, joined: 0, lost: 0, told: 0 };
  const tell = async (place: string, text: string) => {
    const line = [place, text].filter(Boolean).join(': ');
    count.told++;
    if (count.told <= toldProblems) console.error(line);
    await report?.write(`${line}\n`);
  };
  try {
    for await (const outcome of outcomes) {
      const { record, skipped: reason, problems, remark } = outcome;
      const place = placeText(outcome);
      for (const { path, expected, found, todo } of problems)
        await tell(place, `${path ? `${path}: ` : ''}expected ${expected}, found ${found}; ${todo}`);
      const { refused, joined } = record ? await writer.add(record, place) : {};
      if (refused !== undefined)
        await tell(
          place,
          `expected an id that no earlier record has, found ${refused}; the record was left out: give each an id of its own`,
        );
      if (remark) continue;
      if (reason !== undefined) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
      else if (record === undefined || refused !== undefined) count.lost++;
      else if (joined) count.joined++;
      else count.written++;
    }
    if (count.told > toldProblems)
      console.error(
        `and ${count.told - toldProblems} more remarks${reportFile === undefined ? '; --report FILE keeps all of them' : `: all of them are in ${reportFile}`}`,
      );
    const reasons = [...skipped].map(([reason, number]) => `${number} ${reason}`).join(', ');
    const rest = `${count.lost} records refused; left out: ${reasons || 'none'}`;
    // Of one part of a dump nothing may be wanted; its lines are then none, and that is right.
    const mayBeEmpty = !isPack(out) && count.lost === 0 && skipped.size > 0;
    if (count.written === 0 && !mayBeEmpty)
      throw new Error(`expected something that can be used, found nothing (${rest}); ${out} is unchanged`);
    await writer.finish();
    console.error(
      `${out}: ${count.written} entities written${count.joined > 0 ? `, with ${count.joined} repeated ones joined to them` : ''}; ${rest}`,
    );
  } catch (error) {
    await writer.abandon();
    throw error;
  } finally {
    await report?.close();
  }
  return count.lost === 0 ? 0 : 1;
}
