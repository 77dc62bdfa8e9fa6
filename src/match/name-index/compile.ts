/** Builds the index of `format.ts`. The same entities give the same bytes, whatever their order. */

import { entityKinds, nameKinds } from '../../dataset/kinds.ts';
import { isAbjad } from '../../text/romanise.ts';
import { hashFolded } from '../../text/token-list.ts';
import type { NamedEntity } from '../types.ts';
import { factsOf, governmentsOf, type Meta } from './entity-facts.ts';
import { pairFilter, soundPairSections } from './filters.ts';
import {
  checksum,
  HEAD,
  HEADER_WORDS,
  HIGH_BIT,
  MAGIC,
  MAX_ENTITIES,
  MAX_TOKENS,
  mix,
  POSTING_BLOCK,
  SECTION_TABLE,
  SECTIONS,
  type Section,
  SHAPE_KIND_SHIFT,
  SHAPE_NAME_SHIFT,
  SHAPE_ODD,
  SHAPE_RULED,
  VERSION,
  WIDE_POSTING,
} from './format.ts';
import { encodeMeta, needsInOneOrder } from './meta-rows.ts';
import { bodiesOfStates, electionsOfStates, nationSections } from './nations.ts';
import { partySections } from './parties.ts';
import { roomsOf } from './rooms.ts';
import { readSounds, skeletonSections } from './skeletons.ts';
import { nounSection } from './state-nouns.ts';
import { encodeStrings, pushVarint } from './string-table.ts';
import { type Names, namesOfAll } from './tokenised-names.ts';
import { type WordsBeside, wordSections } from './word-classes.ts';

/** `words`: what is known of words beside names. @throws {RangeError} when there are more entities than the format can number, or two with one id. */
export function compileIndex(entities: Iterable<NamedEntity>, words: WordsBeside = {}): ArrayBuffer {
  const steps = compileInSteps(entities, words);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, for a caller that has other things to do: it may do them whenever this yields. @throws as `compileIndex` */
export function* compileInSteps(
  entities: Iterable<NamedEntity>,
  words: WordsBeside = {},
): Generator<void, ArrayBuffer> {
  const sorted = [...entities].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  if (sorted.length >= MAX_ENTITIES)
    throw new RangeError(`expected at most ${MAX_ENTITIES} entities, found ${sorted.length}`);
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]!.id === sorted[i - 1]!.id)
      throw new RangeError(`expected unique ids, found "${sorted[i]!.id}" twice`);
  }
  const all = yield* namesOfAll(sorted);
  yield;
  const { folded, surfaces } = all;
  if (folded.length >= MAX_TOKENS)
    throw new RangeError(`expected fewer than ${MAX_TOKENS} different words in names, found ${folded.length}`);
  const kindNumbers = sorted.map((entity) => entityKinds.indexOf(entity.kind));
  const names = nameSections(all, kindNumbers);
  yield;
  const tokens = encodeStrings(surfaces);
  const hashes = Int32Array.from(folded, hashFolded);
  const { cells, cellBits } = hashTable(hashes);
  const { pairs, singles } = pairFilter(all, hashes);
  const ids = encodeStrings(sorted.map((entity) => entity.id));
  yield;
  const { openData, ...meta } = metaSections(sorted);
  const postings = postingSections(all);
  yield;
  const person = Uint8Array.from(sorted, ({ kind }) => (kind === 'person' ? 1 : 0));
  const head = new Uint8Array(sorted.length);
  for (const ordinal of meta.heads) head[ordinal] = 1;
  const counted = { names: all.order.length, entities: sorted.length, first: names.first, ...postings };
  const rooms = roomsOf(all, sorted, { person, head, openData }, counted);
  yield;
  const { skeletonsOf, outlines } = readSounds(folded);
  const abjad = Uint8Array.from(folded, (token) => (isAbjad(token) ? 1 : 0));
  const skeletons = skeletonSections(skeletonsOf, folded, rooms);
  yield;
  const { relations, ...pairsOfNames } = soundPairSections(all, skeletonsOf, rooms.bits, person, abjad);
  yield;
  const sections: Record<Section, Uint32Array | Uint8Array> = {
    pairs,
    cells,
    tokenBlocks: tokens.blocks,
    tokenBytes: tokens.bytes,
    ...names,
    idBlocks: ids.blocks,
    idBytes: ids.bytes,
    ...meta,
    ...wordSections(words),
    stateNouns: nounSection(words.states),
    ...skeletons,
    outlines,
    ...pairsOfNames,
    ...postings,
  };
  return assemble(sections, {
    names: all.order.length,
    tokens: folded.length,
    entities: sorted.length,
    cellBits,
    singles,
    openData: openData ? 1 : 0,
    relations,
  });
}

