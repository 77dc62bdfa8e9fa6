/** Outlets whose names ask for words that are not there, cited. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex } from '../index.ts';
import type { WordsBeside } from '../name-index/word-classes.ts';

const words = JSON.parse(
  readFileSync(new URL('../../../data/words-beside-names.json', import.meta.url), 'utf8'),
) as WordsBeside;
const outlet = (id: string, name: string, lang: string, type?: string): NamedEntity => ({
  id,
  kind: 'organisation',
  name: `The Velmark ${id}`,
  names: [{ text: name, kind: 'full', lang, needs: ['ولمارک', 'Velmark'] }],
  ...(type !== undefined && { facts: [{ property: 'type', value: type }] }),
});
const index = openIndex(
  compileIndex(
    [
      outlet('paper', 'لوندین', 'fa', 'news-outlet'),
      outlet('herald', 'Lundine', 'en', 'news-outlet'),
      outlet('body', 'برکفیست', 'fa', 'ministry'),
      { ...outlet('agency', 'تسنورک', 'fa'), name: 'خبرگزاری تسنورک ایران' },
    ],
    words,
  ),
);
const marks = (text: string, lang: string) =>
  annotate(index, { blocks: [text], lang }).map(({ start, end }) => text.slice(start, end));

test.each([
  ['به گزارش لوندین این شهر آرام است.', 'fa', 'لوندین'],
  ['به نقل از لوندین این شهر آرام است.', 'fa', 'لوندین'],
  ['لوندین نوشت این شهر آرام است.', 'fa', 'لوندین'],
  ['♦️ لوندین: این شهر آرام است.', 'fa', 'لوندین'],
  ['این شهر آرام است. / لوندین', 'fa', 'لوندین'],
  ['به گزارش تسنورک این شهر آرام است.', 'fa', 'تسنورک'],
  ['The town is calm, according to the Lundine of yesterday.', 'en', 'Lundine'],
  ['The town is calm, Lundine reported.', 'en', 'Lundine'],
])('%s', (text, lang, mark) => {
  expect(marks(text, lang)).toEqual([mark]);
});

test.each([
  ['an outlet that nobody cites', 'در شهر لوندین آب نیست.', 'fa'],
  ['its name inside a line before a colon', 'امروز در لوندین: آب نیست.', 'fa'],
  ['what is no outlet', 'به گزارش برکفیست این شهر آرام است.', 'fa'],
])('not %s', (_, text, lang) => {
  expect(marks(text, lang)).toEqual([]);
});

test('an outlet of words of every day that asks for its country alone is left to it', () => {
  const named = (name: string) =>
    annotate(
      openIndex(compileIndex([{ ...outlet('paper', name, 'en', 'news-outlet'), cues: ['ولمارک', 'Velmark'] }], words)),
      {
        blocks: [`The town is calm, ${name} reported.`],
        lang: 'en',
      },
    ).length;
  expect(named('Lundine News')).toBe(1);
  expect(named('Daily News')).toBe(0);
});
