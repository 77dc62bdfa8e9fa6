import { readFile, readTexts } from '../../src/browser/files.ts';
import type { Source } from '../../src/dataset/schema.ts';
import type { CardTexts } from '../../src/dataset/translations/card-texts.ts';
import { chooseLanguage, translated } from '../../src/locale/texts.ts';
import { openDatabase } from '../../src/own-packs/database.ts';
import { createSearch } from '../../src/search/index.ts';
import { store } from '../../src/settings/index.ts';
import type { Settings } from '../../src/settings/types.ts';
import { createShelf } from '../../src/shelf/shelf.ts';
import type { Ground } from '../../src/worker/answers.ts';
import { createPacks, type PackListing } from '../../src/worker/bundled-packs.ts';
import { createOwnPacks } from '../../src/worker/own-packs.ts';
import { createTurns } from '../../src/worker/turns.ts';
import { readArchive } from './early.ts';

const packs = createPacks(
  {
    list: async () => (await readFile('packs/list.json')).json() as Promise<PackListing[]>,
    archive: readArchive,
    titles: async (id, language) => (await readFile(`packs/${id}.${language}.titles`)).arrayBuffer(),
    sources: async (id) => (await readFile(`packs/${id}/sources.json`)).json() as Promise<Record<string, Source>>,
    records: async (id, shard) => (await readFile(`packs/${id}/${shard}.json`)).json(),
    texts: async (id, language, shard) =>
      (await readFile(`packs/${id}/${language}/${shard}.json`)).json() as Promise<(CardTexts | null)[]>,
  },
  (error) => console.error(error),
);
// Whoever wakes the worker mostly asks for a page to be read: packs are there, or on their way, when the settings are.
packs.prepare();
const own = createOwnPacks(openDatabase);
own.list([], 'all');
let settings: Promise<Settings> | undefined;
let search: { key: string; value: ReturnType<Ground['search']> } | undefined;

const languageOf = ({ language }: Settings) => chooseLanguage(language, navigator.languages, translated);

/** The browser may end the worker at any moment: all that is kept here is read again when it is next needed. */
export const ground: Ground = {
  packs,
  own,
  settings: () => {
    settings ??= store.read().then(
      (stored) => stored.settings,
      (error: unknown) => {
        // Storage that failed once is asked again by whoever comes next.
        settings = undefined;
        throw error;
      },
    );
    return settings;
  },
  update: store.update,
  shelf: createShelf(),
  language: languageOf,
  texts: (settings) => readTexts(languageOf(settings)),
  search: async (off, language) => {
    const { key: brought, packs: ownPacks } = await own.searchable(off);
    const key = `${off.join()} ${language} ${brought}`;
    if (search?.key !== key) {
      const held = Promise.all([packs.searchable(off, language), ownPacks()]);
      const value = held.then(([bundled, more]) => createSearch([...bundled, ...more]));
      search = { key, value };
      value.catch(() => {
        search = undefined;
      });
    }
    return search.value;
  },
  now: () => Date.now(),
  inTurns: createTurns(
    () => new Promise((done) => setTimeout(done)),
    () => performance.now(),
  ),
};

/** Calls back after each change of the settings, when `ground` already answers with the new ones. */
export function onSettings(listener: (settings: Settings) => void): void {
  store.watch((next) => {
    settings = Promise.resolve(next);
    listener(next);
  });
}