function nameSections({ order, starts, tokens, entity, text, kind, ruled, surfaces }: Names, kinds: number[]) {
  const first = new Uint32Array(surfaces.length + 1);
  const tail = new Uint32Array(order.length);
  const record = new Uint32Array(order.length);
  const rest: number[] = [];
  const odd: number[] = [];
  const oddTexts: string[] = [];
  for (const row of order) first[tokens[starts[row]!]! + 1]!++;
  for (let i = 0; i < surfaces.length; i++) first[i + 1]! += first[i]!;
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const from = starts[row]!;
    const to = starts[row + 1]!;
    if (to - from === 2) tail[i] = tokens[from + 1]! + 1;
    else if (to - from > 2) {
      tail[i] = (HIGH_BIT | rest.length) >>> 0;
      rest.push(to - from - 1);
      for (let token = from + 1; token < to; token++) rest.push(tokens[token]!);
    }
    let shape = (kinds[entity[row]!]! << SHAPE_KIND_SHIFT) | (nameKinds.indexOf(kind[row]!) << SHAPE_NAME_SHIFT);
    if (ruled[row]) shape |= SHAPE_RULED;
    if (!isJoined(text[row]!, surfaces, tokens, from, to)) {
      shape |= SHAPE_ODD;
      odd.push(i);
      oddTexts.push(text[row]!);
    }
    record[i] = ((shape << 24) | entity[row]!) >>> 0;
  }
  const texts = encodeStrings(oddTexts);
  return {
    first,
    tail,
    rest: Uint32Array.from(rest),
    record,
    odd: Uint32Array.from(odd),
    oddBlocks: texts.blocks,
    oddBytes: texts.bytes,
  };
}

/** Whether the text is the surfaces of the tokens with a space between. */
function isJoined(text: string, surfaces: string[], tokens: Uint32Array, from: number, to: number): boolean {
  let at = 0;
  for (let i = from; i < to; i++) {
    if (i > from && text.charCodeAt(at++) !== 0x20) return false;
    const surface = surfaces[tokens[i]!]!;
    if (!text.startsWith(surface, at)) return false;
    at += surface.length;
  }
  return at === text.length;
}

/** Share of cells that may be filled: probes stay short and the table small. */
const LOAD = 0.8;

function hashTable(hashes: Int32Array): { cells: Uint32Array; cellBits: number } {
  const cellBits = Math.max(4, Math.ceil(Math.log2((hashes.length + 1) / LOAD)));
  const size = 2 ** cellBits;
  const cells = new Uint32Array(size);
  const idMask = size - 1;
  const tagMask = 0x7fffffff & ~idMask;
  for (let id = 0; id < hashes.length; id++) {
    const mixed = mix(hashes[id]!);
    let slot = mixed & idMask;
    while (cells[slot] !== 0) {
      // A lookup for this token passes a cell with its tag: that cell must be verified before it answers.
      if ((cells[slot]! & tagMask) === (mixed & tagMask)) cells[slot] = (cells[slot]! | HIGH_BIT) >>> 0;
      slot = (slot + 1) & idMask;
    }
    cells[slot] = (mixed & tagMask) | (id + 1);
  }
  return { cells, cellBits };
}

