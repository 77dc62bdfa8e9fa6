/** Pass 4: numbers that belong to a dispute of an entity that the page is about, or whose subject the sentence names (a cue joined by ` + `). */
import type { Block } from '../blocks.ts';
import type { View } from '../evidence.ts';
import { phraseOf } from '../evidence.ts';
import { entityId, metaOf } from '../name-index/read.ts';
import type { Mention } from '../types.ts';
import { type NumberSpan, numbersIn } from './numbers.ts';

/** Tokens between a number and the word that says what it counts. */
const NEAR = 4;
/** How far outside the values that anyone has given a number may lie and still be meant for the same matter. */
const STRETCH = 10;

interface Dispute {
  id: string;
  entity: string;
  /** The longest first. */
  cues: { text: string; hashes: Int32Array }[];
  /** Phrases that together, in one sentence, name the subject of the dispute. */
  subjects: Int32Array[][];
  /** The page is about the entity: no subject is asked for. */
  established: boolean;
  low: number;
  high: number;
  /** The numbers that somebody has given. */
  values: ReadonlySet<number>;
}

/** A smaller number stands for many things, also one that somebody has given. */
const LEAST_TELLING = 100;

/** `mentions`: the names already decided; a number inside one of them is part of it. */
export function figureMentions(view: View, established: Iterable<string>, mentions: readonly Mention[]): Mention[] {
  const disputes = disputesOf(view, established);
  if (disputes.length === 0) return [];
  const figures: Mention[] = [];
  // Nearly all blocks of a page that is about something else are left here.
  const always = disputes.some(({ established }) => established);
  const anchors = new Set(disputes.flatMap(({ subjects }) => subjects.map((parts) => parts.at(-1)![0]!)));
  // Hardly any of the words that are looked for in a sentence stands in its block.
  const wanted = new Set([...anchors, ...disputes.flatMap(({ cues }) => cues.map(({ hashes }) => hashes[0]!))]);
  const byBlock = Map.groupBy(mentions, ({ block }) => block);
  for (const [number, block] of view.blocks.entries()) {
    if (!always && !hasAny(block, anchors)) continue;
    const inBlock = byBlock.get(number) ?? [];
    const spans = numbersIn(block);
    const there = spans.length > 0 ? hashesIn(block, wanted) : NOTHING;
    for (const span of spans) {
      if (span.yearLike || inBlock.some((each) => span.start < each.end && span.end > each.start)) continue;
      const sentence = sentenceAround(block, span.from, span.to);
      const fitting = disputes
        .filter(({ low, high }) => span.high * STRETCH >= low && span.low <= high * STRETCH)
        .filter(
          ({ established, subjects }) =>
            established ||
            subjects.some(
              (parts) => there.has(parts.at(-1)![0]!) && parts.every((part) => standsIn(block, part, sentence)),
            ),
        )
        .map((dispute) => ({ dispute, ...cuesAround(block, dispute, there, span, sentence, inBlock) }))
        .map((each) => (isGiven(each.dispute, span) && each.found.length > 0 ? givenOf(each, span) : each))
        .filter(({ near, strength }) => near >= 0 && strength >= 2)
        .sort((a, b) => b.strength - a.strength || (a.dispute.id < b.dispute.id ? -1 : 1));
      const [best, second] = fitting;
      if (
        best === undefined ||
        (second && second.strength === best.strength && second.dispute.entity !== best.dispute.entity)
      )
        continue;
      const to = Math.max(span.to, best.near);
      figures.push({
        block: number,
        start: span.start,
        end: block.end[to]!,
        kind: 'figure',
        entity: best.dispute.entity,
        dispute: best.dispute.id,
        score: Math.min(10, 6 + best.strength) / 10,
        why: { rule: 'figure', detail: best.found.join(', ') },
        value: { low: span.low, high: span.high },
        name: block.text.slice(span.start, span.end),
        alternatives: [],
      });
    }
  }
  return figures.filter(
    (each) => !mentions.some((other) => other.block === each.block && each.start < other.end && each.end > other.start),
  );
}

/** The page is about the matter and the number is one that somebody has given for it: it needs no cue beside it, only one in the sentence. */
function isGiven({ established, values }: Dispute, { low, high }: NumberSpan): boolean {
  return established && high >= LEAST_TELLING && (values.has(low) || values.has(high));
}

