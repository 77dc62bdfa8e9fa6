/** The file of a pack's entities and sources: written once, read one record at a time. */
import { citedSources } from '../dataset/citations.ts';
import { inTodaysForm } from '../dataset/earlier.ts';
import { toFtm } from '../dataset/ftm.ts';
import type { Entity, Pack, PackInfo, Source } from '../dataset/schema.ts';
import { type Added, merged, refusalOf } from '../import/merge.ts';
import type { ImportedRecord } from '../import/record.ts';
import type { NamedEntity } from '../match/types.ts';
import type { RecordFile } from './database.ts';

/** An entity as it is stored: with the places of its sources. */
type Stored = [entity: Entity, sources: number[]];

export interface Collection {
  /** `place` is where it stands, for whoever meets it a second time. */
  add(record: ImportedRecord, place: string): Added;
  addSource(source: Source): number;
  readonly size: number;
  readonly sources: number;
  /** What the index is compiled from, in the order of the ids. */
  named(): NamedEntity[];
  /** The file: entities in the order of their ids, then sources in the order in which they came. */
  file(): RecordFile;
  /**
   * What the content is known by: SHA-256, in hexadecimal, of the JSON of every entity and then every source, each in the order of the
   * ids, with its keys in the order of the schema and a line break after it. The same on the command line and in the browser.
   */
  hash(): Promise<string>;
}

/** Holds of each record its JSON in bytes and what the matcher needs: a tenth of the objects. */
export function createCollection(): Collection {
  const texts = createTexts();
  const entities = new Map<string, { text: Stretch; own: Stretch; named: NamedEntity; place: string }>();
  const sources = new Map<string, { text: Stretch; place: number }>();
  const inOrder: Stretch[] = [];
  const sorted = () => [...entities].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);

  function addSource(source: Source): number {
    const known = sources.get(source.id);
    if (known) return known.place;
    const place = sources.size;
    const text = texts.add(JSON.stringify(source));
    inOrder.push(text);
    sources.set(source.id, { text, place });
    return place;
  }

  /** A record that was put in. */
  function stored(text: Stretch): ImportedRecord {
    const [entity, places] = JSON.parse(textOf(text)) as Stored;
    return { entity, sources: places.map((place) => JSON.parse(textOf(inOrder[place]!)) as Source) };
  }

  return {
    add(record, place) {
      const before = entities.get(record.entity.id);
      const whole = before ? merged(stored(before.text), record) : record;
      if (!whole) return { refused: refusalOf(record, before!.place) };
      const { entity, sources: cited } = whole;
      const { id, kind, name, names, cues, related, roles, distinctFrom, disputes, facts } = entity;
      // As JSON of `Stored`; the numbers take a byte for each character.
      const places = `,${JSON.stringify(cited.map(addSource))}]`;
      const text = texts.add(`[${JSON.stringify(entity)}${places}`);
      entities.set(id, {
        text,
        own: { ...text, start: text.start + 1, end: text.end - places.length },
        named: { id, kind, name, names, cues, related, roles, distinctFrom, disputes, facts },
        place: before?.place ?? place,
      });
      return before ? { joined: true } : {};
    },
    addSource,
    get size() {
      return entities.size;
    },
    get sources() {
      return sources.size;
    },
    named: () => sorted().map(({ named }) => named),
    file: () => texts.file([...sorted(), ...sources.values()].map(({ text }) => text)),
    hash() {
      const cited = [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { text }]) => text);
      return digest([...sorted().map(({ own }) => own), ...cited]);
    },
  };
}

/** A text in bytes: where it stands in which chunk. */
interface Stretch {
  chunk: Uint8Array<ArrayBuffer>;
  start: number;
  end: number;
}

function textOf({ chunk, start, end }: Stretch): string {
  return new TextDecoder().decode(chunk.subarray(start, end));
}

/** Bytes of a chunk. A buffer for each text would cost the collector of garbage more than all the rest of an import. */
const chunkSize = 4 * 2 ** 20;

function createTexts() {
  const encoder = new TextEncoder();
  let chunk = new Uint8Array(0);
  let used = 0;
  return {
    add(text: string): Stretch {
      // UTF-8 takes at most three bytes for a UTF-16 code unit.
      const most = text.length * 3;
      if (used + most > chunk.length) {
        chunk = new Uint8Array(Math.max(chunkSize, most));
        used = 0;
      }
      const start = used;
      used += encoder.encodeInto(text, chunk.subarray(start)).written;
      return { chunk, start, end: used };
    },
    file(stretches: readonly Stretch[]): RecordFile {
      const offsets = new Uint32Array(stretches.length + 1);
      for (const [i, { start, end }] of stretches.entries()) offsets[i + 1] = offsets[i]! + end - start;
      const whole = new Uint8Array(offsets[stretches.length]!);
      for (const [i, { chunk: from, start, end }] of stretches.entries())
        whole.set(from.subarray(start, end), offsets[i]);
      return { texts: new Blob([whole]), offsets: offsets.buffer };
    },
  };
}

