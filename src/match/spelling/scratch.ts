/** All that pass 2 writes on or remembers, in one object that is passed on: no module has a state of its own. */
import { type Aligning, createAligning } from './align.ts';
import { type Assigning, createAssigning } from './assign.ts';
import { createProposals, type Proposals } from './candidate-names.ts';
import { createComparison } from './compare-words.ts';
import type { Memos, Similar } from './index-memo.ts';
import { createWindowRead, type WindowRead } from './name-windows.ts';
import { createVocabulary } from './page-vocabulary.ts';
import { createPaired, type Paired } from './paired-names.ts';
import { createWindowOutlines, type WindowOutlines } from './window-outlines.ts';

export interface SpellingScratch extends Memos {
  windowRead: WindowRead;
  proposals: Proposals;
  /** Names of one token. */
  names: number[];
  /** By word of a window: tokens that it may stand for. */
  lists: Similar[];
  outlines: WindowOutlines;
  paired: Paired;
  aligning: Aligning;
  assigning: Assigning;
}

export function createSpellingScratch(): SpellingScratch {
  const comparison = createComparison();
  return {
    words: createVocabulary(),
    memos: new WeakMap(),
    windowRead: createWindowRead(),
    proposals: createProposals(),
    names: [],
    lists: [],
    paired: createPaired(),
    outlines: createWindowOutlines(),
    aligning: createAligning(comparison),
    assigning: createAssigning(comparison),
  };
}
