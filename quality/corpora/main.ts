/** `npm run -s corpora -- fetch [FILE…] [--to DIR] [--server URL]`: the corpora that anyone may fetch, over the network (README.md). */
import { parseArgs } from 'node:util';
import { defaultCorpora } from '../eval/corpora.ts';
import { fetchCorpora } from './fetch.ts';
import { corpora } from './list.ts';

const usage = 'npm run -s corpora -- fetch [FILE…] [--to DIR] [--server URL]';
if (process.argv.includes('--help')) {
  console.log(`Usage: ${usage}`);
  process.exit();
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      to: { type: 'string', default: defaultCorpora },
      server: { type: 'string', default: 'https://raw.githubusercontent.com' },
    },
  });
  const [command, ...files] = positionals;
  if (command !== 'fetch')
    throw new Error(`expected ${usage}, found ${command === undefined ? 'no command' : `"${command}"`}`);
  const unknown = files.find((file) => !corpora.some((corpus) => corpus.file === file));
  if (unknown !== undefined)
    throw new Error(`expected one of ${corpora.map(({ file }) => file).join(', ')}, found "${unknown}"`);
  const missing = await fetchCorpora({
    corpora: corpora.filter(({ file }) => files.length === 0 || files.includes(file)),
    to: values.to,
    server: values.server,
    say: console.log,
    complain: console.error,
  });
  process.exitCode = missing === 0 ? 0 : 1;
} catch (error) {
  console.error(`corpora: ${(error as Error).message}`);
  process.exitCode = 2;
}
