import { unzipSync } from 'fflate';

/** Bytes of a part, unpacked: a spreadsheet of a million rows has less. */
const largestPart = 400 * 2 ** 20;

/** A text in UTF-8 out of a zip file; nothing when there is none of this name. @throws {Error} when the file is damaged or the part too large */
export function textOf(file: Uint8Array, path: string): string | undefined {
  const parts = unzipSync(file, {
    filter({ name, originalSize }) {
      if (name !== path) return false;
      if (originalSize > largestPart) throw new Error(`expected at most ${largestPart / 2 ** 20} MB in ${path}`);
      return true;
    },
  });
  return parts[path] && new TextDecoder().decode(parts[path]);
}
