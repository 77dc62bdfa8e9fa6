/** All that matching writes on or remembers from page to page, in one object that is passed on: no module has a state of its own. */
import { createTokens, type Tokens } from '../text/token-list.ts';
import type { Hit } from './blocks.ts';
import type { BodyHeads } from './decision/short-bodies.ts';
import { createSurnameFilter, type SurnameFilter } from './decision/surname-filter.ts';
import type { TokenSounds } from './decision/transcribed.ts';
import type { MatchIndex } from './name-index/read.ts';
import { createSpellingScratch, type SpellingScratch } from './spelling/scratch.ts';

export interface Scratch {
  /** Of the block that is scanned. */
  tokens: Tokens;
  /** Of a phrase, a name or a surname that the page decision reads. */
  phraseTokens: Tokens;
  /** Numbers of many blocks stand in one buffer: a buffer for each costs more than reading its text. */
  slab: Int32Array;
  slabUsed: number;
  spelling: SpellingScratch;
  /** Hashes of the tokens of phrases of packs. */
  phrases: Map<string, Int32Array>;
  /** Hashes of the tokens of the surname of full names: see `surnames.ts`. */
  surnames: Map<string, number[][]>;
  surnameFilter: SurnameFilter;
  /** Ideas of folded words of names of parties: see `party-ideas.ts`. */
  partyIdeas: Map<string, readonly number[] | undefined>;
  /** See `transcribed.ts`. */
  tokenSounds: WeakMap<MatchIndex, TokenSounds>;
  /** What words say in names of parties, by hash, when this was first asked. */
  partyWords?: ReadonlyMap<number, number>;
  /** Heads of the names of bodies, when these were first asked: see `short-bodies.ts`. */
  bodyHeads?: BodyHeads;
  /** Hits of long blocks by their first token: see `hits-by-token.ts`. */
  firstTokens: WeakMap<readonly Hit[], ReadonlyMap<number, readonly Hit[]>>;
}

export function createScratch(): Scratch {
  return {
    tokens: createTokens(),
    phraseTokens: createTokens(),
    slab: new Int32Array(0),
    slabUsed: 0,
    spelling: createSpellingScratch(),
    phrases: new Map(),
    surnames: new Map(),
    surnameFilter: createSurnameFilter(),
    partyIdeas: new Map(),
    tokenSounds: new WeakMap(),
    firstTokens: new WeakMap(),
  };
}
