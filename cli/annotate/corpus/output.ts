import { createWriteStream } from 'node:fs';
import { pipeline, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export interface Output {
  /** Waits for a slow reader, so that memory stays constant however long the corpus is. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Packs what it writes when the file's name ends in .gz. `on`: after what stands there. */
export function openOutput(file: string, on: boolean): Output {
  const out = createWriteStream(file, { flags: on ? 'a' : 'w' });
  const packer = file.endsWith('.gz') ? createGzip() : undefined;
  // What goes wrong on the way reaches whoever waits for the end.
  if (packer) pipeline(packer, out, () => undefined);
  const first: Writable = packer ?? out;
  const over = finished(out);
  over.catch(() => undefined);
  return {
    async write(text) {
      if (!first.write(text)) await Promise.race([drained(first), over]);
    },
    async close() {
      first.end();
      await over;
    },
  };
}

export const standardOutput: Output = {
  async write(text) {
    if (!process.stdout.write(text)) await drained(process.stdout);
  },
  close: async () => undefined,
};

function drained(stream: Writable): Promise<void> {
  return new Promise((done) => stream.once('drain', done));
}
