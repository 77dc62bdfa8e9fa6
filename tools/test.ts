/** `npm test`: everything that must hold before a change lands, in the order that fails soonest. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureBrowser } from '../browser-driver/find-browser.mjs';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Each failure by its file and name, with the start of what it said: a log may be cut to its end. */
  failures: string[];
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

interface Part {
  title: string;
  command: string[];
  /** Where the command leaves Vitest's JSON report; a part without one counts as a single check. */
  report?: string;
}

const reports = resolve('.output', 'test-reports');

function vitest(project: string): Part {
  const report = resolve(reports, `${project}.json`);
  return {
    title: `tests: ${project}`,
    command: [
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
  };
}

function build(browser: 'chrome' | 'firefox'): Part {
  return { title: `build for ${browser}`, command: ['wxt', 'build', '--browser', browser, '--mv3'] };
}

const parts: Part[] = [
  { title: 'format and lint', command: ['biome', 'ci', '.'] },
  { title: 'types', command: ['tsc', '--noEmit', '--project', '.'] },
  vitest('rules'),
  { title: 'dead code', command: ['knip'] },
  { title: 'dataset', command: ['node', 'cli/pack/main.ts', 'check'] },
  vitest('unit'),
  build('chrome'),
  build('firefox'),
  { title: 'size budgets', command: ['node', 'tools/sizes.ts'] },
  {
    title: 'store linter',
    command: ['addons-linter', '--warnings-as-errors', '.output/firefox-mv3-production'],
  },
  { title: 'packages, made twice, have the same bytes', command: ['node', 'tools/release/main.ts', '--verify'] },
  vitest('e2e'),
];

function run([command, ...parameters]: string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command ?? '', parameters, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}

function failure(file: string, test: string, message: string): string {
  const start = stripVTControlCharacters(message).split('\n').slice(0, 25).join('\n    ');
  return `FAILED ${relative('.', file)}: ${test}\n    ${start}`;
}

function failuresOf({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => failure(name, test.fullName, test.failureMessages.join('\n')));
    return status === 'failed' && tests.length === 0 ? [failure(name, '(the file)', message)] : tests;
  });
}

/** What a part's report says. A runner that failed without a failed test (a broken file, say) counts as one failure. */
function tally(part: Part, exitCode: number): Tally {
  const whole = `FAILED ${part.title}: ${part.command.join(' ')} ended with ${exitCode}`;
  const failedAsWhole = { passed: 0, failed: 1, skipped: 0, failures: [whole] };
  if (!part.report) return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0, failures: [] } : failedAsWhole;
  try {
    const report: Report = JSON.parse(readFileSync(part.report, 'utf8'));
    const failures = failuresOf(report);
    if (exitCode !== 0 && failures.length === 0) failures.push(whole);
    return {
      passed: report.numPassedTests,
      failed: exitCode === 0 ? report.numFailedTests : Math.max(1, report.numFailedTests),
      skipped: report.numPendingTests + report.numTodoTests,
      failures,
    };
  } catch {
    return failedAsWhole;
  }
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
for (const name of ['chromium', 'firefox'] as const) ensureBrowser(name);

const total: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
const summary: string[] = [];
for (const part of parts) {
  console.log(`\n── ${part.title}: ${part.command.slice(0, 5).join(' ')}`);
  const started = Date.now();
  const { passed, failed, skipped, failures } = tally(part, await run(part.command));
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  total.failures.push(...failures);
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
  summary.push(
    `${failed ? 'FAILED' : 'passed'} ${seconds} s  ${part.title}${part.report ? ` (${passed} passed)` : ''}`,
  );
}
console.log(`\n${summary.join('\n')}\n`);
if (total.failures.length > 0) console.log(`${total.failures.join('\n')}\n`);
if (total.skipped) console.log(`${total.skipped} skipped, each with its reason in the test.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
