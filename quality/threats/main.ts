/**
 * `npm run threats`: takes every protection of the threat model out, one at a time, in a copy of the tree, and runs the test that the model
 * names for it, which must fail.
 */
import { fork } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readOptions, wrongUse } from '../../cli/command.ts';
import { type Edit, edits, without } from './edits.ts';
import { threats } from './model.ts';
import type { Order, Outcome } from './runner.ts';

const usage = `npm run -s threats -- [options]

  --all           with the rows that need a built extension and a browser
  --only WORDS    the rows that begin so
  --browser chromium|firefox   for those of --all (default chromium)
  --control       nothing is taken out, and the same tests must pass: one that fails anyway shows nothing`;
const values = readOptions(usage, {
  all: { type: 'boolean', default: false },
  only: { type: 'string', default: '' },
  control: { type: 'boolean', default: false },
  browser: { type: 'string', default: 'chromium' },
});
if (values.browser !== 'chromium' && values.browser !== 'firefox')
  wrongUse(usage, `--browser: expected chromium or firefox; found "${values.browser}".`);

/** One for each browser: both may run at once. */
const folder = resolve('.output', 'threats', values.browser);
/** Tests of the unit kind that run at a time, each in a copy of its own; those in browsers run alone. */
const lanes = 2;

const needsBrowser = ({ test }: Edit) => test.startsWith('tests/e2e/');
const projectOf = ({ test }: Edit) =>
  needsBrowser({ test } as Edit) ? `e2e-${values.browser}` : test.startsWith('tests/rules/') ? 'rules' : 'unit';

/** What is installed or made is not copied. */
const left = new Set(['node_modules', '.output', '.git', '.wxt']);

function makeCopy(name: string): string {
  const copy = join(folder, name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync('.', copy, { recursive: true, filter: (path) => !left.has(path) });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** A Vitest in a copy of the tree, which goes through the rows that it is given. */
interface Lane {
  copy: string;
  run(order: Order): Promise<Outcome>;
  end(): Promise<void>;
}

async function startLane(copy: string): Promise<Lane> {
  const child = fork(join(copy, 'quality', 'threats', 'runner.ts'), {
    cwd: copy,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answer = () =>
    new Promise<unknown>((done, fail) => {
      const ended = (code: number | null) => fail(new Error(`Vitest in ${copy} ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        done(message);
      });
    });
  await answer();
  return {
    copy,
    run(order) {
      child.send(order);
      return answer() as Promise<Outcome>;
    },
    end() {
      child.disconnect();
      return new Promise((done) => child.once('exit', () => done()));
    },
  };
}

/** What speaks against the test: that it passed (with `--control`: failed), did not run, or could not be read. */
async function tryOut({ copy, run }: Lane, edit: Edit): Promise<string | undefined> {
  const { test, name } = edit;
  const file = join(copy, edit.file);
  const source = readFileSync(file, 'utf8');
  if (!values.control)
    writeFileSync(
      file,
      source.replace(edit.from, () => edit.to),
    );
  try {
    const { passed, problem } = await run({ project: projectOf(edit), file: edit.file, test, name });
    if (passed.length === 0) return `no such test ran ${problem}`;
    if (passed.includes(false) !== values.control) return undefined;
    return values.control ? 'the test fails with the protection in place' : 'the test passes without the protection';
  } finally {
    writeFileSync(file, source);
  }
}

/** Why the chosen browser cannot show a row. */
function reasonAgainst({ inChromium }: Edit): string | undefined {
  return values.browser === 'chromium' ? undefined : inChromium;
}

const wanted = edits.filter((edit) => edit.threat.startsWith(values.only) && (values.all || !needsBrowser(edit)));
const chosen = wanted.filter((edit) => !reasonAgainst(edit));
if (wanted.length === 0) wrongUse(usage, `--only: expected the start of a row; found "${values.only}".`);
const waiting = { unit: chosen.filter((edit) => !needsBrowser(edit)), browser: chosen.filter(needsBrowser) };
const results = new Map<Edit, string | undefined>();

/** `rowsEach`: after so many a new Vitest starts. What a project sets up, a build of the extension, it sets up once. */
async function work(name: string, list: Edit[], rowsEach = Number.POSITIVE_INFINITY): Promise<void> {
  if (list.length === 0) return;
  const copy = makeCopy(name);
  while (list.length > 0) {
    const lane = await startLane(copy);
    for (const edit of takeFrom(list, rowsEach)) results.set(edit, await tryOut(lane, edit));
    await lane.end();
  }
}

/** Up to `most` of a list that others take from too. */
function* takeFrom(list: Edit[], most: number): Generator<Edit> {
  for (let left = most; left > 0 && list.length > 0; left--) yield list.shift()!;
}

await Promise.all(Array.from({ length: lanes }, (_, lane) => work(`unit-${lane}`, waiting.unit)));
await work('browser', waiting.browser, 1);
rmSync(folder, { recursive: true, force: true });

const [good, bad] = values.control ? ['passes  ', 'FAILS   '] : ['noticed ', 'UNNOTICED'];
for (const { threat } of threats()) {
  const own = edits.filter((edit) => threat.startsWith(edit.threat));
  if (own.length > 0 ? !own.some((edit) => wanted.includes(edit)) : values.only) continue;
  console.log(`\n${threat}`);
  const reason = Object.entries(without).find(([start]) => threat.startsWith(start))?.[1];
  if (reason) console.log(`  no edit    ${reason}`);
  for (const edit of own) {
    const against = reasonAgainst(edit);
    if (!results.has(edit))
      console.log(`  left out   ${edit.test}: ${edit.name}${against ? `, since ${against}` : ''}`);
    else console.log(`  ${results.get(edit) === undefined ? good : bad}   ${edit.test}: ${edit.name}`);
  }
}
const unnoticed = [...results].filter(([, problem]) => problem !== undefined);
for (const [{ threat, file, from, test, name }, problem] of unnoticed)
  console.error(
    `\n${threat}: expected "${name}" (${test}) to ${values.control ? 'pass with' : 'fail without'} ${JSON.stringify(from)} in ${file}; found: ${problem}. Mend the test, or name the one that holds it.`,
  );
console.log(
  values.control
    ? `\n${results.size} tests with all protections in place, ${unnoticed.length} fail`
    : `\n${results.size} protections taken out, ${unnoticed.length} unnoticed`,
);
process.exitCode = unnoticed.length > 0 ? 1 : 0;
