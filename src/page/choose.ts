import type { Mention } from '../match/types.ts';
import type { PageSettings } from '../settings/types.ts';
import type { Block } from './blocks.ts';

/** A mention where it stands. */
export interface Placed {
  block: Block;
  mention: Mention;
}

export interface ChoiceOptions {
  show: PageSettings['show'];
  /** What the reader wants marked at all. */
  accept(mention: Mention): boolean;
  /** False for a mention that is on the page but not shown: a mark there would be nobody's first. */
  shown(placed: Placed): boolean;
  /** Before that is asked: the steps it takes. */
  approach?(placed: Placed): Generator<void>;
  /** What is painted only where a page has few marks. */
  light(mention: Mention): boolean;
  /** No more marks than this. */
  limit: number;
}

/** Marks of a block beyond one for each so many code units are left out: a list of names is not to become a grid. */
export const unitsForEachMark = 24;

/** A light mention is painted while there are fewer marks than one for each so many code units up to its end: twelve in a thousand words. */
export const unitsForEachLightMark = 500;

export interface Choice {
  painted: Map<Block, Set<Mention>>;
  /** Blocks with wanted mentions that are passed over because they are not shown. */
  unshown: Set<Block>;
  /** The limit was reached. */
  capped: boolean;
}

/**
 * Which mentions are painted: all, the first of each entity, or the first in each section (a section begins at a
 * headline). Depends on the text and its order only, not on the order in which it arrived. In steps.
 */
export function* choosePainted(blocks: readonly Block[], options: ChoiceOptions): Generator<void, Choice> {
  const painted = new Map<Block, Set<Mention>>();
  const unshown = new Set<Block>();
  let seen = new Set<string>();
  let count = 0;
  let units = 0;
  let afterHeading = false;
  for (const block of blocks) {
    if (options.show === 'section' && block.heading && !afterHeading) seen = new Set();
    afterHeading = block.heading;
    units += block.text.length;
    if (!block.mentions.length) continue;
    let room = Math.max(3, Math.ceil(block.text.length / unitsForEachMark));
    for (const mention of block.mentions) {
      const name = mention.dispute ? `${mention.entity} ${mention.dispute}` : mention.entity;
      // After an account, a name is still the first of it.
      const subject = mention.why.rule === 'handle' ? `@${name}` : name;
      const again = options.show !== 'all' && (seen.has(name) || seen.has(subject));
      if (!options.accept(mention) || again) continue;
      if (room === 0) break;
      // What is shown is asked of the browser, at a high price for the first in a process: a step of its own.
      yield;
      if (count * unitsForEachLightMark >= units && options.light(mention)) continue;
      if (options.approach) yield* options.approach({ block, mention });
      if (!options.shown({ block, mention })) {
        unshown.add(block);
        continue;
      }
      if (count === options.limit) return { painted, unshown, capped: true };
      seen.add(subject);
      count++;
      room--;
      const own = painted.get(block);
      if (own) own.add(mention);
      else painted.set(block, new Set([mention]));
    }
  }
  return { painted, unshown, capped: false };
}
