/**
 * Matching: names of known entities in the text of a page. Pure and synchronous; the same in the worker, under Node and in tests.
 * `docs/matching.md` argues the design.
 */
import { scanBlock } from './blocks.ts';
import { decide } from './decide.ts';
import type { MatchIndex } from './open.ts';
import type { MatchOptions, Mention, PageText } from './types.ts';

export { compileIndex } from './compile.ts';
export { type MatchIndex, openIndex } from './open.ts';
export type { MatchOptions, Mention, NamedEntity, PageText, Reason } from './types.ts';

/**
 * Mentions in the order of the text. With several indexes the decision is made across all of them; of entities with one id, the
 * first index wins. Mentions do not overlap, except inside an `open` name.
 */
export function annotate(
  index: MatchIndex | readonly MatchIndex[],
  page: PageText,
  options: MatchOptions = {},
): Mention[] {
  const indexes = Array.isArray(index) ? (index as readonly MatchIndex[]) : [index as MatchIndex];
  const lang = page.lang ?? '';
  const fuzzy = options.strictness !== 'strict';
  const blocks = page.blocks.map((text) => scanBlock(indexes, text, lang, fuzzy));
  const title = page.title ? scanBlock(indexes, page.title, lang, fuzzy) : undefined;
  return decide(indexes, blocks, title, page, options);
}
