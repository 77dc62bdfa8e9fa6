import { expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const office: NamedEntity = {
  id: 'office',
  kind: 'role',
  name: 'Harbour Master',
  names: [
    { text: 'Hafenmeister', kind: 'full', lang: 'de' },
    { text: 'رئيس الميناء', kind: 'full', lang: 'ar' },
  ],
};
const holder = (id: string, name: string, text: string, from: string, to: string): NamedEntity => ({
  id,
  kind: 'person',
  name,
  names: [{ text, kind: 'full', lang: 'ar' }],
  cues: ['الميناء'],
  roles: [{ title: 'Harbour master', office: 'office', from, to }],
});
const first = holder('first', 'Anton Orsolek', 'أنطون روحاني', '1990', '1999');
const second = holder('second', 'Emil Orsolek', 'إميل كورلين', '2001', '2009');
const other: NamedEntity = { id: 'other', kind: 'person', name: 'Klara Orsolek' };
const index = openIndex(compileIndex([office, first, second, other]));

function persons(text: string, lang: string, published?: string) {
  return annotate(index, { blocks: [text], lang, published })
    .map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`)
    .filter((each) => !each.endsWith('→ office'));
}

test.each([
  ['de', 'Der Hafenmeister Orsolek kam.', '2005-01-01', ['Orsolek → second']],
  ['de', 'Der Hafenmeister Orsolek kam.', '1995-01-01', ['Orsolek → first']],
  ['de', 'Der Hafenmeister Orsolek kam.', undefined, []],
  ['de', 'Orsolek kam zum Hafenmeister.', '2005-01-01', []],
  ['ar', 'وصل رئيس الميناء كورلين اليوم.', undefined, ['كورلين → second']],
  ['ar', 'وصل رئيس الميناء روحاني اليوم.', undefined, ['روحاني → first']],
])('the name of an office before a surname says whose it is: %s, %s, %s', (lang, text, published, found) => {
  expect(persons(text, lang, published)).toEqual(found);
});

test('an Arabic verb of speech is two pieces of evidence for who has an office', () => {
  expect(persons('قال كورلين إن الميناء مفتوح.', 'ar')).toEqual(['كورلين → second']);
  expect(persons('زار كورلين الميناء.', 'ar')).toEqual([]);
  expect(persons('قال كورلين إن الطقس جميل.', 'ar')).toEqual([]);
  const { roles: _, ...without } = second;
  const noOffice = openIndex(compileIndex([without]));
  expect(annotate(noOffice, { blocks: ['قال كورلين إن الميناء مفتوح.'], lang: 'ar' })).toEqual([]);
});

test('but a title that is a surname too is the title where the full name needs a word', () => {
  const martyr = holder('martyr', 'Anton Shahidan', 'أنطون شهيد', '1990', '1999');
  const named = (needs?: string[]) =>
    annotate(
      openIndex(compileIndex([office, { ...martyr, names: martyr.names!.map((name) => ({ ...name, needs })) }])),
      {
        blocks: ['وصل رئيس الميناء شهيد اليوم.'],
        lang: 'ar',
      },
    ).map(({ entity }) => entity);
  expect(named()).toContain('martyr');
  expect(named(['سفينة'])).not.toContain('martyr');
});
