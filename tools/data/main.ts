/** `npm run -s data -- refresh [SOURCE…] [--from DIR] [--accept]`: the packs of open data, made anew from their sources. */
import { refresh } from './refresh.ts';

const [name = '', ...args] = process.argv.slice(2);
if (name === 'refresh') {
  try {
    process.exitCode = await refresh(args);
  } catch (error) {
    console.error(`data refresh: ${(error as Error).message}`);
    process.exitCode = 2;
  }
} else {
  console.error(`expected a command, found ${name === '' ? 'none' : `"${name}"`}\n`);
  console.error('  npm run -s data -- refresh [SOURCE…] [--from DIR] [--accept] [--data DIR] [--on DAY]');
  process.exitCode = 2;
}
