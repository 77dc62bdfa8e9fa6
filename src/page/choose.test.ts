import { expect, test } from 'vitest';
import type { Mention } from '../match/types.ts';
import type { Block } from './blocks.ts';
import {
  type Choice,
  type ChoiceOptions,
  choosePainted,
  type Placed,
  unitsForEachLightMark,
  unitsForEachMark,
} from './choose.ts';

const mention = (entity: string, start: number): Mention => ({
  block: 0,
  start,
  end: start + 4,
  kind: 'name',
  entity,
  score: 1,
  why: { rule: 'name' },
  name: entity,
  alternatives: [],
});

/** A block with room for every mention in it. */
const block = (entities: string, heading = false): Block => ({
  text: '.'.repeat(1000),
  pieces: [],
  heading,
  mentions: entities.split(' ').filter(Boolean).map(mention),
});

function choose(blocks: readonly Block[], options: ChoiceOptions): Choice {
  const work = choosePainted(blocks, options);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

function chosen(blocks: Block[], options: Partial<ChoiceOptions>): string[] {
  const { painted } = choose(blocks, {
    show: 'all',
    accept: () => true,
    shown: () => true,
    light: () => false,
    limit: 100,
    ...options,
  });
  return blocks.map((one) => [...(painted.get(one) ?? [])].map(({ entity }) => entity).join(' '));
}

test('all, the first on the page, the first in each section', () => {
  const blocks = [
    block('a a b'),
    block('a'),
    block('', true),
    block('a c'),
    block('b', true),
    block('b', true),
    block('b'),
  ];
  expect(chosen(blocks, { show: 'all' })).toEqual(['a a b', 'a', '', 'a c', 'b', 'b', 'b']);
  expect(chosen(blocks, { show: 'first' })).toEqual(['a b', '', '', 'c', '', '', '']);
  expect(chosen(blocks, { show: 'section' })).toEqual(['a b', '', '', 'a c', 'b', '', '']);
});

test('a light mention is painted while marks are fewer than twelve in a thousand words', () => {
  const light = ({ entity }: Mention) => entity > 'm';
  const blocks = [block('z y x w'), block('a b z'), block('c'), block('v'), block('u')];
  expect(blocks[0]!.text.length).toBe(2 * unitsForEachLightMark);
  expect(chosen(blocks, { show: 'first', light })).toEqual(['z y', 'a b', 'c', 'v', 'u']);
  expect(chosen(blocks.slice(1, 2), { show: 'first', light })).toEqual(['a b']);
});

test('a dispute is a subject of its own beside its event', () => {
  const blocks = [block('a')];
  blocks[0]!.mentions.push({ ...mention('a', 20), kind: 'figure', dispute: 'toll' });
  expect(chosen(blocks, { show: 'first' })).toEqual(['a a']);
});

test('text that is not shown holds nobody’s first mention, and is named', () => {
  const blocks = [block('a'), block('a')];
  const options = {
    show: 'first',
    accept: () => true,
    light: () => false,
    limit: 9,
    shown: ({ block }: Placed) => block !== blocks[0],
  } as const;
  const { painted, unshown } = choose(blocks, options);
  expect([...painted.keys()]).toEqual([blocks[1]]);
  expect([...unshown]).toEqual([blocks[0]]);
});

test('what is hidden in a block leaves the rest of it its marks', () => {
  const blocks = [block('a b')];
  blocks[0]!.mentions[1]!.start = 100;
  const shown = ({ mention: { start } }: Placed) => start === 100;
  expect(chosen(blocks, { show: 'first', shown })).toEqual(['b']);
});

test('a crowded block keeps some of its marks, a page keeps to its limit', () => {
  const crowded = { ...block('a b c d e f g h'), text: '.'.repeat(4 * unitsForEachMark) };
  expect(chosen([crowded], {})).toEqual(['a b c d']);
  const { capped } = choose([block('a b c')], {
    show: 'all',
    accept: () => true,
    shown: () => true,
    light: () => false,
    limit: 2,
  });
  expect(capped).toBe(true);
});

test('a name that comes after an account of the same entity is painted, an account after its name is not', () => {
  const account = (start: number): Mention => ({ ...mention('a', start), why: { rule: 'handle' } });
  const painted = (...mentions: Mention[]) => {
    const one: Block = { ...block(''), mentions };
    const options = { show: 'first', accept: () => true, shown: () => true, light: () => false, limit: 9 } as const;
    return [...(choose([one], options).painted.get(one) ?? [])].map(({ start }) => start);
  };
  expect(painted(account(0), account(10), mention('a', 20), mention('a', 30))).toEqual([0, 20]);
  expect(painted(mention('a', 0), account(10))).toEqual([0]);
});
