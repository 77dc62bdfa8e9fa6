/** `npm run bench -- SUITE [options]`: each suite is a file or folder beside this one that exports `run(args)`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readOptions, wrongUse } from '../../cli/command.ts';

const [suite = '', ...args] = process.argv.slice(2);
const folder = import.meta.dirname;
const file = [`${suite}.ts`, `${suite}/main.ts`].find((name) => existsSync(join(folder, name)));
if (!/^[a-z]+$/.test(suite) || suite === 'main' || file === undefined) {
  const suites = new Set(
    readdirSync(folder)
      .filter((name) => name !== 'main.ts')
      .map((name) => name.replace(/\.ts$/, '')),
  );
  const usage = `npm run -s bench -- ${[...suites].join('|')} [options]   (and --help: the options of one)`;
  if (suite === '--help') readOptions(usage, {}, [suite]);
  wrongUse(usage, `Expected one of these; found ${suite ? `"${suite}"` : 'nothing'}.`);
}
const { run } = (await import(`./${file}`)) as { run(args: string[]): Promise<void> };
await run(args);
