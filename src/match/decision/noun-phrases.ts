/** Nouns of every day that stand for an entity where something beside them says for which. */
import type { EntityKind } from '../../dataset/kinds.ts';
import type { Block } from '../blocks.ts';
import { phraseOf, placeOf, type Span, type View } from '../evidence.ts';
import type { Order } from '../name-index/state-nouns.ts';
import type { Body } from './lone-bodies.ts';
import type { Accepted } from './overlaps.ts';
import { startOf } from './short-bodies.ts';

export interface Noun extends Span {
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** A token within it that is none of its words. */
  inner?: number;
}

/** The noun phrases that stand on the page. */
export function* spansOf({ blocks, places, scratch }: View, phrases: string, order: Order): Generator<Noun> {
  for (const text of phrases.split('|')) {
    const phrase = phraseOf(scratch, text);
    for (const place of places(phrase[0]!)) {
      const { block, number, token: from } = placeOf(blocks, place);
      // "ministère irakien des Affaires étrangères"
      const inner = order === 'romance' && phrase.length > 1 && block.hash[from + 1] !== phrase[1] ? 1 : 0;
      const to = from + phrase.length - 1 + inner;
      if (to >= block.count || !phrase.every((hash, i) => i === 0 || block.hash[from + i + inner] === hash)) continue;
      const start = startOf(block, from, phrase[0]!);
      yield { block: number, from, to, start, end: block.end[to]!, ...(inner && { inner: from + inner }) };
    }
  }
}

/** `detail`: what says of which country it is. */
export function acceptedAt(
  { index, entity, id }: Body,
  { block: number, from, to, start, end }: Noun,
  block: Block,
  detail: string,
  entityKind: EntityKind = 'organisation',
): Accepted {
  return {
    index,
    info: { text: block.text.slice(start, end), kind: 'short', entityKind, entity, rule: {} },
    id,
    block: number,
    start,
    end,
    from,
    to,
    firm: true,
    score: 0.85,
    why: { rule: 'context', detail },
    alternatives: [],
  };
}
