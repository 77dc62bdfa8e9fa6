/**
 * Room: what the spelling of a name may cost in running text before `weight.ts` finds that it says too little. It is known before any text is read, so
 * most names are never compared with words that only resemble theirs. It is kept in steps, rounded up.
 */
import { OTHER_SCRIPT } from '../../text/distance.ts';
import { SPELLING_BITS } from '../spelling/thresholds.ts';
import { BITS_PER_COST, bitsOf, bitsOfOthers, type Counted, mostBits } from '../spelling/weight.ts';
import type { NamedEntity } from '../types.ts';
import { rulesOf } from './entity-facts.ts';
import type { Names } from './tokenised-names.ts';

/** Cost of a step. */
const STEP = 0.05;
/** Rooms have five bits; the last is without end. */
export const MOST_ROOM = 31;
/** Sums of the same costs in another order differ by less. */
const ROUNDING = 1e-6;

const { normal, generous } = SPELLING_BITS;
/** Bits by which `generous` asks for less than `normal`: a room is that of `generous`. */
export const EASIER = Math.max(normal.least - generous.least, normal.running - generous.running);
/** Bits that a name takes at least where its words are written in another script: it has two or more. */
export const BITS_ACROSS = 2 * OTHER_SCRIPT * BITS_PER_COST;

/** What a room lets a spelling cost, with so many bits to spare. Below zero: its own letters say too little. */
export function costOfRoom(room: number, spare: number): number {
  return room === MOST_ROOM ? Number.POSITIVE_INFINITY : room * STEP + spare / BITS_PER_COST + ROUNDING;
}

/**
 * Bits by which less is asked for than a room supposes. Where a name is all that a line holds it needs less, but not for a person of open data, who needs less
 * in letters without case if the name is Latin: `local`.
 */
export function spareBits(openData: boolean, isGenerous: boolean, line: boolean, local = false): number {
  const { least, running, isolated } = isGenerous ? generous : normal;
  if (openData) return (isGenerous ? 0 : -EASIER) + (local ? running - normal.local : 0);
  return (isGenerous ? 0 : -EASIER) + (line ? least - isolated : 0);
}

/** The room of a name that says so many bits more than `normal` asks for. */
export function roomOf(bits: number): number {
  return Math.min(MOST_ROOM, Math.max(0, Math.ceil((bits + EASIER) / BITS_PER_COST / STEP)));
}

/** Bits that `normal` asks for. A person of open data counts for nothing that does not stand alone. */
export function bitsAskedFor(openData: boolean, person: boolean): number {
  return openData && person ? normal.running : normal.least;
}

/** What is known of the entities of an index, by ordinal. */
export interface Kinds {
  person: Uint8Array;
  /** Heads a state or a government, or did so in our time. */
  head: Uint8Array;
  /** All of them are of open data. */
  openData: boolean;
}

export interface Rooms {
  /** By name, in the order of the index: bits beyond those that `normal` asks for, or -Infinity where it has no other spelling. */
  bits: Float64Array;
  /** By token: the most room of its names. */
  room: Uint8Array;
  /** By token: 1 where its names are of persons of open data whom only near spellings name (`isNear`). */
  near: Uint8Array;
}

/** Of a person of open data who is no head, `normal` takes only what differs by another romanisation. */
export function isNear(openData: boolean, person: boolean, head: boolean): boolean {
  return openData && person && !head;
}

export function roomsOf(
  { order, starts, tokens, folded, entity, text, kind, ruled }: Names,
  entities: readonly NamedEntity[],
  { person, head, openData }: Kinds,
  counted: Counted,
): Rooms {
  const bitsOfToken = Float64Array.from(folded, (_, token) => bitsOf(counted, token));
  const others = bitsOfOthers(counted);
  const bits = new Float64Array(order.length);
  const room = new Uint8Array(folded.length);
  const near = new Uint8Array(folded.length).fill(1);
  for (let name = 0; name < order.length; name++) {
    const row = order[name]!;
    const own = entity[row]!;
    const { needs, exactCase } = (ruled[row] && rulesOf(entities[own]!)[text[row]!]) || {};
    if (kind[row] === 'handle' || kind[row] === 'acronym' || needs || exactCase) {
      bits[name] = Number.NEGATIVE_INFINITY;
      continue;
    }
    const [from, to] = [starts[row]!, starts[row + 1]!];
    let sum = -others - bitsAskedFor(openData, person[own] === 1);
    for (let at = from; at < to; at++)
      sum += Math.min(bitsOfToken[tokens[at]!]!, mostBits(folded[tokens[at]!]!.length, at - from, to - from));
    bits[name] = sum;
    const isFar = !isNear(openData, person[own] === 1, head[own] === 1);
    for (let at = from; at < to; at++) {
      const token = tokens[at]!;
      room[token] = Math.max(room[token]!, roomOf(sum));
      if (isFar) near[token] = 0;
    }
  }
  return { bits, room, near };
}
