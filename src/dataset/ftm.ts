import { citedSources } from './citations.ts';
import type { Entity, EntityKind, NameKind, Source } from './schema.ts';

/** A line of FollowTheMoney (https://followthemoney.tech). */
export interface FtmEntity {
  id: string;
  caption: string;
  schema: string;
  datasets: string[];
  properties: Record<string, string[]>;
}

/** Places and terms have no schema there. */
const schemata: Partial<Record<EntityKind, string>> = {
  person: 'Person',
  organisation: 'Organization',
  event: 'Event',
  document: 'Document',
  law: 'Document',
  role: 'Position',
};

/**
 * An entity as a line of FollowTheMoney, or nothing when its kind has no place there. Epithets and pejoratives are left out: they are
 * somebody's words, and the format cannot say whose. So are disputes, for the same reason.
 */
export function toFtm(
  entity: Entity,
  dataset: string,
  sources: Readonly<Record<string, Source>>,
): FtmEntity | undefined {
  const schema = schemata[entity.kind];
  if (schema === undefined) return undefined;
  const names = (...kinds: (NameKind | undefined)[]) =>
    (entity.names ?? [])
      .filter(({ kind, text }) => kinds.includes(kind) && text !== entity.name)
      .map(({ text }) => text);
  const cited = citedSources(entity).flatMap((id) => (Object.hasOwn(sources, id) ? (sources[id]?.URL ?? []) : []));
  const legal = entity.kind === 'person' || entity.kind === 'organisation';
  const properties: Record<string, readonly (string | undefined)[]> = {
    name: [entity.name],
    ...(schema === 'Document' ? { title: [entity.name] } : {}),
    alias: names(undefined, 'full', 'variant', 'self-designation'),
    weakAlias: [...names('short'), ...(legal ? [] : names('acronym'))],
    ...(legal ? { abbreviation: names('acronym') } : {}),
    ...(entity.kind === 'person' ? { position: (entity.roles ?? []).map(({ title }) => title) } : {}),
    summary: [entity.description],
    notes: (entity.statements ?? []).map(({ text }) => text),
    wikidataId: [entity.wikidata],
    wikipediaUrl: [
      entity.wikipedia && `https://en.wikipedia.org/wiki/${encodeURIComponent(entity.wikipedia.replaceAll(' ', '_'))}`,
    ],
    sourceUrl: cited,
  };
  return {
    id: entity.id,
    caption: entity.name,
    schema,
    datasets: [dataset],
    properties: Object.fromEntries(
      Object.entries(properties)
        .map(([key, values]): [string, string[]] => [key, [...new Set(values)].filter((value) => value !== undefined)])
        .filter(([, values]) => values.length > 0),
    ),
  };
}
