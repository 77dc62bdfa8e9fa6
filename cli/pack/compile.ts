import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { encodeArchive } from '../../src/dataset/archive.ts';
import { toExchange } from '../../src/dataset/exchange.ts';
import { jsonSchema } from '../../src/dataset/json-schema.ts';
import { createLibrary } from '../../src/dataset/library.ts';
import type { Entity, Pack } from '../../src/dataset/schema.ts';
import { type PlaceOf, type ShippedEntity, toShipped } from '../../src/dataset/shipped.ts';
import { encodeTitles, type Title, titleOf } from '../../src/dataset/titles.ts';
import { cardTexts, heldPhrases } from '../../src/dataset/translations/card-texts.ts';
import { packTexts } from '../../src/dataset/translations/pack-texts.ts';
import type { LanguageTexts } from '../../src/dataset/translations/schema.ts';
import { compileIndex, openIndex, packIndex, placesOf } from '../../src/match/index.ts';
import { hashOf } from '../../src/own-packs/records.ts';
import { languages } from '../../src/settings/types.ts';
import type { PackListing } from '../../src/worker/bundled-packs.ts';
import { readBundled } from './files.ts';
import { commonWords } from './knowledge.ts';
import { readSoundTranslations } from './translate/files.ts';
import { wordsBesideNames } from './words-beside.ts';

/**
 * Compiles the packs of a data folder into the files that the extension loads: `list.json`, `archive.bin` with what every pack is opened with, and for
 * each pack those of `filesOf`.
 * `pack.schema.json` is for editors of packs, `words.json` for imports in the browser. The same data gives the same bytes.
 * @returns names of the files written
 * @throws {Error} with every record that cannot be read, since a pack with a hole would ship unnoticed
 */
export async function compilePacks(dataDir: string, outDir: string): Promise<string[]> {
  const { packs, openData } = await readBundled(dataDir);
  const translations = await readSoundTranslations(dataDir);
  const files = new Map<string, string | Uint8Array>();
  const list: PackListing[] = [];
  const archived: Compiled['archived'][] = [];
  const library = createLibrary(packs);
  for (const pack of packs) {
    const whole = toExchange(pack, library);
    const compiled = await filesOf(whole, openData.has(pack.id), translations);
    list.push(compiled.listing);
    archived.push(compiled.archived);
    for (const [name, content] of compiled.files) files.set(name, content);
  }
  files.set('list.json', JSON.stringify(list));
  files.set('archive.bin', archiveOf(archived));
  files.set('words.json', JSON.stringify(commonWords()));
  files.set('pack.schema.json', JSON.stringify(jsonSchema('pack')));
  for (const [name, content] of files) {
    await mkdir(dirname(join(outDir, name)), { recursive: true });
    await writeFile(join(outDir, name), content);
  }
  return [...files.keys()];
}

/**
 * UTF-16 code units of JSON: what a card reads takes a millisecond. Of the short records of open data a card reads four times as much, since they are packed
 * better together: a hundredth of the package.
 */
const shardSize = { edited: 64_000, openData: 256_000 };

export interface Compiled {
  listing: PackListing;
  /** `<id>.index` (names) and `<id>.titles`, which stand in the archive: a worker reads those of all packs at the start of a scan. */
  archived: Map<string, Uint8Array>;
  /** The others, by name. */
  files: Map<string, string | Uint8Array>;
}

/** What a worker opens packs with, in one file; `words.index` has the words that all packs share, and no names. */
export function archiveOf(packs: readonly Compiled['archived'][]): Uint8Array<ArrayBuffer> {
  const words = packIndex(compileIndex([], wordsBesideNames));
  return encodeArchive(new Map([...packs.flatMap((files) => [...files]), ['words.index', words]]));
}

/**
 * A pack as the extension loads it: beside what is in the archive `<id>/sources.json` and one of `<id>/<n>.json` (records in the order of their ids)
 * when a card asks for them. For each language into which it is translated `<id>.<lang>.titles`, used in place of the other, and
 * `<id>/<lang>/<n>.json` beside the records of the same number.
 */
