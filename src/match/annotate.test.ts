import { expect, test } from 'vitest';
import { annotate, compileIndex, type NamedEntity, openIndex } from './index.ts';
import { everyone, khamenei, khomeini, marks, mojtaba, rehman } from './testing.ts';

test('a full name is a mention, and after it the surname alone', () => {
  expect(marks(everyone, ['Ruhollah Khomeini ruled. Khomeini’s decree', 'Later Khomeini died.'])).toEqual([
    'Ruhollah Khomeini → khomeini',
    'Khomeini → khomeini',
    'Khomeini → khomeini',
  ]);
});

test('a surname without the full name on the page is left alone', () => {
  expect(marks(everyone, ['Khomeini ruled.'])).toEqual([]);
});

test('a surname counts before the full name too, and after a handle', () => {
  expect(marks(everyone, ['Rehman spoke.', 'It was @JavaidRehman.'])).toEqual([
    'Rehman → rehman',
    '@JavaidRehman → rehman',
  ]);
});

test('an entity already seen on the page is evidence for its surname', () => {
  expect(marks(everyone, ['Khomeini ruled.'], { known: ['khomeini'] })).toEqual(['Khomeini → khomeini']);
});

test('a surname that two persons on the page share is left alone', () => {
  expect(marks(everyone, ['Ali Khamenei and Mojtaba Khamenei met. Khamenei spoke.'])).toEqual([
    'Ali Khamenei → khamenei',
    'Mojtaba Khamenei → mojtaba',
  ]);
});

test('a surname after an unknown given name is another person', () => {
  expect(marks(everyone, ['Javaid Rehman spoke.', 'Talat Rehman listened.'])).toEqual(['Javaid Rehman → rehman']);
});

test('a name inside the name of something else is not a mention', () => {
  expect(marks(everyone, ['Ruhollah Khomeini died.', 'He landed at Khomeini International Airport.'])).toEqual([
    'Ruhollah Khomeini → khomeini',
  ]);
});

test('an acronym needs the organisation or its words on the page', () => {
  expect(marks(everyone, ['The MEK enzyme acts.'])).toEqual([]);
  expect(marks(everyone, ['The PMOI opened an office.'])).toEqual([]);
  expect(marks(everyone, ['The PMOI, exiled from Iran, opened an office.'])).toEqual(['PMOI → pmoi']);
  expect(marks(everyone, ['The MEK of Maryam Rajavi left Iran.'])).toEqual(['MEK → pmoi']);
  expect(marks(everyone, ['The People’s Mojahedin Organization of Iran (PMOI/MEK)'])).toEqual([
    'People’s Mojahedin Organization of Iran → pmoi',
    'PMOI → pmoi',
    'MEK → pmoi',
  ]);
});

test('a name with needs counts only beside one of its words', () => {
  expect(marks(everyone, ['He lives in Tehran.'])).toEqual([]);
  expect(marks(everyone, ['Tehran denies it.', 'He lives in Tehran.'])).toEqual(['Tehran → government']);
});

test('of needs joined by a plus all must stand beside the name', () => {
  const vote: NamedEntity = {
    id: 'vote-2017',
    kind: 'event',
    name: 'Election of 2017',
    names: [{ text: 'candidate for the presidency', kind: 'short', needs: ['Raisi + 2017', 'Rouhani'] }],
  };
  expect(marks([vote], ['In 2017 Raisi was a candidate for the presidency.'])).toHaveLength(1);
  expect(marks([vote], ['Rouhani was a candidate for the presidency.'])).toHaveLength(1);
  expect(marks([vote], ['In 2021 Raisi was a candidate for the presidency.', 'Not in 2017.'])).toEqual([]);
});

test('a flag counts on a page with the words of its entity', () => {
  expect(marks(everyone, ['on 🇮🇷: Iran'])).toEqual(['🇮🇷 → government']);
  expect(marks(everyone, ['on 🇮🇷'])).toEqual([]);
});