async function digest(stretches: readonly Stretch[]): Promise<string> {
  const whole = new Uint8Array(stretches.reduce((sum, { start, end }) => sum + end - start + 1, 0));
  let at = 0;
  for (const { chunk, start, end } of stretches) {
    whole.set(chunk.subarray(start, end), at);
    at += end - start;
    whole[at++] = 10;
  }
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The hash of a pack, as `Collection` has it. */
export function hashOf(pack: Pick<Pack, 'entities' | 'sources'>): Promise<string> {
  const collection = createCollection();
  collectPack(pack, collection);
  return collection.hash();
}

/** Adds all of a pack. Sources that nothing cites are kept: they are the maker's. */
export function collectPack({ entities, sources }: Pick<Pack, 'entities' | 'sources'>, collection: Collection): void {
  for (const entity of entities) {
    const cited = citedSources(entity).flatMap((id) => (Object.hasOwn(sources, id) ? [sources[id]!] : []));
    collection.add({ entity, sources: cited }, '');
  }
  for (const source of Object.values(sources)) collection.addSource(source);
}

export interface Records {
  /** By place in the order of ids, which is the matcher's. */
  entity(place: number): Promise<ImportedRecord>;
  /** All entities, in the order of ids. */
  entities(): AsyncGenerator<Entity>;
  sources(): AsyncGenerator<Source>;
}

/** Bytes read at once when all is read. */
const stretch = 4 * 2 ** 20;

export function openRecords({ texts, offsets: buffer }: RecordFile, entities: number): Records {
  const offsets = new Uint32Array(buffer);
  const count = offsets.length - 1;
  const text = (from: number, to: number) => texts.slice(offsets[from]!, offsets[to]!).text();

  async function* all<T>(from: number, to: number): AsyncGenerator<T> {
    const decoder = new TextDecoder();
    for (let place = from; place < to; ) {
      let end = place + 1;
      while (end < to && offsets[end]! - offsets[place]! < stretch) end++;
      const bytes = new Uint8Array(await texts.slice(offsets[place]!, offsets[end]!).arrayBuffer());
      const start = offsets[place]!;
      for (; place < end; place++)
        yield JSON.parse(decoder.decode(bytes.subarray(offsets[place]! - start, offsets[place + 1]! - start))) as T;
    }
  }

  return {
    async entity(place) {
      const [entity, sources] = JSON.parse(await text(place, place + 1)) as Stored;
      const read = sources.map(async (source) => JSON.parse(await text(entities + source, entities + source + 1)));
      return { entity: inTodaysForm(entity) as Entity, sources: (await Promise.all(read)) as Source[] };
    },
    async *entities() {
      for await (const [entity] of all<Stored>(0, entities)) yield inTodaysForm(entity) as Entity;
    },
    sources: () => all<Source>(entities, count),
  };
}

/** The pack as lines for FollowTheMoney; kinds that it has no schema for are left out. */
export async function ftmFile({ id }: PackInfo, records: Records): Promise<Blob> {
  const sources = await Array.fromAsync(records.sources());
  const byId = Object.fromEntries(sources.map((source) => [source.id, source]));
  const parts: BlobPart[] = [];
  for await (const entity of records.entities()) {
    const line = toFtm(entity, id, byId);
    if (line) parts.push(`${JSON.stringify(line)}\n`);
  }
  return new Blob(parts, { type: 'application/x-ndjson' });
}

/** The pack in the exchange format, as a file. */
export async function exchangeFile(
  { id, title, description, language, license, corrections, released }: PackInfo,
  records: Records,
): Promise<Blob> {
  const info: PackInfo = { id, title, description, language, license, ...(corrections && { corrections }), released };
  const parts: BlobPart[] = [
    `${JSON.stringify({ format: 'sidelight-pack', formatVersion: 1, ...info }).slice(0, -1)},"entities":[\n`,
  ];
  let first = true;
  for await (const entity of records.entities()) {
    parts.push(`${first ? '' : ',\n'}${JSON.stringify(entity)}`);
    first = false;
  }
  parts.push('\n],"sources":{\n');
  first = true;
  for await (const source of records.sources()) {
    parts.push(`${first ? '' : ',\n'}${JSON.stringify(source.id)}:${JSON.stringify(source)}`);
    first = false;
  }
  parts.push('\n}}\n');
  return new Blob(parts, { type: 'application/json' });
}
