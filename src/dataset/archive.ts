/**
 * Several files as one, so that whoever needs all of them asks for one, and reads each where it lies. Little-endian:
 *
 * ```
 * header  magic, version, bytes of the whole, bytes of the table: 32 bits each
 * table   JSON, {"name": [offset, length]} in bytes from the beginning of the archive, padded with spaces
 * files   each at a multiple of eight
 * ```
 */

const MAGIC = 0x46504c53; // "SLPF"
const VERSION = 1;
const HEADER = 16;
/** What begins at a multiple of it can be read as numbers of any width. */
const ALIGNED = 8;

const aligned = (length: number) => Math.ceil(length / ALIGNED) * ALIGNED;

export function encodeArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const tableAt = (start: number): [table: Uint8Array, end: number] => {
    let at = start;
    const places = [...files].map(([name, { length }]) => {
      const place = [name, [at, length]] as const;
      at = aligned(at + length);
      return place;
    });
    return [new TextEncoder().encode(JSON.stringify(Object.fromEntries(places))), at];
  };
  // Where the table ends decides how many digits stand in it: with some to spare for each file.
  const start = aligned(HEADER + tableAt(0)[0].length + files.size * ALIGNED);
  const [table, end] = tableAt(start);
  const bytes = new Uint8Array(end);
  new Uint32Array(bytes.buffer, 0, 4).set([MAGIC, VERSION, end, start - HEADER]);
  bytes.fill(0x20, HEADER, start).set(table, HEADER);
  let at = start;
  for (const content of files.values()) {
    bytes.set(content, at);
    at = aligned(at + content.length);
  }
  return bytes;
}

/**
 * What reads a file of the archive, in place, by its name.
 * @throws {Error} that says what was expected and found: when the buffer is no archive of this version, and, of what is returned, when it has no such file or
 * was cut before its end
 */
export function openArchive(buffer: ArrayBuffer): (name: string) => Uint8Array<ArrayBuffer> {
  const [magic, version, length, tableLength = 0] = new Uint32Array(buffer, 0, Math.min(4, buffer.byteLength >> 2));
  if (magic !== MAGIC) throw new Error('packs: expected an archive of packs, found something else: build them again');
  if (version !== VERSION)
    throw new Error(`packs: expected an archive of version ${VERSION}, found ${version}: build them again`);
  const table = tableOf(new Uint8Array(buffer).subarray(HEADER, HEADER + tableLength));
  return (name) => {
    const place = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!isPlace(place))
      throw new Error(`packs: expected ${name} in the archive, found ${Object.keys(table).join(', ') || 'nothing'}`);
    const [at, size] = place;
    if (at + size > buffer.byteLength)
      throw new Error(
        `packs: expected ${length} bytes of archive, found ${buffer.byteLength}: ${name} was cut, build the packs again`,
      );
    return new Uint8Array(buffer, at, size);
  };
}

/** Where a file begins, and its length. */
type Place = [at: number, size: number];

function isPlace(place: unknown): place is Place {
  return Array.isArray(place) && place.length === 2 && place.every(Number.isInteger) && place[0] % ALIGNED === 0;
}

function tableOf(bytes: Uint8Array): Record<string, unknown> {
  try {
    return Object(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Error('packs: the table of the archive cannot be read: the file is damaged, build the packs again');
  }
}
