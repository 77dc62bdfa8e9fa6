/** Names as the news writes them: what stands before them, in which case, and who is meant by a surname alone. */
import { expect, test } from 'vitest';
import words from '../../data/words-beside-names.json' with { type: 'json' };
import { annotate, compileIndex, type NamedEntity, openIndex } from './index.ts';

const person = (id: string, name: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'person',
  name,
  ...more,
});

function marks(entities: NamedEntity[], blocks: string[], lang = 'en') {
  return annotate(openIndex(compileIndex(entities, words)), { blocks, lang }).map(
    ({ block, start, end, entity }) => `${blocks[block]!.slice(start, end)} → ${entity}`,
  );
}

const veldhoven = person('veldhoven', 'Tobias Veldhoven');

test.each([
  ['en', 'In spring Gen. Tobias Veldhoven resigned.'],
  ['en', 'In spring Novelist Tobias Veldhoven resigned.'],
  ['en', 'Only last June Tobias Veldhoven resigned.'],
  ['en', 'On 3 May Tobias Veldhoven resigned.'],
  ['en', 'In spring Sweden’s Tobias Veldhoven resigned.'],
  ['de', 'Im Mai trat Ratsherr Tobias Veldhoven zurück.'],
  ['fr', 'En mai, l’Avocat Tobias Veldhoven démissionna.'],
  ['es', 'En mayo dimitió el Concejal Tobias Veldhoven.'],
])('in %s, a word that says what somebody is does not hide a full name: %s', (lang, text) => {
  expect(marks([veldhoven], [text], lang)).toEqual(['Tobias Veldhoven → veldhoven']);
});

test.each([
  'Later Margaret Tobias Veldhoven resigned.',
  'Later Q. Tobias Veldhoven resigned.',
  'Later June Tobias Veldhoven resigned.',
])('a given name or an initial before a full name makes it another name: %s', (text) => {
  expect(marks([veldhoven], [text])).toEqual([]);
});

test('a surname of every day that follows makes another name, the beginning of another name does not', () => {
  expect(marks([veldhoven], ['At home, Tobias Veldhoven Brown, much loved.'])).toEqual([]);
  const house = 'They read what Tobias Veldhoven White House aides wrote.';
  expect(marks([veldhoven], [house])).toEqual(['Tobias Veldhoven → veldhoven']);
});

test('a title in another case before a surname is no name', () => {
  const text = 'Tobias Veldhoven starb. Die Tötung von Herrn Veldhoven war ein Verbrechen.';
  expect(marks([veldhoven], [text], 'de')).toEqual(['Tobias Veldhoven → veldhoven', 'Veldhoven → veldhoven']);
});

test('a given name of the pack alone makes a full name another one too', () => {
  const orsolek = person('orsolek', 'Wendrick Orsolek');
  expect(marks([veldhoven, orsolek], ['Later Wendrick Tobias Veldhoven resigned.'])).toEqual([]);
});

test('a surname goes on meaning its bearer after a word that says what he is', () => {
  const text = 'Tobias Veldhoven won. Pragmatist Veldhoven was cheered. Sweden’s Veldhoven left.';
  expect(marks([veldhoven], [text])).toEqual([
    'Tobias Veldhoven → veldhoven',
    'Veldhoven → veldhoven',
    'Veldhoven → veldhoven',
  ]);
  expect(marks([veldhoven], ['Tobias Veldhoven won. Margaret Veldhoven left.'])).toEqual([
    'Tobias Veldhoven → veldhoven',
  ]);
});

test('the initial of the given name belongs to the surname, another initial is somebody else', () => {
  expect(marks([veldhoven], ['Tobias Veldhoven wrote it. Signed, T. Veldhoven.'])[1]).toBe('T. Veldhoven → veldhoven');
  expect(marks([veldhoven], ['Tobias Veldhoven wrote it. Signed, K. Veldhoven.'])).toHaveLength(1);
});

test('a word of one letter that begins a sentence is no initial', () => {
  expect(marks([veldhoven], ['A Tobias Veldhoven no le abren la puerta.'])).toEqual(['Tobias Veldhoven → veldhoven']);
  expect(marks([veldhoven], ['Se fue. Y Tobias Veldhoven esperaba. O Veldhoven no sabe nada.'])).toHaveLength(2);
  expect(marks([veldhoven], ['A. Tobias Veldhoven waited.'])).toEqual([]);
  expect(marks([veldhoven], ['They met A Tobias Veldhoven.'])).toEqual([]);
});

test('two surnames of the page may be joined by a hyphen', () => {
  const orsolek = person('orsolek', 'Wendrick Orsolek');
  const text = 'Tobias Veldhoven met Wendrick Orsolek. The Veldhoven-Orsolek debate was long.';
  expect(marks([veldhoven, orsolek], [text]).slice(2)).toEqual(['Veldhoven → veldhoven', 'Orsolek → orsolek']);
});

