import { citedSources } from './citations.ts';
import { type FactProperty, type FactValue, toldBy } from './fact-properties.ts';
import { entitiesInFacts, needsAsOf } from './facts.ts';
import type { Library } from './library.ts';
import type { Entity, EntityKind, PackInfo, Source } from './schema.ts';
import { isStale } from './stale.ts';

export interface LinkedEntity {
  entity: Entity;
  pack: PackInfo;
  /** Every source that the entity cites, by id. */
  sources: Record<string, Source>;
  /**
   * Names, kinds and descriptions of the entities it refers to, by id; `lang`: the language of a name that is not in that of the pack, which then
   * has `written`. Entities of packs that are not loaded are left out.
   */
  linked: Record<string, { name: string; lang?: string; written?: string; kind: EntityKind; description?: string }>;
  stale: boolean;
  /** Places in `entity.facts` of those that are too old to say what holds today. */
  dated?: number[];
  /** The properties of its facts in the order in which a card shows them, with the kind of their values. */
  told?: Partial<Record<FactProperty, FactValue>>;
}

/** One entity with all that a card shows of it, or `null` when no loaded pack has it. `today` is an ISO date; `language`, that of the reader, in which linked entities are named where they have a full name in it. */
export function cardData(library: Library, id: string, today: string, language = 'en'): LinkedEntity | null {
  const found = library.entities.get(id);
  if (found === undefined) return null;
  const { entity, pack } = found;
  const dated = (entity.facts ?? []).flatMap((fact, place) => (needsAsOf([fact], today) ? place : []));
  return {
    entity,
    pack: {
      id: pack.id,
      title: pack.title,
      description: pack.description,
      language: pack.language,
      license: pack.license,
      ...(pack.corrections === undefined ? {} : { corrections: pack.corrections }),
      released: pack.released,
    },
    sources: Object.fromEntries(
      citedSources(entity).flatMap((source) => {
        // A pack's own record comes first: another pack cannot change what its citations say.
        const record = Object.hasOwn(pack.sources, source) ? pack.sources[source] : library.sources.get(source)?.source;
        return record ? [[source, record]] : [];
      }),
    ),
    linked: Object.fromEntries(
      referencesOf(entity).flatMap((other) => {
        const target = library.entities.get(other)?.entity;
        if (target === undefined) return [];
        const { name, names, kind, description } = target;
        const native = names?.find((each) => each.lang === language && each.kind === 'full');
        const title = native ? { name: native.text, lang: language, written: name } : { name };
        return [[other, { ...title, kind, ...(description === undefined ? {} : { description }) }]];
      }),
    ),
    stale: isStale(entity, today),
    ...(dated.length > 0 && { dated }),
    ...(entity.facts && { told: toldBy(entity.facts) }),
  };
}

/** Ids of the entities that a card on this one names. */
export function referencesOf(entity: Entity): string[] {
  const ids = [
    ...(entity.related ?? []).map(({ id }) => id),
    ...(entity.distinctFrom ?? []),
    ...entitiesInFacts(entity.facts ?? []),
    ...(entity.roles ?? []).flatMap(({ office }) => office ?? []),
    ...(entity.disputes ?? []).flatMap(({ positions }) => positions.flatMap(({ holderEntity }) => holderEntity ?? [])),
  ];
  return [...new Set(ids)];
}
