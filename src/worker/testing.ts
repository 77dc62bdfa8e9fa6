import { archiveOf, type Compiled, filesOf as compiledFiles } from '../../cli/pack/compile.ts';
import type { Pack } from '../dataset/schema.ts';
import type { LanguageTexts } from '../dataset/translations/schema.ts';
import { createSearch } from '../search/index.ts';
import { defaultSettings } from '../settings/schema.ts';
import type { Language, Settings } from '../settings/types.ts';
import type { Ground } from './answers.ts';
import { createPacks, type PackFiles } from './bundled-packs.ts';
import { createOwnPacks } from './own-packs.ts';
import { createTurns } from './turns.ts';

/** A pack of entities without sources. */
export function pack(id: string, entities: Pack['entities']): Pack {
  return {
    format: 'sidelight-pack',
    formatVersion: 1,
    id,
    title: id,
    description: 'A pack for the tests.',
    language: 'en',
    license: 'CC-BY-4.0',
    released: '2026-11-22',
    entities,
    sources: {},
  };
}
/** Two packs, of a person and of an organisation. */
export const held = [
  pack('people', [{ id: 'javaid-rehman', kind: 'person', name: 'Javaid Rehman', reviewBy: '2026-12-01' }]),
  pack('terms', [{ id: 'united-nations', kind: 'organisation', name: 'United Nations' }]),
];

/** The packs as they are compiled; `openData`: ids of those that are made from open data; `texts`: what is translated. */
export function filesOf(
  packs: Pack[],
  openData: string[] = [],
  texts: LanguageTexts[] = [],
): PackFiles & { reads: string[] } {
  const reads: string[] = [];
  const compiled = new Map<string, Promise<Compiled>>(
    packs.map((each) => [each.id, compiledFiles(each, openData.includes(each.id), texts)]),
  );
  const read = async (id: string, name: string) => {
    reads.push(name);
    return (await compiled.get(id)!).files.get(name)!;
  };
  const bytes = async (id: string, name: string) =>
    ((await read(id, name)) as Uint8Array).slice().buffer as ArrayBuffer;
  const json = async (id: string, name: string) => JSON.parse((await read(id, name)) as string);
  return {
    reads,
    async list() {
      reads.push('list');
      return (await Promise.all(compiled.values())).map(({ listing }) => listing);
    },
    async archive() {
      reads.push('archive');
      return archiveOf((await Promise.all(compiled.values())).map(({ archived }) => archived)).buffer;
    },
    titles: (id, language) => bytes(id, `${id}.${language}.titles`),
    sources: (id) => json(id, `${id}/sources.json`),
    records: (id, shard) => json(id, `${id}/${shard}.json`),
    texts: (id, language, shard) => json(id, `${id}/${language}/${shard}.json`),
  };
}

/** A browser that keeps no database. */
const noOwnPacks = createOwnPacks(() => Promise.reject(new Error('no database')));

const texts = {
  'card.close': 'بستن',
  'cite.accessed': 'بازدید در {date}',
  'page.mark': 'نشان',
  'popup.title': 'x',
};

/** What the worker stands on: these files, settings that are changed in memory, and an empty shelf that keeps what is noted. `broken`: why packs were left out. */
export function groundOn(
  files: PackFiles,
  first: Partial<Settings> = {},
  own = noOwnPacks,
  language: Language = 'fa',
): Ground & { now(): number; shelved: unknown[]; broken: string[] } {
  let settings: Settings = { ...defaultSettings(), ...first };
  const broken: string[] = [];
  const packs = createPacks(files, ({ message }) => broken.push(message));
  const shelved: unknown[] = [];
  return {
    shelved,
    broken,
    packs,
    own,
    settings: async () => settings,
    update: async (change) => {
      settings = change(settings);
      return settings;
    },
    language: () => language,
    texts: async () => texts,
    shelf: { note: async (seen) => void shelved.push(seen) },
    search: async (off, language) => createSearch(await packs.searchable(off, language)),
    now: () => Date.UTC(2026, 10, 22),
    inTurns: createTurns(async () => undefined, performance.now.bind(performance)),
  };
}
/** A page that names both entities of `held`. */
export const page = { blocks: ['Javaid Rehman spoke at the United Nations.'] };