export async function filesOf(
  pack: Pack,
  openData: boolean,
  translations: readonly LanguageTexts[] = [],
): Promise<Compiled> {
  const { format: _, formatVersion: __, entities, sources, ...info } = pack;
  // Records of open data are facts, which templates of the interface put into words.
  const texts = openData ? [] : translations;
  const sorted = entities.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const compiled = compileIndex(entities);
  const index = openIndex(compiled);
  const places = sorted.map((_, entity) => placesOf(index, entity));
  const shards = openData
    ? shardsOf(
        sorted.map((entity, place) => toShipped(forCards(entity), places[place]!)),
        shardSize.openData,
      )
    : shardsOf(sorted, shardSize.edited);
  const listing: PackListing = {
    ...info,
    entities: entities.length,
    sources: Object.keys(sources).length,
    hash: await hashOf(pack),
    openData,
    shards: shards.map(({ first }) => first),
    languages: texts.map(({ language }) => language),
    said: packTexts(info, translations),
  };
  return {
    listing,
    archived: new Map([
      [`${pack.id}.index`, packIndex(compiled)],
      [
        `${pack.id}.titles`,
        encodeTitles(
          sorted.map((entity) => titleOf(entity, languages)),
          places,
        ),
      ],
    ]),
    files: new Map<string, string | Uint8Array>([
      [`${pack.id}/sources.json`, JSON.stringify(sources)],
      ...shards.map(({ records }, i) => [`${pack.id}/${i}.json`, `[${records.join(',\n')}]`] as const),
      ...texts.flatMap((each) => translatedFiles(pack, sorted, places, listing.shards, each)),
    ]),
  };
}

/**
 * A record of open data without what only matching asks for, which is in the index: its name among its names where it is the only full one in English,
 * and names in languages that are neither the interface's nor its own. A twentieth of the package.
 */
function forCards({ cues: _, names = [], ...entity }: Entity): Entity {
  const english = names.filter(({ lang, kind }) => lang === 'en' && kind === 'full');
  const shown = [...languages, undefined, entity.ownLanguage];
  const others = names
    .filter((name) => english.length > 1 || name !== english[0] || name.text !== entity.name)
    .filter(({ lang }) => shown.includes(lang))
    .map(({ needs: _needs, exactCase: _exactCase, unique: _unique, ...name }) => name);
  return { ...entity, ...(others.length > 0 && { names: others }) };
}

function translatedFiles(
  { id, sources }: Pick<Pack, 'id' | 'sources'>,
  sorted: readonly Entity[],
  places: readonly PlaceOf[],
  shards: readonly number[],
  translation: LanguageTexts,
): [string, string | Uint8Array][] {
  const { language } = translation;
  const held = { entities: translation.entities, phrases: heldPhrases(translation) };
  const cards = sorted.map((entity) => cardTexts(entity, (source) => sources[source], held));
  const titles = sorted.map((entity, place): Title => {
    const { name, description } = cards[place]?.texts ?? {};
    return {
      ...titleOf(entity, languages),
      ...(name !== undefined && { names: { [language]: name } }),
      ...(description !== undefined && { description }),
    };
  });
  return [
    [`${id}.${language}.titles`, encodeTitles(titles, places)],
    ...shards.map((first, i): [string, string] => {
      const lines = cards.slice(first, shards[i + 1]).map((card) => JSON.stringify(card));
      return [`${id}/${language}/${i}.json`, `[${lines.join(',\n')}]`];
    }),
  ];
}

function shardsOf(sorted: readonly (Entity | ShippedEntity)[], size: number): { first: number; records: string[] }[] {
  const shards: { first: number; records: string[]; size: number }[] = [];
  for (const [place, entity] of sorted.entries()) {
    const record = JSON.stringify(entity);
    let shard = shards.at(-1);
    if (shard === undefined || shard.size >= size) {
      shard = { first: place, records: [], size: 0 };
      shards.push(shard);
    }
    shard.records.push(record);
    shard.size += record.length;
  }
  return shards;
}
