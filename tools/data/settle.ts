/** Where two sources name different holders of one office, the one with the newer data stands, and the difference is told. */
import type { Fact, FactProperty } from '../../src/dataset/facts.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { fold } from '../../src/dataset/text.ts';

export interface Extract {
  source: string;
  entities: Entity[];
}

/** Offices that one person holds at a time. */
const single: readonly FactProperty[] = ['head-of-state-of', 'head-of-government-of'];

interface Claim {
  source: string;
  entity: Entity;
  fact: Fact;
}

/**
 * Takes out the older claims to an office. A newer source that names the same person takes the office over too, so that one person is not
 * two. Entities that are left without a fact are gone.
 * @returns the extracts as they stand, and the disagreements in words
 */
export function settle(extracts: readonly Extract[]): { extracts: Extract[]; told: string[] } {
  const claims = extracts.flatMap(({ source, entities }) =>
    entities.flatMap((entity) =>
      (entity.facts ?? [])
        .filter(({ property, to, asOf }) => single.includes(property) && (to === undefined || to > asOf))
        .map((fact): Claim => ({ source, entity, fact })),
    ),
  );
  const lost = new Set<Fact>();
  const told: string[] = [];
  for (const claimed of Map.groupBy(claims, ({ fact }) => `${fact.property} ${fact.value}`).values()) {
    const newest = claimed.reduce((a, b) => (b.fact.asOf > a.fact.asOf ? b : a));
    for (const claim of claimed) {
      if (claim.source === newest.source) continue;
      lost.add(claim.fact);
      if (!samePerson(claim.entity, newest.entity))
        told.push(
          `${claim.fact.property} ${claim.fact.value}: ${claim.source} says ${claim.entity.name} (as of ${claim.fact.asOf}), ` +
            `${newest.source} says ${newest.entity.name} (as of ${newest.fact.asOf}); the newer stands`,
        );
    }
  }
  return {
    told: told.sort(),
    extracts: extracts.map(({ source, entities }) => ({
      source,
      entities: entities
        .map((entity) => ({ ...entity, facts: (entity.facts ?? []).filter((fact) => !lost.has(fact)) }))
        .filter(({ facts }) => facts.length > 0),
    })),
  };
}

/** Sources spell a name with and without accents, with and without middle names: the last word and one other agree. */
function samePerson(a: Entity, b: Entity): boolean {
  if (a.id === b.id || (a.wikidata !== undefined && a.wikidata === b.wikidata)) return true;
  const forms = ({ name, names = [] }: Entity) => [name, ...names.map(({ text }) => text)].map((text) => fold(text));
  const others = forms(b);
  return forms(a).some((form) => {
    const words = form.split(' ');
    return others.some(
      (other) => other === form || words.filter((word) => other.split(' ').includes(word)).length >= 2,
    );
  });
}
