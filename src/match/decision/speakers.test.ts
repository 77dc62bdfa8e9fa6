/** Surnames without capitals that are given names, too, or words of every day. */
import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex } from '../index.ts';

const person = (id: string, name: string): NamedEntity => ({ id, kind: 'person', name });
const index = openIndex(
  compileIndex([
    person('one', 'اوتمار قاسم'),
    person('two', 'اوتلی سلام'),
    ...['قاسم فلدهوفن', 'قاسم لوندغرين', 'قاسم بركفيست'].map((name, i) => person(`other-${i}`, name)),
  ]),
);
const marks = (text: string, lang: string) =>
  annotate(index, { blocks: [text], lang })
    .map(({ start, end }) => text.slice(start, end))
    .filter((mark) => !mark.includes(' '));

test.each([
  ['where it speaks', 'جاء اوتمار قاسم أمس. وقال قاسم لهم ذلك.', 'ar', ['قاسم']],
  ['between frequent words', 'جاء اوتمار قاسم أمس. وكان قاسم قد سافر.', 'ar', ['قاسم']],
  ['at the beginning', 'اوتمار قاسم در این شهر بود. قاسم از این شهر رفت.', 'fa', ['قاسم']],
  ['beside other words', 'جاء اوتمار قاسم أمس. سافر لوكاس قاسم تورنكفيست.', 'ar', []],
  ['after a title', 'اوتمار قاسم در این شهر بود. حرم امام قاسم در این شهر بود.', 'fa', []],
  ['as a word of every day that speaks', 'جاء اوتلی سلام أمس. وقال سلام لهم ذلك.', 'ar', ['سلام']],
  ['as a word of every day', 'جاء اوتلی سلام أمس. وكان سلام على الأرض.', 'ar', []],
])('%s', (_, text, lang, expected) => {
  expect(marks(text, lang)).toEqual(expected);
});
