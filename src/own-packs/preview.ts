/** What a reader is shown of an import before anything of it is used. */
import { changelog } from '../dataset/changelog.ts';
import { conflictsInSteps, refusing } from '../dataset/conflicts.ts';
import type { Library, LoadedPack } from '../dataset/library.ts';
import type { Problem } from '../dataset/problem.ts';
import type { Entity, EntityKind, PackInfo } from '../dataset/schema.ts';
import type { ImportFormat } from '../import/detect.ts';
import type { Mapping } from '../import/headings.ts';
import type { NamedEntity } from '../match/types.ts';
import { isCommonWord } from '../text/common-words.ts';

/** A problem with the line, or the row and the sheet of a table, on which it stands, from 1; of the whole file, none. */
export interface PlacedProblem extends Problem {
  line?: number;
  row?: number;
  sheet?: string;
}

/** A list of which only the first are kept. */
export interface Excerpt<T> {
  count: number;
  first: T[];
}

export interface Preview {
  format: ImportFormat;
  info: PackInfo;
  /** Of the content: see `Collection.hash`. */
  hash: string;
  /** `joined`: records of what stood in the file before, now one with it. */
  counts: { entities: number; names: number; sources: number; refused: number; joined: number };
  /** Records that were left out through no fault of theirs, by reason. */
  skipped: [reason: string, count: number][];
  /** Of a table: its columns, and what each was taken for. */
  table?: { columns: readonly string[]; mapping: Mapping };
  sample: { kind: EntityKind; name: string; description?: string; names: string[]; statement?: string }[];
  problems: Excerpt<PlacedProblem>;
  /** What a reader should know of the whole file; nothing was lost by it. */
  remarks: Excerpt<PlacedProblem>;
  /** Names that stand in every other text, as ordinary words. */
  frequent: Excerpt<{ entity: string; name: string }>;
  /** What the pack would take from those that are there, or imitates of them. */
  conflicts: Excerpt<Problem>;
  /** Entities with a name of one of the extension's own; absent in previews of before there was one. */
  sameNames?: Excerpt<Problem>;
  /** The pack that would be replaced, and what changes. */
  update?: PackUpdate;
  /** Bytes that the pack will take. */
  bytes: number;
}

export interface PackUpdate {
  /** Key of the files of the pack that is there. */
  files: string;
  released: string;
  added: Excerpt<string>;
  removed: Excerpt<string>;
  changed: Excerpt<string>;
}

/** Long lists are for the maker of a pack, on the command line; a page shows their beginning. */
const shown = 100;

export function excerpt<T>(items: readonly T[]): Excerpt<T> {
  return { count: items.length, first: items.slice(0, shown) };
}

/** Adds to an excerpt that grows while a file is read. */
export function note<T>(list: Excerpt<T>, item: T): void {
  list.count++;
  if (list.first.length < shown) list.first.push(item);
}

/** Single words that English readers, or readers of our other languages, meet in any text, and that nothing restricts. */
export function frequentNames(
  entities: readonly NamedEntity[],
  wordRank: (word: string) => number | undefined,
): Excerpt<{ entity: string; name: string }> {
  const found: Excerpt<{ entity: string; name: string }> = { count: 0, first: [] };
  for (const { id, name, names = [] } of entities) {
    const held = names.filter(({ exactCase, needs }) => exactCase || needs?.length).map(({ text }) => text);
    for (const text of new Set([name, ...names.map((other) => other.text)])) {
      if (!/^\p{L}+$/u.test(text) || held.includes(text)) continue;
      const word = text.toLowerCase();
      if (wordRank(word) !== undefined || isCommonWord(word)) note(found, { entity: id, name: text });
    }
  }
  return found;
}

/** Conflicts with the packs of the extension, whose pack ids, titles and entity ids nobody else may have. In steps. */
export function* bundledConflicts(
  pack: LoadedPack,
  bundled: Library,
): Generator<void, { forbidden: Problem[]; sameNames: Problem[]; others: Problem[] }> {
  const all = Object.groupBy(yield* conflictsInSteps(pack, bundled), ({ rule }) =>
    rule === 'taken-id' || refusing.includes(rule) ? 'forbidden' : rule === 'same-name' ? 'sameNames' : 'others',
  );
  return { forbidden: [], sameNames: [], others: [], ...all };
}

export function updateOf(files: string, before: LoadedPack, after: LoadedPack): PackUpdate {
  const { added, removed, changed } = changelog(before, after);
  return {
    files,
    released: before.released,
    added: excerpt(added.map(({ name }) => name)),
    removed: excerpt(removed.map(({ name }) => name)),
    changed: excerpt(changed.map(({ name, changes }) => `${name}: ${changes.map(describe).join('; ')}`)),
  };
}

function describe({ part, before, after }: { part: string; before?: string; after?: string }): string {
  return [part, before && `− ${before}`, after && `+ ${after}`].filter(Boolean).join(' ');
}

/** Entities shown as a sample. */
const sampleSize = 8;

export function addSample(draft: Preview, entity: Entity): void {
  if (draft.sample.length < sampleSize) draft.sample.push(asSample(entity));
}

function asSample({ kind, name, names = [], description, statements, disputes }: Entity): Preview['sample'][number] {
  const statement = statements?.[0]?.text ?? disputes?.[0]?.question;
  return {
    kind,
    name,
    names: names.map(({ text }) => text).slice(0, 6),
    ...(description === undefined ? {} : { description }),
    ...(statement === undefined ? {} : { statement }),
  };
}
