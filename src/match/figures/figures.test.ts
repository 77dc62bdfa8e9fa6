/** Numbers whose sentence names the subject of a dispute, on a page that is about something else. */
import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex } from '../index.ts';

const subjectDispute: NamedEntity = {
  id: 'strike',
  kind: 'event',
  name: 'Harbour strike of 1907',
  disputes: [
    {
      id: 'number-locked-out',
      cues: [
        'dockers',
        'locked out',
        'Hafenarbeiter',
        'ausgesperrt',
        'کارگر',
        'اخراج',
        'Oslo + 1907',
        'اسلو + ۱۹۰۷',
        'عامل رصيف',
        'طرد',
        'أوسلو + 1907',
      ],
      positions: [{ low: 3000 }, { high: 9000 }],
    },
  ],
} as unknown as NamedEntity;

test.each([
  ['About 5,000 dockers were locked out in Oslo in 1907.', 'About 5,000 dockers'],
  ['In Oslo wurden 1907 rund 5.000 Hafenarbeiter ausgesperrt.', 'rund 5.000 Hafenarbeiter'],
  ['About 5 thousand dockers were locked out in Oslo in 1907.', 'About 5 thousand dockers'],
  ['في أوسلو عام 1907 طُرد نحو 5 آلاف عامل رصيف.', 'نحو 5 آلاف عامل رصيف'],
  ['في أوسلو عام 1907 طُرد ٥ ألف عامل رصيف.', '٥ ألف عامل رصيف'],
  ['در سال ۱۹۰۷ حدود ۵ هزار کارگر در اسلو اخراج شدند.', 'حدود ۵ هزار کارگر'],
  ['در سال ۱۹۰۷ حدود ۵ هزار و ۲۰۰ کارگر در اسلو اخراج شدند.', 'حدود ۵ هزار و ۲۰۰ کارگر'],
  ['در سال ۱۹۰۷ حدود ۵هزار و ۲۰۰ کارگر در اسلو اخراج شدند.', 'حدود ۵هزار و ۲۰۰ کارگر'],
  ['در سال ۱۹۰۷ حدود پنج هزار و ۲۰۰ کارگر در اسلو اخراج شدند.', 'حدود پنج هزار و ۲۰۰ کارگر'],
  ['في أوسلو عام 1907 طُرد نحو خمسة آلاف و200 عامل رصيف.', 'نحو خمسة آلاف و200 عامل رصيف'],
  ['في أوسلو عام 1907 طُرد نحو 5 آلاف و200 عامل رصيف.', 'نحو 5 آلاف و200 عامل رصيف'],
])('a number stands where its sentence names the subject of the dispute: %s', (text, marked) => {
  const index = openIndex(compileIndex([subjectDispute]));
  const [figure, ...others] = annotate(index, { blocks: [text] });
  expect(text.slice(figure?.start, figure?.end)).toBe(marked);
  expect(others).toEqual([]);
});

test.each([
  'About 5,000 dockers were locked out in Bergen in 1907.',
  'About 5,000 dockers were locked out in Oslo in 1911.',
  'Oslo had a bad year in 1907. About 5,000 dockers were locked out.',
  'In Oslo, about 5,000 dockers came in 1907.',
])('a number in a sentence about something else is nobody’s: %s', (text) => {
  expect(annotate(openIndex(compileIndex([subjectDispute])), { blocks: [text] })).toEqual([]);
});

test('on a page about the matter a number that somebody has given needs no cue beside it', () => {
  const index = openIndex(compileIndex([subjectDispute]));
  const found = (text: string) =>
    annotate(index, { blocks: ['The Harbour strike of 1907.', text] }).filter(({ kind }) => kind === 'figure');
  expect(found('The number of those who were locked out, a newspaper said later, was 9,000.')).toHaveLength(1);
  expect(found('The number of those who were locked out, a newspaper said later, was 8,000.')).toEqual([]);
  expect(found('The mayor paid a newspaper 9,000.')).toEqual([]);
});
