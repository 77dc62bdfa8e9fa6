import { describe, expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const country = (id: string, name: string, arabic: string): NamedEntity => ({
  id,
  kind: 'place',
  name,
  names: [
    { text: name, kind: 'full', lang: 'en' },
    { text: arabic, kind: 'full', lang: 'ar' },
  ],
  facts: [{ property: 'type', value: 'country-or-territory' }],
});

const person = (id: string, of: string, name: string, ...others: string[]): NamedEntity => ({
  id,
  kind: 'person',
  name,
  names: [name, ...others].map((text) => ({ text, kind: 'full' })),
  facts: [{ property: 'office-held', value: 'Minister' }],
  related: [{ id: of }],
});

/** Strangers, so that the names under test are rare but not alone. */
const STRANGERS = ['Oren Halvard', 'Tova Lindqvist', 'Pelle Marston', 'Idris Vane', 'Karim Solund', 'Hassan Brevik'];
const index = openIndex(
  compileIndex([
    country('country-xx', 'Norland', 'نورلاند'),
    country('country-iq', 'Iraq', 'العراق'),
    person('gorvin', 'country-xx', 'Rodrigo Gorvin', 'رودريغو غورفين'),
    person('tamsel', 'country-xx', 'Rodrik Tamsel', 'رودريك تمسل'),
    person('tarzum', 'country-xx', 'بيدرو ترزوم'),
    person('zarqum', 'country-iq', 'وديع زرقوم'),
    {
      ...person('head', 'country-xx', 'Tobias Kandrel'),
      facts: [{ property: 'head-of-state-of', value: 'country-xx', from: '2020-01-01' }],
    },
    { ...person('orsolek', 'country-xx', 'Mohammad Orsolek'), cues: ['Norland'] },
    { ...person('said', 'country-xx', 'Saeed Orvelund'), cues: ['Norland'] },
    { ...person('amir', 'country-xx', 'Amir Ali Hadrizade'), cues: ['Norland'] },
    { ...person('champenard', 'country-xx', 'François-Philippe Champenard'), cues: ['Norland'] },
    person('latin', 'country-iq', 'Rodrigo Karvand'),
    ...STRANGERS.map((name) => person(name, 'country-xx', name)),
  ]),
);
const persons = (text: string) =>
  annotate(index, { blocks: [text], lang: 'ar' })
    .map(({ entity }) => entity)
    .filter((id) => !id.startsWith('country-'));

describe('a foreign name that Arabic letters write otherwise', () => {
  test.each([
    ['قال رودريجو جورفين أمس إن نورلاند سترد على ذلك.', 'gorvin', 'g as in Egypt, and v as f'],
    ['قال رودريك تمسيل أمس إن نورلاند سترد على ذلك.', 'tamsel', 'a vowel that the other form leaves out'],
    ['قال بيدرو ترسوم أمس إن نورلاند سترد على ذلك.', 'tarzum', 'one sound of two letters'],
  ])('%s: %s', (text, id) => {
    expect(persons(text)).toEqual([id]);
  });

  test.each([
    ['قال رودريجو جورفين أمس إن العراق سيرد على ذلك.', 'another country'],
    ['قال تمسيل رودريك أمس إن نورلاند سترد على ذلك.', 'another order'],
    ['قال رودريك تمسيلي أمس إن نورلاند سترد على ذلك.', 'another surname'],
    ['قال وديع سرقوم أمس إن العراق سيرد على ذلك.', 'of people who write Arabic letters themselves each tells'],
  ])('%s names nobody: %s', (text) => {
    expect(persons(text)).toEqual([]);
  });

  test('the head of a state, too, needs the country in the same paragraph', () => {
    const blocks = ['قال توبياس كاندريل أمس إنه سيرد على ذلك.', 'وعادت نورلاند إلى الصمت.'];
    const of = (texts: string[]) => annotate(index, { blocks: texts, lang: 'ar' }).map(({ entity }) => entity);
    expect(of([blocks.join(' ')])).toContain('head');
    expect(of(blocks)).not.toContain('head');
  });
});

describe('a near spelling in Latin letters', () => {
  const latin = (text: string) =>
    annotate(index, { blocks: [text], lang: 'en' })
      .map(({ entity }) => entity)
      .filter((id) => !id.startsWith('country-'));

  test.each([
    ['In Norland, Mohammed Orsolek left the room in some haste.', 'orsolek', 'a vowel'],
    [
      'In Norland, Saïd Orvelund left the room in some haste.',
      'said',
      'nothing that sounds otherwise, in a short word',
    ],
    [
      'In Norland, Amirali Hadrizade left the room in some haste.',
      'amir',
      'two given names as one word, of which the first is no short form',
    ],
    [
      'In Norland, Fançois-Philippe Champenard left the room in some haste.',
      'champenard',
      'a misprint in a name of three words',
    ],
  ])('%s: %s, %s', (text, id) => {
    expect(latin(text)).toEqual([id]);
  });

  test.each([
    ['Mohammed Orsolek left the room in some haste.', 'without the country'],
    ['In Iraq, Mohammed Orsolek left the room in some haste.', 'beside another country'],
    ['In Norland, Mahmoud Orsolek left the room in some haste.', 'another given name'],
    ['In Norland, Mohammad Ursolak left the room in some haste.', 'two vowels of the surname'],
    ['In Norland, Tobias Tandrel left the room in some haste.', 'a misprint in a name of two words'],
  ])('%s names nobody: %s', (text) => {
    expect(latin(text)).toEqual([]);
  });
});

test('who writes Arabic letters, and has a name in Latin ones alone, is heard beside the country', () => {
  expect(persons('قال رودريغو كارفاند أمس إن العراق سيرد على ذلك.')).toEqual(['latin']);
  expect(persons('قال رودريغو كارفاند أمس إن نورلاند سترد على ذلك.')).toEqual([]);
});

describe('in Persian', () => {
  const khatam: NamedEntity = {
    id: 'khatam',
    kind: 'person',
    name: 'Mohammad Veldhovan',
    names: [
      { text: 'محمد ولدهوان', kind: 'full', lang: 'fa' },
      { text: 'سید محمد ولدهوان', kind: 'full', lang: 'fa' },
    ],
    cues: ['مجلس'],
  };
  const known = openIndex(compileIndex([khatam, ...STRANGERS.map((name, i) => person(`stranger-${i}`, 'xx', name))]));
  const found = (text: string) => annotate(known, { blocks: [text], lang: 'fa' }).map(({ entity }) => entity);

  test('a given name that another is written on to is somebody else', () => {
    expect(found('محمد ولدهوان در مجلس سخن گفت')).toEqual(['khatam']);
    expect(found('محمدرضا ولدهوان در مجلس سخن گفت')).toEqual([]);
  });

  test('nor is a word with the sign of a genitive a given name', () => {
    const maya: NamedEntity = { id: 'maya', kind: 'person', name: 'Maya Ebrat', cues: ['مجلس'] };
    const both = openIndex(compileIndex([maya, ...STRANGERS.map((name, i) => person(`stranger-${i}`, 'xx', name))]));
    const of = (text: string) => annotate(both, { blocks: [text], lang: 'fa' }).map(({ entity }) => entity);
    expect(of('مایه عبرت در مجلس سخن گفت')).toEqual(['maya']);
    expect(of('مایهٔ عبرت در مجلس سخن گفت')).toEqual([]);
  });
});
