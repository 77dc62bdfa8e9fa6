/** What is remembered of words, tokens and names from block to block and page to page changes nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex } from '../index.ts';

const names = [
  'Tobias Veldhoven', 'Robert Veldhoven', 'Mohammad Reza Tarqun', 'Musa Dawud Selim Tarqun', 'Jeff Marklund', 'Emilia Radkovska', 'Oskar Bishop', 'Abderrahim Zarqoum',
  'De la Marck Orsoly', 'روح‌الله ترقون', 'عبد الرحيم زرقوم', 'Бориc Лодкин', 'Shirin Khalvati', 'Sherin Halwati', 'Osric III', 'Ben Cardomin',
]; // biome-ignore format: a list
const entities: NamedEntity[] = names.map((name, i) => ({ id: `e${i}`, kind: 'person', name, cues: ['violinist'] }));
const buffer = compileIndex([
  ...entities,
  { id: 'guild', kind: 'organisation', name: 'Veldhoven Guild of Tarqun', names: [{ text: 'VGT', kind: 'acronym' }] },
]);

/** Words of the names, spelled otherwise, joined and split, and words between. */
const word = fc.constantFrom(
  ...names.flatMap((name) => name.split(' ')),
  ...names.flatMap((name) => name.split(' ')),
  'Bob', 'Veldhofen', 'Vel', 'dhoven', 'Muhamad', 'Mohamed', 'Rezza', 'Tarkoun', 'Tarqoni', 'Moussa', 'Abd', 'ur', 'Rahim', 'Abdurrahim', 'Zarqum', 'احمد', 'موسى', 'ترقون',
  'Emilya', 'Radkowska', 'Khalwati', 'Chalvati', 'Boris', 'Lodkin', 'said', 'the', 'violinist', 'of', 'Mr', 'Dr', ',', '.', 'Guild', 'IV', 'J', 'Yesterday', 'گفت',
); // biome-ignore format: a list
const block = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const page = fc.record({
  blocks: fc.array(block, { minLength: 1, maxLength: 4 }),
  lang: fc.constantFrom('en', 'fa', 'de'),
});

test('an index that has read other pages finds on a page what a new one finds', () => {
  const used = openIndex(buffer);
  let found = 0;
  fc.assert(
    fc.property(page, fc.constantFrom('normal' as const, 'generous' as const), (each, strictness) => {
      const mentions = annotate(used, each, { strictness });
      found += mentions.filter(({ why }) => why.rule === 'spelling').length;
      expect(annotate(openIndex(buffer), each, { strictness })).toEqual(mentions);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(50);
});

/** A number in the letters a to p. */
function letters(number: number): string {
  return number.toString(16).replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);
}

test('more words than are remembered change nothing', () => {
  const index = openIndex(buffer);
  const blocks = ['Tobias Veldhofen', 'Emilya Radkowska', 'Muhamad Reza Tarkun'];
  const before = annotate(index, { blocks });
  expect(before).toHaveLength(3);
  const many = Array.from({ length: 30_000 }, (_, i) => `Vel${letters(i)}dhoven`);
  for (let at = 0; at < many.length; at += 100) annotate(index, { blocks: [many.slice(at, at + 100).join(' ')] });
  expect(annotate(index, { blocks })).toEqual(before);
});
