/**
 * Matching: names of known entities in the text of a page. Pure and synchronous; the same in the worker, under Node and in tests.
 * `docs/design/matching.md` argues the design.
 */
import type { Block } from './blocks.ts';
import { decide } from './decision/decide.ts';
import type { MatchIndex } from './name-index/read.ts';
import { scanBlock } from './scan.ts';
import { createScratch, type Scratch } from './scratch.ts';
import type { MatchOptions, Mention, PageText } from './types.ts';

export { packIndex } from './name-index/columns.ts';
export { compileIndex } from './name-index/compile.ts';
export { openIndex } from './name-index/open.ts';
export { idAt, nameAt, placesOf } from './name-index/places.ts';
export type { MatchIndex } from './name-index/read.ts';
export type { WordsBeside } from './name-index/word-classes.ts';
export type { MatchOptions, Mention, NamedEntity, PageText } from './types.ts';

/** A page whose blocks change. Only what changed is scanned again; what it means is decided for the whole page, as if it had been read at once. */
export interface MatchedPage {
  /** Sets the text of a block; a block after the last one extends the page, with empty blocks between. */
  setBlock(block: number, text: string): void;
  mentions(): Mention[];
}

export function matchPage(
  index: MatchIndex | readonly MatchIndex[],
  page: PageText,
  options: MatchOptions = {},
): MatchedPage {
  const indexes = listOf(index);
  const scan = scannerOf(indexes, page, options);
  const blocks: Block[] = page.blocks.map(scan);
  const title = page.title ? scan(page.title) : undefined;
  return {
    setBlock(block, text) {
      while (blocks.length < block) blocks.push(scan(''));
      blocks[block] = scan(text);
    },
    mentions: () => resultOf(decide(scratchOf(indexes), indexes, blocks, title, page.published, options)),
  };
}

/**
 * As `annotate`, in steps of at most one block each, so that whoever runs it may give way between two. With `options.comparisons`, what comes after that many
 * names compared is matched letter by letter only.
 */
export function* annotateInSteps(
  index: MatchIndex | readonly MatchIndex[],
  page: PageText,
  options: MatchOptions = {},
): Generator<void, Mention[]> {
  const indexes = listOf(index);
  const scan = scannerOf(indexes, page, options);
  const title = page.title ? scan(page.title) : undefined;
  const blocks: Block[] = [];
  for (const text of page.blocks) {
    blocks.push(scan(text));
    yield;
  }
  return yield* decide(scratchOf(indexes), indexes, blocks, title, page.published, options);
}

/**
 * Mentions in the order of the text. With several indexes the decision is made across all of them; of entities with one id, the
 * first index wins. Mentions do not overlap, except inside an `open` name.
 */
export function annotate(
  index: MatchIndex | readonly MatchIndex[],
  page: PageText,
  options: MatchOptions = {},
): Mention[] {
  return resultOf(annotateInSteps(index, page, options));
}

function resultOf<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function listOf(index: MatchIndex | readonly MatchIndex[]): readonly MatchIndex[] {
  return Array.isArray(index) ? (index as readonly MatchIndex[]) : [index as MatchIndex];
}

/** What is written on and remembered belongs to the first index: a worker matches with the same ones again and again. */
function scratchOf([first]: readonly MatchIndex[]): Scratch {
  if (first === undefined) return createScratch();
  first.cache.scratch ??= createScratch();
  return first.cache.scratch;
}

/** Scans the blocks of one page, and counts what they cost. */
function scannerOf(indexes: readonly MatchIndex[], page: PageText, options: MatchOptions): (text: string) => Block {
  const { strictness, comparisons = Number.POSITIVE_INFINITY } = options;
  const scratch = scratchOf(indexes);
  let left = strictness === 'strict' ? 0 : comparisons;
  return (text) => {
    const block = scanBlock(scratch, indexes, text, page.lang ?? '', left, strictness === 'generous');
    left -= block.compared;
    return block;
  };
}
