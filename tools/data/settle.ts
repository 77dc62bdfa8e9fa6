/** Where two sources name different holders of one office, the one with the newer data stands, and the difference is reported. */
import type { FactProperty } from '../../src/dataset/fact-properties.ts';
import type { Fact } from '../../src/dataset/facts.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { plainForm } from '../../src/dataset/text.ts';

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
 * Of two claims to an office by two people, the newer stands. The older one ends on the day on which the newer holder began, when that day is
 * later than the older data; otherwise it is taken out. Where the newer source names the same person, both claims stand, and the older
 * record is given the Wikidata item of the newer: whoever shows both packs can see that the two are one. Entities without a fact are gone.
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
  const ended = new Map<Fact, string>();
  const items = new Map<Entity, string>();
  const told: string[] = [];
  for (const claimed of Map.groupBy(claims, ({ fact }) => `${fact.property} ${fact.value}`).values()) {
    const newest = claimed.reduce((a, b) => (b.fact.asOf > a.fact.asOf ? b : a));
    for (const claim of claimed) {
      if (claim.source === newest.source) continue;
      const [before, now] = [claim.fact.from, newest.fact.from];
      if (samePerson(claim.entity, newest.entity) || (before !== undefined && before === now)) {
        if (newest.entity.wikidata !== undefined) items.set(claim.entity, newest.entity.wikidata);
        continue;
      }
      if (before !== undefined && now !== undefined && before < now && now > claim.fact.asOf) {
        ended.set(claim.fact, now);
        told.push(
          `${claim.fact.property} ${claim.fact.value}: ${claim.entity.name} of ${claim.source} is followed by ` +
            `${newest.entity.name} of ${newest.source} on ${now}`,
        );
        continue;
      }
      lost.add(claim.fact);
      told.push(
        `${claim.fact.property} ${claim.fact.value}: ${claim.source} says ${claim.entity.name} (as of ${claim.fact.asOf}), ` +
          `${newest.source} says ${newest.entity.name} (as of ${newest.fact.asOf}); the newer stands`,
      );
    }
  }
  const heads = newHeads(claims);
  const settled = (entity: Entity): Entity => {
    const wikidata = entity.wikidata ?? items.get(entity);
    const facts = (entity.facts ?? [])
      .filter((fact) => !lost.has(fact))
      .map((fact) => (ended.has(fact) ? { ...fact, to: ended.get(fact)! } : fact))
      .map((fact) => sinceChanged(fact, heads));
    return { ...entity, facts, ...(wikidata === undefined ? {} : { wikidata }) };
  };
  return {
    told: told.sort(),
    extracts: extracts.map(({ source, entities }) => ({
      source,
      entities: entities.map(settled).filter(({ facts }) => facts!.length > 0),
    })),
  };
}

/** By country, the day on which the last head of government that a source tells of began. */
function newHeads(claims: readonly Claim[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const { fact } of claims)
    if (fact.property === 'head-of-government-of' && fact.from !== undefined) {
      const known = days.get(String(fact.value));
      if (known === undefined || fact.from > known) days.set(String(fact.value), fact.from);
    }
  return days;
}

/** A new head of government brings ministers of their own, of whom the older data know nothing. */
function sinceChanged(fact: Fact, heads: ReadonlyMap<string, string>): Fact {
  const day = fact.within === undefined ? undefined : heads.get(fact.within);
  if (fact.property !== 'office-held' || fact.to !== undefined || day === undefined || day <= fact.asOf) return fact;
  return { ...fact, changed: day };
}

/** Sources write a name with and without its accents and its middle names: all words of the shorter form, two at least, stand in the longer. */
function samePerson(a: Entity, b: Entity): boolean {
  if (a.id === b.id || (a.wikidata !== undefined && a.wikidata === b.wikidata)) return true;
  const forms = ({ name, names = [] }: Entity) =>
    [name, ...names.map(({ text }) => text)].map((text) => plainForm(text).split(' '));
  return forms(a).some((form) =>
    forms(b).some((other) => {
      const [short, long] = form.length < other.length ? [form, other] : [other, form];
      return (short.length > 1 && short.every((word) => long.includes(word))) || form.join(' ') === other.join(' ');
    }),
  );
}
