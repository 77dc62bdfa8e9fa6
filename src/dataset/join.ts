import type { Fact } from './facts.ts';
import type { Entity } from './schema.ts';

/**
 * Records of open data with one id are one entity, told by several sources: names, facts, cues and relations are joined, in the order of
 * the records; the first record's `name` stands, and another's is one of the `names`.
 */
export function joinRecords(records: readonly Entity[]): Entity[] {
  return [...Map.groupBy(records, ({ id }) => id).values()].map((same) => same.reduce(joined));
}

function joined(first: Entity, second: Entity): Entity {
  const names = unique(
    [
      ...(first.names ?? []),
      ...(second.name === first.name ? [] : [{ text: second.name, lang: 'en' }]),
      ...(second.names ?? []),
    ],
    ({ text, lang }) => `${lang} ${text}`,
  );
  return withoutEmpty({
    ...second,
    ...first,
    names,
    facts: [...(first.facts ?? []), ...(second.facts ?? [])].sort(
      (a, b) => Number(isCapital(b)) - Number(isCapital(a)),
    ),
    cues: unique([...(first.cues ?? []), ...(second.cues ?? [])], (cue) => cue),
    related: unique([...(first.related ?? []), ...(second.related ?? [])], ({ id, kind }) => `${id} ${kind}`),
  });
}

/** Said first: a capital may be a part of its country too, which tells less. */
function isCapital({ property, value }: Fact): boolean {
  return property === 'type' && value === 'capital';
}

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}

function withoutEmpty(entity: Entity): Entity {
  return Object.fromEntries(
    Object.entries(entity).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  ) as Entity;
}
