import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { conflicts, refusing } from '../../src/dataset/conflicts.ts';
import { createLibrary, type Library } from '../../src/dataset/library.ts';
import { carriedSummary } from '../../src/dataset/rules/carried.ts';
import { commonWords } from '../../src/dataset/rules/names.ts';
import type { TranslationCoverage } from '../../src/dataset/translations/coverage.ts';
import { packTexts } from '../../src/dataset/translations/pack-texts.ts';
import { type PackFolder, readDataset, readOpenDataset, shownPath } from './files.ts';
import { readInput } from './input.ts';
import { isCommonWord, readKnowledge } from './knowledge.ts';
import { linesOf } from './lines.ts';
import { printProblems, problemsOf, translationProblems } from './problems.ts';
import { coverageLine, coverages } from './translate/coverage.ts';
import { readTranslations, type Translations } from './translate/files.ts';

/**
 * `pack check [PACKDIR|FILE…]`: all packs of `data/`, or the named ones among them; an exchange file is checked for itself and against the
 * packs of `data/`. Exit code 1 when there is a problem.
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
  const others = files.length > 0 ? await libraryOf(folders, values.data) : undefined;
  const codes = others ? await Promise.all(files.map((file) => checkFile(file, others))) : [];
  return files.length > 0 && only.length === 0
    ? Math.max(...codes)
    : Math.max(await checkData(edited, openData, values.data, only), ...codes);
}

async function checkData(
  edited: PackFolder[],
  openData: PackFolder[],
  data: string,
  only: readonly string[],
): Promise<number> {
  const inScope = ({ file }: { file: string }) =>
    only.length === 0 || only.some((dir) => resolve(file).startsWith(`${dir}/`));
  const folders = [...edited, ...openData];
  const knowledge = { today: new Date().toISOString().slice(0, 10), ...(await readKnowledge(data)) };
  const translations = await readTranslations(data);
  const all = { dir: data, edited, openData };
  const problems = [...problemsOf(all, knowledge), ...translationProblems(all, translations)].filter(inScope);
  printProblems(problems);
  const packsOf = (some: readonly PackFolder[]) => some.map(({ pack }) => pack);
  printCarried(carriedSummary({ library: createLibrary(packsOf(edited)), ...knowledge }));
  await printTranslated(coverages(packsOf(edited), packsOf(folders), translations.languages), translations);
  const counts = folders.map(
    ({ pack }) => `${pack.id}: ${pack.entities.length} entities, ${Object.keys(pack.sources).length} sources`,
  );
  console.log(`${counts.join('; ')}; ${problems.length === 1 ? '1 problem' : `${problems.length} problems`}`);
  return problems.length === 0 ? 0 : 1;
}

/** What no other pack may take: titles in other languages among it. */
async function libraryOf(folders: readonly PackFolder[], data: string): Promise<Library> {
  const { languages } = await readTranslations(data);
  return createLibrary(
    folders.map(({ pack }) => {
      const otherTitles = Object.values(packTexts(pack, languages)).map(({ title }) => title);
      return { ...pack, otherTitles };
    }),
  );
}

/** A pack that somebody else made: it need not follow our policy, so what is unwise about it is a remark and no problem. */
async function checkFile(file: string, others: Library): Promise<number> {
  const pack = await readInput(file);
  const found = [...conflicts(pack, others), ...commonWords({ library: createLibrary([pack]), isCommonWord })];
  const problems = found.filter(({ rule }) => refusing.includes(rule));
  const placeOf = (path: string) =>
    path.replace(/^entities\/([^.]+)/, (_, id) => `entities[${pack.entities.findIndex((entity) => entity.id === id)}]`);
  printProblems(found.map((problem) => ({ ...problem, path: placeOf(problem.path), file })));
  console.log(
    `${pack.id}: ${pack.entities.length} entities, ${Object.keys(pack.sources).length} sources; ${problems.length} problems, ${found.length - problems.length} remarks`,
  );
  return problems.length === 0 ? 0 : 1;
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

/** What waits for translators: no problem, since cards fall back to English and say so. */
async function printTranslated(
  all: readonly TranslationCoverage[],
  { files }: Pick<Translations, 'files'>,
): Promise<void> {
  for (const found of all) {
    const { language, stale, unused } = found;
    for (const { entity, place, text } of stale) {
      const file = files.get(`translations/${language}/${entity}`)!;
      const line = linesOf(await readFile(file, 'utf8'))(`[${place}]`);
      console.log(`${shownPath(file)}:${line}: of an English that has changed or is gone: ${text.at}`);
    }
    for (const phrase of unused)
      console.log(`${shownPath(files.get(`phrases/${language}`)!)}: no record or pack says "${phrase}" any more`);
    console.log(coverageLine(found));
  }
}
