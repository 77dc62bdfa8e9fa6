import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PackInfo } from '../../../src/dataset/schema.ts';
import { valuesOf } from '../../../src/import/lines.ts';
import { type Added, merged, refusalOf } from '../../../src/import/merge.ts';
import type { ImportedRecord } from '../../../src/import/record.ts';

/** Where records go. */
export interface RecordWriter {
  /** `place` is where the record stands, for whoever meets it a second time. */
  add(record: ImportedRecord, place: string): Promise<Added>;
  finish(): Promise<void>;
  /** Leaves everything as it was before. */
  abandon(): Promise<void>;
}

/**
 * Writes a pack in the exchange format without holding it: records go to a file beside it, one a line, and into the pack at the end.
 * Only ids and places are remembered. A record of what stands there already is joined to it. The pack appears under its name when it is
 * whole.
 */
export function packWriter(out: string, info: PackInfo): RecordWriter {
  const files = { records: `${out}.records.part`, sources: `${out}.sources.part`, pack: `${out}.part` };
  const spool = createSpool(files.records);
  const known = new Map<string, { first: number; line: number; place: string }>();
  const remove = () => Promise.all(Object.values(files).map((file) => rm(file, { force: true })));

  /** Each in its last form, where it first stood. */
  async function* recordsIn(): AsyncGenerator<ImportedRecord> {
    let number = 0;
    for await (const { value } of valuesOf(createReadStream(files.records))) {
      const record = value as ImportedRecord;
      const { first, line } = known.get(record.entity.id)!;
      if (first === number) yield line === first ? record : JSON.parse(await spool.read(line));
      number++;
    }
  }

  return {
    async add(record, place) {
      const { id } = record.entity;
      const before = known.get(id);
      const whole = before ? merged(JSON.parse(await spool.read(before.line)) as ImportedRecord, record) : record;
      if (!whole) return { refused: refusalOf(record, before!.place) };
      const line = await spool.write(JSON.stringify(whole));
      known.set(id, before ? { ...before, line } : { first: line, line, place });
      return before ? { joined: true } : {};
    },
    async finish() {
      await spool.flush();
      await writePack(files, info, recordsIn(), out.endsWith('.gz'));
      await spool.close();
      await rename(files.pack, out);
      await remove();
    },
    async abandon() {
      await spool.close().catch(() => undefined);
      await remove();
    },
  };
}

async function writePack(
  files: Record<'records' | 'sources' | 'pack', string>,
  info: PackInfo,
  records: AsyncIterable<ImportedRecord>,
  packed: boolean,
): Promise<void> {
  const target = createWriteStream(files.pack);
  const sources = createWriteStream(files.sources);
  const gzip = packed ? createGzip() : undefined;
  const done = gzip ? pipeline(gzip, target) : undefined;
  const body: Writable = gzip ?? target;
  // Broken pipes and full disks are reported by the next write; without a listener they would end the process unasked.
  for (const stream of [body, sources]) stream.on('error', () => undefined);
  done?.catch(() => undefined);
  await write(
    body,
    `${JSON.stringify({ format: 'sidelight-pack', formatVersion: 1, ...info }).slice(0, -1)},"entities":[\n`,
  );
  const sourceIds = new Set<string>();
  let entities = 0;
  for await (const { entity, sources: cited } of records) {
    await write(body, `${entities++ === 0 ? '' : ',\n'}${JSON.stringify(entity)}`);
    for (const source of cited) {
      if (sourceIds.has(source.id)) continue;
      await write(
        sources,
        `${sourceIds.size === 0 ? '' : ',\n'}${JSON.stringify(source.id)}:${JSON.stringify(source)}`,
      );
      sourceIds.add(source.id);
    }
  }
  await end(sources);
  await write(body, '\n],"sources":{\n');
  for await (const chunk of createReadStream(files.sources)) await write(body, chunk);
  await write(body, '\n}}\n');
  await Promise.all([end(body), done]);
}

/** Bytes of lines that are held before they are written. */
const together = 2 ** 18;

/** A file of lines that are written one after another, and of which each can be read again. */
function createSpool(path: string) {
  const starts = [0];
  let held: Buffer[] = [];
  let size = 0;
  let opened: Promise<FileHandle> | undefined;
  const file = () => {
    opened ??= open(path, 'w+');
    return opened;
  };
  async function flush() {
    const handle = await file();
    const bytes = Buffer.concat(held);
    held = [];
    size = 0;
    for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
  }
  return {
    /** The number of the line. */
    async write(text: string): Promise<number> {
      const bytes = Buffer.from(`${text}\n`);
      held.push(bytes);
      size += bytes.length;
      starts.push(starts.at(-1)! + bytes.length);
      if (size > together) await flush();
      return starts.length - 2;
    },
    async read(line: number): Promise<string> {
      if (size > 0) await flush();
      const [start, next] = [starts[line]!, starts[line + 1]!];
      const { buffer } = await (await file()).read(Buffer.alloc(next - start - 1), 0, next - start - 1, start);
      return buffer.toString('utf8');
    },
    flush,
    async close() {
      await (await file()).close();
    },
  };
}

/** Writes one line for each record, as it comes: for other programs, and for `import records`. */
export function lineWriter(out: string): RecordWriter {
  const part = `${out}.part`;
  const output: Writable = out === '-' ? process.stdout : createWriteStream(part);
  output.on('error', () => undefined);
  return {
    async add(record) {
      await write(output, `${JSON.stringify(record)}\n`);
      return {};
    },
    async finish() {
      if (output === process.stdout) return;
      await end(output);
      await rename(part, out);
    },
    async abandon() {
      if (output === process.stdout) return;
      output.destroy();
      await rm(part, { force: true });
    },
  };
}

function end(stream: Writable): Promise<void> {
  return new Promise((resolve, reject) => stream.end((error?: Error | null) => (error ? reject(error) : resolve())));
}

/** Waits until the stream has taken the text, so that a slow disk slows the reader instead of filling the memory. */
function write(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (stream.write(text, (error) => error && reject(error))) resolve();
    else stream.once('drain', resolve);
  });
}
