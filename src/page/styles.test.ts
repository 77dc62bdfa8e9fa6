import { expect, test } from 'vitest';
import { type Category, categories, lineOf, markRules } from './styles.ts';

test('each kind of mark has a line of its own, and none looks like a link or a mistake of spelling', () => {
  const lines = categories.map((category) => lineOf(category).split(' color-mix')[0]);
  expect(new Set(lines).size).toBe(categories.length);
  expect(lines.join(' ')).not.toMatch(/wavy|solid/);
});

test('where sources differ the line is the strongest, and of general terms the quietest', () => {
  const width = (category: Category) => Number.parseFloat(/(\S+)px/.exec(lineOf(category))![1]!);
  expect(width('disputed')).toBeGreaterThan(width('known'));
  expect(width('known')).toBeGreaterThan(width('term'));
});

test('every kind of mark has its rule', () => {
  const names = Object.fromEntries(categories.map((category) => [category, `m-${category}`])) as Record<
    Category,
    string
  >;
  for (const category of categories) expect(markRules(names, 'm-active')).toContain(`::highlight(m-${category})`);
});
