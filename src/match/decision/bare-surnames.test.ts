import { expect, test } from 'vitest';
import { marks } from '../testing.ts';
import type { NamedEntity } from '../types.ts';

const tobias: NamedEntity = {
  id: 'tobias',
  kind: 'person',
  name: 'Tobias Veldhoven',
  names: [{ text: 'Veldhoven', kind: 'short', lang: 'en', needs: ['harbour'] }],
};
const anna: NamedEntity = { id: 'anna', kind: 'person', name: 'Anna Veldhoven' };
const marked = (text: string) => marks([tobias, anna], [text], {}, 'en');

test('a surname that a pack has as a short name means its bearer where the words that it needs stand', () => {
  expect(marked('Veldhoven closed the harbour.')).toEqual(['Veldhoven → tobias']);
  expect(marked('Veldhoven closed the shop.')).toEqual([]);
});

test('but whom the page names in full where that is somebody else', () => {
  expect(marked('Anna Veldhoven came. Veldhoven closed the harbour.')).toEqual([
    'Anna Veldhoven → anna',
    'Veldhoven → anna',
  ]);
  expect(marked('Tobias Veldhoven and Anna Veldhoven came. Veldhoven closed the harbour.')).toHaveLength(2);
  expect(marked('Jana Veldhoven came. Veldhoven closed the harbour.')).toEqual([]);
});

const country: NamedEntity = {
  id: 'jarden',
  kind: 'place',
  name: 'Jarden',
  facts: [{ property: 'type', value: 'country-or-territory' }],
  cues: ['Jardenese'],
};
const bearer: NamedEntity = { id: 'bearer', kind: 'person', name: 'Ottmar Jarden' };
const jarden = (text: string) => marks([country, bearer], [text], {}, 'en');

test('a country of the name of somebody on the page is meant where the page speaks of it otherwise', () => {
  expect(jarden('Ottmar Jarden came to the harbour. Later Jarden said no.')).toEqual([
    'Ottmar Jarden → bearer',
    'Jarden → bearer',
  ]);
  expect(jarden('Ottmar Jarden came to the Jardenese harbour. Later Jarden said no.')).toContain('Jarden → jarden');
  expect(jarden('Later Jarden said no.')).toEqual(['Jarden → jarden']);
});

test('the end of a word that a joiner writes together is no surname', () => {
  const ottmar: NamedEntity = {
    id: 'ottmar',
    kind: 'person',
    name: 'Ottmar Tajveld',
    names: [{ text: 'اتمار تاج‌ولدن', kind: 'full', lang: 'fa' }],
  };
  const marked = (text: string) => marks([ottmar], ['اتمار تاج‌ولدن آمد', text], {}, 'fa').length;
  expect(marked('سپس آقای تاج‌ولدن به بندر رفت')).toBe(2);
  expect(marked('سپس آقای تقی‌ولدن به بندر رفت')).toBe(1);
});
