import type { LoadedPack } from './library.ts';
import type { Entity, Source } from './schema.ts';

/** What changed between two versions of a pack, as a reader would want to know it. */
export interface Changelog {
  added: { id: string; name: string }[];
  removed: { id: string; name: string }[];
  changed: { id: string; name: string; changes: Change[] }[];
  sources: { added: string[]; removed: string[]; changed: string[] };
}

export interface Change {
  /** The part of the entity: `description`, `statement`, `name`, `dispute military-deaths`. */
  part: string;
  before?: string;
  after?: string;
}

/** Compares records by id; the order of statements and names is no change. */
export function changelog(before: LoadedPack, after: LoadedPack): Changelog {
  const [old, now] = [byId(before.entities), byId(after.entities)];
  const named = ({ id, name }: Entity) => ({ id, name });
  return {
    added: after.entities.filter(({ id }) => !old.has(id)).map(named),
    removed: before.entities.filter(({ id }) => !now.has(id)).map(named),
    changed: after.entities.flatMap((entity) => {
      const previous = old.get(entity.id);
      const changes = previous === undefined ? [] : changesOf(previous, entity);
      return changes.length === 0 ? [] : [{ ...named(entity), changes }];
    }),
    sources: sourceChanges(byId(Object.values(before.sources)), byId(Object.values(after.sources))),
  };
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function sourceChanges(old: Map<string, Source>, now: Map<string, Source>): Changelog['sources'] {
  const same = (id: string) => JSON.stringify(old.get(id)) === JSON.stringify(now.get(id));
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: [...now.keys()].filter((id) => old.has(id) && !same(id)),
  };
}

function changesOf(before: Entity, after: Entity): Change[] {
  const single = (['kind', 'name', 'description', 'living', 'wikipedia', 'wikidata', 'reviewBy'] as const).flatMap(
    (part) => pair(part, asText(before[part]), asText(after[part])),
  );
  return [...single, ...lists.flatMap(({ part, items }) => listChanges(part, items(before), items(after)))];
}

interface Item {
  /** What makes two items the same one in two versions. */
  key: string;
  text: string;
  /** Everything else that counts as a change. */
  whole: unknown;
}

/** The lists of an entity, and what of an item a reader sees. */
const lists: { part: string; items: (entity: Entity) => Item[] }[] = [
  {
    part: 'name',
    items: ({ names }) =>
      (names ?? []).map((name) => ({ key: `${name.lang ?? ''} ${name.text}`, text: name.text, whole: name })),
  },
  {
    part: 'statement',
    items: ({ statements }) =>
      (statements ?? []).map((statement) => ({ key: statement.text, text: statement.text, whole: statement })),
  },
  {
    part: 'fact',
    items: ({ facts }) =>
      (facts ?? []).map(({ asOf: _, ...fact }) => ({
        key: `${fact.source} ${fact.property} ${fact.value} ${fact.within ?? ''}`,
        text: `${fact.property}: ${fact.value}`,
        whole: fact,
      })),
  },
  {
    part: 'position',
    items: ({ disputes }) =>
      (disputes ?? []).flatMap(({ id, positions }) =>
        positions.map((position) => ({
          key: `${id} ${position.holder}`,
          text: `${position.holder}: ${position.text}`,
          whole: position,
        })),
      ),
  },
  {
    part: 'dispute',
    items: ({ disputes }) =>
      (disputes ?? []).map(({ positions: _, ...dispute }) => ({
        key: dispute.id,
        text: dispute.question,
        whole: dispute,
      })),
  },
  {
    part: 'role',
    items: ({ roles }) =>
      (roles ?? []).map((role) => ({
        key: `${role.title} ${role.from ?? ''}`,
        text: `${role.title}, ${role.from ?? '?'} to ${role.to ?? 'now'}`,
        whole: role,
      })),
  },
  {
    part: 'relation',
    items: ({ related }) =>
      (related ?? []).map(({ id, kind }) => ({ key: `${id} ${kind}`, text: `${kind}: ${id}`, whole: '' })),
  },
  {
    part: 'kept apart from',
    items: ({ distinctFrom }) => (distinctFrom ?? []).map((id) => ({ key: id, text: id, whole: '' })),
  },
  { part: 'cue', items: ({ cues }) => (cues ?? []).map((cue) => ({ key: cue, text: cue, whole: '' })) },
];

function listChanges(part: string, before: Item[], after: Item[]): Change[] {
  const [old, now] = [new Map(before.map((item) => [item.key, item])), new Map(after.map((item) => [item.key, item]))];
  return [
    ...before.filter(({ key }) => !now.has(key)).map(({ text }) => ({ part, before: text })),
    ...after.filter(({ key }) => !old.has(key)).map(({ text }) => ({ part, after: text })),
    ...after.flatMap((item) => {
      const previous = old.get(item.key);
      if (previous === undefined || JSON.stringify(previous.whole) === JSON.stringify(item.whole)) return [];
      return [{ part, before: previous.text, after: item.text }];
    }),
  ];
}

function pair(part: string, before: string | undefined, after: string | undefined): Change[] {
  if (before === after) return [];
  return [{ part, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function asText(value: string | boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
