/** What stands beside a name, and before it on the page, decides whose name it is. */
import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex } from './index.ts';

const person = (id: string, name: string): NamedEntity => ({ id, kind: 'person', name });

function marks(entities: NamedEntity[], blocks: string[], title?: string) {
  const page = { blocks, lang: 'en', ...(title && { title }) };
  return annotate(openIndex(compileIndex(entities)), page).map(
    ({ block, start, end, entity }) => `${blocks[block]!.slice(start, end)} → ${entity}`,
  );
}

const veldhoven = person('veldhoven', 'Tobias Veldhoven');

test('a possessive closes a name: the capitalised word after it belongs to something else', () => {
  expect(marks([veldhoven], ['In the autumn she finally joined Tobias Veldhoven’s Advisory Council.'])).toEqual([
    'Tobias Veldhoven → veldhoven',
  ]);
  expect(marks([veldhoven], ['In the autumn she finally visited the Tobias Veldhoven Quarry.'])).toEqual([]);
});

test('a number after a given name tells rulers apart as a surname would', () => {
  const rulers = [person('third', 'Osric III'), person('fifth', 'Osric V')];
  expect(marks(rulers, ['The charter of Osric V was confirmed by Osric III.'])).toEqual([
    'Osric V → fifth',
    'Osric III → third',
  ]);
});

test('a middle name that the pack does not have is passed over, and introduces the surname', () => {
  expect(marks([veldhoven], ['Here Tobias Emmerich Veldhoven taught chemistry. Veldhoven left early.'])).toEqual([
    'Tobias Emmerich Veldhoven → veldhoven',
    'Veldhoven → veldhoven',
  ]);
});

test('a middle name that makes a name of two words of the given name is somebody else’s', () => {
  const brother: NamedEntity = { ...person('brother', 'Mohammad Veldhani'), cues: ['reform'] };
  const text = 'There Mohammad Reza Veldhani spoke of reform.';
  expect(marks([brother, person('other', 'Mohammad Reza Tarighat')], [text])).toEqual([]);
});

test('what the page says of a person does not make a frequent name with a further middle name theirs', () => {
  const many = ['Anders', 'Berit', 'Carola', 'Detlef', 'Eckart', 'Frauke'].map((given) =>
    person(given, `${given} Veldhani`),
  );
  const chemist: NamedEntity = { ...person('chemist', 'Tobias Veldhani'), cues: ['chemistry', 'laboratory'] };
  expect(marks([...many, chemist], ['Here Tobias Emmerich Veldhani taught chemistry in a laboratory.'])).toEqual([]);
});

test('a middle name that comes when the page has long used the surname is somebody else’s', () => {
  const text = 'Veldhoven, who taught chemistry, was born to Tobias Emmerich Veldhoven and his wife.';
  expect(marks([veldhoven], [text])).toEqual([]);
  expect(marks([veldhoven], ['Tobias Veldhoven taught here.', text])).not.toContain(
    'Tobias Emmerich Veldhoven → veldhoven',
  );
});

test('a headline that has the surname alone does not make the full name below it somebody else’s', () => {
  expect(
    marks([veldhoven], ['It was here that Tobias Emmerich Veldhoven taught chemistry.'], 'Veldhoven is dead'),
  ).toEqual(['Tobias Emmerich Veldhoven → veldhoven']);
});

test('the reason for a middle name says which word the pack does not have', () => {
  const [first] = annotate(openIndex(compileIndex([veldhoven])), {
    blocks: ['It was here that Tobias Emmerich Veldhoven taught chemistry.'],
    lang: 'en',
  });
  expect(first?.why).toEqual({ rule: 'spelling', detail: 'Tobias Veldhoven: Emmerich = –' });
});

test('what follows a surname may be left out, and a first surname before a rare one', () => {
  expect(marks([person('jr', 'Tobias Veldhoven Jr.')], ['In Leiden Tobias Veldhoven taught.'])).toHaveLength(1);
  expect(marks([person('v', 'Berta Orsolek Veldhoven')], ['In Leiden Berta Veldhoven taught.'])).toHaveLength(1);
  expect(marks([person('v', 'Berta Maria Veldhoven')], ['In Leiden Berta Veldhoven taught.'])).toEqual([]);
});
