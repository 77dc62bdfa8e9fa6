/** What Vitest found, as JSON in its `outputFile`. Vitest's own report has no word of what fails beside a test: in a hook, at import, after the end. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, SerializedError, TestModule, TestRunEndReason, Vitest } from 'vitest/node';

export interface TestReport {
  passed: number;
  failed: number;
  skipped: number;
  /** Each failure by its file and name, with the start of what it said: a log may be cut to its end. */
  failures: string[];
}

export default class implements Reporter {
  #file = '';

  onInit({ config: { outputFile } }: Vitest): void {
    if (typeof outputFile !== 'string')
      throw new Error(`Expected --outputFile=FILE, found ${JSON.stringify(outputFile)}`);
    this.#file = outputFile;
  }

  onTestRunEnd(modules: readonly TestModule[], loose: readonly SerializedError[], _reason: TestRunEndReason): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    const failures: string[] = [];
    const note = (file: string, what: string, errors: readonly SerializedError[] = []) => {
      if (errors.length > 0) failures.push(failure(file, what, errors));
      return errors.length;
    };
    for (const module of modules) {
      const file = relative('.', module.moduleId);
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        count[state]++;
        note(file, test.fullName, errors);
      }
      count.failed += note(file, '(the file)', module.errors());
      for (const suite of module.children.allSuites())
        count.failed += note(file, `${suite.fullName} (before or after its tests)`, suite.errors());
    }
    count.failed += note('(no file)', '(beside the tests)', loose);
    const { passed, failed, skipped, pending } = count;
    const report: TestReport = { passed, failed, skipped: skipped + pending, failures };
    writeFileSync(this.#file, JSON.stringify(report));
  }
}

function failure(file: string, what: string, errors: readonly SerializedError[]): string {
  const said = errors.map(({ message, stack }) => (stack?.includes(message) ? stack : `${message}\n${stack ?? ''}`));
  const start = stripVTControlCharacters(said.join('\n')).split('\n').slice(0, 25).join('\n    ');
  return `FAILED ${file}: ${what}\n    ${start}`;
}
