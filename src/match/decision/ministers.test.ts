import { expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import { postsOf } from '../name-index/posts.ts';
import type { NamedEntity } from '../types.ts';

const country = (id: string, name: string, cues: string[]): NamedEntity => ({
  id,
  kind: 'place',
  name,
  cues,
  facts: [{ property: 'type', value: 'country-or-territory' }],
});
const minister = (id: string, name: string, office: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'person',
  name,
  facts: [{ property: 'office-held', value: office, from: '2019' }],
  related: ['land'],
  ...more,
});

const index = openIndex(
  compileIndex([
    country('land', 'Examplia', [
      'Examplian',
      'exemplische',
      'Examplias',
      'exemplien',
      'sud-exemplien',
      'ejemplino',
      'المثالي',
      'مثالیا',
    ]),
    country('other', 'Otheria', ['Otherian', 'otherische']),
    minister('defender', 'Tobias Veldhoven', 'Minister of Defence'),
    minister('diplomat', 'Anton Orsolek', 'Secretary of State', {
      names: [{ text: 'أنطون أورسوليك', kind: 'full', lang: 'ar' }],
    }),
    minister('helper', 'Emil Quastner', 'Deputy Minister of Defence'),
    minister('double', 'Clara Nimbold-Taszek', 'Minister of Finance'),
    minister('first', 'Maria Brasznek', 'Minister of the Interior'),
    minister('second', 'Klara Brasznek', 'Minister for Home Affairs', { related: ['other'] }),
    minister('shared', 'Otto Fischer', 'Minister of Justice'),
  ]),
);

function marks(text: string, lang = 'en', published = '2024-05-01') {
  return annotate(index, { blocks: [text], lang, published })
    .filter(({ entity }) => entity !== 'land' && entity !== 'other')
    .map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`);
}

test.each([
  ['en', 'Examplian Defence Minister Veldhoven left. Veldhoven smiled.', 'Veldhoven', 2],
  ['en', 'The Minister of Defence of Examplia Veldhoven left.', 'Veldhoven', 1],
  ['de', 'Der exemplische Verteidigungsminister Veldhoven ging.', 'Veldhoven', 1],
  ['de', 'Die Rede des exemplischen Verteidigungsministers Veldhoven war kurz, Examplia hörte zu.', 'Veldhoven', 1],
  ['de', 'Bundesverteidigungsminister Veldhoven ging.', 'Veldhoven', 1],
  ['fr', 'Le ministre exemplien de la Défense Veldhoven est parti.', 'Veldhoven', 1],
  ['fr', 'Le ministre de la Défense sud-exemplien Veldhoven est parti.', 'Veldhoven', 1],
  ['es', 'El ministro de Defensa ejemplino Veldhoven viajó.', 'Veldhoven', 1],
])('a surname after the office of a minister and its country is the minister: %s, %s', (lang, text, name, times) => {
  expect(marks(text, lang)).toEqual(Array.from({ length: times }, () => `${name} → defender`));
});

test.each([
  ['en', 'Examplian Secretary of State Orsolek left.', 'Orsolek → diplomat'],
  ['fr', 'Le secrétaire d’Etat exemplien Orsolek est parti.', 'Orsolek → diplomat'],
  ['fr', 'Le chef de la diplomatie exemplien Orsolek est parti.', 'Orsolek → diplomat'],
  ['es', 'El canciller ejemplino Orsolek viajó.', 'Orsolek → diplomat'],
  ['ar', 'وصل وزير الخارجية المثالي أورسوليك اليوم.', 'أورسوليك → diplomat'],
  ['fa', 'وزیر خارجه مثالیا أورسوليك آمد.', 'أورسوليك → diplomat'],
  ['en', 'Examplian Finance Minister Nimbold-Taszek left.', 'Nimbold-Taszek → double'],
  ['en', 'Examplian Interior Minister Brasznek left.', 'Brasznek → first'],
  ['en', 'Otherian Home Minister Brasznek left.', 'Brasznek → second'],
  ['en', 'Examplian Justice Minister Fischer left.', 'Fischer → shared'],
])('the office and the country say who it is: %s, %s', (lang, text, found) => {
  expect(marks(text, lang)).toEqual([found]);
});

test.each([
  ['the minister of another country', 'en', 'Otherian Defence Minister Veldhoven left.'],
  ['another ministry', 'en', 'Examplian Finance Minister Veldhoven left.'],
  ['no ministry', 'en', 'Examplian minister Veldhoven left.'],
  ['no country', 'en', 'Defence Minister Veldhoven left.'],
  ['a minister of state', 'en', 'Examplian Minister of State Orsolek left.'],
  ['a given name', 'en', 'Examplian Defence Minister Peter Veldhoven left.'],
  ['a word between', 'en', 'The Examplian Defence Minister met Veldhoven.'],
  ['a deputy', 'en', 'Examplian Defence Minister Quastner left.'],
  ['two of the surname', 'en', 'Interior Minister Brasznek left Examplia for Otheria.'],
  ['a surname of many, on a page that is not about the country', 'en', 'Justice Minister Fischer left Otheria.'],
])('not with %s', (_, lang, text) => {
  expect(marks(text, lang)).toEqual([]);
});

test('a rare surname needs its country on the page alone', () => {
  expect(marks('Defence Minister Veldhoven left. It rained in Examplia.')).toEqual(['Veldhoven → defender']);
});

test('nobody is called by an office that came later', () => {
  expect(marks('Examplian Defence Minister Veldhoven left.', 'en', '1999-05-01')).toEqual([]);
});

test.each<[string, ReturnType<typeof postsOf>]>([
  ['Deputy Prime Minister and Minister of National Defense', ['defence']],
  ['Secretary of State for the Home Department', ['interior']],
  ['Chief, Federal Department of Foreign Affairs', ['foreign']],
  ['Minister of the Interior, Justice, and Decentralization', ['interior', 'justice']],
  ['Minister of Foreign Trade', undefined],
  ['Minister of State for Foreign Affairs', undefined],
  ['Spokesperson of the Ministry of Foreign Affairs', undefined],
  ['Chief Justice', undefined],
  ['Chief Secretary to the Treasury', undefined],
])('which ministries a title leads: %s', (value, posts) => {
  expect(postsOf({ id: 'x', kind: 'person', name: 'X', facts: [{ property: 'office-held', value }] })).toEqual(posts);
});
