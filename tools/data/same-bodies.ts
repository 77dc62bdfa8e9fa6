/** Bodies that two sources tell of under two ids: both get the item of Wikidata that one of them has, by which packs are put together. */
import { plainForm } from '../../src/dataset/text.ts';
import { articles } from './precision.ts';
import type { Extract } from './settle.ts';

/** Bodies besides the two up to which a word of their name is their own: many have "union" in theirs, few "Hezbollah". */
const few = 2;

/**
 * A body without an item is the one that has its name and an item where no third has the name, and their countries allow it: one of them is the same, one
 * has none, or they are of one sort and all words of the name are its own. An armed group is told of with the country where it fights, a party with the
 * one where it stands; "ABC" is a newspaper of Spain and was a party of Cuba.
 */
export function withSharedItems(extracts: readonly Extract[]): Extract[] {
  const bodies = new Map<string, Body>();
  for (const entity of extracts.flatMap(({ entities }) => entities).filter(({ kind }) => kind === 'organisation')) {
    const body = bodies.get(entity.id) ?? { id: entity.id, names: new Set(), countries: new Set(), sorts: new Set() };
    bodies.set(entity.id, body);
    if (entity.wikidata !== undefined) body.item ??= entity.wikidata;
    body.names.add(formOf(entity.name));
    for (const { property, value } of entity.facts ?? [])
      if (property === 'type') body.sorts.add(value === 'conflict-party' ? 'political-party' : String(value));
    for (const { id, kind } of entity.related ?? []) if (kind === 'country') body.countries.add(id);
  }
  const byName = bearers([...bodies.values()], (name) => [name]);
  const byWord = bearers([...bodies.values()], (name) => name.split(' '));
  const items = new Map<string, string>();
  for (const [name, [first, second, third]] of byName) {
    if (!first || !second || third || (first.item === undefined) === (second.item === undefined)) continue;
    const isOwn = name.split(' ').every((word) => byWord.get(word)!.length <= few + 2);
    if (!agree(first, second) && !(isOwn && !first.sorts.isDisjointFrom(second.sorts))) continue;
    for (const { id } of [first, second]) items.set(id, (first.item ?? second.item)!);
  }
  return extracts.map(({ source, entities }) => ({
    source,
    entities: entities.map((entity) => {
      const wikidata = entity.wikidata ?? items.get(entity.id);
      return wikidata === undefined ? entity : { ...entity, wikidata };
    }),
  }));
}

interface Body {
  id: string;
  item?: string;
  names: Set<string>;
  countries: Set<string>;
  sorts: Set<string>;
}

/** "The Washington Post" is the Washington Post. */
function formOf(name: string): string {
  const [first = '', ...more] = plainForm(name).split(' ');
  return articles.has(first) && more.length > 0 ? more.join(' ') : [first, ...more].join(' ');
}

function bearers(bodies: readonly Body[], partsOf: (name: string) => string[]): Map<string, Body[]> {
  const found = new Map<string, Set<Body>>();
  for (const body of bodies)
    for (const part of [...body.names].flatMap(partsOf)) found.set(part, (found.get(part) ?? new Set()).add(body));
  return new Map([...found].map(([part, some]) => [part, [...some]]));
}

function agree(a: Body, b: Body): boolean {
  return a.countries.size === 0 || b.countries.size === 0 || !a.countries.isDisjointFrom(b.countries);
}
