import type { EntityKind } from '../dataset/schema.ts';
import type { Mention } from '../match/types.ts';
import type { Annotation } from '../messages/protocol.ts';
import type { Block } from './blocks.ts';
import { messageLength } from './limits.ts';
import type { PageMeta } from './meta.ts';
import type { Slices } from './slice.ts';

/** Finds the mentions in a text; `known`: entities mentioned elsewhere on the page. */
export type Annotate = (page: PageMeta & { blocks: string[] }, known: string[]) => Promise<Annotation>;

/** What is known of the page and of the entities that it mentions. */
export interface Known {
  kinds: Record<string, EntityKind>;
  names: Record<string, string>;
  /** Entities that are not painted, and answer a pointer with a modifier key only. */
  quiet: Set<string>;
  /** Entities that are painted only where a page has few marks. */
  light: Set<string>;
  /** On how many points sources differ about an entity. */
  disputed: Record<string, number>;
  /** ISO date on which the page was published. */
  published: string | undefined;
}

function parcels(blocks: readonly Block[]): Block[][] {
  const all: Block[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    if (length + block.text.length > messageLength) {
      all.push([]);
      length = 0;
    }
    all.at(-1)!.push(block);
    length += block.text.length;
  }
  return all;
}

/** The same marks as before are kept as the same objects, so that what hangs on one (an open card) survives. */
function put(block: Block, fresh: Mention[]): void {
  const same = (a: Mention, b: Mention) =>
    a.start === b.start && a.end === b.end && a.entity === b.entity && a.dispute === b.dispute;
  block.mentions = fresh.map((mention) => {
    const old = block.mentions.find((other) => same(other, mention));
    return old ? Object.assign(old, mention) : mention;
  });
}

/**
 * Asks for the mentions in `blocks` and puts them there. `others` is the rest of the page, whose mentions are evidence. A long
 * text goes in parcels; a parcel that was answered before an entity came to light in a later one is asked again, so that
 * the answer does not depend on where the text was cut.
 *
 * @returns false when `signal` was aborted; rejects when the worker cannot be reached
 */
export async function annotateBlocks(
  blocks: readonly Block[],
  others: readonly Block[],
  meta: PageMeta,
  known: Known,
  annotate: Annotate,
  signal: AbortSignal,
  { pause }: Slices,
): Promise<boolean> {
  const seen = new Set<string>();
  for (const { mentions } of others) for (const { entity } of mentions) seen.add(entity);
  const own = parcels(blocks).map((parcel) => ({ parcel, entities: new Set<string>(), asked: -1 }));
  for (let round = 0; round < 2; round++) {
    for (const entry of own) {
      const evidence = new Set(seen);
      for (const other of own) if (other !== entry) for (const entity of other.entities) evidence.add(entity);
      if (entry.asked === evidence.size) continue;
      entry.asked = evidence.size;
      const answer = await annotate({ ...meta, blocks: entry.parcel.map(({ text }) => text) }, [...evidence]);
      if (signal.aborted) return false;
      if (own.length > 1) await pause();
      // Made of the dates of the page, which are not sent again.
      meta.published = known.published = answer.published;
      delete meta.dates;
      Object.assign(known.kinds, answer.kinds);
      Object.assign(known.names, answer.names);
      Object.assign(known.disputed, answer.disputed);
      for (const entity of Object.keys(answer.kinds)) {
        known.quiet.delete(entity);
        known.light.delete(entity);
      }
      for (const entity of answer.quiet) known.quiet.add(entity);
      for (const entity of answer.light) known.light.add(entity);
      entry.entities = new Set(answer.mentions.map(({ entity }) => entity));
      const byBlock = Map.groupBy(answer.mentions, ({ block }) => block);
      entry.parcel.forEach((block, index) => {
        put(
          block,
          (byBlock.get(index) ?? []).sort((a, b) => a.start - b.start || b.end - a.end),
        );
      });
    }
  }
  return true;
}
