/** What is another country's by the name beside it. */
import { expect, test } from 'vitest';
import { marks } from '../testing.ts';
import type { NamedEntity } from '../types.ts';

const typed = (code: string) => [
  { property: 'type', value: 'country-or-territory' } as const,
  { property: 'country', value: code } as const,
];
const velmark: NamedEntity = { id: 'velmark', kind: 'place', name: 'Velmark', facts: typed('VM') };
const otherland: NamedEntity = {
  id: 'otherland',
  kind: 'place',
  name: 'Otherland',
  names: [{ text: 'لوتاریا', kind: 'full', lang: 'fa' }],
  facts: typed('OT'),
};
const office: NamedEntity = {
  id: 'office',
  kind: 'role',
  name: 'President of Velmark',
  names: [{ text: 'رئیس‌جمهور', kind: 'short', lang: 'fa', needs: ['بندرگاه'] }],
  related: ['velmark'],
};
const person = (id: string, text: string, home: string): NamedEntity => ({
  id,
  kind: 'person',
  name: id,
  names: [{ text, kind: 'full', lang: 'fa', unique: true }],
  related: [home],
});
const all = [
  velmark,
  otherland,
  office,
  person('guest', 'گوستاران', 'otherland'),
  person('own', 'اونگارین', 'velmark'),
];
const found = (text: string) => marks(all, [text], {}, 'fa').map((mark) => mark.split(' → ')[1]);

test('an office directly before somebody of another country is not that of the pack', () => {
  expect(found('به گفته رئیس‌جمهور گوستاران، بندرگاه پاسخ داد')).toEqual(['guest']);
  expect(found('به گفته رئیس‌جمهور اونگارین، بندرگاه پاسخ داد')).toEqual(['office', 'own']);
});

test('nor with an adjective between it and the other country', () => {
  expect(found('بندرگاه را رئیس‌جمهور بی‌کیفیت لوتاریا دید')).toEqual(['otherland']);
  expect(found('بندرگاه را رئیس‌جمهور به لوتاریا داد')).toEqual(['office', 'otherland']);
});
