import { expect, test } from 'vitest';
import { annotate, compileIndex, type MatchOptions, openIndex } from '../index.ts';

/** Strangers, so that the names under test are rare but not alone. */
const STRANGERS = ['Oren Halvard', 'Tova Lindqvist', 'Pelle Marston', 'Idris Vane', 'Karim Solund', 'Hassan Brevik'];

function found(name: string, line: string, options?: MatchOptions): boolean {
  const entities = [name, ...STRANGERS].map((each) => ({ id: each, kind: 'person' as const, name: each }));
  return annotate(openIndex(compileIndex(entities)), { blocks: [line] }, options).some(({ entity }) => entity === name);
}

test.each([
  ['Hamdan Zarqoum', 'حمدان سالم فنيطل زرقوم', 'fathers’ names that one list has'],
  ['Musa Dawud Selim Tarqun', 'موسى ترقون', 'fathers’ names that the other has not'],
  ['TARQUN Ahmad-Reza', 'احمدرضا ترقون', 'a compound in one word, and the surname first'],
  ['Abderrahim Zarqoum', 'عبد الرحيم زرقوم', 'a compound in two words'],
  ['Habibollah Tarqun', 'حبیب الله ترقون', 'the name of God as the end of a given name'],
  ['Oskar Bishop', 'اسکار بیشاپ', 'a surname that is a title'],
  ['Ben Cardomin', 'بن کاردومین', 'a given name that is a particle'],
  ['Jeff Marklund', 'جف مارکلوند', 'a given name of two letters'],
  ['Tarqun, Dawud', 'Dawoud Tarkoun', 'a list’s order'],
  ['Celal Tarqun', 'Jalal Tarqoon', 'a consonant as another alphabet hears it'],
])('in a line, %s is found as %s: %s', (name, line) => {
  expect(found(name, line)).toBe(true);
});

test.each([
  ['Mohammad Reza Tarqun', 'محمد رضا', 'the surname is missing'],
  ['روح‌الله ترقون', 'روح الله', 'one word that its joiner splits'],
  ['Dawud Tarqun', 'Then Dawud Tarqoni left', 'another surname in a sentence'],
  ['Idris Basil Vane', 'B. Vane', 'an initial and a surname are one word'],
])('%s is not found in “%s”: %s', (name, line) => {
  expect(found(name, line)).toBe(false);
});

test('a costlier spelling never scores better', () => {
  const name = 'Muhammad Abdulrahman';
  const index = openIndex(compileIndex([{ id: 'a', kind: 'person', name }]));
  const score = (line: string) => annotate(index, { blocks: [line] })[0]?.score ?? 0;
  const lines = ['Muhammad Abdulrahman', 'Muhammad Abdulrehman', 'Mohamed Abdulrehman', 'Mohamed Saleh Abdulrehman'];
  const scores = lines.map(score);
  expect(scores.toSorted((a, b) => b - a)).toEqual(scores);
  expect(scores.at(-1)).toBeGreaterThan(0);
});

test.each(['normal', 'generous'] as const)(
  '%s keeps two leaders of one kind of name apart in every script',
  (strictness) => {
    const leaders = {
      khomeini: [
        'Ruhollah Khomeini',
        'روح‌الله خمینی',
        'Ruhollah Khomeyni',
        'روح الله الخميني',
        'علی خمینی',
        'Ali Khomeini',
      ],
      khamenei: ['Ali Khamenei', 'علی خامنه‌ای', 'Ali Khamenai', 'علی خامنئي', 'روح الله خامنه ای', 'Ruhollah Khamenei'],
    };
    for (const [own, names] of Object.entries(leaders)) {
      for (const name of names) {
        const index = openIndex(compileIndex([{ id: own, kind: 'person', name }]));
        for (const other of own === 'khomeini' ? leaders.khamenei : leaders.khomeini) {
          for (const text of [other, `Then ${other} spoke.`]) {
            expect(annotate(index, { blocks: [text] }, { strictness }), `${text} for ${name}`).toEqual([]);
          }
        }
      }
    }
  },
);

test('in running text another spelling needs evidence on the page, unless it sounds the same; generous asks for less', () => {
  const index = openIndex(compileIndex([{ id: 'a', kind: 'person', name: 'Emilia Radkovska', cues: ['violinist'] }]));
  const marks = (text: string, strictness: 'normal' | 'generous') =>
    annotate(index, { blocks: [text] }, { strictness }).length;
  expect(marks('Yesterday Emilya Radkowska spoke to reporters.', 'normal')).toBe(0);
  expect(marks('Yesterday the violinist Emilya Radkowska spoke to reporters.', 'normal')).toBe(1);
  expect(marks('Yesterday Emilya Radkowska spoke to reporters.', 'generous')).toBe(1);
  expect(marks('Yesterday Emillia Radkovvska spoke to reporters.', 'normal')).toBe(1);
  expect(marks('Emilya Radkowska', 'normal')).toBe(1);
});

test('a word that is another name of the index counts against a spelling', () => {
  const line = 'Tova Harnesk';
  expect(found('Tova Harnosk', line)).toBe(true);
  const entities = ['Tova Harnosk', 'Oren Harnesk', ...STRANGERS];
  const index = openIndex(compileIndex(entities.map((each) => ({ id: each, kind: 'person' as const, name: each }))));
  const plain = openIndex(
    compileIndex(
      [...entities.filter((each) => each !== 'Oren Harnesk'), 'Oren Lindholt'].map((each) => ({
        id: each,
        kind: 'person' as const,
        name: each,
      })),
    ),
  );
  const score = (each: typeof index) => annotate(each, { blocks: [line] })[0]?.score ?? 0;
  expect(score(index)).toBeLessThan(score(plain));
});
