import { expect, test } from 'vitest';
import { EXPAND, expansionOf, FOLD, LAST_CLASS } from './fold.ts';

/** Letters in the order of their code, without those that the table knows by name and the scripts without spaces. */
const letters = Array.from({ length: 0x3000 }, (_, unit) => String.fromCharCode(unit)).filter((letter) =>
  /^(?:[\p{L}\p{Nd}](?<![\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}])(?<!\p{Lm}))$/u.test(letter),
);

function folded(letter: string): string {
  const value = FOLD[letter.charCodeAt(0)]!;
  return value > LAST_CLASS ? String.fromCharCode(value) : value === EXPAND ? expansionOf(letter.charCodeAt(0)) : '';
}

test('a letter folds to what its small letter is composed of, without marks', () => {
  const known = new Set('øłđðħıŧŋĸəƒɓɗƙßæœþςґєіј');
  let same = 0;
  for (const letter of letters) {
    const [base = ''] = letter.normalize('NFKD').toLowerCase();
    if (!/^[a-zα-ωа-я]$/.test(base) || [...letter.toLowerCase()].some((each) => known.has(each))) continue;
    expect(folded(letter).startsWith(base === 'ς' ? 'σ' : base)).toBe(true);
    same++;
  }
  expect(same).toBeGreaterThan(1000);
});

test('digits of all scripts are those of one', () => {
  for (const letter of letters.filter((each) => /\p{Nd}/u.test(each))) expect(folded(letter)).toMatch(/^\d$/);
  expect(['٣', '۳', '३', '３'].map(folded)).toEqual(['3', '3', '3', '3']);
});

test('marks leave nothing, and a mark of an Indic script is a letter', () => {
  expect(['\u0301', '\u05b7', '\u064e', '\u06e5', '\ufe0f', 'ـ', 'ء'].map(folded)).toEqual([
    '',
    '',
    '',
    '',
    '',
    '',
    '',
  ]);
  expect(folded('\u093f')).toBe('\u093f');
});