test('a distinctive surname stands without the full name where two pieces of evidence speak', () => {
  const minister = person('minister', 'Tobias Veldhoven', { cues: ['harbour', 'ferries'] });
  expect(marks([minister], ['The harbour closed and no ferries ran. Veldhoven waited.'])).toEqual([
    'Veldhoven → minister',
  ]);
  expect(marks([minister], ['The harbour closed. Veldhoven waited.'])).toEqual([]);
  const cousin = person('cousin', 'Ilse Veldhoven');
  expect(marks([minister, cousin], ['The harbour closed and no ferries ran. Veldhoven waited.'])).toEqual([]);
  const frequent = person('frequent', 'Tobias Rahimi', { cues: ['harbour', 'ferries'] });
  expect(marks([frequent], ['The harbour closed and no ferries ran. Rahimi waited.'])).toEqual([]);
});

test('a full name that many people bear needs evidence, or somebody of the pack beside it', () => {
  const common = person('common', 'Hamid Karimi', { cues: ['harbour'] });
  expect(marks([common, veldhoven], ['We asked Hamid Karimi, a baker in Leeds, for bread.'])).toEqual([]);
  expect(marks([common, veldhoven], ['At the harbour we asked Hamid Karimi for bread.'])).toEqual([
    'Hamid Karimi → common',
  ]);
  expect(marks([common, veldhoven], ['We asked Hamid Karimi and Tobias Veldhoven for bread.'])).toHaveLength(2);
  expect(marks([person('bare', 'Hamid Karimi')], ['We asked Hamid Karimi, a baker in Leeds, for bread.'])).toEqual([
    'Hamid Karimi → bare',
  ]);
});

test('an acronym that a pack writes in two cases is found in both', () => {
  const league: NamedEntity = {
    id: 'league',
    kind: 'organisation',
    name: 'Northern Orchard League',
    names: [
      { text: 'NORL', kind: 'acronym' },
      { text: 'Norl', kind: 'variant' },
    ],
  } as NamedEntity;
  const found = marks([league], ['The Northern Orchard League met. NORL members and Norl guests ate pears.']);
  expect(found.slice(1)).toEqual(['NORL → league', 'Norl → league']);
});

test('a text without capitals writes names without them too', () => {
  expect(marks([veldhoven], ['yesterday tobias veldhoven spoke in paris'])).toEqual(['tobias veldhoven → veldhoven']);
  expect(marks([veldhoven], ['Yesterday tobias veldhoven spoke in Paris'])).toEqual([]);
});

test('each entry of an index may begin with the surname', () => {
  const text = 'Index: Veldhoven, Tobias, 12; Orsolek, Wendrick, 44.';
  expect(marks([veldhoven, person('orsolek', 'Wendrick Orsolek')], [text])).toEqual([
    'Veldhoven, Tobias → veldhoven',
    'Orsolek, Wendrick → orsolek',
  ]);
});

test.each(['Письмо Виктору Леснику.', 'Встреча с Виктором Лесником.'])(
  'a name in a Russian case is found by its Latin spelling: %s',
  (text) => {
    expect(marks([person('viktor', 'Viktor Lesnik')], [text], 'ru')).toHaveLength(1);
  },
);

test('a woman’s name in a Russian case is found by its Latin spelling', () => {
  expect(marks([person('vera', 'Vera Lesnikova')], ['Письмо Вере Лесниковой.'], 'ru')).toHaveLength(1);
});

test('a path of a file names nobody', () => {
  const league: NamedEntity = { id: 'league', kind: 'organisation', name: 'Norl' };
  expect(marks([league], ['It lies under C:\\Papers\\Norl\\list.txt and nowhere else.'])).toEqual([]);
});

test('an acronym accepted on the page does not stand for a thing of another subject', () => {
  const league: NamedEntity = {
    id: 'league',
    kind: 'organisation',
    name: 'Northern Orchard League',
    names: [{ text: 'NOL', kind: 'acronym' }],
  } as NamedEntity;
  const blocks = ['The Northern Orchard League (NOL) met.', 'Doctors praised the NOL inhibitor. The NOL ate pears.'];
  expect(marks([league], blocks)).toEqual(['Northern Orchard League → league', 'NOL → league', 'NOL → league']);
});

test('who has died does not hold an office today, though the pack does not say when it ended', () => {
  const office: NamedEntity = { id: 'warden', kind: 'role', name: 'Warden of the Orchard' };
  const roles = (from: string) => [{ title: 'Warden', office: 'warden', from }] as unknown as NamedEntity['roles'];
  const dead = person('dead', 'Tobias Veldhoven', { living: false, roles: roles('1986') });
  const today = person('today', 'Wendrick Orsolek', { living: true, roles: roles('2024') });
  const page = { blocks: ['We met the Warden of the Orchard.'], published: '2025-03-01' };
  const [mention] = annotate(openIndex(compileIndex([office, dead, today])), page);
  expect(mention?.why).toEqual({ rule: 'role', detail: 'Wendrick Orsolek' });
});
