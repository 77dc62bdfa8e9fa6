import { expect, test } from 'vitest';
import { marks } from '../testing.ts';
import type { NamedEntity } from '../types.ts';

const named = (...languages: string[]): NamedEntity => ({
  id: 'envoy',
  kind: 'person',
  name: 'Tobias Veldhoven',
  names: languages.map((lang) => ({
    text: lang === 'fa' ? 'توبیاس ولدهوون' : 'Tobias Veldhoven',
    kind: 'full',
    lang,
  })),
  facts: [{ property: 'office-held', value: 'Envoy', from: '2019' }],
  related: ['velmark'],
  cues: ['Velmark'],
});
const WIDELY = named('en', 'de', 'fa');

test.each<[string, string, NamedEntity, number]>([
  ['Yesterday Tobias Veldhoven arrived.', 'en', WIDELY, 1],
  ['دیروز توبیاس ولدهوون وارد شد.', 'fa', WIDELY, 1],
  ['Yesterday Tobias Veldhoven arrived.', 'en', named('en', 'de'), 0],
  ['The plumber Tobias Veldhoven from Lund came.', 'en', WIDELY, 0],
  ['Flights to Tobias Veldhoven airport were late.', 'en', WIDELY, 0],
])(
  'of whom a pack has the name in three languages, a full name that few bear is enough: %s',
  (text, lang, entity, count) => {
    expect(marks([entity], [text], {}, lang)).toHaveLength(count);
  },
);

const RULER: NamedEntity = {
  id: 'ruler',
  kind: 'person',
  name: 'Tobias Veldhoven',
  names: [
    { text: 'توبیاس ولدهوون', kind: 'full', lang: 'fa' },
    { text: 'ولدهوون', kind: 'full', lang: 'fa', needs: ['ولمارک'] },
  ],
};
const OTHER: NamedEntity = {
  id: 'other',
  kind: 'person',
  name: 'Quorlin Brasz',
  names: [{ text: 'کورلین براس', kind: 'full', lang: 'fa' }],
};

test.each([
  ['ولدهوون در ولمارک بود.', ['ولدهوون → ruler']],
  ['رئیس‌جمهور ولدهوون در ولمارک بود.', ['ولدهوون → ruler']],
  ['ملانیا ولدهوون در ولمارک بود.', []],
  ['کورلین ولدهوون در ولمارک بود.', []],
  ['توبیاس ولدهوون آمد. ملانیا ولدهوون رفت.', ['توبیاس ولدهوون → ruler']],
])('without capitals a given name before a surname makes it somebody else’s: %s', (text, found) => {
  expect(marks([RULER, OTHER], [text], {}, 'fa')).toEqual(found);
});
