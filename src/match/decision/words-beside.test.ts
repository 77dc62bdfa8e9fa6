/** Names inside longer names, and words of other fields beside them, by the words that packs carry. */
import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex } from '../index.ts';
import { marks } from '../testing.ts';

const full = (text: string, lang: string) => ({ text, kind: 'full', lang }) as const;
const typed = (type: string) => [{ property: 'type', value: type } as const];
const entities: NamedEntity[] = [
  {
    id: 'tobias',
    kind: 'person',
    name: 'Tobias Veldhoven',
    names: [full('حامد أوسكاني', 'ar'), full('توبیاس ولدهوون', 'fa')],
    cues: ['chess'],
  },
  {
    id: 'league',
    kind: 'organisation',
    name: 'Orsolek International',
    names: [
      full('أورسوليك', 'ar'),
      full('اورسولک', 'fa'),
      full('شورای اورسولک', 'fa'),
      { text: 'OVL', kind: 'full', exactCase: true },
    ],
    cues: ['chess'],
  },
  {
    id: 'velmark',
    kind: 'place',
    name: 'Velmark',
    facts: typed('country-or-territory'),
    names: [full('ولمارك', 'ar'), full('ولمارک', 'fa'), full('Umã', 'pt')],
  },
  { id: 'peace', kind: 'organisation', name: 'Quillpeace', facts: typed('non-profit') },
];
const found = (text: string, lang = 'en') =>
  marks(entities, [text], undefined, lang).map((mark) => mark.replace(/.* → /, ''));

test.each([
  // called after a person, before or behind the name
  ['The Tobias Veldhoven Childhood Project gave out books.', 'en'],
  ['The Tobias Veldhoven Arena is full.', 'en'],
  ['Die Tobias-Veldhoven-Halle bekommt ein Dach.', 'de'],
  ['Le lycée Tobias Veldhoven ouvre.', 'fr'],
  ['Le centre culturel Tobias Veldhoven ouvre.', 'fr'],
  ['El polideportivo Tobias Veldhoven cierra.', 'es'],
  ['فازت بجائزة حامد أوسكاني', 'ar'],
  ['تالار توبیاس ولدهوون باز شد', 'fa'],
  ['مسیر توبیاس ولدهوون از زنگزور می‌گذرد', 'fa'],
  // a body that bears the name of another
  ['The Orsolek International Bar Association protested.', 'en'],
  ['Orsolek International Watch counted them.', 'en'],
  // things, clubs, devices
  ['Die Kuh „Orsolek International“ gibt Milch.', 'de'],
  ['La société de pêche Orsolek International a lâché des truites.', 'fr'],
  ['El grupo de teatro Orsolek International estrena.', 'es'],
  ['نادي أورسوليك فاز', 'ar'],
  ['کشتی تفریحی اورسولک آمد', 'fa'],
  ['The OVL valve leaks.', 'en'],
  ['Die OVL-Schnittstelle hat zwei Eingänge.', 'de'],
  ['El regulador OVL pesa poco.', 'es'],
  ['La placa OVL-470 va soldada.', 'es'],
  ['Dissolve 2 g of OVL and stir.', 'en'],
  ['یک قاشق اورسولک کافی است', 'fa'],
  ['قرية أورسوليك صغيرة', 'ar'],
  // people of another life
  ['Tobias Veldhoven, 38 Jahre alt, Fliesenleger, kam.', 'de'],
  ['توبیاس ولدهوون، ۲۶ ساله، نجار، آمد', 'fa'],
  ['Tobias Veldhoven, 52, of Elm Road, was fined.', 'en'],
  ['Tobias Veldhoven, Zauberer aus Jever, kam.', 'de'],
  ['Tobias Veldhoven runs a taxidermy shop.', 'en'],
  // two words of a field in which a body is not meant
  ['Spread the Orsolek International with butter and add two eggs.', 'en'],
  // capitals of a name that is written with an accent
  ['With an UMA you can save for retirement.', 'en'],
])('bears a name that it is not called by: %s', (text, lang) => {
  expect(found(text, lang)).toEqual([]);
});

test.each([
  ['Orsolek International Velmark said so.', 'en'],
  ['Orsolek International Velmark, which is small, met.', 'en'],
  ['Orsolek International Velmark fordert mehr.', 'de'],
  ['Orsolek International Velmark demande plus.', 'fr'],
  ['Quillpeace Velmark has moved.', 'en'],
  ['شورای اورسولک ولمارک از دولت خواست', 'fa'],
])('the branch of a body in a country is another one: %s', (text, lang) => {
  expect(found(text, lang)).toEqual([]);
});

test.each([
  ['Tobias Veldhoven’s Childhood Project is his.', 'tobias'],
  ['TOBIAS VELDHOVEN OPENS A NEW ARENA', 'tobias'],
  ['Tobias Veldhoven opened the arena.', 'tobias'],
  ['Tobias Veldhoven, 52, was fined.', 'tobias'],
  ['The Orsolek International association protested.', 'league'],
  ['Orsolek International opened a valve.', 'league'],
  ['Spread the Orsolek International with butter, says the chess player, and add two eggs.', 'league'],
  ['Orsolek International sent butter.', 'league'],
  ['They would bar Orsolek International from it.', 'league'],
  ['OVL 2 g.', 'league'],
])('beside the same words it is itself: %s', (text, id) => {
  expect(found(text)).toEqual([id]);
});

test.each([
  ['Orsolek International Velmark researcher Otto Olm spoke.', 'en'],
  ['The Orsolek International Velmark sanctions of May hold.', 'en'],
  ['Gestern warf Orsolek International Velmark vor, nichts zu tun.', 'de'],
  ['شورای اورسولک ولمارک را متهم کرد', 'fa'],
])('a body and a country that only stand beside each other: %s', (text, lang) => {
  expect(found(text, lang)).toEqual(['league', 'velmark']);
});

test('an index without such words asks those that have them, and without any knows none', () => {
  const bare = openIndex(compileIndex(entities));
  const withWords = openIndex(compileIndex([], { trade: ['plumber'] }));
  const blocks = ['The winner is Tobias Veldhoven, 24, plumber.'];
  expect(annotate([bare], { blocks, lang: 'en' })).toHaveLength(1);
  expect(annotate([bare, withWords], { blocks, lang: 'en' })).toEqual([]);
});
