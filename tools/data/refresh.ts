import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readKnowledge } from '../../cli/pack/knowledge.ts';
import type { CountryWords } from '../../src/dataset/carried/countries.ts';
import { joinRecords } from '../../src/dataset/join.ts';
import type { Entity, Source } from '../../src/dataset/schema.ts';
import { changesOf } from './changes.ts';
import { type CountryNames, readCountries } from './countries.ts';
import { demonymsOf } from './demonyms.ts';
import { doublesIn } from './doubles.ts';
import { withPartyNames } from './party-names.ts';
import { deriveWords } from './precision.ts';
import { sameOf, withoutTarget, withSame } from './same.ts';
import { withSharedItems } from './same-bodies.ts';
import { type Extract, settle } from './settle.ts';
import { clone, fromFolder, fromGit, fromPackage, fromTable, type Snapshot, together } from './snapshot.ts';
import type { Description, Tables } from './source.ts';
import { descriptions } from './sources.ts';
import { readPacks, type StoredSource, writePacks } from './store.ts';
import { isUnmistakable, withUsualNames } from './usual-names.ts';
import { withoutWrong } from './wrong.ts';

/** Share of a source's records that may be gone without a maintainer saying that it is right. */
const mostGone = 0.05;

/**
 * `data refresh [SOURCE…] [--from DIR] [--accept] [--data DIR] [--on DAY]`: reads all sources, or the named ones; writes the extracts and
 * prints what changed. `--from DIR` takes `DIR/<source>`, a folder with `snapshot.json` or a git directory (also `DIR/<source>/repo`, and
 * `DIR/<owner>+<name>`); without it the sources come over the network. `--on` is the day that the records of sources carry as the day of
 * reading. A source that is not as its adapter knows it, or has lost much, keeps its old extract. Exit code 1 when one was kept back.
 */
export async function refresh(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      accept: { type: 'boolean', default: false },
      data: { type: 'string', default: 'data' },
      on: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const unknown = positionals.find((id) => !descriptions.some((each) => each.id === id));
  if (unknown !== undefined)
    throw new Error(`expected one of ${descriptions.map(({ id }) => id).join(', ')}, found "${unknown}"`);
  const before = await readPacks(values.data, descriptions);
  const tables = await readTables(join(values.data, 'refresh'));
  const nameOf = namer([...before.values()]);
  const now = new Map<string, StoredSource>();
  const keptBack: string[] = [];
  for (const description of descriptions) {
    const old = before.get(description.id);
    const asked = positionals.length === 0 || positionals.includes(description.id);
    try {
      if (!asked) {
        if (old) now.set(description.id, old);
        continue;
      }
      const snapshot = await snapshotOf(description, values.from, tables);
      const fresh = readSource(description, snapshot, earlierOf([...now.values()]), tables, values.on, old?.source);
      const { gone, before: all } = changesOf(old?.entities ?? [], fresh.entities, nameOf);
      if (gone > all * mostGone && !values.accept)
        throw new Error(
          `expected at most ${Math.floor(all * mostGone)} of ${all} records to be gone, found ${gone} gone; read the source, then run again with --accept`,
        );
      now.set(description.id, fresh);
    } catch (error) {
      keptBack.push(`${description.id}: ${(error as Error).message}`);
      if (old) now.set(description.id, old);
    }
  }
  const { extracts, told } = settle([...now].map(([source, { entities }]) => ({ source, entities })));
  const worded = withWords(
    withPartyNames(withUsualNames(withSharedItems(extracts), tables['usual-names'])),
    (await readKnowledge(values.data)).countries,
    isUnmistakable(tables['usual-names']),
    demonymsOf(tables.demonyms),
  );
  const stored = new Map(worded.map(({ source, entities }) => [source, { ...now.get(source)!, entities }]));
  const nowNamed = namer([...stored.values()]);
  for (const [id, { entities, source }] of stored) {
    const { lines } = changesOf(before.get(id)?.entities ?? [], entities, (other) => nowNamed(other) ?? nameOf(other));
    console.log(`${id} (${source.version}): ${entities.length} records, ${lines.length} changes`);
    for (const line of lines) console.log(`  ${line}`);
  }
  const all = joinRecords(worded.flatMap(({ entities }) => entities));
  for (const line of withoutTarget(sameOf(tables), all)) console.log(`remark: ${line}`);
  for (const line of doublesIn(all, sameOf(tables)))
    console.log(`one or two? ${line}; say it in data/refresh/same.json`);
  for (const line of told) console.log(`disagree: ${line}`);
  for (const line of keptBack) console.error(`kept the old extract: ${line}`);
  await writePacks(values.data, descriptions, stored);
  return keptBack.length === 0 ? 0 : 1;
}

