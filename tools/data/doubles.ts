/** Pairs of one country whose names are nearly the same: one person or party, perhaps, under two ids. */
import { withinOneEdit } from '../../src/dataset/one-edit.ts';
import type { Entity } from '../../src/dataset/schema.ts';
import { plainForm } from '../../src/dataset/text.ts';
import { withoutTitles } from './names.ts';
import type { Same } from './same.ts';

/** Letters of a word of which one may be another. */
const long = 4;
/** Words that say nothing of whom a name means. */
const small = new Set(
  'al el bin ibn bint de da do dos la von van ould mint jr of the for to toward towards and in party'.split(' '),
);

/**
 * A line for each pair that nobody has reviewed. The words of the shorter name of a person, two at least, are in the longer one, of a party all words in both,
 * a letter aside. Of two that one list numbers, or that have items of their own, the list and Wikidata know that they are two.
 */
export function doublesIn(entities: readonly Entity[], { apart }: Same): string[] {
  const reviewed = new Set(apart.map((pair) => pair.toSorted().join(' ')));
  const byCountry = new Map<string, Named[]>();
  for (const entity of entities) {
    if (entity.kind !== 'person' && !entity.id.startsWith('party-')) continue;
    const named = { entity, forms: formsOf(entity), list: listOf(entity.id) };
    for (const { id, kind } of entity.related ?? [])
      if (kind === 'country') byCountry.set(id, [...(byCountry.get(id) ?? []), named]);
  }
  const found = new Map<string, string>();
  for (const people of byCountry.values())
    for (const [at, a] of people.entries())
      for (const b of people.slice(at + 1)) {
        const key = [a.entity.id, b.entity.id].sort().join(' ');
        if (!reviewed.has(key) && mayBeOne(a, b))
          found.set(key, `${a.entity.id} (${a.entity.name}) and ${b.entity.id} (${b.entity.name})`);
      }
  return [...found.values()].sort();
}

interface Named {
  entity: Entity;
  forms: string[][];
  /** What stands before the number in an id; none where it is made of the name. */
  list: string | undefined;
}

function formsOf({ name, names = [] }: Entity): string[][] {
  const texts = [name, ...names.filter(({ kind }) => kind === 'full' || kind === 'variant').map(({ text }) => text)];
  const forms = texts
    .filter((text) => /\p{sc=Latin}/u.test(text))
    .map((text) =>
      plainForm(withoutTitles(text))
        .split(' ')
        .filter((word) => word.length > 1 && !small.has(word)),
    );
  return [...new Map(forms.map((form) => [form.join(' '), form])).values()];
}

function listOf(id: string): string | undefined {
  return /^(.*?-)[a-z]{0,3}\d[\da-z]*$/u.exec(id)?.[1];
}

function mayBeOne(a: Named, b: Named): boolean {
  if (a.entity.kind !== b.entity.kind || (a.list !== undefined && a.list === b.list)) return false;
  if (a.entity.wikidata !== undefined && b.entity.wikidata !== undefined) return false;
  const isParty = a.entity.kind === 'organisation';
  return a.forms.some((form) =>
    b.forms.some((other) => {
      const [short, more] = form.length < other.length ? [form, other] : [other, form];
      return short.length > 1 && (!isParty || short.length === more.length) && isWithin(short, more);
    }),
  );
}

/** Each word of one in the other, none twice. */
function isWithin(short: readonly string[], more: readonly string[]): boolean {
  const left = [...more];
  return short.every((word) => {
    const at = left.findIndex((other) => isOneWord(word, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function isOneWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, more] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= long && short[0] === more[0] && withinOneEdit(short, more);
}