function metaSections(entities: NamedEntity[]) {
  const rows: Meta[] = [];
  const meta: number[] = [];
  const officers: number[] = [];
  const disputed: number[] = [];
  const heads: number[] = [];
  const bodies = bodiesOfStates(entities);
  const governments = governmentsOf(entities, bodies);
  const elections = electionsOfStates(entities);
  let typed = 0;
  for (const [ordinal, entity] of entities.entries()) {
    const known = factsOf(entity, governments, bodies.get(entity.id), elections.get(entity.id));
    if (Object.keys(known).length === 0) continue;
    rows.push(known);
    meta.push(ordinal);
    if (known.roles?.some(({ office, from }) => office !== undefined && from !== undefined)) officers.push(ordinal);
    if (known.disputes) disputed.push(ordinal);
    if (known.head) heads.push(ordinal);
    if (known.type !== undefined) typed++;
  }
  const { offsets, bytes, values } = encodeMeta(needsInOneOrder(rows));
  return {
    meta: Uint32Array.from(meta),
    officers: Uint32Array.from(officers),
    disputed: Uint32Array.from(disputed),
    heads: Uint32Array.from(heads),
    ...nationSections(entities),
    ...partySections(entities),
    openData: typed > 0 && typed === entities.length,
    metaOffsets: offsets,
    metaBytes: bytes,
    valueBlocks: values.blocks,
    valueBytes: values.bytes,
  };
}

function postingSections({ order, starts, tokens, folded }: Names) {
  const counts = new Uint32Array(folded.length + 1);
  // Calls for each token once, first tokens left out: those are in `first`.
  const eachLater = (row: number, visit: (token: number) => void) => {
    const from = starts[row]!;
    for (let i = from + 1; i < starts[row + 1]!; i++) {
      let seen = from;
      while (tokens[seen] !== tokens[i]) seen++;
      if (seen === i) visit(tokens[i]!);
    }
  };
  for (const row of order) eachLater(row, (token) => counts[token + 1]!++);
  for (let i = 0; i < folded.length; i++) counts[i + 1]! += counts[i]!;
  const names = new Uint32Array(counts[folded.length]!);
  const next = counts.slice();
  for (let name = 0; name < order.length; name++) {
    eachLater(order[name]!, (token) => {
      names[next[token]!++] = name;
    });
  }
  const blocks = new Uint32Array(Math.ceil(folded.length / POSTING_BLOCK));
  const bytes: number[] = [];
  for (let token = 0; token < folded.length; token++) {
    if (token % POSTING_BLOCK === 0) blocks[token / POSTING_BLOCK] = bytes.length;
    const own: number[] = [];
    let before = 0;
    for (let i = counts[token]!; i < counts[token + 1]!; i++) {
      pushVarint(own, names[i]! - before);
      before = names[i]!;
    }
    if (own.length < WIDE_POSTING) bytes.push(own.length);
    else bytes.push(WIDE_POSTING, ...new Uint8Array(Uint32Array.of(own.length).buffer));
    for (const byte of own) bytes.push(byte);
  }
  return { postingBlocks: blocks, postingBytes: Uint8Array.from(bytes) };
}

function assemble(
  sections: Record<Section, Uint32Array | Uint8Array>,
  counts: Record<'names' | 'tokens' | 'entities' | 'cellBits' | 'singles' | 'openData' | 'relations', number>,
): ArrayBuffer {
  let length = HEADER_WORDS * 4;
  const offsets = SECTIONS.map((name) => {
    const offset = length;
    length += Math.ceil(sections[name].byteLength / 4) * 4;
    return offset;
  });
  const buffer = new ArrayBuffer(length);
  const words = new Uint32Array(buffer);
  words[HEAD.magic] = MAGIC;
  words[HEAD.version] = VERSION;
  words[HEAD.length] = length;
  words[HEAD.names] = counts.names;
  words[HEAD.tokens] = counts.tokens;
  words[HEAD.entities] = counts.entities;
  words[HEAD.cellBits] = counts.cellBits;
  words[HEAD.singles] = counts.singles;
  words[HEAD.openData] = counts.openData;
  words[HEAD.relations] = counts.relations;
  const bytes = new Uint8Array(buffer);
  for (const [i, name] of SECTIONS.entries()) {
    const section = sections[name];
    words[SECTION_TABLE + i * 2] = offsets[i]!;
    words[SECTION_TABLE + i * 2 + 1] = section.byteLength;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offsets[i]!);
  }
  words[HEAD.checksum] = checksum(words);
  return buffer;
}
