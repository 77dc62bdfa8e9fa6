import type { Entity, PackInfo, Source } from './schema.ts';

/** A pack whose parts have been read: what rules, links and the matcher work on. An exchange file (`Pack`) is one too. */
export interface LoadedPack extends PackInfo {
  entities: Entity[];
  /** By id. */
  sources: Record<string, Source>;
  /** Its titles in other languages, where somebody may take one of them. */
  otherTitles?: readonly string[];
}

/** Packs that are used together. Where two packs claim one id, the pack that comes first keeps it. */
export interface Library {
  packs: readonly LoadedPack[];
  entities: ReadonlyMap<string, { entity: Entity; pack: LoadedPack }>;
  sources: ReadonlyMap<string, { source: Source; pack: LoadedPack }>;
}

export function createLibrary(packs: readonly LoadedPack[]): Library {
  const entities = new Map<string, { entity: Entity; pack: LoadedPack }>();
  const sources = new Map<string, { source: Source; pack: LoadedPack }>();
  for (const pack of packs) {
    for (const entity of pack.entities) if (!entities.has(entity.id)) entities.set(entity.id, { entity, pack });
    for (const source of Object.values(pack.sources))
      if (!sources.has(source.id)) sources.set(source.id, { source, pack });
  }
  return { packs, entities, sources };
}
