/** A father's name that is somebody's surname, after the given name of somebody else. */
import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex } from '../index.ts';

const person = (id: string, name: string): NamedEntity => ({ id, kind: 'person', name });
const index = openIndex(compileIndex([person('ruler', 'سالم بن أوسكار'), person('other', 'سعيد الفيلدهوفن')]));
const marks = (text: string) =>
  annotate(index, { blocks: [text], lang: 'ar' }).map(
    ({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`,
  );

test('a father’s name after another given name is somebody else', () => {
  expect(marks('جاء سالم بن أوسكار. وقال بن أوسكار.')).toEqual(['سالم بن أوسكار → ruler', 'أوسكار → ruler']);
  expect(marks('جاء سالم بن أوسكار. وقال سعيد بن أوسكار.')).toEqual(['سالم بن أوسكار → ruler']);
});
