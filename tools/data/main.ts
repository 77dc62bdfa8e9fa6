/** `npm run -s data -- refresh [SOURCE…] [--from DIR] [--accept]`: the packs of open data, made anew from their sources. */
import { isOfOptions } from '../../cli/command.ts';
import { refresh } from './refresh.ts';

const [name = '', ...args] = process.argv.slice(2);
const usage = '  npm run -s data -- refresh [SOURCE…] [--from DIR] [--accept] [--data DIR] [--on DAY]';
if (name === '--help' || args.includes('--help')) console.log(usage);
else if (name === 'refresh') {
  try {
    process.exitCode = await refresh(args);
  } catch (error) {
    console.error(`data refresh: ${(error as Error).message}`);
    if (isOfOptions(error)) console.error(`\n${usage}`);
    process.exitCode = 2;
  }
} else {
  console.error(`expected a command, found ${name === '' ? 'none' : `"${name}"`}\n\n${usage}`);
  process.exitCode = 2;
}
