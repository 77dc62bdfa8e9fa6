import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDataset } from '../../src/dataset/check.ts';
import { conflicts } from '../../src/dataset/conflicts.ts';
import { createLibrary } from '../../src/dataset/library.ts';
import { commonWords } from '../../src/dataset/rules/names.ts';
import { type FileProblem, type PackFolder, readDataset, readOpenDataset, shownPath } from './files.ts';
import { readInput } from './input.ts';
import { isCommonWord, readKnowledge } from './knowledge.ts';

/**
 * `pack check [PACKDIR|FILE…]`: all packs of `data/`, or the named ones among them; an exchange file is checked for itself and against
 * the packs of `data/`. Exit code 1 when there is a problem.
 */
export async function check(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' } },
  });
  const edited = await readDataset(values.data);
  const openData = await readOpenDataset(values.data);
  const folders = [...edited, ...openData];
  const files = positionals.filter((path) => !statSync(path).isDirectory());
  const only = positionals.filter((path) => !files.includes(path)).map((dir) => resolve(dir));
  const codes = await Promise.all(files.map((file) => checkFile(file, folders)));
  return files.length > 0 && only.length === 0
    ? Math.max(...codes)
    : Math.max(await checkData(folders, openData, values.data, only), ...codes);
}

async function checkData(
  folders: PackFolder[],
  openData: PackFolder[],
  dataDir: string,
  only: readonly string[],
): Promise<number> {
  const inScope = ({ file }: { file: string }) =>
    only.length === 0 || only.some((dir) => resolve(file).startsWith(`${dir}/`));
  const problems = (await checkFolders(folders, openData, dataDir)).filter(inScope);
  print(problems);
  const counts = folders.map(
    ({ pack }) => `${pack.id}: ${pack.entities.length} entities, ${Object.keys(pack.sources).length} sources`,
  );
  console.log(`${counts.join('; ')}; ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}`);
  return problems.length === 0 ? 0 : 1;
}

/** A pack that somebody else made: it need not follow our policy, so what is unwise about it is a remark and no problem. */
async function checkFile(file: string, folders: PackFolder[]): Promise<number> {
  const pack = await readInput(file);
  const context = {
    library: createLibrary([pack]),
    today: '',
    deniedHosts: [],
    loadedWords: [],
    isCommonWord,
  };
  const found = [...conflicts(pack, createLibrary(folders.map((folder) => folder.pack))), ...commonWords(context)];
  const problems = found.filter(({ rule }) => rule === 'taken-pack');
  print(found.map((problem) => ({ ...problem, file })));
  console.log(
    `${pack.id}: ${pack.entities.length} entities, ${Object.keys(pack.sources).length} sources; ${problems.length} problems, ${found.length - problems.length} remarks`,
  );
  return problems.length === 0 ? 0 : 1;
}

/** Problems of single files and of the packs together, by file. */
export async function checkFolders(
  folders: PackFolder[],
  openData: PackFolder[],
  dataDir: string,
): Promise<FileProblem[]> {
  const library = createLibrary(folders.map(({ pack }) => pack));
  const today = new Date().toISOString().slice(0, 10);
  const found = checkDataset(
    { library, today, ...(await readKnowledge(dataDir)) },
    openData.map(({ pack }) => pack),
  );
  const broken = new Set(
    folders.flatMap(({ problems }) => problems.filter(({ rule }) => rule !== 'format').map(({ file }) => file)),
  );
  const fileOf = (path: string) =>
    folders.map(({ files }) => files.get(recordOf(path))).find((file) => file !== undefined) ?? dataDir;
  const linked = found
    .map((problem) => ({ ...problem, file: fileOf(problem.path) }))
    // A record that could not be read is no missing one, and what it cites is not unreferenced.
    .filter(
      ({ rule, found: id }) =>
        !(rule.startsWith('known-') && [...broken].some((file) => file.endsWith(`/${JSON.parse(id)}.json`))),
    )
    .filter(({ rule }) => !(rule === 'referenced-source' && broken.size > 0));
  return [...folders.flatMap(({ problems }) => problems), ...linked];
}

/** `entities/pmoi.statements[2].text` belongs to the record `entities/pmoi`. */
function recordOf(path: string): string {
  return path.split('.')[0]!;
}

function print(problems: readonly FileProblem[]): void {
  const byFile = [...Map.groupBy(problems, ({ file }) => file)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [file, list] of byFile) {
    console.log(shownPath(file));
    for (const { rule, path, expected, found, todo } of list) {
      const inside = path.split('.').slice(1).join('.');
      console.log(`  ${inside ? `${inside}: ` : ''}expected ${expected}`);
      console.log(`    found ${found}`);
      console.log(`    to do: ${todo} [${rule}]`);
    }
  }
}
