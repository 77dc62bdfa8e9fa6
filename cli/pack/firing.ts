import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedPack } from '../../src/dataset/library.ts';
import { countWords } from '../../src/dataset/text.ts';
import { annotate, compileIndex, openIndex } from '../../src/match/index.ts';
import { wordsBesideNames } from './words-beside.ts';

export interface Firing {
  words: number;
  mentions: number;
  /** Mentions by entity and matched name, most frequent first, each with one place where it stood. */
  names: { entity: string; name: string; count: number; example: string }[];
}

/** Characters of context on either side of an example. */
const around = 40;

/** Which names of the packs are found in a folder of texts (`*.txt`, articles separated by a blank line), and how often. */
export async function firing(packs: readonly LoadedPack[], dir: string): Promise<Firing> {
  const indexes = packs.map((pack) => openIndex(compileIndex(pack.entities, wordsBesideNames)));
  const names = new Map<string, Firing['names'][number]>();
  let words = 0;
  let mentions = 0;
  for (const file of (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.txt')).sort()) {
    const articles = (await readFile(join(dir, file), 'utf8')).split(/\n\s*\n/u);
    for (const article of articles) {
      words += countWords(article);
      const blocks = article.split('\n');
      for (const { entity, name, block, start, end } of annotate(indexes, { blocks })) {
        mentions++;
        const text = blocks[block] ?? '';
        const example = `${text.slice(Math.max(0, start - around), start)}[${text.slice(start, end)}]${text.slice(end, end + around)}`;
        const entry = names.get(`${entity} ${name}`) ?? { entity, name, count: 0, example };
        entry.count++;
        names.set(`${entity} ${name}`, entry);
      }
    }
  }
  return { words, mentions, names: [...names.values()].sort((a, b) => b.count - a.count) };
}
