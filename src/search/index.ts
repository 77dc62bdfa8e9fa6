import Fuse, { type IFuseOptions } from 'fuse.js/basic';
import type { LoadedPack } from '../dataset/library.ts';
import type { Entity } from '../dataset/schema.ts';
import type { SearchHit } from '../messages/protocol.ts';
import { bestCandidates, signature } from './candidates.ts';
import { foldWords, foldWordsWithOffsets } from './fold-words.ts';

export interface Search {
  /**
   * Best first: exact, then the beginning of a name, then of its words, then descriptions; if there is none of these, what
   * is spelt alike.
   */
  find(query: string, limit: number): SearchHit[];
}

/** A pack with its entities as they are named in the reader's language. `written`: by id, descriptions as they were written, which are found too. */
export type SearchablePack = LoadedPack & { written?: ReadonlyMap<string, string> };

interface Entry {
  entity: Entity;
  pack: string;
  /** Names as they are written; the entity's own comes first. */
  names: string[];
  /** Row of the first of them. */
  first: number;
  /** Names and description, folded; only where there is a description. */
  all?: string;
}

interface Found {
  entry: Entry;
  /** Index of the name that matched. */
  name: number;
  rank: number;
}

/** Fuse.js compares only the names that share most letter pairs with the query: all of 100,000 would take it seconds. */
const fuzzyCandidates = 150;
/** Shorter queries are spelt like too many names. */
const shortestFuzzy = 4;
/** Found in the description, or in it and the names together. */
const descriptionRank = 3;
/** Ranks from here on are guesses. */
const nearRank = 4;

const fuzzyOptions: IFuseOptions<string> = {
  includeScore: true,
  ignoreLocation: true,
  // Two wrong letters in eight still find the name; a third leads to names that have nothing to do with the query.
  threshold: 0.34,
};

/**
 * All names stand in one text, a row each: folded, with a space before it, so that a word begins where a space stands, and a line feed
 * after it. The engine's own search goes through it as fast at the first key press as later, when the engine has seen enough of our
 * loops to compile them.
 */
