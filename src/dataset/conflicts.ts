import type { Library, LoadedPack } from './library.ts';
import { looksLike, roughLook } from './look-alikes.ts';
import { type Problem, show } from './problem.ts';
import type { Entity } from './schema.ts';
import { plainForm } from './text.ts';

/** Rules that forbid an import. The others are shown before it: records that are there keep their ids and their names whatever comes. */
export const refusing = ['taken-pack', 'taken-title'];

/** What a pack that comes in takes from those that are there, or imitates of them: their ids, their titles, their names. */
export function conflicts(pack: LoadedPack, library: Library): Problem[] {
  const steps = conflictsInSteps(pack, library);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, for a caller that has other things to do: it may do them whenever this yields, after each entity. */
export function* conflictsInSteps(pack: LoadedPack, library: Library): Generator<void, Problem[]> {
  const names = byLook.get(library) ?? (yield* looksOf(library));
  byLook.set(library, names);
  const found = library.packs.flatMap((there) => packConflicts(pack, there));
  for (const entity of pack.entities) {
    const taken = library.entities.get(entity.id);
    if (taken) found.push(takenId(entity, taken.pack.id));
    found.push(...nameConflicts(entity, names));
    yield;
  }
  return found;
}

type Looks = ReadonlyMap<string, { entity: Entity; text: string }[]>;

/** Kept as long as a library is: several packs that come in are compared with the same. */
const byLook = new WeakMap<Library, Looks>();

/** The names of a library by their rough look. */
function* looksOf(library: Library): Generator<void, Looks> {
  const names = new Map<string, { entity: Entity; text: string }[]>();
  for (const { entity } of library.entities.values()) {
    for (const text of namesOf(entity)) {
      const look = roughLook(text);
      const alike = names.get(look);
      if (alike) alike.push({ entity, text });
      else names.set(look, [{ entity, text }]);
    }
    yield;
  }
  return names;
}

const namesOf = ({ name, names = [] }: Entity) => [name, ...names.map(({ text }) => text)];

function packConflicts(pack: LoadedPack, there: LoadedPack): Problem[] {
  const found: Problem[] = [];
  if (there.id === pack.id)
    found.push({
      rule: 'taken-pack',
      path: 'id',
      expected: 'a pack id that no other pack has',
      found: `${show(pack.id)}, the id of ${show(there.title)}`,
      todo: 'give the pack another id, or remove the other pack first',
    });
  const like = [there.title, ...(there.otherTitles ?? [])].find(
    (title) => plainForm(title) === plainForm(pack.title) || looksLike(title, pack.title),
  );
  if (like !== undefined)
    found.push({
      rule: 'taken-title',
      path: 'title',
      expected: 'a title that cannot be taken for that of another pack',
      found: `${show(pack.title)}, which looks like ${show(like)}, a title of ${there.id}`,
      todo: 'give the pack another title',
    });
  return found;
}

function takenId({ id }: Entity, pack: string): Problem {
  return {
    rule: 'taken-id',
    path: `entities/${id}`,
    expected: 'an id that no other pack has',
    found: `an entity of ${pack}, which will be shown instead`,
    todo: 'leave it out, or give it an id of its own',
  };
}

/** Names that are those of others, once for an entity; and names that only look like those of others. */
function nameConflicts(entity: Entity, names: Looks): Problem[] {
  const found: Problem[] = [];
  const path = `entities/${entity.id}`;
  for (const text of namesOf(entity)) {
    const near = (names.get(roughLook(text)) ?? []).filter((other) => other.entity.id !== entity.id);
    const same = near.find((other) => plainForm(other.text) === plainForm(text));
    if (same) {
      if (!found.some(({ rule }) => rule === 'same-name'))
        found.push({
          rule: 'same-name',
          path,
          expected: 'a name that no other pack has',
          found: `${show(text)}, a name of ${same.entity.id}, which will be shown where both could be meant`,
          todo: 'leave it out, or keep it if it is another of the same name',
        });
      continue;
    }
    const like = near.find((other) => looksLike(other.text, text));
    if (like)
      found.push({
        rule: 'imitation',
        path,
        expected: `a name that cannot be taken for that of ${like.entity.id}`,
        found: `${show(text)}, written with signs that look like those of ${show(like.text)}`,
        todo: 'write the name in one script, with its own letters',
      });
  }
  return found;
}
