/** Names by which the news calls what sources name otherwise: `data/refresh/usual-names.json`, reviewed by people. */
import * as z from 'zod/mini';
import type { Entity, Name } from '../../src/dataset/schema.ts';
import { foldText } from '../../src/text/fold.ts';
import type { Extract } from './settle.ts';

/**
 * By id of an entity. `full` where nothing else has the name, which is unique where it has several words and is no person's, or `unique` says so; `short` where others have it too: what it needs is derived as for all names, in English.
 * `needs`: words of its own language that speak for a `full` name which is its entity's beside them only. A name that a source has gets them too,
 * however it is spelt, and one that is an acronym here asks for its capitals: مالی is Mali and “financial”, la reunión a meeting and an island. One that is
 * `full` here without needs is so in its sources too, where it may be an acronym: ASEAN.
 */
const schema = z.record(
  z.string(),
  z.array(
    z.object({
      text: z.string(),
      kind: z.enum(['full', 'short', 'acronym']),
      lang: z.optional(z.string()),
      needs: z.optional(z.array(z.string())),
      unique: z.optional(z.literal(true)),
    }),
  ),
);

/**
 * Each name goes to the first record that says what its entity is, of a person and of a body without a type to the first. @throws {Error} for an id that no source has: the table is not as the sources are
 */
export function withUsualNames(extracts: readonly Extract[], table: unknown): Extract[] {
  const usual = schema.parse(table);
  const left = new Map(Object.entries(usual));
  const all = extracts.flatMap(({ entities }) => entities);
  const typed = new Set(all.filter(hasType).map(({ id }) => id));
  const sourced = new Set<string>();
  for (const { id, names = [] } of all.filter(({ id }) => usual[id]))
    for (const { text } of names) sourced.add(`${id} ${text}`);
  const given = extracts.map(({ source, entities }) => ({
    source,
    entities: entities.map((from): Entity => {
      const entity = withNeeds(from, usual[from.id] ?? []);
      const names = left.get(entity.id);
      const says =
        entity.kind === 'person' ||
        hasType(entity) ||
        // Of a group whose sources say no more than who lists it, or of whom it is a part, any record; of a prison too.
        ((entity.kind === 'organisation' || entity.kind === 'place') && !typed.has(entity.id)) ||
        // Of a country, the record with its names.
        (entity.id.startsWith('country-') && entity.names !== undefined);
      if (names === undefined || !says) return entity;
      left.delete(entity.id);
      const known = new Set((entity.names ?? []).map(({ text }) => text));
      const added = names
        .filter(
          (name) =>
            !known.has(name.text) &&
            (name.text !== entity.name || isUnique(entity, name)) &&
            !(name.needs && sourced.has(`${entity.id} ${name.text}`)),
        )
        .map(
          ({ text, kind, lang, needs, unique }): Name => ({
            text,
            kind,
            ...(lang !== undefined && { lang }),
            ...(needs !== undefined && { needs }),
            ...(kind === 'acronym' && { exactCase: true }),
            ...(isUnique(entity, { text, kind, needs, unique }) && { unique: true }),
          }),
        );
      return added.length === 0 ? entity : { ...entity, names: [...(entity.names ?? []), ...added] };
    }),
  }));
  if (left.size > 0)
    throw new Error(
      `data/refresh/usual-names.json: expected ids that a source has, found ${[...left.keys()].join(', ')}; correct or remove them`,
    );
  return given;
}

function hasType({ facts = [] }: Entity): boolean {
  return facts.some(({ property }) => property === 'type');
}

const manyWords = /\p{L}[\s\u200c-]+\p{L}/u;

/** One word may be that of something else in a language that nobody thought of, and any name of a person that of somebody else. */
function isUnique(entity: Entity, { text, kind, needs, unique }: z.infer<typeof schema>[string][number]): boolean {
  if (kind !== 'full' || needs !== undefined) return false;
  return unique ?? (entity.kind !== 'person' && manyWords.test(text));
}

/** Letters of an acronym from which it is also written as a word. */
const leastWord = 4;

function withNeeds(entity: Entity, usual: z.infer<typeof schema>[string]): Entity {
  if (entity.names === undefined) return entity;
  const asked = usual.filter(({ needs }) => needs !== undefined);
  const names = entity.names.map((name): Name => {
    const { needs: derived, exactCase, ...plain } = name;
    const spelt = usual.filter(({ text }) => text === name.text);
    // Two languages may write one name with one and the same letters, each with words of its own beside it.
    const same = spelt.find(({ lang }) => lang === name.lang) ?? spelt[0];
    // What nothing else has asks for no evidence, whatever its source says. Four letters are also read as a word: Unrwa, Asean.
    if (same?.kind === 'full' && same.needs === undefined) {
      const letters = name.kind === 'acronym';
      const exact = exactCase && (!letters || name.text.length < leastWord);
      return {
        ...plain,
        ...(letters && { kind: 'full' }),
        ...(exact && { exactCase }),
        ...(isUnique(entity, same) && { unique: true }),
      };
    }
    // Arabic and Persian letters fold alike: the spelling that is asked for comes first.
    const needs = (same ?? asked.findLast(({ text }) => foldText(text) === foldText(name.text)))?.needs ?? derived;
    return { ...plain, ...(needs && { needs }), ...((same?.kind === 'acronym' || exactCase) && { exactCase: true }) };
  });
  return { ...entity, names };
}

/** Whether a name of the table is one that nothing else has, or says itself which words it needs. */
export function isUnmistakable(table: unknown): (id: string, name: string) => boolean {
  const names = schema.parse(table);
  return (id, name) => names[id]?.some(({ text, kind, needs }) => (kind === 'full' || needs) && text === name) ?? false;
}
