import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Piece, paragraphsOf } from './pdf-text.ts';

/** A line of 12 units at a place from the left and the bottom. */
const line = (str: string, y: number, x = 72, height = 12): Piece => ({
  str,
  transform: [height, 0, 0, height, x, y],
  height,
  hasEOL: true,
});

test('lines that follow each other are one paragraph, and a wider gap begins another', () => {
  expect(
    paragraphsOf([
      line('The first line', 700),
      line('and the second.', 686),
      line('And the third.', 672),
      line('Another paragraph.', 640),
    ]),
  ).toEqual(['The first line and the second. And the third.', 'Another paragraph.']);
});

test('on a page of few lines a gap as in books is the usual one', () => {
  expect(paragraphsOf([line('Findings', 700), line('One.', 672)])).toEqual(['Findings', 'One.']);
  expect(paragraphsOf([line('It was', 700), line('not.', 686)])).toEqual(['It was not.']);
});

test('pieces of one line are joined as they are, those that stand a little higher too', () => {
  const raised = { ...line('1', 703), hasEOL: false };
  expect(paragraphsOf([{ ...line('Geneva', 700), hasEOL: false }, raised, line(' and Bern.', 700)])).toEqual([
    'Geneva1 and Bern.',
  ]);
});

test('a word that was divided at the end of a line is whole again, a name with a hyphen keeps it', () => {
  expect(paragraphsOf([line('the exe-', 700), line('cutions of al-', 686), line('Khalil', 672)])).toEqual([
    'the executions of al- Khalil',
  ]);
});

test('a heading in larger letters and a line that is set in begin paragraphs', () => {
  expect(
    paragraphsOf([line('Findings', 700, 72, 18), line('One.', 680), line('Two.', 666, 90), line('Three.', 652)]),
  ).toEqual(['Findings', 'One.', 'Two. Three.']);
});

test('a sentence goes on at the top of the next column', () => {
  expect(paragraphsOf([line('It was', 100), line('not until', 86), line('the next day.', 700, 320)])).toEqual([
    'It was not until the next day.',
  ]);
});

test('no letter is lost or made, but for hyphens at the ends of lines', () => {
  const piece = fc.record({
    str: fc.string({ maxLength: 12 }),
    transform: fc.tuple(...Array.from({ length: 6 }, () => fc.integer({ min: -50, max: 800 }))),
    height: fc.integer({ min: 0, max: 40 }),
    hasEOL: fc.boolean(),
  });
  const letters = (text: string) => text.replace(/[\s\u00ad-]/gu, '');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(letters(paragraphsOf(pieces).join(''))).toBe(letters(pieces.map(({ str }) => str).join('')));
    }),
  );
});
