import Fuse, { type IFuseOptions } from 'fuse.js';
import type { LoadedPack } from '../dataset/library.ts';
import type { Entity } from '../dataset/schema.ts';
import type { SearchHit } from '../messages/protocol.ts';
import { bestCandidates, signature } from './candidates.ts';
import { fold, foldWithOffsets } from './fold.ts';

export interface Search {
  /**
   * Best first: exact, then the beginning of a name, then of its words, then descriptions; if there is none of these, what
   * is spelt alike.
   */
  find(query: string, limit: number): SearchHit[];
}

interface Entry {
  entity: Entity;
  pack: string;
  /** Names as they are written; the entity's own comes first. */
  names: string[];
  /** The same, folded, each with a space before it, so that a word begins where a space stands. */
  folded: string[];
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
/** Ranks from here on are guesses. */
const nearRank = 4;

const fuzzyOptions: IFuseOptions<string> = {
  includeScore: true,
  ignoreLocation: true,
  // Two wrong letters in eight still find the name; a third leads to names that have nothing to do with the query.
  threshold: 0.34,
};

export function createSearch(packs: readonly LoadedPack[]): Search {
  const entries = packs.flatMap(({ id, entities }) => entities.map((entity) => entryOf(entity, id)));
  const rows = entries.flatMap((entry) => entry.names.map((_, name) => ({ entry, name })));
  const signatures = new Uint32Array(rows.length * 2);
  rows.forEach(({ entry, name }, at) => {
    signatures.set(signature(entry.folded[name]!.slice(1)), at * 2);
  });

  function literal(wanted: string, words: readonly string[], limit: number): Found[] {
    const best: Found[] = [];
    for (const entry of entries) {
      const found = bestName(entry, wanted, words);
      if (found) keep(best, found, limit);
    }
    return best;
  }

  function near(wanted: string, limit: number): Found[] {
    const candidates = bestCandidates(signatures, signature(wanted), fuzzyCandidates).map((at) => rows[at]!);
    const fuse = new Fuse(
      candidates.map(({ entry, name }) => entry.folded[name]!.slice(1)),
      fuzzyOptions,
    );
    const best = new Map<Entry, Found>();
    for (const { refIndex, score = 1 } of fuse.search(wanted)) {
      const { entry, name } = candidates[refIndex]!;
      if (!best.has(entry)) best.set(entry, { entry, name, rank: nearRank + score });
    }
    return [...best.values()].slice(0, limit);
  }

  return {
    find(query, limit) {
      const wanted = fold(query);
      if (wanted === '') return [];
      const words = wanted.split(' ').map((word) => ` ${word}`);
      const exact = literal(wanted, words, limit);
      const found = exact.length > 0 || wanted.length < shortestFuzzy ? exact : near(wanted, limit);
      return found.map((each) => toHit(each, words));
    },
  };
}

function entryOf(entity: Entity, pack: string): Entry {
  const names = [...new Set([entity.name, ...(entity.names ?? []).map(({ text }) => text)])];
  // Joined, not added: see fold.ts.
  const folded = names.map((name) => [' ', fold(name)].join(''));
  const entry: Entry = { entity, pack, names, folded };
  if (entity.description !== undefined) entry.all = [...folded, ' ', fold(entity.description)].join('');
  return entry;
}

/** The name of an entry that answers best, with its rank; among equals the shorter name is nearer to what was typed. */
function bestName(entry: Entry, wanted: string, words: readonly string[]): Found | undefined {
  let name = -1;
  let rank = Number.POSITIVE_INFINITY;
  entry.folded.forEach((folded, at) => {
    const here = nameRank(entry.entity, folded, at, wanted, words);
    if (here < rank) [rank, name] = [here, at];
  });
  if (name === -1)
    return entry.all && words.every((word) => entry.all!.includes(word)) ? { entry, name: 0, rank: 3 } : undefined;
  return { entry, name, rank };
}

/**
 * 0: the whole name, 1: its beginning, or that of a person's last name, 2: each word of the query begins a word of the
 * name; half a step more when it is not the entity's own name; a thousandth for each letter.
 */
function nameRank({ kind }: Entity, folded: string, at: number, wanted: string, words: readonly string[]): number {
  for (const word of words) if (!folded.includes(word)) return Number.POSITIVE_INFINITY;
  const length = Math.min(folded.length, 400) / 1000;
  const whole = folded.length === wanted.length + 1;
  const beginning = folded.startsWith(wanted, 1);
  if (whole && beginning) return length;
  const lastName = kind === 'person' && words.length === 1 && folded.startsWith(wanted, folded.lastIndexOf(' ') + 1);
  return (beginning || lastName ? 1 : 2) + (at === 0 ? 0 : 0.5) + length;
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
  const { folded, offsets } = foldWithOffsets(text);
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
