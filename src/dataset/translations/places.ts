import { citedSources } from '../citations.ts';
import type { Entity, PackInfo, Source } from '../schema.ts';

/** A text of an entity that is translated for itself. */
export interface Place {
  /** `name`, `description`, `statements[2]`, `roles[0]`, `disputes[0]` (its question), `disputes[0].positions[1]`. */
  at: string;
  text: string;
}

/** In the order of the record. */
export function placesOf(entity: Entity): Place[] {
  const { name, description, statements = [], roles = [], disputes = [] } = entity;
  return [
    { at: 'name', text: name },
    ...(description === undefined ? [] : [{ at: 'description', text: description }]),
    ...statements.map(({ text }, i) => ({ at: `statements[${i}]`, text })),
    ...disputes.flatMap(({ question, positions }, i) => [
      { at: `disputes[${i}]`, text: question },
      ...positions.map(({ text }, j) => ({ at: `disputes[${i}].positions[${j}]`, text })),
    ]),
    ...roles.map(({ title }, i) => ({ at: `roles[${i}]`, text: title })),
  ];
}

/** What a card says in words that recur: of the entity, and of the sources that it cites. Each once. */
export function phrasesOf(entity: Entity, sources: (id: string) => Source | undefined): string[] {
  const { names = [], disputes = [], related = [] } = entity;
  const found = [
    ...names.map(({ usedBy }) => usedBy),
    ...disputes.flatMap(({ sides = [], unit, positions }) => [
      ...sides,
      unit,
      ...positions.flatMap(({ holder, relation, method }) => [holder, relation, method]),
    ]),
    ...related.map(({ kind }) => kind),
    ...citedSources(entity).map((id) => sources(id)?.relation),
  ];
  return [...new Set(found.filter((phrase) => phrase !== undefined))];
}

/** What lists and cards say of a pack itself. */
export function phrasesOfPack({ title, description }: Pick<PackInfo, 'title' | 'description'>): string[] {
  return [title, description];
}
