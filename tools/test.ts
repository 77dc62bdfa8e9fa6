/** `npm test`: everything that must hold before a change lands, in the order that fails soonest. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBrowser } from '../browser-driver/find-browser.mjs';
import { readOptions, wrongUse } from '../cli/command.ts';
import { ensurePrograms } from './programs.ts';
import type { TestReport } from './test-report.ts';

interface Part {
  title: string;
  command: string[];
  /** Where the command leaves its `TestReport`; a part without one counts as a single check. */
  report?: string;
}

const usage = `npm test -- [options]

  --only static|e2e-chromium|e2e-firefox   one part of it`;
const values = readOptions(usage, { only: { type: 'string' } });
const reports = resolve('.output', 'test-reports');

/** Folders of the end-to-end tests that run together, in three shares a browser; the last has all others. What each costs: docs/measurements/tests.md. */
const shares = [['page', 'packs'], ['product', 'hostile'], []];
const filesOf = shares.map((folders) =>
  folders.length > 0
    ? folders.map((folder) => `tests/e2e/${folder}/`)
    : shares.flat().map((folder) => `--exclude=**/e2e/${folder}/**`),
);

/** `share`: from 1, one of the shares of the project's files. */
function vitest(project: string, share?: number): Part {
  const report = resolve(reports, `${project}${share ?? ''}.json`);
  return {
    title: share ? `tests, share ${share}: ${project}` : `tests: ${project}`,
    command: [
      'vitest',
      'run',
      '--project',
      project,
      ...(share ? filesOf[share - 1]! : []),
      '--reporter=default',
      '--reporter=./tools/test-report.ts',
      `--outputFile=${report}`,
    ],
    report,
  };
}

/** Each needs what those before it have found or made. */
const first: Part[] = [
  { title: 'format and lint', command: ['biome', 'ci', '.'] },
  { title: 'types', command: ['tsc', '--noEmit', '--project', '.'] },
  {
    title: 'builds',
    command: ['node', '--eval', "import('./tools/builds.ts').then((builds) => builds.buildExtensions())"],
  },
];
/** What can be told at once is told first, and what takes the longest does not begin last. */
const parts: Part[] = [
  vitest('rules'),
  { title: 'dead code', command: ['knip'] },
  { title: 'dataset', command: ['node', 'cli/pack/main.ts', 'check'] },
  vitest('unit'),
  vitest('e2e-firefox', 1),
  vitest('e2e-chromium', 1),
  vitest('e2e-firefox', 3),
  vitest('e2e-firefox', 2),
  vitest('e2e-chromium', 3),
  vitest('e2e-chromium', 2),
  { title: 'protections', command: ['node', 'quality/threats/main.ts'] },
  { title: 'packages, made twice, have the same bytes', command: ['node', 'tools/release/main.ts', '--verify'] },
  { title: 'store linter', command: ['addons-linter', '--warnings-as-errors', '.output/firefox-mv3-production'] },
  { title: 'size budgets', command: ['node', 'tools/sizes.ts'] },
];
/** Parts side by side, for two processors: the end-to-end tests take most of the time, and half of it they wait for a browser. */
const lanes = 4;

/** What a part prints comes out whole when it has ended: several run at once. */
function run([command, ...parameters]: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    // What Node has compiled it keeps: the command line is started fifty times.
    const env = { ...process.env, NODE_COMPILE_CACHE: resolve('node_modules', '.cache', 'node') };
    const child = spawn(command ?? '', parameters, { stdio: ['ignore', 'pipe', 'pipe'], env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => done({ code: 1, output: `${command} could not be started: ${error.message}` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** What a part's report says. A runner that failed without a failed test (a broken file, say) counts as one failure. */
function tally(part: Part, exitCode: number): TestReport {
  const whole = `FAILED ${part.title}: ${part.command.join(' ')} ended with ${exitCode}`;
  const failedAsWhole = { passed: 0, failed: 1, skipped: 0, failures: [whole] };
  if (!part.report) return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0, failures: [] } : failedAsWhole;
  try {
    const report: TestReport = JSON.parse(readFileSync(part.report, 'utf8'));
    if (exitCode === 0 || report.failed > 0) return report;
    return { ...report, failed: 1, failures: [whole] };
  } catch {
    return failedAsWhole;
  }
}

const { only } = values;
const isEndToEnd = ({ report }: Part) => report?.includes('e2e-') ?? false;
const chosen = parts.filter(
  (part) => only === undefined || (only === 'static' ? !isEndToEnd(part) : part.title.endsWith(`: ${only}`)),
);
if (chosen.length === 0) wrongUse(usage, `--only: expected static, e2e-chromium or e2e-firefox; found "${only}".`);

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
for (const name of ['chromium', 'firefox'] as const) ensureBrowser(name);
if (only === undefined || only === 'static') ensurePrograms();

const total: TestReport = { passed: 0, failed: 0, skipped: 0, failures: [] };
const summary: string[] = [];

/** Takes parts until none is left; several may take from one list. */
async function runAll(left: Part[]): Promise<void> {
  for (let part = left.shift(); part; part = left.shift()) {
    const started = Date.now();
    const { code, output } = await run(part.command);
    const { passed, failed, skipped, failures } = tally(part, code);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.failures.push(...failures);
    const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
    const line = `${failed ? 'FAILED' : 'passed'} ${seconds} s  ${part.title}${part.report ? ` (${passed} passed)` : ''}`;
    summary.push(line);
    // Of Vitest the failures are reported at the end; what others print is their only report.
    console.log(part.report && !failed ? line : `${line}\n${output.trimEnd()}\n`);
  }
}

await runAll(only?.startsWith('e2e-') ? first.slice(2) : first);
await Promise.all(Array.from({ length: lanes }, () => runAll(chosen)));
console.log(`\n${summary.join('\n')}\n`);
if (total.failures.length > 0) console.log(`${total.failures.join('\n')}\n`);
if (total.skipped) console.log(`${total.skipped} skipped, each with its reason in the test.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
