/**
 * What a corpus costs: `npm run bench -- corpus`. Articles are made of the dataset's own sentences, which name more than news does. Each run is a
 * process of its own, started as a user starts it. Start-up is a run over nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, wrongUse } from '../../cli/command.ts';
import { readDataset } from '../../cli/pack/files.ts';
import { printRows, type Row } from '../rows.ts';

/** UTF-16 code units of an article that is made: a page of news. */
const articleLength = 3000;
/** Times the smallest corpus. */
const sizes = [1, 4, 16];
/** Runs of which the fastest counts: what else a machine does only adds. */
const runs = 3;
const page = 'docs/measurements/corpora.md';

interface Measured {
  seconds: number;
  /** Seconds that processors worked for it, in all threads: what else the machine does adds little to them. */
  work: number;
  /** MB. */
  peak: number;
}

const usage = `npm run -s bench -- corpus [options]

  --documents N   articles, from 16 (default 8000)
  --corpus FILE   lines of JSON, in place of made articles
  --jobs 1,2      numbers of threads
  --write         put what was measured into ${page}
  --json          a line of JSON for each figure`;

export async function run(args: string[]): Promise<void> {
  const values = readOptions(
    usage,
    {
      documents: { type: 'string', default: '8000' },
      corpus: { type: 'string' },
      jobs: { type: 'string', default: '1,2' },
      write: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    args,
  );
  const most = Number(values.documents);
  if (!Number.isInteger(most) || most < 16)
    wrongUse(usage, `--documents: expected a whole number from 16; found "${values.documents}".`);
  const lines = values.corpus === undefined ? await made(most) : await given(values.corpus, most);
  const dir = await mkdtemp(join(tmpdir(), 'bench-corpus-'));
  const rows: Row[] = [];
  const add = (name: string, subject: string, metric: string, value: number, unit: string) =>
    rows.push({ suite: 'corpus', case: name, subject, metric, value, unit });
  try {
    const jobs = values.jobs.split(',').map(Number);
    for (const count of jobs) {
      const subject = `${count} ${count === 1 ? 'thread' : 'threads'}`;
      const start = await measured(dir, [], count);
      add('start', subject, 'start-up', start.seconds, 's');
      for (const size of count === jobs[0] ? sizes : sizes.slice(-1)) {
        const part = lines.slice(0, Math.floor((lines.length * size) / sizes.at(-1)!));
        const { seconds, work, peak } = await measured(dir, part, count);
        const megabytes = part.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) / 1e6;
        const name = `${part.length} documents, ${megabytes.toFixed(1)} MB`;
        add(name, subject, 'documents a second', part.length / seconds, '/s');
        add(name, subject, 'megabytes a second', megabytes / seconds, 'MB/s');
        add(name, subject, 'share of start-up', (100 * start.seconds) / seconds, '%');
        add(name, subject, 'a document, without start-up', (1000 * (seconds - start.seconds)) / part.length, 'ms');
        add(name, subject, 'processor time of a document', (1000 * (work - start.work)) / part.length, 'ms');
        add(name, subject, 'processors at work', work / seconds, '');
        add(name, subject, 'peak memory', peak, 'MB');
      }
    }
  } finally {
    await rm(dir, { recursive: true });
  }
  printRows(rows, values.json);
  if (values.write) await writeFile(page, asPage(rows, values.corpus === undefined));
}

/** Articles of the sentences of the dataset, the same in every run, no two alike. */
async function made(count: number): Promise<string[]> {
  const sentences = (await readDataset('data')).flatMap(({ pack }) =>
    pack.entities.flatMap(({ statements }) => statements ?? []).map(({ text }) => text),
  );
  return Array.from({ length: count }, (_, id) => {
    let text = '';
    for (let i = 0; text.length < articleLength; i++)
      text += `${sentences[(id * 31 + i * 17) % sentences.length]}${i % 4 === 3 ? '\n\n' : ' '}`;
    return JSON.stringify({ id, text: `${text}${id}`, outlet: `outlet-${id % 7}`, published: '2024-01-01' });
  });
}

async function given(file: string, count: number): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 16) throw new Error(`${file}: expected 16 lines of JSON or more; found ${lines.length}`);
  return lines.slice(0, count);
}

/** The fastest of some runs over these documents. @throws {Error} when a run does not end well */
async function measured(dir: string, lines: readonly string[], jobs: number): Promise<Measured> {
  const [input, out] = [join(dir, 'corpus.jsonl'), join(dir, 'answers.jsonl')];
  await writeFile(input, lines.map((line) => `${line}\n`).join(''));
  const script =
    "import { annotateCorpus } from './cli/annotate/corpus/run.ts'; import { readOptions } from './cli/annotate/options.ts';" +
    'process.exitCode = await annotateCorpus(readOptions(process.argv.slice(1)));' +
    'const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();' +
    'console.log(JSON.stringify({ peak: maxRSS / 1024, work: (userCPUTime + systemCPUTime) / 1e6 }));';
  const found: Measured[] = [];
  for (let i = 0; i < runs; i++) {
    await rm(out, { force: true });
    const parameters = ['--input-type=module', '--eval', script, '--', '--jsonl', input, '--out', out];
    const started = performance.now();
    const child = spawnSync(process.execPath, [...parameters, '--jobs', String(jobs)], { encoding: 'utf8' });
    const seconds = (performance.now() - started) / 1000;
    if (child.status !== 0) throw new Error(`annotate ended with ${child.status}: ${child.stderr}`);
    found.push({ seconds, ...JSON.parse(child.stdout) });
  }
  return found.reduce((best, each) => (each.seconds < best.seconds ? each : best));
}

function asPage(rows: readonly Row[], made: boolean): string {
  const metrics = [...new Set(rows.filter((row) => row.case !== 'start').map(({ metric }) => metric))];
  const units = new Map(rows.map(({ metric, unit }) => [metric, unit]));
  const lines = Map.groupBy(
    rows.filter((row) => row.case !== 'start'),
    (row) => `${row.case} | ${row.subject}`,
  );
  const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  const table = [...lines].map(
    ([name, own]) =>
      `| ${name} | ${metrics.map((metric) => shown(own.find((row) => row.metric === metric)!.value)).join(' | ')} |`,
  );
  const starts = rows.filter((row) => row.case === 'start').map((row) => `${row.subject} ${row.value.toFixed(2)} s`);
  return `# Corpora

\`npm run bench -- corpus --write\` wrote this page. ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} processors, ${
    made ? "articles made of the dataset's own sentences" : 'a corpus of news'
  }, with the bundled packs. The fastest of ${runs} runs, each a process.

| corpus | threads | ${metrics.map((metric) => [metric, units.get(metric) && `(${units.get(metric)})`].filter(Boolean).join(' ')).join(' | ')} |
|---|---|${metrics.map(() => '---').join('|')}|
${table.join('\n')}

Start-up, a run over nothing: ${starts.join(', ')}. With several threads they start when there is more than one batch of documents, so the figures of small corpora are those of one.
Where fewer processors were at work than there are threads, the machine had other work, and documents and megabytes a second are less than it can do; processor time is hardly touched by that.
`;
}
