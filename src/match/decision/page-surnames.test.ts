import { describe, expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const person = (id: string, of: string, ...names: string[]): NamedEntity => ({
  id,
  kind: 'person',
  name: names[0]!,
  names: names.map((text) => ({ text, kind: 'full' })),
  related: [{ id: of }],
});

const index = openIndex(
  compileIndex([
    person('gebru', 'country-et', 'Tamru Gebrelund', 'تمرو جبرلند'),
    person('kebrel', 'country-et', 'Desta Hanno Orlu Kebrel'),
    person('shah', 'country-et', 'Prince Orumbek'),
    person('many', 'country-et', 'Mulu Hartlin'),
    ...'Abe Bel Cor Dan Eno Fal Gur Hal Ino Jur Kal Lur Mor Nel'
      .split(' ')
      .map((name) => person(name, 'country-xx', `Mulu ${name}strom`)),
    person('veldhoven', 'country-xx', 'Tobias Veldhoven', 'توبياس فلدهوفن'),
    person('lai', 'country-tw', 'Pai Shing-ke', 'باي شينغ كي'),
    person('rahim', 'country-xx', 'Orland Al-karun'),
  ]),
);

function marks(text: string, lang = 'en') {
  return annotate(index, { blocks: [text], lang })
    .map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`)
    .slice(1);
}

describe('whom the page goes on to call by the first word', () => {
  test.each([
    ['Tamru Gebrelund spoke. Then Tamru left.', ['Tamru → gebru'], 'by the custom of the country'],
    ['Tamru Gebrelund spoke. Then Gebrelund left.', ['Gebrelund → gebru'], 'the last word still counts'],
    ['Prince Orumbek spoke. Then Prince left.', [], 'a title'],
    ['Mulu Hartlin spoke. Then Mulu left.', [], 'with which the names of many begin'],
    ['Tobias Veldhoven spoke. Then Tobias left.', [], 'of another country'],
    ['Tamru Gebrelund spoke. Then Tamru Haddis left.', [], 'somebody else of the name'],
    ['Tamru Gebrelund spoke. Tamru Haddis came. Then Tamru left.', [], 'either of two'],
    ['Tamru Gebrelund spoke. Now Tamru Teref Gebrelund left.', [], 'another middle name'],
    [
      'Tamru Orsolek Gebrelund spoke. Now Tamru Gebrelund left.',
      ['Tamru Gebrelund → gebru'],
      'the same person, shorter',
    ],
    ['Pai Shing-ke spoke. Then Pai left.', ['Pai → lai'], 'the family comes first where the second syllable is small'],
    ['Orland Al-karun spoke. Then Orland left.', [], 'an article is no syllable'],
  ])('%s %j: %s', (text, found) => {
    expect(marks(text)).toEqual(found);
  });

  test.each([
    ['قال باي شينغ كي ذلك. وقال باي غير ذلك.', ['باي → lai'], 'beside a verb of speech'],
    ['قال باي شينغ كي ذلك. وكان باي غير ذلك.', [], 'elsewhere it may be any word'],
    ['قال تمرو جبرلند ذلك. وقال تمرو غير ذلك.', ['تمرو → gebru'], 'a given name'],
    ['قال توبياس فلدهوفن ذلك. وقال توبياس غير ذلك.', [], 'of another country'],
  ])('without capitals: %s %j: %s', (text, found) => {
    expect(marks(text, 'ar')).toEqual(found);
  });
});

test('the first word before the surname is its bearer', () => {
  const text = 'They said on the way home that Desta Orlu Kebrel had left the room.';
  const [mark] = annotate(index, { blocks: [text], lang: 'en' }, { known: ['kebrel'] });
  expect(mark && text.slice(mark.start, mark.end)).toBe('Desta Orlu Kebrel');
});

describe('a nickname in the full name', () => {
  test('stands before the surname after it', () => {
    expect(marks('Tobias “Pim” Veldhoven spoke. Then Pim Veldhoven left.')).toEqual(['Pim Veldhoven → veldhoven']);
  });

  test('is no other given name', () => {
    expect(marks('Tobias “Pim” Veldhoven spoke. Then Pam Veldhoven left.')).toEqual([]);
  });
});
