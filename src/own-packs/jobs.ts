/** Imports, each a job in the database: what is staged survives the page and the process that work on it. */
import { change, type Database, type ImportChoices, type ImportJob, mostAttempts, type OwnPack } from './database.ts';
import { ImportError } from './input.ts';

/** Takes a file in, to be read. The file is whole in the database when this is done, so its page may be closed. */
export async function stageImport(
  database: Database,
  file: Blob,
  name: string,
  choices: ImportChoices = {},
): Promise<string> {
  const id = crypto.randomUUID();
  const job: ImportJob = { id, name, size: file.size, created: Date.now(), state: 'reading', attempts: 0, choices };
  await change(database, ['jobs', 'inputs'], async (stores) => {
    await stores.objectStore('inputs').put(file, id);
    await stores.objectStore('jobs').put(job);
  });
  return id;
}

export async function listJobs(database: Database): Promise<ImportJob[]> {
  return (await database.getAll('jobs')).sort((a, b) => a.created - b.created);
}

/** Reads the file again, with other choices. */
export async function readAgain(database: Database, id: string, choices: ImportChoices): Promise<void> {
  await change(database, ['jobs', 'records', 'indexes'], async (stores) => {
    const job = await stores.objectStore('jobs').get(id);
    if (!job) return;
    await dropFiles(stores, job.files);
    const { files: _, preview: __, refusal: ___, ...rest } = job;
    await stores
      .objectStore('jobs')
      .put({ ...rest, state: 'reading', attempts: 0, choices: { ...job.choices, ...choices } });
  });
}

/** Counts that reading broke off with whoever read. What broke off too often is refused, so that nobody waits for it for ever. */
export async function countBreak(database: Database, error: unknown): Promise<void> {
  const detail = error instanceof Error ? error.message : String(error);
  await change(database, ['jobs'], async (stores) => {
    for (const job of await stores.objectStore('jobs').getAll()) {
      if (job.state !== 'reading') continue;
      const attempts = job.attempts + 1;
      const end = attempts > mostAttempts && { state: 'refused' as const, refusal: { why: 'failed' as const, detail } };
      await stores.objectStore('jobs').put({ ...job, attempts, ...end });
    }
  });
}

/** Forgets an import, whatever its state. A reading that is under way finds its job gone and ends. */
export async function discardImport(database: Database, id: string): Promise<void> {
  await change(database, ['jobs', 'inputs', 'records', 'indexes'], async (stores) => {
    const job = await stores.objectStore('jobs').get(id);
    await stores.objectStore('jobs').delete(id);
    await stores.objectStore('inputs').delete(id);
    await dropFiles(stores, job?.files);
  });
}

/**
 * Makes a pack of an import that is ready, in place of the one with its id. All of it, or nothing.
 * @throws {ImportError} `changed` when that pack is not the one that was there at the preview
 */
export function acceptImport(database: Database, id: string, today: string): Promise<OwnPack> {
  return change(database, ['packs', 'jobs', 'inputs', 'records', 'indexes'], async (stores) => {
    const job = await stores.objectStore('jobs').get(id);
    if (job?.state !== 'ready' || !job.preview || !job.files) throw new ImportError('changed');
    const { info, counts, hash, bytes, update } = job.preview;
    const before = await stores.objectStore('packs').get(info.id);
    if (before?.files !== update?.files) throw new ImportError('changed');
    const pack: OwnPack = {
      ...info,
      entities: counts.entities,
      names: counts.names,
      sources: counts.sources,
      hash,
      bytes,
      files: job.files,
      added: today,
      mark: before?.mark ?? 'on demand',
    };
    await stores.objectStore('packs').put(pack);
    await dropFiles(stores, before?.files);
    await stores.objectStore('jobs').delete(id);
    await stores.objectStore('inputs').delete(id);
    return pack;
  });
}

interface FileStores {
  objectStore(name: 'records' | 'indexes'): { delete(key: string): Promise<void> };
}

async function dropFiles(stores: FileStores, files: string | undefined): Promise<void> {
  if (files === undefined) return;
  await stores.objectStore('records').delete(files);
  await stores.objectStore('indexes').delete(files);
}
