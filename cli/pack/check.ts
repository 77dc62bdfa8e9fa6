import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDataset } from '../../src/dataset/check.ts';
import { conflicts, refusing } from '../../src/dataset/conflicts.ts';
import { createLibrary } from '../../src/dataset/library.ts';
import { carriedSummary } from '../../src/dataset/rules/carried.ts';
import { commonWords } from '../../src/dataset/rules/names.ts';
import type { RuleContext } from '../../src/dataset/rules/rule.ts';
import { type FileProblem, type PackFolder, readDataset, readOpenDataset, shownPath } from './files.ts';
import { readInput } from './input.ts';
import { isCommonWord, readKnowledge } from './knowledge.ts';

/**
 * `pack check [PACKDIR|FILE…] [--upcoming]`: all packs of `data/`, or the named ones among them; an exchange file is checked for itself
 * and against the packs of `data/`. `--upcoming` adds the rules that the dataset does not yet keep. Exit code 1 when there is a problem.
 */
export async function check(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' }, upcoming: { type: 'boolean', default: false } },
  });
  const edited = await readDataset(values.data);
  const openData = await readOpenDataset(values.data);
  const folders = [...edited, ...openData];
  const files = positionals.filter((path) => !statSync(path).isDirectory());
  const only = positionals.filter((path) => !files.includes(path)).map((dir) => resolve(dir));
  const codes = await Promise.all(files.map((file) => checkFile(file, folders)));
  return files.length > 0 && only.length === 0
    ? Math.max(...codes)
    : Math.max(await checkData(edited, openData, values, only), ...codes);
}

async function checkData(
  edited: PackFolder[],
  openData: PackFolder[],
  { data, upcoming }: { data: string; upcoming: boolean },
  only: readonly string[],
): Promise<number> {
  const inScope = ({ file }: { file: string }) =>
    only.length === 0 || only.some((dir) => resolve(file).startsWith(`${dir}/`));
  const folders = [...edited, ...openData];
  const knowledge = { today: new Date().toISOString().slice(0, 10), ...(await readKnowledge(data)) };
  const problems = problemsOf(folders, openData, data, knowledge, upcoming).filter(inScope);
  print(problems);
  printCarried(carriedSummary({ library: createLibrary(edited.map(({ pack }) => pack)), ...knowledge }));
  const counts = folders.map(
    ({ pack }) => `${pack.id}: ${pack.entities.length} entities, ${Object.keys(pack.sources).length} sources`,
  );
  console.log(`${counts.join('; ')}; ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}`);
  return problems.length === 0 ? 0 : 1;
}

/** A pack that somebody else made: it need not follow our policy, so what is unwise about it is a remark and no problem. */
async function checkFile(file: string, folders: PackFolder[]): Promise<number> {
  const pack = await readInput(file);
  const others = createLibrary(folders.map((folder) => folder.pack));
  const found = [...conflicts(pack, others), ...commonWords({ library: createLibrary([pack]), isCommonWord })];
  const problems = found.filter(({ rule }) => refusing.includes(rule));
  print(found.map((problem) => ({ ...problem, file })));
  console.log(
    `${pack.id}: ${pack.entities.length} entities, ${Object.keys(pack.sources).length} sources; ${problems.length} problems, ${found.length - problems.length} remarks`,
  );
  return problems.length === 0 ? 0 : 1;
}

/** Problems of single files and of the packs together, by file. */
function problemsOf(
  folders: PackFolder[],
  openData: PackFolder[],
  dataDir: string,
  knowledge: Omit<RuleContext, 'library'>,
  withUpcoming: boolean,
): FileProblem[] {
  const library = createLibrary(folders.map(({ pack }) => pack));
  const open = openData.map(({ pack }) => pack);
  const found = checkDataset({ library, ...knowledge }, open, { withUpcoming });
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

/** What stands although no quotation carries it, and what the check cannot see. */
function printCarried({ units, exceptions, unchecked }: ReturnType<typeof carriedSummary>): void {
  for (const { path, text, because } of exceptions) console.log(`${path}: no quotation carries "${text}": ${because}`);
  for (const { path, what } of unchecked)
    console.log(`${path}: not looked for in quotations of other languages: ${what}`);
  const excepted = new Set(exceptions.map(({ path }) => path)).size;
  const share = ((100 * excepted) / Math.max(1, units)).toFixed(1);
  console.log(`${units} statements, positions and roles, ${excepted} with an exception (${share} %)`);
}
