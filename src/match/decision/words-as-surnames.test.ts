/** Surnames that are words of every day, after the full name. */
import { expect, test } from 'vitest';
import words from '../../../data/words-beside-names.json' with { type: 'json' };
import { annotate, compileIndex, openIndex } from '../index.ts';

const index = openIndex(
  compileIndex(
    [
      { id: 'brown', kind: 'person', name: 'Ottmar Brown' },
      { id: 'kurz', kind: 'person', name: 'Ottilie Kurz' },
      { id: 'friday', kind: 'person', name: 'Oswald Friday' },
    ],
    words,
  ),
);
const marks = (text: string, lang: string) =>
  annotate(index, { blocks: text.split('\n'), lang })
    .map(({ start, end, block }) => text.split('\n')[block]!.slice(start, end))
    .filter((mark) => !mark.includes(' '));

test.each([
  ['before a verb', 'Ottmar Brown came to the town hall. Brown told them to stay.', 'en', ['Brown']],
  ['inside a sentence', 'Ottmar Brown came to the town hall. Voters like Brown and his plan.', 'en', ['Brown']],
  ['after a day', 'Ottmar Brown came to the town hall. On Monday Brown left again.', 'en', ['Brown']],
  [
    'without a verb, where the page has it inside a sentence too',
    'Ottmar Brown came to the town hall. Brown, a lawyer, left. Voters like Brown.',
    'en',
    ['Brown', 'Brown'],
  ],
  ['in French', 'Hier Ottmar Brown est venu. Les électeurs aiment Brown depuis longtemps.', 'fr', ['Brown']],
  ['beside a German verb', 'Gestern kam Ottilie Kurz. Am Montag hatte Kurz gesagt, sie bleibe.', 'de', ['Kurz']],
])('stand for the person %s', (_, text, lang, expected) => {
  expect(marks(text, lang)).toEqual(expected);
});

test.each([
  ['without the full name', 'Brown told them to stay. Voters like Brown.', 'en'],
  ['where they begin a sentence without a verb', 'Ottmar Brown came to the town hall. Brown bread was served.', 'en'],
  ['after an article', 'Ottmar Brown came to the town hall. They wear the Brown of the guild.', 'en'],
  ['as a day of the week', 'Oswald Friday came to the town hall. It was on Friday that he left.', 'en'],
  ['in a headline', 'Ottmar Brown came to the town hall.\nGreat Views Over Brown Fields Again', 'en'],
  ['in German without a verb', 'Gestern kam Ottilie Kurz. Das dauert in Kurz Jahre.', 'de'],
])('stand for nobody %s', (_, text, lang) => {
  expect(marks(text, lang)).toEqual([]);
});
