/** Cards of the edited packs as the worker gives them to a reader of a language, compiled in memory from `data/`. */
import { archiveOf, type Compiled, filesOf } from '../cli/pack/compile.ts';
import { readDataset } from '../cli/pack/files.ts';
import { readSoundTranslations } from '../cli/pack/translate/files.ts';
import { toExchange } from '../src/dataset/exchange.ts';
import { createLibrary } from '../src/dataset/library.ts';
import type { CardData } from '../src/messages/protocol.ts';
import { bundledCard } from '../src/worker/answers.ts';
import { createPacks, type PackFiles } from '../src/worker/bundled-packs.ts';

export interface Cards {
  ids: string[];
  /** All of them, by id. */
  in(language: string): Promise<Record<string, CardData>>;
}

export async function readCards(data: string): Promise<Cards> {
  const edited = (await readDataset(data)).map(({ pack }) => pack);
  const translations = await readSoundTranslations(data);
  const library = createLibrary(edited);
  const compiled = await Promise.all(edited.map((pack) => filesOf(toExchange(pack, library), false, translations)));
  const packs = createPacks(inMemory(compiled), (error) => {
    throw error;
  });
  const today = new Date().toISOString().slice(0, 10);
  const ids = [...library.entities.keys()];
  const card = async (id: string, language: string) =>
    [id, await bundledCard(packs, id, [], { language }, today)] as const;
  return {
    ids,
    in: async (language) => {
      const cards = await Promise.all(ids.map((id) => card(id, language)));
      return Object.fromEntries(cards.flatMap(([id, data]) => (data ? [[id, data]] : [])));
    },
  };
}

function inMemory(compiled: readonly Compiled[]): PackFiles {
  const files = new Map(compiled.flatMap((pack) => [...pack.files]));
  const json = (name: string) => JSON.parse(files.get(name) as string);
  return {
    list: async () => compiled.map(({ listing }) => listing),
    archive: async () => archiveOf(compiled.map(({ archived }) => archived)).buffer,
    titles: async (id, language) => (files.get(`${id}.${language}.titles`) as Uint8Array).slice().buffer as ArrayBuffer,
    sources: async (id) => json(`${id}/sources.json`),
    records: async (id, shard) => json(`${id}/${shard}.json`),
    texts: async (id, language, shard) => json(`${id}/${language}/${shard}.json`),
  };
}
