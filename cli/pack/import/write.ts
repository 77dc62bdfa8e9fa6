import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PackInfo } from '../../../src/dataset/schema.ts';
import type { ImportedRecord } from '../../../src/import/record.ts';

/** Where records go. `add` answers why a record was refused, if it was. */
export interface RecordWriter {
  add(record: ImportedRecord): Promise<string | undefined>;
  finish(): Promise<void>;
  /** Leaves everything as it was before. */
  abandon(): Promise<void>;
}

/**
 * Writes a pack in the exchange format without holding it: entities as they come, sources into a file of their own that is put
 * behind them at the end. Only ids are remembered. The file appears under its name when it is whole.
 */
export function packWriter(out: string, info: PackInfo): RecordWriter {
  const [main, spool] = [`${out}.part`, `${out}.sources.part`];
  const target = createWriteStream(main);
  const sources = createWriteStream(spool);
  const packed = out.endsWith('.gz') ? createGzip() : undefined;
  const done = packed ? pipeline(packed, target) : undefined;
  const body: Writable = packed ?? target;
  // Broken pipes and full disks are told by the next write; without a listener they would end the process unasked.
  for (const stream of [body, sources]) stream.on('error', () => undefined);
  done?.catch(() => undefined);
  const entities = new Set<string>();
  const sourceIds = new Set<string>();
  const remove = () => Promise.all([main, spool].map((file) => rm(file, { force: true })));
  const head = `${JSON.stringify({ format: 'sidelight-pack', formatVersion: 1, ...info }).slice(0, -1)},"entities":[\n`;

  return {
    async add({ entity, sources: cited }) {
      if (entities.has(entity.id)) return `the id ${entity.id} stands on an earlier line`;
      await write(body, `${entities.size === 0 ? head : ',\n'}${JSON.stringify(entity)}`);
      entities.add(entity.id);
      for (const source of cited) {
        if (sourceIds.has(source.id)) continue;
        await write(
          sources,
          `${sourceIds.size === 0 ? '' : ',\n'}${JSON.stringify(source.id)}:${JSON.stringify(source)}`,
        );
        sourceIds.add(source.id);
      }
      return undefined;
    },
    async finish() {
      await end(sources);
      await write(body, `${entities.size === 0 ? head : ''}\n],"sources":{\n`);
      for await (const chunk of createReadStream(spool)) await write(body, chunk);
      await write(body, '\n}}\n');
      await Promise.all([end(body), done]);
      await rename(main, out);
      await remove();
    },
    async abandon() {
      body.destroy();
      sources.destroy();
      await remove();
    },
  };
}

/** Writes one line for each record, as it comes: for other programs, and for `import records`. */
export function lineWriter(out: string): RecordWriter {
  const output: Writable = out === '-' ? process.stdout : createWriteStream(out);
  output.on('error', () => undefined);
  return {
    async add(record) {
      await write(output, `${JSON.stringify(record)}\n`);
      return undefined;
    },
    async finish() {
      if (output !== process.stdout) await end(output);
    },
    // Lines that were written are whole: they are left to whoever reads them.
    abandon: async () => undefined,
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