function givenOf<T extends { near: number; strength: number }>(each: T, { to }: NumberSpan): T {
  return { ...each, near: Math.max(each.near, to), strength: each.strength + 1 };
}

const NOTHING: ReadonlySet<number> = new Set();

/** Which of some hashes a token of the block has, or a reading of one. */
function hashesIn({ hash, count, readings }: Block, wanted: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  for (let token = 0; token < count; token++) if (wanted.has(hash[token]!)) found.add(hash[token]!);
  for (const reading of readings) if (wanted.has(reading.hash)) found.add(reading.hash);
  return found;
}

function hasAny({ hash, count }: Block, wanted: ReadonlySet<number>): boolean {
  for (let token = 0; token < count; token++) if (wanted.has(hash[token]!)) return true;
  return false;
}

function disputesOf({ indexes, scratch }: View, established: Iterable<string>): Dispute[] {
  const disputes: Dispute[] = [];
  const known = new Set(established);
  const seen = new Set<string>();
  for (const index of indexes) {
    for (const ordinal of index.disputed) {
      const entity = entityId(index, ordinal);
      if (seen.has(entity)) continue;
      seen.add(entity);
      for (const { id, cues, low, high, values } of metaOf(index, ordinal).disputes ?? []) {
        const parts = (text: string) => text.split(JOINT).map((part) => phraseOf(scratch, part));
        const subjects = cues.filter((text) => text.includes(JOINT)).map(parts);
        if (!known.has(entity) && subjects.length === 0) continue;
        const words = cues.filter((text) => !text.includes(JOINT));
        disputes.push({
          id,
          entity,
          low,
          high,
          values: new Set(values),
          subjects,
          established: known.has(entity),
          cues: words
            .map((text) => ({ text, hashes: phraseOf(scratch, text) }))
            .sort((a, b) => b.hashes.length - a.hashes.length),
        });
      }
    }
  }
  return disputes;
}

const JOINT = ' + ';

function standsIn(block: Block, phrase: Int32Array, { from, to }: { from: number; to: number }): boolean {
  for (let token = from; token + phrase.length - 1 <= to; token++)
    if (phrase.length > 0 && phrase.every((hash, i) => has(block, token + i, hash))) return true;
  return false;
}

/** Tokens of the sentence around a span, both inclusive. */
function sentenceAround(block: Block, from: number, to: number): { from: number; to: number } {
  const ends = (left: number) => /[.!?؟。]["”’)]*\s|\n/.test(block.text.slice(block.end[left], block.start[left + 1]));
  let first = from;
  while (first > 0 && !ends(first - 1)) first--;
  let last = to;
  while (last + 1 < block.count && !ends(last)) last++;
  return { from: first, to: last };
}

/**
 * Cues of the dispute in the sentence. `near`: last token of the cue that follows the number directly, the number itself for a cue
 * shortly before it, or -1. `there`: hashes that the block has. `strength`: distinct places of cues, and one more when the entity is named in the block.
 */
function cuesAround(
  block: Block,
  dispute: Dispute,
  there: ReadonlySet<number>,
  span: { from: number; to: number },
  sentence: { from: number; to: number },
  inBlock: readonly Mention[],
): { near: number; strength: number; found: string[] } {
  const taken = new Set<number>();
  const found: string[] = [];
  let near = -1;
  for (const { text, hashes } of dispute.cues) {
    if (!there.has(hashes[0]!)) continue;
    for (let token = sentence.from; token + hashes.length - 1 <= sentence.to; token++) {
      const last = token + hashes.length - 1;
      if (taken.has(token) || !hashes.every((hash, i) => has(block, token + i, hash))) continue;
      for (let i = token; i <= last; i++) taken.add(i);
      found.push(text);
      if (token > span.to && token - span.to <= NEAR) near = Math.max(near, token - span.to === 1 ? last : span.to);
      else if (last < span.from && span.from - last <= NEAR) near = Math.max(near, span.to);
      break;
    }
  }
  const named = inBlock.some(({ entity }) => entity === dispute.entity);
  return { near, strength: found.length + (named ? 1 : 0), found };
}

function has(block: Block, token: number, hash: number): boolean {
  if (block.hash[token] === hash) return true;
  if (!block.firstReading[token]) return false;
  for (let r = block.firstReading[token] - 1; block.readings[r]?.token === token; r++)
    if (block.readings[r]!.hash === hash) return true;
  return false;
}
