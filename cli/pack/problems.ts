import { readFileSync } from 'node:fs';
import { checkDataset } from '../../src/dataset/check.ts';
import { createLibrary } from '../../src/dataset/library.ts';
import type { RuleContext } from '../../src/dataset/rules/rule.ts';
import { checkTranslations } from '../../src/dataset/translations/rules.ts';
import { type FileProblem, type PackFolder, shownPath } from './files.ts';
import { linesOf } from './lines.ts';
import type { Translations } from './translate/files.ts';

/** The packs of a data folder. */
export interface Folders {
  dir: string;
  edited: readonly PackFolder[];
  openData: readonly PackFolder[];
}

/** Problems of the translations of the edited packs. */
export function translationProblems(
  { dir, edited }: Folders,
  { languages, files, problems }: Translations,
): FileProblem[] {
  const { entities } = createLibrary(edited.map(({ pack }) => pack));
  const known = new Map([...entities].map(([id, { entity }]) => [id, entity]));
  const found = checkTranslations({ entities: known, languages });
  return [...problems, ...found.map((problem) => ({ ...problem, file: files.get(recordOf(problem.path)) ?? dir }))];
}

/** Problems of single files and of the packs together, by file. */
export function problemsOf({ dir, edited, openData }: Folders, knowledge: Omit<RuleContext, 'library'>): FileProblem[] {
  const folders = [...edited, ...openData];
  const library = createLibrary(folders.map(({ pack }) => pack));
  const found = checkDataset(
    { library, ...knowledge },
    openData.map(({ pack }) => pack),
  );
  const broken = new Set(
    folders.flatMap(({ problems }) => problems.filter(({ rule }) => rule !== 'format').map(({ file }) => file)),
  );
  const fileOf = (path: string) =>
    folders.map(({ files }) => files.get(recordOf(path))).find((file) => file !== undefined) ?? dir;
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

/** Prints problems by place, `file.json:12` as terminals and editors open it. */
export function printProblems(problems: readonly FileProblem[]): void {
  const byFile = [...Map.groupBy(problems, ({ file }) => file)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [file, list] of byFile) {
    const lineOf = file.endsWith('.json') ? linesOf(readFileSync(file, 'utf8')) : undefined;
    for (const { rule, path, expected, found, todo } of list) {
      const inside = path.replace(
        /^(?:(?:entities|sources|translations\/\w+|phrases|glossary|loaded-words)\/[^.]*|pack)\.?/,
        '',
      );
      // A place in a file of lines says its line already.
      console.log(lineOf ? `${shownPath(file)}:${lineOf(inside)}` : shownPath(file));
      console.log(`  ${inside ? `${inside}: ` : ''}expected ${expected}`);
      console.log(`    found ${found}`);
      console.log(`    to do: ${todo} [${rule}]`);
    }
  }
}
