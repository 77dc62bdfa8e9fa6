/** Reads one staged file into files that can become a pack, and the preview of it. Nothing that is in use is touched. */
import type { Library, LoadedPack } from '../dataset/library.ts';
import { type Problem, show } from '../dataset/problem.ts';
import { readPack } from '../dataset/read.ts';
import type { Entity, PackInfo } from '../dataset/schema.ts';
import type { ImportFormat } from '../import/detect.ts';
import { type FileOptions, lookAt, type Opened } from '../import/input.ts';
import { type ImportOptions, idOf } from '../import/record.ts';
import { compileInSteps } from '../match/name-index/compile.ts';
import { openIndex } from '../match/name-index/open.ts';
import { findEntity } from '../match/name-index/read.ts';
import type { Database, ImportJob, OwnPack, RecordFile } from './database.ts';
import { ImportError, unpacked, wholeText } from './input.ts';
import { inSlices, type Pause } from './pause.ts';
import {
  addSample,
  bundledConflicts,
  excerpt,
  frequentNames,
  type PackUpdate,
  type Preview,
  updateOf,
} from './preview.ts';
import { readLines } from './read-lines.ts';
import { type Collection, collectPack, createCollection, openRecords, type Records } from './records.ts';
import { EmptyError, ProblemsError, problemText } from './refusals.ts';
import { listPacks, readIndex, readRecords } from './store.ts';

/** What an import needs of the world. */
export interface Surroundings {
  database: Database;
  /** The packs of the extension. */
  bundled(): Promise<Library>;
  /** Loads the libraries of spreadsheets, markup and BibTeX. */
  libraries: FileOptions['libraries'];
  /** Place of a lower-case word among the most common words of English. */
  wordRank: ImportOptions['wordRank'];
  /** ISO date. */
  today: string;
  onProgress(progress: Progress): void;
  /** Whether nobody waits for the result any more. */
  isOutdated(): boolean;
  /** Asked again and again: a promise to wait for when others have waited long enough. Absent: nobody waits. */
  pause?: Pause | undefined;
}

export interface Progress {
  step: 'reading' | 'checking' | 'compiling' | 'storing';
  /** Of the step that reads: the share of the file, 0 to 1. */
  share?: number;
  entities: number;
}

export interface Prepared {
  preview: Preview;
  records: RecordFile;
  index: ArrayBuffer;
}

/** A word of such a rank stands in every other sentence; the same as for other formats. */
const everywhereRank = 300;

/** @throws {ImportError} when nothing can be taken in */
export async function prepare(job: ImportJob, file: Blob, surroundings: Surroundings): Promise<Prepared> {
  const collection = createCollection();
  const onRead = (bytes: number) =>
    surroundings.onProgress({
      step: 'reading',
      share: file.size === 0 ? 1 : bytes / file.size,
      entities: collection.size,
    });
  const { detected } = await lookAt({ open: () => unpacked(file, () => undefined), again: true });
  const { format: found, foreign } = detected;
  const opened: Opened = { detected, input: { open: () => unpacked(file, onRead), again: true } };
  if (foreign) throw new ImportError('foreign', `${foreign.is}: ${foreign.todo}`);
  const format = found === 'pack' ? found : (job.choices.format ?? found);
  if (format === undefined) throw new ImportError('format');
  const draft = emptyDraft(format, infoOf(job, format, surroundings.today));
  if (format === 'pack') await readWhole(file, onRead, draft, collection, surroundings);
  else await readLines(opened, job, format, draft, collection, surroundings);
  if (collection.size === 0) throw new EmptyError(draft);

  const pause = () =>
    surroundings.pause?.()?.then(() => {
      if (surroundings.isOutdated()) throw new ImportError('changed');
    });
  surroundings.onProgress({ step: 'checking', entities: collection.size });
  const named = collection.named();
  // What conflicts and changes are looked for in: names, and no more than the checks need of the rest.
  const loaded: LoadedPack = { ...draft.info, entities: named as Entity[], sources: {} };
  const looking = bundledConflicts(loaded, await surroundings.bundled());
  const { forbidden, sameNames, others } = await inSlices(looking, pause);
  if (forbidden[0]) throw new ImportError('taken', problemText(forbidden[0]));
  const records = collection.file();
  const own = await listPacks(surroundings.database);
  const before = own.find(({ id }) => id === draft.info.id);
  const update = before && (await updateTo(before, records, draft.info, collection.size, surroundings.database));
  const taken = await takenIds(
    named,
    own.filter((pack) => pack !== before),
    surroundings.database,
  );

  surroundings.onProgress({ step: 'compiling', entities: collection.size });
  const hash = await collection.hash();
  const index = await inSlices(compileInSteps(named), pause);
  return {
    records,
    index,
    preview: {
      ...draft,
      hash,
      counts: {
        entities: collection.size,
        names: openIndex(index).names,
        sources: collection.sources,
        refused: draft.counts.refused,
        joined: draft.counts.joined,
      },
      frequent: frequentNames(named, surroundings.wordRank),
      conflicts: excerpt([...others, ...taken]),
      sameNames: excerpt(sameNames),
      ...(update && { update }),
      bytes: records.texts.size + records.offsets.byteLength + index.byteLength,
    },
  };
}

