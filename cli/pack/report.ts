import { parseArgs } from 'node:util';
import { type Counts, type Coverage, coverage } from '../../src/dataset/coverage.ts';
import { createLibrary } from '../../src/dataset/library.ts';
import type { TranslationCoverage } from '../../src/dataset/translations/coverage.ts';
import { auditSentence, readAudits, roundSentence } from './audit/records.ts';
import { readDataset, readOpenDataset } from './files.ts';
import type { Firing } from './firing.ts';
import { readInput } from './input.ts';
import { coverageLine, coverages } from './translate/coverage.ts';
import { readTranslations } from './translate/files.ts';

/** How many rows of a long list a reader is shown; `--json` has them all. */
const shownRows = 40;

/** `pack report [PACK…] [--news DIR] [--json]`: how the packs stand, in counts. With `--news`, which names fire on a folder of texts. */
export async function report(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' }, news: { type: 'string' }, json: { type: 'boolean' } },
  });
  const named = positionals.length > 0;
  const edited = named ? [] : (await readDataset(values.data)).map(({ pack }) => pack);
  const packs = named
    ? await Promise.all(positionals.map(readInput))
    : [...edited, ...(await readOpenDataset(values.data)).map(({ pack }) => pack)];
  const found = coverage(createLibrary(packs), new Date().toISOString().slice(0, 10));
  const translations = named ? [] : coverages(edited, packs, (await readTranslations(values.data)).languages);
  const records = named ? { audits: [], rounds: [] } : await readAudits(values.data);
  // The matcher is loaded only when it is asked for.
  const fired = values.news === undefined ? undefined : await (await import('./firing.ts')).firing(packs, values.news);
  if (values.json)
    console.log(JSON.stringify({ ...found, translations, ...records, ...(fired ? { firing: fired } : {}) }));
  else
    console.log(
      [
        ...coverageLines(found),
        ...translationLines(translations),
        ...recordLines(records),
        ...(fired ? firingLines(fired) : []),
      ].join('\n'),
    );
  return 0;
}

function coverageLines(found: Coverage): string[] {
  const total = Object.values(found.checked).reduce((sum, count) => sum + count, 0);
  return [
    'Packs',
    ...found.packs.map(
      (pack) =>
        `  ${pack.id}: ${pack.entities} entities, ${pack.statements} statements, ${pack.facts} facts, ${pack.disputes} disputes, ${pack.sources} sources`,
    ),
    ...table('Entities by kind', found.kinds),
    ...table('Entities without a statement or a fact', found.namesOnly),
    ...table('Entities of open data by what they are', found.types),
    ...table('Entities of open data by source', found.datasets),
    ...table('Entities with a name in', found.languages),
    ...table('Sources by type of publisher', found.publisherTypes),
    ...table('Citations by type of publisher', found.citations),
    ...table("Sources by the publisher's relation to the matter", found.relations),
    ...table('Sources by how they were checked', found.checked, total),
    ...table('Statements, positions and roles by the last verdict of a second reader', found.verdicts),
    '',
    `Statements, positions and roles with an exception: ${found.exceptions}`,
    `Past the day of review: ${found.stale.length}`,
    ...found.stale.map(({ id, reviewBy }) => `  ${reviewBy}  ${id}`),
    `Due within three weeks: ${found.dueSoon.length}`,
    ...found.dueSoon.map(({ id, reviewBy }) => `  ${reviewBy}  ${id}`),
    '',
    'Words for each side of a dispute',
    ...found.sides.map(({ entity, dispute, sides, words }) => {
      const share = Math.round((100 * words[0]) / (words[0] + words[1]));
      return `  ${entity} / ${dispute}: ${sides[0]} ${words[0]}, ${sides[1]} ${words[1]} (${share} : ${100 - share})`;
    }),
  ];
}

function table(title: string, counts: Counts, total?: number): string[] {
  const rows = Object.entries(counts);
  const hidden = rows.length - shownRows;
  return [
    '',
    title,
    ...rows.slice(0, shownRows).map(([name, count]) => {
      const share = total === undefined ? '' : ` (${Math.round((100 * count) / total)} %)`;
      return `${String(count).padStart(6)}  ${name}${share}`;
    }),
    ...(hidden > 0 ? [`        and ${hidden} more`] : []),
  ];
}

function translationLines(found: readonly TranslationCoverage[]): string[] {
  if (found.length === 0) return [];
  const stale = found.map(({ language, stale }) => `  ${language}: ${stale.length} of an English that has changed`);
  return ['', 'Translations that a second reader passed', ...found.map((one) => `  ${coverageLine(one)}`), ...stale];
}

function recordLines({ audits, rounds }: Awaited<ReturnType<typeof readAudits>>): string[] {
  return [
    ...(audits.length + rounds.length > 0 ? ['', 'Audits and rounds of reading'] : []),
    ...audits.map((audit) => `  ${auditSentence(audit)}`),
    ...rounds.flatMap((round) => [
      `  ${roundSentence(round)}`,
      ...round.false.map(({ entity, before, why }) => `    false, ${entity}: ${before ? `"${before}": ` : ''}${why}`),
    ]),
  ];
}

function firingLines({ words, mentions, names }: Firing): string[] {
  const rate = words === 0 ? 0 : (1000 * mentions) / words;
  return [
    '',
    `Names that fire on the texts: ${mentions} in ${words} words, ${rate.toFixed(3)} in 1,000`,
    ...names
      .slice(0, shownRows)
      .map(({ entity, name, count, example }) => `${String(count).padStart(6)}  ${name} (${entity}): ${example}`),
    ...(names.length > shownRows ? [`        and ${names.length - shownRows} more; --json lists them all`] : []),
  ];
}
