/** The subjects of the throughput benchmark: each is built from names and then counts the names that stand in a text as whole words. */
import { AhoCorasick as MonyoneAhoCorasick } from '@monyone/aho-corasick';
import KeywordProcessor from 'flashtext.js';
import ModernAhoCorasick from 'modern-ahocorasick';
import { scanExact } from '../../../src/match/exact.ts';
import { annotate, compileIndex, openIndex } from '../../../src/match/index.ts';
import { FOLD, LAST_CLASS } from '../../../src/text/fold.ts';
import { createTokens } from '../../../src/text/token-list.ts';
import { tokenise } from '../../../src/text/tokens.ts';

export interface Scanner {
  subject: string;
  /** The most names with which the subject ends in reasonable time and memory. */
  most: number;
  build(names: readonly string[]): (text: string) => number;
}

export const scanners: Scanner[] = [
  {
    subject: 'lower bound: charCodeAt pass',
    most: 1e6,
    build: () => (text) => {
      let sum = 0;
      for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
      return sum & 1 ? 0 : 0;
    },
  },
  { subject: 'lower bound: fold and hash pass', most: 1e6, build: () => foldAndHash },
  {
    subject: 'sidelight exact pass',
    most: 1e6,
    build: (names) => {
      const index = openIndex(compileIndex(names.map((name, i) => ({ id: `e${i}`, kind: 'person' as const, name }))));
      const tokens = createTokens();
      return (text) => {
        let hits = 0;
        tokenise(text, tokens);
        scanExact(index, tokens, () => hits++);
        return hits;
      };
    },
  },
  {
    subject: 'sidelight annotate, strict',
    most: 1e6,
    build: (names) => {
      const index = openIndex(compileIndex(names.map((name, i) => ({ id: `e${i}`, kind: 'person' as const, name }))));
      let blocks: string[] | undefined;
      return (text) => {
        blocks ??= text.match(PARAGRAPH)!;
        return annotate([index], { blocks, lang: 'en' }, { strictness: 'strict' }).length;
      };
    },
  },
  {
    subject: 'modern-ahocorasick',
    most: 1e5,
    build: (names) => {
      const matcher = new ModernAhoCorasick(names.map((name) => name.toLowerCase()));
      return (text) => {
        const lower = text.toLowerCase();
        return matcher.search(lower).filter(({ start, end }) => isWhole(lower, start, end)).length;
      };
    },
  },
  {
    subject: '@monyone/aho-corasick',
    most: 1e4,
    build: (names) => {
      const matcher = new MonyoneAhoCorasick(names.map((name) => name.toLowerCase()));
      return (text) => {
        const lower = text.toLowerCase();
        return matcher.matchInText(lower).filter(({ begin, end }) => isWhole(lower, begin, end)).length;
      };
    },
  },
  {
    subject: 'flashtext.js',
    most: 1e5,
    build: (names) => {
      const processor = new KeywordProcessor();
      for (const name of names) processor.addKeyword(name);
      return (text) => processor.extractKeywords(text).length;
    },
  },
  {
    subject: 'RegExp alternation',
    most: 1e3,
    build: (names) => {
      const longestFirst = names.toSorted((a, b) => b.length - a.length);
      const pattern = new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'gi');
      return (text) => text.match(pattern)?.length ?? 0;
    },
  },
];

/** The text as a page has it, in blocks of up to 600 characters that end with a word. */
const PARAGRAPH = /.{1,600}(?:\s|$)/g;

function foldAndHash(text: string): number {
  let hash = 0;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = FOLD[text.charCodeAt(i)]!;
    if (value > LAST_CLASS) hash = Math.imul(hash ^ value, 0x9e3779b1);
    else {
      sum ^= hash;
      hash = 0;
    }
  }
  return sum === 1 ? 1 : 0;
}

function isWhole(text: string, start: number, end: number): boolean {
  return !isWordUnit(text.charCodeAt(start - 1)) && !isWordUnit(text.charCodeAt(end));
}

function isWordUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x27;
}
