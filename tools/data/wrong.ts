/** Errors of sources that people found: `data/refresh/wrong.json`. What it lists is taken out of what an adapter read. */
import type { Fact } from '../../src/dataset/facts.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import type { Tables } from './source.ts';

interface Wrong {
  id: string;
  /** One property of the entity; without it and without `wikidata`, the whole entity is left out. */
  property?: string;
  /** Only the fact that began then. */
  from?: string;
  /** What the fact should have, when people know. Without it the fact is left out. */
  right?: Partial<Fact>;
  /** The item of Wikidata that the entity has, where the source names another. */
  wikidata?: string;
  why: string;
}

/** @returns the records without what is wrong, and a remark for each line of the table that no longer meets anything */
export function withoutWrong(
  source: string,
  entities: readonly Entity[],
  tables: Tables,
): { entities: Entity[]; remarks: string[] } {
  const wrongs = (tables.wrong as Record<string, Wrong[]>)[source] ?? [];
  const met = new Set<Wrong>();
  const kept = entities.flatMap((entity): Entity[] => {
    const own = wrongs.filter(({ id }) => id === entity.id);
    if (own.length === 0) return [entity];
    const whole = own.find(({ property, wikidata }) => property === undefined && wikidata === undefined);
    if (whole) {
      met.add(whole);
      return [];
    }
    const facts = (entity.facts ?? []).flatMap((fact): Fact[] => {
      const wrong = own.find(
        ({ property, from }) => property === fact.property && (from === undefined || from === fact.from),
      );
      if (wrong) met.add(wrong);
      return wrong === undefined ? [fact] : wrong.right ? [{ ...fact, ...wrong.right }] : [];
    });
    const item = own.find(({ wikidata }) => wikidata !== undefined);
    if (item) met.add(item);
    return facts.length > 0 ? [{ ...entity, facts, ...(item && { wikidata: item.wikidata! }) }] : [];
  });
  return {
    entities: kept,
    remarks: wrongs
      .filter((wrong) => !met.has(wrong))
      .map(
        ({ id, property }) =>
          `data/refresh/wrong.json: ${source} no longer has ${id} ${property ?? ''}; take the line out`,
      ),
  };
}
