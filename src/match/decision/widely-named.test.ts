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
const WIDELY = named('de', 'fa');
/** Once the head of a government. */
const HEADED: NamedEntity = {
  ...named('en'),
  facts: [{ property: 'head-of-government-of', value: 'velmark', from: '2009', to: '2012-03' }],
};
const COUNCIL: NamedEntity = {
  id: 'council',
  kind: 'organisation',
  name: 'Quorlin Council',
  names: [{ text: 'شورای کورلین', kind: 'full' }],
};
const COUNTRY: NamedEntity = {
  id: 'land',
  kind: 'place',
  name: 'Otherland',
  facts: [{ property: 'type', value: 'country-or-territory' }],
};

test.each<[string, string, NamedEntity, number]>([
  ['Tobias Veldhoven left the Quorlin Council.', 'en', WIDELY, 2],
  ['توبیاس ولدهوون از شورای کورلین رفت.', 'fa', WIDELY, 2],
  ['Tobias Veldhoven left the Quorlin Council.', 'en', named('en'), 1],
  ['Tobias Veldhoven left the Quorlin Council.', 'en', HEADED, 2],
  ['Yesterday Tobias Veldhoven arrived.', 'en', HEADED, 0],
  ['Yesterday Tobias Veldhoven arrived in Otherland.', 'en', WIDELY, 1],
  ['Yesterday Tobias Veldhoven arrived.', 'en', WIDELY, 0],
  ['The plumber Tobias Veldhoven from Lund came.', 'en', WIDELY, 0],
  ['Flights to Tobias Veldhoven airport were late.', 'en', WIDELY, 0],
])(
  'of whom a pack has the name in two languages, or who has headed a government, a full name that few bear and another name are enough: %s',
  (text, lang, entity, count) => {
    expect(marks([entity, COUNCIL, COUNTRY], [text], {}, lang)).toHaveLength(count);
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
  ['اما ولدهوون در ولمارک بود.', ['ولدهوون → ruler']],
  ['دولت ولدهوون در ولمارک بود.', ['ولدهوون → ruler']],
  ['توبیاس ولدهوون آمد. ملانیا ولدهوون رفت.', ['توبیاس ولدهوون → ruler']],
])('without capitals a given name before a surname makes it somebody else’s: %s', (text, found) => {
  expect(marks([RULER, OTHER], [text], {}, 'fa')).toEqual(found);
});

const oneWord = (names: readonly (readonly [lang: string, text: string])[], id = 'head'): NamedEntity => ({
  ...HEADED,
  facts: [{ property: 'head-of-government-of', value: 'velmark', from: '2019' }],
  id,
  names: names.map(([lang, text]) => ({ text, kind: 'full', lang, needs: ['Velmark'] })),
});
const CALLED = oneWord([
  ['en', 'Veldhoven'],
  ['fa', 'ولدهوون'],
]);

test.each<[string, string, NamedEntity, number]>([
  ['Veldhoven left the Quorlin Council.', 'en', CALLED, 2],
  ['Veldhoven left the council.', 'en', CALLED, 0],
  ['شورای کورلین از ولدهوون گفت.', 'fa', CALLED, 2],
  ['شورای کورلین از ولدهوون گفت.', 'fa', oneWord([['fa', 'ولدهوون']]), 1],
  ['Veldhoven left the Quorlin Council.', 'en', { ...CALLED, facts: WIDELY.facts }, 1],
])(
  'whom news of many languages calls by one word, who headed a government, needs no word of the own country beside another name: %s',
  (text, lang, entity, count) => {
    expect(marks([entity, COUNCIL], [text], {}, lang)).toHaveLength(count);
  },
);

test('nor is it a name that somebody else in the packs has for a surname', () => {
  const rival: NamedEntity = { id: 'rival', kind: 'person', name: 'Anna Veldhoven' };
  expect(marks([CALLED, COUNCIL, rival], ['Veldhoven left the Quorlin Council.'], {}, 'en')).toHaveLength(1);
});
