/**
 * Pictures of all that is shown, in the states that are easy to get wrong, for people to look at; what can be asserted is asserted in
 * tests/e2e. `npm run screenshots [-- PART-OF-NAME …]`, under `.output/screenshots/`.
 */
import { mkdir } from 'node:fs/promises';
import { takeCards } from './cards.ts';
import { takePages } from './pages.ts';

const folder = '.output/screenshots';
const parts = process.argv.slice(2);

/** The file of a picture, told when it is wanted. */
export type Wanted = (name: string) => `${string}.png` | undefined;

const wanted: Wanted = (name) => {
  if (parts.length > 0 && !parts.some((part) => name.includes(part))) return undefined;
  const file = `${folder}/${name}.png` as const;
  console.log(file);
  return file;
};

await mkdir(folder, { recursive: true });
await takeCards(wanted);
await takePages(wanted);
