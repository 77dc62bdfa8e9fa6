import { expect, test } from 'vitest';
import type { Entity } from '../../src/dataset/schema.ts';
import { annotate, compileIndex, openIndex } from '../../src/match/index.ts';
import { deriveWords } from './precision.ts';

test('an acronym that is the name of a country is no name of a body', () => {
  const country: Entity = {
    id: 'country-xx',
    kind: 'place',
    name: 'Olkland',
    names: [{ text: 'OLK', kind: 'variant', lang: 'de' }],
  };
  const army: Entity = {
    id: 'army',
    kind: 'organisation',
    name: 'Olkland Army',
    names: [
      { text: 'OLK', kind: 'acronym', exactCase: true },
      { text: 'OLA', kind: 'acronym', exactCase: true },
    ],
    related: [{ id: 'country-xx', kind: 'country' }],
  };
  const words = deriveWords(
    [country, army],
    [],
    () => true,
    () => [],
  );
  expect(words(army).names?.map(({ text }) => text)).toEqual(['OLA']);
  expect(words(country)).toEqual(country);
});

test('a country has what is of it in other languages as cues, which nothing of it needs', () => {
  const country: Entity = {
    id: 'country-xx',
    kind: 'place',
    name: 'Olkland',
    cues: ['Olkish'],
    facts: [{ property: 'type', value: 'country-or-territory', asOf: '2026-01-01', source: 'one' }],
  };
  const party: Entity = {
    id: 'party',
    kind: 'organisation',
    name: 'Unity',
    names: [{ text: 'UNI', kind: 'acronym', exactCase: true }],
    related: [{ id: 'country-xx', kind: 'country' }],
  };
  const derive = (record: Entity) =>
    deriveWords(
      [record, party],
      [{ region: 'XX', words: ['Olks'] }],
      () => false,
      (id) => (id === 'country-xx' ? ['olkisch', 'olkische'] : []),
    );
  const first = derive(country);
  const stored = first(country);
  expect(stored.cues).toEqual(['Olkish', 'olkisch', 'olkische']);
  expect(first(party).names?.find(({ text }) => text === 'UNI')?.needs).toEqual(['Olkland', 'Olkish', 'Olks']);
  // A refresh of other sources reads the stored record.
  expect(derive(stored)(stored)).toEqual(stored);
  expect(derive(stored)(party)).toEqual(first(party));
});

test('a name that stands alone for a person keeps the words of its adapter, and a record the cues of its own, however many', () => {
  const country: Entity = { id: 'country-xx', kind: 'place', name: 'Olkland' };
  const cues = [...'abcdefgh'].map((letter) => `cue ${letter}`);
  const person: Entity = {
    id: 'person',
    kind: 'person',
    name: 'Tobias Veldhoven',
    names: [
      { text: 'Veldhoven', kind: 'short', lang: 'en', needs: ['Olkland', 'Olquie', 'Olklanda'] },
      { text: 'Tobias', kind: 'short', lang: 'en' },
    ],
    cues,
    related: [{ id: 'country-xx', kind: 'country' }],
  };
  const derive = deriveWords(
    [country, person],
    [],
    () => false,
    () => [],
  );
  const { names, cues: all } = derive(person);
  expect(names?.map(({ text, needs }) => [text, needs])).toEqual([
    ['Veldhoven', ['Olkland', 'Olquie', 'Olklanda']],
    ['Tobias', ['Olkland']],
  ]);
  expect(all).toEqual(cues);
  expect(derive({ ...person, cues: ['cue a'] }).cues).toEqual(['cue a', 'Olkland']);
});

test('letters that are a full name of a party speak for its members, as its acronym would', () => {
  const country: Entity = { id: 'country-xx', kind: 'place', name: 'Olkland' };
  const party: Entity = {
    id: 'party',
    kind: 'organisation',
    name: 'Orchard League',
    names: [
      { text: 'Obstbund', kind: 'full', lang: 'de' },
      { text: 'OlK', kind: 'full' },
    ],
    related: [{ id: 'country-xx', kind: 'country' }],
  };
  const member: Entity = {
    id: 'member',
    kind: 'person',
    name: 'Tobias Veldhoven',
    facts: [{ property: 'party', value: 'party', asOf: '2026-01-01', source: 'one' }],
    related: [{ id: 'country-xx', kind: 'country' }],
  };
  const words = deriveWords(
    [country, party, member],
    [],
    () => true,
    () => [],
  );
  expect(words(member).cues).toEqual(['Olkland', 'OlK']);
});

test('a name of a country that holds a shorter one says no more, so nothing of the country needs it', () => {
  const country: Entity = {
    id: 'country-xx',
    kind: 'place',
    name: 'Olkland',
    names: [
      { text: 'Federal Republic of Olkland', kind: 'full', lang: 'en' },
      { text: 'Olk Confederation', kind: 'full', lang: 'en' },
    ],
  };
  const party: Entity = {
    id: 'party',
    kind: 'organisation',
    name: 'Unity',
    names: [{ text: 'UNI', kind: 'acronym', exactCase: true }],
    related: [{ id: 'country-xx', kind: 'country' }],
  };
  const words = deriveWords(
    [country, party],
    [],
    () => false,
    () => [],
  )(party);
  expect(words.names?.find(({ text }) => text === 'UNI')?.needs).toEqual(['Olkland', 'Olk Confederation']);
  const index = openIndex(compileIndex([words]));
  const text = 'In the Federal Republic of Olkland, UNI won the election.';
  expect(annotate(index, { blocks: [text], lang: 'en' }).map(({ entity }) => entity)).toEqual(['party']);
});