test('names inside an open name are marked too', () => {
  expect(marks(everyone, ['The fatwa issued by Khomeini. Ruhollah Khomeini'])).toEqual([
    'fatwa issued by Khomeini → decree',
    'Khomeini → khomeini',
    'Ruhollah Khomeini → khomeini',
  ]);
});

test('a spelling variant is found, its surname too, and the reason names the letters', () => {
  const blocks = ['The rapporteur Javid Rahman wrote it. Rahman left.'];
  expect(marks(everyone, blocks)).toEqual(['Javid Rahman → rehman', 'Rahman → rehman']);
  const [mention] = annotate(openIndex(compileIndex(everyone)), { blocks, lang: 'en' });
  expect(mention!.why).toEqual({ rule: 'spelling', detail: 'Javaid Rehman: i = ai, a = e' });
  expect(marks(everyone, blocks, { strictness: 'strict' })).toEqual([]);
});

test.each(['strict', 'normal', 'generous'] as const)(
  '%s never takes one of two near names for the other',
  (strictness) => {
    for (const title of ['Ayatollah', 'Imam', 'Ruhollah', 'Ali', 'Mojtaba', 'Leader']) {
      for (const surname of ['Khomeini', 'Khamenei', 'Khomeyni', 'Khamenai', 'Khameneh']) {
        const text = `Then ${title} ${surname} spoke about the revolution.`;
        for (const mark of marks([khomeini], [text], { strictness }))
          expect(`${title} ${mark}`).not.toMatch(/Khamen\w* → khomeini/);
        for (const mark of marks([khamenei, mojtaba], [text], { strictness }))
          expect(mark).not.toMatch(/Kh[oa]me(?:y|i)ni → (?:khamenei|mojtaba)/);
      }
    }
    for (const name of ['Javaid Rahmani', 'Javid Rahmani', 'Javaid Rehmani']) {
      expect(marks([rehman], [`The rapporteur ${name} spoke on Iran.`], { strictness })).toEqual([]);
    }
  },
);

test.each([
  ['en', 'Over 30,000 political prisoners were executed in the 1988 executions.', 'Over 30,000 political prisoners'],
  [
    'en',
    'In the 1988 executions between 2,800 and 5,000 prisoners were executed.',
    'between 2,800 and 5,000 prisoners',
  ],
  ['en', 'The 1988 executions: thousands of prisoners executed.', 'thousands'],
  ['en', 'At least thirty thousand prisoners were executed (1988 executions).', 'At least thirty thousand prisoners'],
  ['fa', '1988 executions: بیش از ۳۰ هزار زندانی سیاسی اعدام شدند', 'بیش از ۳۰ هزار زندانی سیاسی'],
  ['fr', '1988 executions : plus de 30 000 prisonniers politiques exécutés', 'plus de 30 000 prisonniers politiques'],
  ['de', '1988 executions: mehr als dreißigtausend Gefangene hingerichtet', 'mehr als dreißigtausend Gefangene'],
  ['es', '1988 executions: más de 30.000 presos políticos ejecutados', 'más de 30.000 presos políticos'],
  ['ar', '1988 executions: أكثر من ٣٠ ألف سجين سياسي أعدم', 'أكثر من ٣٠ ألف سجين سياسي'],
])('a disputed figure is marked in %s: %s', (lang, text, expected) => {
  expect(marks(everyone, [text], undefined, lang)).toContain(`${expected} → number-killed`);
});

test.each([
  'Over 30,000 political prisoners were executed.',
  'The 1988 executions cost $30,000 and 45 experts spoke of prisoners executed.',
  'After the 1988 executions 300,000,000 prisoners were executed in a novel.',
  'In 1988 prisoners were executed (1988 executions).',
])('a number that is not of the dispute is left alone: %s', (text) => {
  expect(marks(everyone, [text]).filter((mark) => mark.endsWith('number-killed'))).toEqual([]);
});
