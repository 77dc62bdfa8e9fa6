/**
 * Pictures of all that is shown, in the states that are easy to get wrong, for people to look at; what can be asserted is asserted in
 * tests/e2e.
 */
import { mkdir } from 'node:fs/promises';
import { readOptions, wrongUse } from '../../cli/command.ts';
import { takeCards } from './cards.ts';
import { takePages } from './pages.ts';

const folder = '.output/screenshots';
const usage = `npm run screenshots -- [PART…]   those with one of these in their names (default: all), under ${folder}`;
const parts = process.argv.slice(2);
if (parts.some((part) => part.startsWith('-'))) readOptions(usage, {}, parts);

let taken = 0;

/** The file of a picture, told when it is wanted. */
export type Wanted = (name: string) => `${string}.png` | undefined;

const wanted: Wanted = (name) => {
  if (parts.length > 0 && !parts.some((part) => name.includes(part))) return undefined;
  const file = `${folder}/${name}.png` as const;
  console.log(file);
  taken++;
  return file;
};

await mkdir(folder, { recursive: true });
await takeCards(wanted);
await takePages(wanted);
if (taken === 0) wrongUse(usage, `Expected parts of the names of pictures; found ${parts.join(', ')}.`);
