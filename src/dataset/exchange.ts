import { citedSources } from './citations.ts';
import type { Library, LoadedPack } from './library.ts';
import type { Pack } from './schema.ts';

/**
 * A pack as one file that needs no other: the sources that it cites of other packs of the library are taken in, so that its cards keep
 * them when it is used alone. Sources stand in the order of their ids.
 * @throws {Error} when a cited source is in no pack
 */
export function toExchange(pack: LoadedPack, library: Library): Pack {
  const { id, title, description, language, license, released, entities } = pack;
  const cited = [...new Set([...Object.keys(pack.sources), ...entities.flatMap(citedSources)])].sort();
  const sources = Object.fromEntries(
    cited.map((key) => {
      const source = Object.hasOwn(pack.sources, key) ? pack.sources[key] : library.sources.get(key)?.source;
      if (source === undefined)
        throw new Error(
          `expected the source ${key}, which ${id} cites, in one of the packs; found it in none. Run: npm run -s pack -- check`,
        );
      return [key, source];
    }),
  );
  return {
    format: 'sidelight-pack',
    formatVersion: 1,
    id,
    title,
    description,
    language,
    license,
    released,
    entities,
    sources,
  };
}
