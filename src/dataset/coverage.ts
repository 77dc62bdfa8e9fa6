import { daysBetween } from './dates.ts';
import type { Library } from './library.ts';
import { wordsBySide } from './rules/disputes.ts';
import { lastVerdict } from './rules/reviews.ts';
import { isStale } from './stale.ts';
import { unitsIn } from './units.ts';

/** How a dataset stands, in counts. Nothing here is a failure: the rules are in `check.ts`. */
export interface Coverage {
  packs: { id: string; entities: number; statements: number; facts: number; disputes: number; sources: number }[];
  /** Entities, and those of them without a statement or a fact, by kind. */
  kinds: Counts;
  namesOnly: Counts;
  /** Entities of open data by the `type` of their facts, and by the sources of their facts. */
  types: Counts;
  datasets: Counts;
  /** Entities with a name in a language, by language; the name itself counts as English. */
  languages: Counts;
  publisherTypes: Counts;
  relations: Counts;
  checked: Counts;
  /** Citations by type of publisher: which voices the sentences stand on. */
  citations: Counts;
  /** Statements, positions and roles by the last verdict of a second reader on what stands there now; `none` without one. */
  verdicts: Counts;
  /** Statements, positions and roles that rest on an exception: no quotation carries all of them. */
  exceptions: number;
  stale: { id: string; reviewBy: string }[];
  dueSoon: { id: string; reviewBy: string }[];
  sides: { entity: string; dispute: string; sides: [string, string]; words: [number, number] }[];
}

export type Counts = Record<string, number>;

/** Days ahead that count as soon: a quarter of the shortest time between two readings. */
const soon = 22;

export function coverage(library: Library, today: string): Coverage {
  const entities = [...library.entities.values()].map(({ entity }) => entity);
  const units = unitsIn(library);
  const sources = [...library.sources.values()].map(({ source }) => source);
  const dated = entities.flatMap((entity) =>
    entity.reviewBy === undefined ? [] : [{ id: entity.id, reviewBy: entity.reviewBy, entity }],
  );
  const late = dated.filter(({ entity }) => isStale(entity, today)).map(({ id, reviewBy }) => ({ id, reviewBy }));
  return {
    packs: library.packs.map((pack) => ({
      id: pack.id,
      entities: pack.entities.length,
      statements: sum(pack.entities.map(({ statements }) => statements?.length ?? 0)),
      facts: sum(pack.entities.map(({ facts }) => facts?.length ?? 0)),
      disputes: sum(pack.entities.map(({ disputes }) => disputes?.length ?? 0)),
      sources: Object.keys(pack.sources).length,
    })),
    kinds: count(entities.map(({ kind }) => kind)),
    namesOnly: count(
      entities.filter(({ statements, facts }) => !statements?.length && !facts?.length).map(({ kind }) => kind),
    ),
    types: count(
      entities.flatMap(({ kind, facts }) => {
        const type = facts?.find(({ property }) => property === 'type')?.value;
        return facts === undefined ? [] : [String(type ?? kind)];
      }),
    ),
    datasets: count(entities.flatMap(({ facts }) => [...new Set((facts ?? []).map(({ source }) => source))])),
    languages: count(
      entities.flatMap(({ names }) => [...new Set(['en', ...(names ?? []).flatMap(({ lang }) => lang ?? [])])]),
    ),
    publisherTypes: count(sources.map(({ publisherType }) => publisherType)),
    relations: count(sources.map(({ relation }) => relation)),
    checked: count(sources.map(({ checked }) => checked.how)),
    citations: count(
      entities
        .flatMap(({ statements }) => statements ?? [])
        .flatMap(({ citations }) =>
          citations.flatMap(({ source }) => library.sources.get(source)?.source.publisherType ?? []),
        ),
    ),
    verdicts: count(units.map(({ unit }) => lastVerdict(unit)?.verdict ?? 'none')),
    exceptions: units.filter(({ unit }) => unit.uncarried.length > 0).length,
    stale: late,
    dueSoon: dated
      .filter(({ entity, reviewBy }) => !isStale(entity, today) && daysBetween(today, reviewBy) <= soon)
      .map(({ id, reviewBy }) => ({ id, reviewBy })),
    sides: entities.flatMap((entity) =>
      (entity.disputes ?? []).flatMap((dispute) => {
        const words = wordsBySide(dispute);
        return words && dispute.sides ? [{ entity: entity.id, dispute: dispute.id, sides: dispute.sides, words }] : [];
      }),
    ),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Most frequent first; equal counts by name. */
function count(values: readonly string[]): Counts {
  const groups = [...Map.groupBy(values, (value) => value)].map(([value, list]): [string, number] => [
    value,
    list.length,
  ]);
  return Object.fromEntries(groups.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
