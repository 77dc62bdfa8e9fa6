/** `npm run fuzz`: every target in turn, with new inputs each time, until the time is over. */
import fc from 'fast-check';
import type { BrowserName } from '../../browser-driver/launch.ts';
import { readOptions, wrongUse } from '../../cli/command.ts';
import { browserTargets } from './browser.ts';
import { endlessTexts } from './endless.ts';
import type { Target } from './must.ts';
import { targets as inNode } from './targets.ts';

const usage = `npm run -s fuzz -- [options]

  --minutes N     how long (default 1)
  --seed S        repeats a run
  --only WORDS    the targets with these words in their names
  --browser chromium|firefox|none   one browser, or what needs none (default: both)`;
const values = readOptions(usage, {
  minutes: { type: 'string', default: '1' },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  only: { type: 'string', default: '' },
  browser: { type: 'string', default: 'chromium,firefox' },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed);
if (!(minutes > 0) || !Number.isSafeInteger(seed))
  wrongUse(
    usage,
    `--minutes: expected a number above 0, and --seed: a whole number; found "${values.minutes}" and "${values.seed}".`,
  );
const wanted = values.browser.split(',').filter((one) => one !== 'none');
if (!wanted.every((one) => one === 'chromium' || one === 'firefox'))
  wrongUse(usage, `--browser: expected chromium, firefox or none; found "${values.browser}".`);

const opened: { close(): Promise<void> }[] = [];
const targets: Target[] = [...inNode, endlessTexts];
for (const name of wanted) {
  const more = await browserTargets(name as BrowserName);
  opened.push(more);
  targets.push(...more.targets);
}
const chosen = targets.filter(({ name }) => name.includes(values.only));
if (chosen.length === 0)
  wrongUse(
    usage,
    `--only: expected words of the name of a target (${targets.map(({ name }) => name).join(', ')}); found "${values.only}".`,
  );

const tried = new Map(chosen.map(({ name }) => [name, 0]));
const failures = new Map<string, string>();
const end = Date.now() + minutes * 60_000;
for (let turn = 0; Date.now() < end && failures.size < chosen.length; turn++) {
  for (const { name, turn: numRuns, property } of chosen) {
    if (Date.now() >= end || failures.has(name)) continue;
    const result = await fc.check(property as fc.IAsyncProperty<[]>, { seed: (seed + turn) | 0, numRuns });
    tried.set(name, tried.get(name)! + result.numRuns);
    if (result.failed)
      failures.set(
        name,
        `${fc.defaultReportMessage(result)}\n${result.errorInstance instanceof Error ? result.errorInstance.message : ''}`,
      );
  }
}
for (const one of opened) await one.close();

console.log(`seed ${seed}, ${minutes} minutes`);
for (const [name, count] of tried)
  console.log(`${failures.has(name) ? 'FAILED' : 'held  '} ${String(count).padStart(9)} inputs  ${name}`);
for (const [name, what] of failures)
  console.log(`\n${name}\n${what}\nPut the input into a test beside the code, see it fail there, then mend the code.`);
const all = [...tried.values()].reduce((sum, count) => sum + count, 0);
console.log(`${all} inputs, ${failures.size} targets failed`);
process.exitCode = failures.size > 0 ? 1 : 0;
