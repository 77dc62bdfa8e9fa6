/** What a refresh changed, in words: who joined, who left, whose office or party is another, who has a new name. */
import { type FactProperty, factProperties } from '../../src/dataset/fact-properties.ts';
import type { Fact } from '../../src/dataset/facts.ts';
import type { Entity } from '../../src/dataset/schema.ts';

/** Facts whose change a reader would call a change. The others are reported in a count. */
const told: readonly FactProperty[] = [
  'office-held',
  'head-of-state-of',
  'head-of-government-of',
  'member-of',
  'represents',
  'constituency',
  'party',
  'party-name',
  'parliamentary-group',
  'seats',
  'capital',
  'listed-by',
];

export interface Changes {
  lines: string[];
  /** Records of before that are gone, and all of before. */
  gone: number;
  before: number;
}

/** Compares two extracts of one source. `nameOf` names the entities that facts refer to. */
export function changesOf(
  before: readonly Entity[],
  after: readonly Entity[],
  nameOf: (id: string) => string,
): Changes {
  const [old, now] = [byId(before), byId(after)];
  const joined = after.filter(({ id }) => !old.has(id));
  const left = before.filter(({ id }) => !now.has(id));
  const described = ({ name, facts = [] }: Entity) => {
    const main = facts.find(({ property }) => told.includes(property)) ?? facts[0];
    return main ? `${name} (${factText(main, nameOf)})` : name;
  };
  const kept = after.flatMap((entity) => {
    const previous = old.get(entity.id);
    return previous ? [{ previous, entity }] : [];
  });
  return {
    gone: left.length,
    before: before.length,
    lines: [
      ...joined.map((entity) => `joined: ${described(entity)}`),
      ...left.map((entity) => `left: ${described(entity)}`),
      ...kept.flatMap(({ previous, entity }) => [
        ...(previous.name === entity.name ? [] : [`renamed: ${previous.name} is now ${entity.name}`]),
        ...factChanges(previous, entity, nameOf),
      ]),
    ],
  };
}

function factChanges(before: Entity, after: Entity, nameOf: (id: string) => string): string[] {
  const texts = ({ facts = [] }: Entity) =>
    facts.filter(({ property }) => told.includes(property)).map((fact) => factText(fact, nameOf));
  const [old, now] = [texts(before), texts(after)];
  const [lost, gained] = [old.filter((text) => !now.includes(text)), now.filter((text) => !old.includes(text))];
  if (lost.length === 0 && gained.length === 0) return [];
  return [`changed: ${after.name}: ${lost.join('; ') || 'nothing'} → ${gained.join('; ') || 'nothing'}`];
}

function factText({ property, value, from, to }: Fact, nameOf: (id: string) => string): string {
  const what = factProperties[property] === 'entity' ? nameOf(String(value)) : String(value);
  const span = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
  return `${property} ${what}${span ? ` ${span}` : ''}`;
}

function byId(entities: readonly Entity[]): Map<string, Entity> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}
