/** What most starts of the worker wait for, asked for before the rest of its script is read: what comes meanwhile costs nothing. */
import { readFile } from '../../src/browser/files.ts';

const first = readFile('packs/archive.bin');
// Heard by whoever needs it; without this it would be reported as an error that nobody heard.
first.catch(() => undefined);
let taken = false;

/** The file that all packs are opened with: the one that was asked for first, once, and else anew. */
export async function readArchive(): Promise<ArrayBuffer> {
  const response = taken ? readFile('packs/archive.bin') : first;
  taken = true;
  return (await response).arrayBuffer();
}
