import { expect, test } from 'vitest';
import { marks } from '../testing.ts';
import type { NamedEntity } from '../types.ts';

test('Arabic writes democracy in two ways', () => {
  const body = (text: string): NamedEntity => ({
    id: 'body',
    kind: 'organisation',
    name: 'Velmark Forces',
    names: [{ text, kind: 'full', lang: 'ar' }],
  });
  for (const [one, other] of [
    ['قوات ولمارك الديمقراطية', 'قوات ولمارك الديموقراطية'],
    ['قوات ولمارك الديموقراطية', 'قوات ولمارك الديمقراطية'],
  ] as const)
    expect(marks([body(one)], [`تقدمت ${other} أمس`], {}, 'ar')).toEqual([`${other} → body`]);
});
