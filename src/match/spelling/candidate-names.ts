/** The names that a window proposes, each once, in the order in which they are first proposed, with the words that propose it. */
import { mix } from '../name-index/format.ts';

/** A list of lists: the anchors of a proposal are linked by `next`. -1 ends. */
export interface Proposals {
  count: number;
  name: number[];
  /** 1: one word has a token of it letter by letter, or two words resemble two: worth the comparison. */
  strong: number[];
  firstAnchor: number[];
  lastAnchor: number[];
  anchors: number;
  /** Names that were left out at one look. */
  passed: number;
  /** Word of the window, and the token of the index that it resembles. */
  place: number[];
  token: number[];
  next: number[];
  /** Proposal + 1 at the place of its name, with linear probing. */
  slots: Int32Array;
}

export function createProposals(): Proposals {
  return {
    count: 0,
    name: [],
    strong: [],
    firstAnchor: [],
    lastAnchor: [],
    anchors: 0,
    passed: 0,
    place: [],
    token: [],
    next: [],
    slots: new Int32Array(512),
  };
}

export function propose(proposals: Proposals, name: number, place: number, token: number, strong: boolean): void {
  const { slots } = proposals;
  const anchor = proposals.anchors++;
  proposals.place[anchor] = place;
  proposals.token[anchor] = token;
  proposals.next[anchor] = -1;
  const mask = slots.length - 1;
  let slot = mix(name) & mask;
  for (let known = slots[slot]! - 1; known >= 0; known = slots[slot]! - 1) {
    if (proposals.name[known] === name) {
      if (strong || proposals.place[proposals.firstAnchor[known]!] !== place) proposals.strong[known] = 1;
      proposals.next[proposals.lastAnchor[known]!] = anchor;
      proposals.lastAnchor[known] = anchor;
      return;
    }
    slot = (slot + 1) & mask;
  }
  const proposal = proposals.count++;
  proposals.name[proposal] = name;
  proposals.strong[proposal] = strong ? 1 : 0;
  proposals.firstAnchor[proposal] = anchor;
  proposals.lastAnchor[proposal] = anchor;
  slots[slot] = proposal + 1;
  if (proposals.count * 2 > slots.length) spread(proposals, slots.length * 2);
}

function spread(proposals: Proposals, size: number): void {
  const slots = new Int32Array(size);
  const mask = size - 1;
  for (let proposal = 0; proposal < proposals.count; proposal++) {
    let slot = mix(proposals.name[proposal]!) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = proposal + 1;
  }
  proposals.slots = slots;
}

/** Beyond so many, clearing all of the table is as fast as clearing what is in it. */
const MANY = 64;

export function erase(proposals: Proposals): void {
  const { slots } = proposals;
  if (proposals.count > MANY) slots.fill(0);
  else {
    const mask = slots.length - 1;
    for (let proposal = 0; proposal < proposals.count; proposal++) {
      let slot = mix(proposals.name[proposal]!) & mask;
      while (slots[slot] !== proposal + 1) slot = (slot + 1) & mask;
      slots[slot] = 0;
    }
  }
  proposals.count = 0;
  proposals.anchors = 0;
}