function emptyDraft(format: ImportFormat, info: PackInfo): Preview {
  return {
    format,
    info,
    hash: '',
    counts: { entities: 0, names: 0, sources: 0, refused: 0, joined: 0 },
    skipped: [],
    sample: [],
    problems: { count: 0, first: [] },
    remarks: { count: 0, first: [] },
    frequent: { count: 0, first: [] },
    conflicts: { count: 0, first: [] },
    bytes: 0,
  };
}

/** The same that the command line says of a pack that it makes. */
function infoOf({ name, choices }: ImportJob, format: ImportFormat, today: string): PackInfo {
  const id = choices.id ?? (idOf(name.split('.')[0]!) || format);
  return {
    id,
    title: choices.title ?? id,
    description: `Imported from ${format} on ${today}.`,
    language: 'en',
    license: 'not stated',
    released: today,
  };
}

async function readWhole(
  file: Blob,
  onRead: (bytes: number) => void,
  draft: Preview,
  collection: Collection,
  { wordRank }: Surroundings,
): Promise<void> {
  const text = await wholeText(file, onRead);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ImportError('damaged', (error as Error).message);
  }
  const { pack, problems } = readPack(value);
  const found = pack ? everywhereNames(pack.entities, wordRank) : problems;
  if (found.length > 0) {
    draft.problems = excerpt(found);
    throw new ProblemsError(draft.problems);
  }
  const { format: _, formatVersion: __, entities, sources, ...info } = pack!;
  draft.info = info;
  for (const entity of entities) addSample(draft, entity);
  collectPack({ entities, sources }, collection);
}

function everywhereNames(entities: readonly Entity[], wordRank: ImportOptions['wordRank']): Problem[] {
  return entities.flatMap(({ id, name, names = [] }) =>
    [name, ...names.map(({ text }) => text)]
      .filter((text) => (wordRank(text.toLowerCase()) ?? Number.POSITIVE_INFINITY) <= everywhereRank)
      .map((text) => ({
        rule: 'import-name',
        path: `entities/${id}`,
        expected: 'a name that is not one of the most frequent words',
        found: show(text),
        todo: 'remove the name: it would stand in every sentence',
      })),
  );
}

async function updateTo(
  before: OwnPack,
  records: RecordFile,
  info: PackInfo,
  entities: number,
  database: Database,
): Promise<PackUpdate> {
  const old = await loadAll(before, await readRecords(database, before));
  return updateOf(before.files, old, await loadAll(info, openRecords(records, entities)));
}

async function loadAll(info: PackInfo, records: Records): Promise<LoadedPack> {
  const entities = await Array.fromAsync(records.entities());
  const sources = await Array.fromAsync(records.sources());
  return { ...info, entities, sources: Object.fromEntries(sources.map((source) => [source.id, source])) };
}

/** Entities whose ids other packs of the reader have: those that were there first are shown. */
async function takenIds(
  named: readonly { id: string }[],
  packs: readonly OwnPack[],
  database: Database,
): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const pack of packs) {
    const index = openIndex(await readIndex(database, pack));
    for (const { id } of named)
      if (findEntity(index, id) >= 0)
        found.push({
          rule: 'taken-id',
          path: `entities/${id}`,
          expected: 'an id that no other pack has',
          found: `an entity of ${pack.id}, which will be shown instead`,
          todo: 'leave it out, or give it an id of its own',
        });
  }
  return found;
}