/** Reviewed tables, by the names of their files. */
async function readTables(dir: string): Promise<Tables> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [basename(name, '.json'), JSON.parse(await readFile(join(dir, name), 'utf8'))]),
    ),
  );
}

async function snapshotOf(description: Description, from: string | undefined, tables: Tables): Promise<Snapshot> {
  const { id, origin } = description;
  const folder = from === undefined ? undefined : join(from, id);
  if (folder !== undefined && (await exists(join(folder, 'snapshot.json')))) return fromFolder(folder, description);
  if ('package' in origin)
    return fromPackage(join('node_modules', origin.package), description, tables.releases as Record<string, string>);
  if ('table' in origin) return fromTable(origin.table, tables[origin.table]);
  if ('repository' in origin) return repositoryOf(origin.repository, description, from);
  const parts = [];
  for (const repository of origin.repositories)
    parts.push({ repository, snapshot: await repositoryOf(repository, description, from) });
  return together(parts);
}

async function repositoryOf(repository: string, description: Description, from: string | undefined): Promise<Snapshot> {
  if (from !== undefined) {
    const names = [description.id, repository.replace('/', '+')];
    for (const name of names)
      for (const git of [join(from, name), join(from, name, 'repo')])
        if ((await exists(join(git, 'HEAD'))) || (await exists(join(git, '.git')))) return fromGit(git, description);
    throw new Error(`expected ${names.join(' or ')} in ${from}, found neither`);
  }
  const dir = await mkdtemp(join(tmpdir(), 'sidelight-source-'));
  try {
    await clone(`https://github.com/${repository}.git`, dir, description);
    return await fromGit(dir, description);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function readSource(
  description: Description,
  { files, version, day }: Snapshot,
  earlier: ReadonlyMap<string, Entity>,
  tables: Tables,
  on: string,
  old: Source | undefined,
): StoredSource {
  const input = {
    source: description.id,
    files,
    day,
    countries: readCountries(tables['country-names'] as CountryNames),
    tables,
    earlier,
  };
  const { asOf, entities: read } = description.read(input);
  const { entities, remarks } = withoutWrong(description.id, joinRecords(read), tables);
  if (entities.length === 0) throw new Error('expected records, found none; read the source');
  for (const remark of remarks) console.log(`remark: ${remark}`);
  const checked = old?.version === version ? old.checked.on : on;
  return {
    source: sourceRecord(description, version, asOf, checked),
    entities: withSame(entities, sameOf(tables), earlier),
  };
}

function sourceRecord(description: Description, version: string, asOf: string, checked: string): Source {
  const { id, title, publisher, publisherType, relation, license, URL } = description;
  const parts = (day: string): { 'date-parts': [number[]] } => ({ 'date-parts': [day.split('-').map(Number)] });
  return {
    id,
    type: 'dataset',
    title,
    issued: parts(asOf),
    publisher,
    ...(URL !== undefined && { URL }),
    accessed: parts(checked),
    publisherType,
    relation,
    license,
    version,
    checked: { on: checked, how: 'stored copy', by: 'program' },
  };
}

function earlierOf(stored: readonly StoredSource[]): ReadonlyMap<string, Entity> {
  return new Map(joinRecords(stored.flatMap(({ entities }) => entities)).map((entity) => [entity.id, entity]));
}

function withWords(
  extracts: readonly Extract[],
  countries: readonly CountryWords[],
  ...reviewed: [unmistakable: (id: string, name: string) => boolean, demonyms: (id: string) => readonly string[]]
): Extract[] {
  const words = deriveWords(joinRecords(extracts.flatMap(({ entities }) => entities)), countries, ...reviewed);
  return extracts.map(({ source, entities }) => ({ source, entities: entities.map(words) }));
}

function namer(stored: readonly StoredSource[]): (id: string) => string {
  const names = new Map(stored.flatMap(({ entities }) => entities.map(({ id, name }) => [id, name] as const)));
  return (id) => names.get(id) ?? id;
}
