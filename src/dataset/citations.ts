import type { Citation, Entity } from './schema.ts';

/** Every list of citations of an entity, with its path: statements, positions and roles. */
export function citationsOf(entity: Entity, path: string): { path: string; citations: readonly Citation[] }[] {
  return [
    ...(entity.statements ?? []).map((statement, i) => ({
      path: `${path}.statements[${i}]`,
      citations: statement.citations,
    })),
    ...(entity.disputes ?? []).flatMap((dispute, i) =>
      dispute.positions.map((position, j) => ({
        path: `${path}.disputes[${i}].positions[${j}]`,
        citations: position.citations,
      })),
    ),
    ...(entity.roles ?? []).map((role, i) => ({ path: `${path}.roles[${i}]`, citations: role.citations ?? [] })),
  ];
}

/** Ids of the sources that an entity cites, each once, in the order of the card: those of its sentences, then those of its facts. */
export function citedSources(entity: Entity): string[] {
  const cited = citationsOf(entity, '').flatMap(({ citations }) => citations.map(({ source }) => source));
  return [...new Set([...cited, ...(entity.facts ?? []).map(({ source }) => source)])];
}
