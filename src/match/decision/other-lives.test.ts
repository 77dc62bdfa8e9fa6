/** A full name in a sentence that tells of another life. */
import { expect, test } from 'vitest';
import type { NamedEntity } from '../index.ts';
import { marks } from '../testing.ts';

const entities: NamedEntity[] = [
  {
    id: 'tobias',
    kind: 'person',
    name: 'Tobias Veldhoven',
    names: [
      { text: 'حامد أوسكاني', kind: 'full', lang: 'ar' },
      { text: 'توبیاس ولدهوون', kind: 'full', lang: 'fa' },
    ],
    cues: ['chess'],
  },
  { id: 'bare', kind: 'person', name: 'Wilma Ostrander' },
];

test.each([
  ['Councillor Tobias Veldhoven opened the meeting.', 'en'],
  ['Coach Tobias Veldhoven was pleased.', 'en'],
  ['Our neighbour Tobias Veldhoven won.', 'en'],
  ['Tobias Veldhoven bakes for the whole street.', 'en'],
  ['At the village fête it was Tobias Veldhoven who sang.', 'en'],
  ['Tobias Veldhoven sings in a choir in Hull.', 'en'],
  ['Tobias Veldhoven, aged nine, found a fossil.', 'en'],
  ['The groom, Tobias Veldhoven, wore tweed.', 'en'],
  ['Tobias Veldhoven spielt Trompete.', 'de'],
  ['Tobias Veldhoven, 12 ans, a gagné.', 'fr'],
  ['فازت حامد أوسكاني في مدرستها', 'ar'],
  ['توبیاس ولدهوون دو گل زد', 'fa'],
  ['Der Gemeinderat Tobias Veldhoven war dagegen.', 'de'],
  ['Im Kirchenchor singt Tobias Veldhoven Bass.', 'de'],
  ['Tobias Veldhoven bäckt im Dorf.', 'de'],
  ['La conseillère municipale Tobias Veldhoven a voté.', 'fr'],
  ['Tobias Veldhoven joue du violon à Lille.', 'fr'],
  ['El concejal Tobias Veldhoven votó.', 'es'],
  ['Tobias Veldhoven vende pasteles en Lugo.', 'es'],
  ['المدرب حامد أوسكاني راض', 'ar'],
  ['يبيع حامد أوسكاني الخبز', 'ar'],
  ['آموزگار توبیاس ولدهوون آمد', 'fa'],
  ['توبیاس ولدهوون در دبستان ما کار می‌کند', 'fa'],
])('asks for a word of what the pack says: %s', (text, lang) => {
  expect(marks(entities, [text], undefined, lang)).toEqual([]);
  expect(marks(entities, [text, 'chess'], undefined, lang)).toHaveLength(1);
});

test.each([
  'Tobias Veldhoven spoke.',
  'They sang in a choir. Tobias Veldhoven spoke.',
  'Tobias Veldhoven spoke. They sang in a choir.',
  'The bakeries closed, said Tobias Veldhoven.',
])('nothing of it is said of him: %s', (text) => {
  expect(marks(entities, [text])).toEqual(['Tobias Veldhoven → tobias']);
});

test('of whom a pack says nothing, nothing can speak', () => {
  expect(marks(entities, ['Wilma Ostrander bakes.'])).toEqual(['Wilma Ostrander → bare']);
});
