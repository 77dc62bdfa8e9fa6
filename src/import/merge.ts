/** Records that stand in a file more than once. */
import type { Citation, Entity, Source } from '../dataset/schema.ts';
import { type ImportedRecord, idOf } from './record.ts';

/**
 * Both records as one: names, sentences and sources of either. Nothing where they speak of different things: another kind, another
 * Wikidata item, or, when the name alone makes the id, another description or another birth.
 */
export function merged(first: ImportedRecord, again: ImportedRecord): ImportedRecord | undefined {
  const [a, b] = [first.entity, again.entity];
  if (differ(a.kind, b.kind) || differ(a.wikidata, b.wikidata) || differ(a.living, b.living)) return undefined;
  if (a.id.endsWith(idOf(a.name)) && (differ(a.description, b.description) || differ(born(a), born(b))))
    return undefined;
  const sources = [...first.sources];
  const ids = new Map<string, string>();
  for (const source of again.sources) {
    const id = placeOf(source, sources);
    ids.set(source.id, id);
    if (!sources.some((known) => known.id === id)) sources.push({ ...source, id });
  }
  const cited = withSources(b, ids);
  const names = [...(a.names ?? []), { text: b.name, kind: 'variant' as const }, ...(b.names ?? [])];
  const entity: Entity = {
    ...cited,
    ...a,
    ...lists({
      names: unique(names, ({ text, lang }) => `${text}\n${lang ?? ''}`).filter(
        ({ text, exactCase }) => text !== a.name || exactCase,
      ),
      statements: unique([...(a.statements ?? []), ...(cited.statements ?? [])], ({ text }) => text),
      disputes: unique([...(a.disputes ?? []), ...(cited.disputes ?? [])], ({ id }) => id),
      roles: unique([...(a.roles ?? []), ...(cited.roles ?? [])], ({ title, from }) => `${title}\n${from ?? ''}`),
      cues: [...new Set([...(a.cues ?? []), ...(b.cues ?? [])])],
      related: unique([...(a.related ?? []), ...(b.related ?? [])], ({ id, kind }) => `${id}\n${kind}`),
    }),
  };
  return { entity, sources };
}

/** What became of a record that a pack was given: refused with a reason, joined to one that it had, or neither. */
export interface Added {
  refused?: string;
  joined?: true;
}

/** Why a record could not be joined to the one at `place`. */
export function refusalOf({ entity }: ImportedRecord, place: string): string {
  return `"${entity.name}" (${entity.id}), which stands ${place ? `in ${place}` : 'before'} as something else`;
}

function differ(a: unknown, b: unknown): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function born({ statements }: Entity): string | undefined {
  return statements?.find(({ text }) => text.startsWith('Born '))?.text;
}

function unique<T>(list: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((item) => seen.size < seen.add(key(item)).size);
}

function lists<T extends Record<string, readonly unknown[]>>(all: T): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0)) as Partial<T>;
}

/** The id of the same source among those that are there, or one that none of them has. */
function placeOf(source: Source, sources: readonly Source[]): string {
  const content = ({ id: _, ...rest }: Source) => JSON.stringify(rest);
  const same = sources.find((known) => content(known) === content(source));
  if (same) return same.id;
  for (let id = source.id, number = 2; ; id = `${source.id}-${number++}`)
    if (!sources.some((known) => known.id === id)) return id;
}

function withSources(entity: Entity, ids: ReadonlyMap<string, string>): Entity {
  const cite = <T extends { citations?: Citation[] | undefined }>(item: T): T =>
    item.citations
      ? { ...item, citations: item.citations.map((each) => ({ ...each, source: ids.get(each.source) ?? each.source })) }
      : item;
  return {
    ...entity,
    ...(entity.statements && { statements: entity.statements.map(cite) }),
    ...(entity.roles && { roles: entity.roles.map(cite) }),
    ...(entity.disputes && {
      disputes: entity.disputes.map((dispute) => ({ ...dispute, positions: dispute.positions.map(cite) })),
    }),
  };
}
