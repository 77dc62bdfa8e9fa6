/** `npm run bench -- SUITE [options] [--json]`: each suite is a file or folder beside this one that exports `run(args)`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [suite = '', ...args] = process.argv.slice(2);
const folder = import.meta.dirname;
const file = [`${suite}.ts`, `${suite}/main.ts`].find((name) => existsSync(join(folder, name)));
if (!/^[a-z]+$/.test(suite) || suite === 'main' || file === undefined) {
  const suites = readdirSync(folder)
    .filter((name) => name !== 'main.ts')
    .map((name) => name.replace(/\.ts$/, ''));
  console.error(`bench: expected one of ${suites.join(', ')}, found ${suite ? `"${suite}"` : 'nothing'}`);
  process.exit(1);
}
const { run } = (await import(`./${file}`)) as { run(args: string[]): Promise<void> };
await run(args);
