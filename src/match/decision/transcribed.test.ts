/** Persons whose names the packs have in Latin letters alone, in Arabic and Persian texts. */
import { expect, test } from 'vitest';
import words from '../../../data/words-beside-names.json' with { type: 'json' };
import { annotate, compileIndex, type NamedEntity, openIndex } from '../index.ts';

const country = (id: string, name: string, ...names: string[]): NamedEntity => ({
  id,
  kind: 'place',
  name,
  names: names.map((text) => ({ text, kind: 'full' as const })),
  facts: [{ property: 'type', value: 'country-or-territory' }],
  cues: ['الولماركي'],
});
const person = (id: string, name: string, related: string, from = '2010-01-01'): NamedEntity => ({
  id,
  kind: 'person',
  name,
  facts: [{ property: 'office-held', value: 'Minister of Justice', from }],
  related: [related],
});
const entities: NamedEntity[] = [
  country('velmark', 'Velmark', 'ولمارك', 'ولمارک'),
  { ...country('otherland', 'Otherland', 'أوذرلاند'), cues: [] },
  person('nikolic', 'Tomislav Nikolic', 'velmark'),
  person('saif', 'Saifullah Yusuf', 'velmark'),
  person('first', 'Oskar Lundgren', 'velmark'),
  person('second', 'Oskar Lundgreen', 'velmark'),
  person('other', 'Miroslav Petkovic', 'otherland'),
];
const index = openIndex(compileIndex(entities, words));
const persons = (text: string, lang: string, published?: string) =>
  annotate(index, { blocks: text.split('\n'), lang, ...(published && { published }) })
    .filter(({ entity }) => entity !== 'velmark' && entity !== 'otherland')
    .map(({ start, end, block, entity }) => `${text.split('\n')[block]!.slice(start, end)} → ${entity}`);

test.each([
  ['قال الرئيس الولماركي توميسلاف نيكوليتش إنه سيعود.', 'ar', 'توميسلاف نيكوليتش → nikolic'],
  ['التقى الرئيس السابق توميسلاف نيكوليتش وفد ولمارك.', 'ar', 'توميسلاف نيكوليتش → nikolic'],
  ['تومیسلاو نیکولیچ، وزیر دادگستری ولمارک، آمد.', 'fa', 'تومیسلاو نیکولیچ → nikolic'],
  ['وزیر دادگستری ولمارک، تومیسلاو نیکولیچ، آمد.', 'fa', 'تومیسلاو نیکولیچ → nikolic'],
  ['وزير العدل الولماركي سيف الله يوسف هنا.', 'ar', 'سيف الله يوسف → saif'],
])('beside office and country: %s', (text, lang, mark) => {
  expect(persons(text, lang)).toEqual([mark]);
});

test.each([
  ['without an office', 'قال توميسلاف نيكوليتش من ولمارك إنه سيعود.'],
  ['of another country', 'قال الرئيس الولماركي ميروسلاف بتكوفيتش إنه سيعود.'],
  ['too far from the name', 'قال الرئيس الولماركي توماس ميكوليتش إنه سيعود.'],
  ['of whom two are as near', 'قال الرئيس الولماركي أوسكار لوندغرين إنه سيعود.'],
  ['whose second word begins a sentence', 'عاد الرئيس الولماركي توميسلاف. نيكوليتش بقي.'],
])('nobody %s', (_, text) => {
  expect(persons(text, 'ar')).toEqual([]);
});

test('the last word stands for the person after that, also in other paragraphs', () => {
  expect(persons('الرئيس الولماركي توميسلاف نيكوليتش هنا. وقال نيكوليتش إنه سيعود.\nعاد نيكوليتش.', 'ar')).toEqual([
    'توميسلاف نيكوليتش → nikolic',
    'نيكوليتش → nikolic',
    'نيكوليتش → nikolic',
  ]);
});

test('nobody is named on a page that is older than the first office', () => {
  const text = 'قال الرئيس الولماركي توميسلاف نيكوليتش إنه سيعود.';
  expect(persons(text, 'ar', '2009-05-05')).toEqual([]);
  expect(persons(text, 'ar', '2012-05-05')).toHaveLength(1);
});

test('a given name in Arabic letters before a last name that the packs have belongs to the mark', () => {
  const lavrov: NamedEntity = {
    ...person('lavrov', 'Sergey Orsolov', 'velmark'),
    names: [{ text: 'أورسولوف', kind: 'full', lang: 'ar' }],
  };
  const named = (text: string) =>
    annotate(openIndex(compileIndex([...entities, lavrov], words)), { blocks: [text], lang: 'ar' })
      .filter(({ entity }) => entity === 'lavrov')
      .map(({ start, end }) => text.slice(start, end));
  expect(named('قال سيرغي أورسولوف إنه سيعود.')).toEqual(['سيرغي أورسولوف']);
  expect(named('عاد الوزير وسيرغي أورسولوف.')).toEqual(['سيرغي أورسولوف']);
  expect(named('قال أمس أورسولوف إنه سيعود.')).toEqual(['أورسولوف']);
});