export function createSearch(packs: readonly SearchablePack[]): Search {
  const entries: Entry[] = [];
  const described: Entry[] = [];
  const lines: string[] = [];
  for (const { id: pack, entities, written } of packs) {
    for (const entity of entities) {
      const names = [...new Set([entity.name, ...(entity.names ?? []).map(({ text }) => text)])];
      const entry: Entry = { entity, pack, names, first: lines.length };
      for (const name of names) lines.push(` ${foldWords(name)}\n`);
      entries.push(entry);
      if (entity.description === undefined) continue;
      const other = written?.get(entity.id);
      const said = other === undefined ? entity.description : `${entity.description} ${other}`;
      entry.all = [...lines.slice(entry.first), ' ', foldWords(said)].join('');
      described.push(entry);
    }
  }
  // Joined, not added: see fold-words.ts.
  const text = lines.join('');
  /** Where each row begins; one more for the end of the text. */
  const starts = new Uint32Array(lines.length + 1);
  /** Place in `entries` of the entry that a row names. */
  const owners = new Uint32Array(lines.length);
  const signatures = new Uint32Array(lines.length * 2);
  let owner = 0;
  lines.forEach((line, row) => {
    starts[row + 1] = starts[row]! + line.length;
    if (entries[owner + 1]?.first === row) owner++;
    owners[row] = owner;
    signatures.set(signature(line.slice(1, -1)), row * 2);
  });
  /**
   * 0: the whole name, 1: its beginning, or that of a person's last name, 2: each word of the query begins a word of the
   * name; half a step more when it is not the entity's own name; a thousandth for each letter, as among equals the shorter name is
   * nearer to what was typed. Of people with one last name, who is known by the most names comes first: the length of
   * first names says nothing. Nothing where a word is missing.
   */
  function rankOf(row: number, { entity: { kind }, first, names }: Entry, wanted: string, words: readonly string[]) {
    const own = row === first;
    const start = starts[row]!;
    const end = starts[row + 1]! - 1;
    if (words.length > 1) {
      const line = text.slice(start, end);
      if (!words.every((word) => line.includes(word))) return undefined;
    }
    const length = Math.min(end - start, 400) / 1000;
    const beginning = text.startsWith(wanted, start + 1);
    if (beginning && start + 1 + wanted.length === end) return length;
    const lastName =
      kind === 'person' && words.length === 1 && text.startsWith(wanted, text.lastIndexOf(' ', end - 1) + 1);
    if (lastName && !beginning) return (own ? 1 : 1.5) + 0.4 / names.length;
    return (beginning ? 1 : 2) + (own ? 0 : 0.5) + length;
  }

  function literal(wanted: string, words: readonly string[], limit: number): Found[] {
    const best: Found[] = [];
    // The longest word stands in the fewest rows.
    const rarest = words.reduce((longest, word) => (word.length > longest.length ? word : longest));
    let found: Found | undefined;
    let row = 0;
    for (let at = text.indexOf(rarest); at !== -1; at = text.indexOf(rarest, starts[row + 1])) {
      while (starts[row + 1]! <= at) row++;
      const entry = entries[owners[row]!]!;
      const name = row - entry.first;
      const rank = rankOf(row, entry, wanted, words);
      if (rank === undefined) continue;
      if (found?.entry === entry) {
        if (rank < found.rank) found = { entry, name, rank };
        continue;
      }
      if (found) keep(best, found, limit);
      found = { entry, name, rank };
    }
    if (found) keep(best, found, limit);
    if (best.length < limit) {
      const named = new Set(best.map(({ entry }) => entry));
      for (const entry of described) {
        if (named.has(entry) || !words.every((word) => entry.all!.includes(word))) continue;
        keep(best, { entry, name: 0, rank: descriptionRank }, limit);
      }
    }
    return best;
  }

  function near(wanted: string, limit: number): Found[] {
    const candidates = bestCandidates(signatures, signature(wanted), fuzzyCandidates);
    const fuse = new Fuse(
      candidates.map((row) => text.slice(starts[row]! + 1, starts[row + 1]! - 1)),
      fuzzyOptions,
    );
    const best = new Map<Entry, Found>();
    for (const { refIndex, score = 1 } of fuse.search(wanted)) {
      const row = candidates[refIndex]!;
      const entry = entries[owners[row]!]!;
      if (!best.has(entry)) best.set(entry, { entry, name: row - entry.first, rank: nearRank + score });
    }
    const likelier = (a: Found, b: Found) => a.rank - b.rank || b.entry.names.length - a.entry.names.length;
    return [...best.values()].sort(likelier).slice(0, limit);
  }

  // Code is read and compiled by its first use, for which a key press would wait: guessing is used here.
  near(text.slice(1, text.indexOf('\n')), 1);
  return {
    find(query, limit) {
      const wanted = foldWords(query);
      if (wanted === '') return [];
      const words = wanted.split(' ').map((word) => ` ${word}`);
      const exact = literal(wanted, words, limit);
      const found = exact.length > 0 || wanted.length < shortestFuzzy ? exact : near(wanted, limit);
      return found.map((each) => toHit(each, words));
    },
  };
}

/** Keeps the `limit` best, in order. Most of what is offered for a short query is worse than all that is kept. */
function keep(best: Found[], found: Found, limit: number): void {
  if (best.length === limit && found.rank >= best[limit - 1]!.rank) return;
  const at = best.findIndex(({ rank }) => found.rank < rank);
  best.splice(at === -1 ? best.length : at, 0, found);
  if (best.length > limit) best.pop();
}

/** Where the words of the query begin words of the name, as UTF-16 ranges in the name as it is written. */
function literalRanges(text: string, words: readonly string[]): [number, number][] {
  const { folded, offsets } = foldWordsWithOffsets(text);
  const spaced = ` ${folded}`;
  const ranges: [number, number][] = [];
  for (const word of words) {
    const found = spaced.indexOf(word);
    if (found !== -1) ranges.push([offsets[found]!, offsets[found + word.length - 1]!]);
  }
  ranges.sort(([a], [b]) => a - b);
  return ranges.reduce<[number, number][]>((joined, [start, end]) => {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
    return joined;
  }, []);
}

function toHit({ entry: { entity, pack, names }, name, rank }: Found, words: readonly string[]): SearchHit {
  const text = names[name]!;
  const guessed = rank >= nearRank;
  const ranges = guessed ? [] : literalRanges(text, words);
  const hit: SearchHit = { entity: entity.id, pack, kind: entity.kind, name: entity.name, ranges };
  if (entity.description !== undefined) hit.description = entity.description;
  if (text !== entity.name) hit.matched = text;
  if (guessed) hit.near = true;
  return hit;
}
