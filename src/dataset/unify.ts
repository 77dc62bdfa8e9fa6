import { factProperties } from './fact-properties.ts';
import { joinRecords } from './join.ts';
import type { LoadedPack } from './library.ts';
import type { Entity } from './schema.ts';
import { plainForm } from './text.ts';

/**
 * Edited packs, then those of open data, with one id for one entity: what open data tells of an entity that an earlier pack has gets the id
 * that it has there, so that a page shows one mark and one card. Records of two packs are one entity when their Wikidata items or Wikipedia
 * articles are the same, or when each is the only one of its pack with the name and the kind and no item says otherwise; records of one pack,
 * when name, kind and country are the same and no source tells both. Names are the same whatever their capitals, accents and hyphens.
 */
export function unify(edited: readonly LoadedPack[], openData: readonly LoadedPack[]): LoadedPack[] {
  const known = new Map<string, Entity>();
  const remember = ({ entities }: LoadedPack) => {
    for (const [key, entity] of uniqueKeys(entities)) if (!known.has(key)) known.set(key, entity);
  };
  edited.forEach(remember);
  const ids = new Map<string, string>();
  const joined = openData.map((pack) => {
    const within = sameInPack(pack.entities);
    for (const [id, other] of within) ids.set(id, other);
    const one = { ...pack, entities: joinRecords(pack.entities.map((entity) => withIds(entity, within))) };
    const unique = uniqueKeys(one.entities);
    for (const entity of one.entities) {
      const same = keysOf(entity)
        .filter((key) => unique.get(key) === entity)
        .flatMap((key) => known.get(key) ?? [])
        .find((other) => !differ(entity, other));
      if (same) ids.set(entity.id, ids.get(same.id) ?? same.id);
    }
    remember(one);
    return one;
  });
  // A record that is one with another of its pack may with it be one with an entity of an earlier pack.
  const last = new Map([...ids].map(([id, other]) => [id, ids.get(other) ?? other]));
  return [
    ...edited,
    ...joined.map((pack) => ({ ...pack, entities: joinRecords(pack.entities.map((entity) => withIds(entity, last))) })),
  ];
}

/** What an entity is known by: its item, its article, its name with its kind. */
function keysOf({ kind, name, wikidata, wikipedia }: Entity): string[] {
  return [
    ...(wikidata ? [`item ${wikidata}`] : []),
    ...(wikipedia ? [`article ${wikipedia}`] : []),
    `${kind} ${plainForm(name)}`,
  ];
}

/** Only keys that one entity has. */
function uniqueKeys(entities: readonly Entity[]): Map<string, Entity> {
  const pairs = entities.flatMap((entity) => keysOf(entity).map((key) => [key, entity] as const));
  const byKey = Map.groupBy(pairs, ([key]) => key);
  return new Map(
    [...byKey].flatMap(([key, [first, ...more]]) => (first && more.length === 0 ? [[key, first[1]]] : [])),
  );
}

function differ(a: Entity, b: Entity): boolean {
  return a.wikidata !== undefined && b.wikidata !== undefined && a.wikidata !== b.wikidata;
}

/** By the id of a record, that of the first record of the same entity. */
function sameInPack(entities: readonly Entity[]): Map<string, string> {
  const same = new Map<string, string>();
  const countryOf = ({ related = [] }: Entity) => related.find(({ kind }) => kind === 'country')?.id;
  for (const [first, ...others] of Map.groupBy(entities, ({ wikidata }) => wikidata).values())
    if (first?.wikidata !== undefined) for (const other of others) same.set(other.id, first.id);
  const groups = Map.groupBy(entities, (entity) => [entity.kind, plainForm(entity.name), countryOf(entity)].join('\n'));
  for (const [first, ...others] of groups.values()) {
    if (!first || !countryOf(first)) continue;
    const told = new Set(first.facts?.map(({ source }) => source));
    for (const other of others) {
      const sources = other.facts?.map(({ source }) => source) ?? [];
      if (sources.some((source) => told.has(source)) || differ(first, other)) continue;
      same.set(other.id, first.id);
      for (const source of sources) told.add(source);
    }
  }
  return same;
}

function withIds(entity: Entity, ids: ReadonlyMap<string, string>): Entity {
  const idOf = (id: string) => ids.get(id) ?? id;
  return {
    ...entity,
    id: idOf(entity.id),
    ...(entity.related && { related: entity.related.map((each) => ({ ...each, id: idOf(each.id) })) }),
    ...(entity.facts && {
      facts: entity.facts.map((fact) => ({
        ...fact,
        ...(factProperties[fact.property] === 'entity' && { value: idOf(String(fact.value)) }),
        ...(fact.within !== undefined && { within: idOf(fact.within) }),
      })),
    }),
  };
}
