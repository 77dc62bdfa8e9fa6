import fc from 'fast-check';
import { expect, test } from 'vitest';
import { haveLikeClasses, mostCost, mostEdits, soundDistance, spellingCost } from './distance.ts';
import { headOf, MOST_JOINED, mayBeginAlike, mayBeOne } from './first-sounds.ts';
import { addSounds } from './phones.ts';
import { CODE, createSounds, NO_SOUNDS, soundCount, soundsAt } from './sound-list.ts';

/** Distance of two words within a limit. */
function distance(a: string, b: string, limit: number, edits: number): number {
  const sounds = createSounds();
  const [left, right] = [addSounds(sounds, a), addSounds(sounds, b)];
  return soundDistance(sounds.scratch, sounds.units, left, sounds.units, right, limit, edits);
}
const cost = (a: string, b: string) => distance(a, b, 10, 20);

const latin = fc.stringMatching(/^[a-z]{1,12}$/);
const arabic = fc.stringMatching(/^[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]{1,10}$/);
const word = fc.oneof(latin, arabic).filter((folded) => addSounds(createSounds(), folded) !== NO_SOUNDS);

test('a word costs nothing against itself, and as much from left to right as from right to left', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(cost(a, a)).toBe(0);
      expect(cost(a, b)).toBeCloseTo(cost(b, a), 9);
      expect(cost(a, b)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a narrower limit never finds what a wider one does not, nor at another cost', () => {
  fc.assert(
    fc.property(word, word, fc.double({ min: 0, max: 3, noNaN: true }), fc.nat({ max: 4 }), (a, b, limit, edits) => {
      const found = distance(a, b, limit, edits);
      if (found === Number.POSITIVE_INFINITY) return;
      expect(found).toBeLessThanOrEqual(limit + 1e-9);
      expect(distance(a, b, limit + 1, edits)).toBeCloseTo(found, 9);
    }),
  );
});

test('what ends a comparison early is nothing that a whole one would find', () => {
  fc.assert(
    fc.property(word, word, fc.double({ min: 0, max: 3, noNaN: true }), fc.nat({ max: 4 }), (a, b, limit, edits) => {
      const whole = distance(a, b, 100, edits);
      expect(distance(a, b, limit, edits)).toBe(whole <= limit ? whole : Number.POSITIVE_INFINITY);
    }),
    { numRuns: 1000 },
  );
});

/** A word and another spelling of it: letters left out, exchanged or added at the beginning, where rules are about first sounds. */
const respelled = fc
  .tuple(word, fc.nat({ max: 3 }), fc.nat({ max: 1 }), fc.constantFrom('', 'e', 'h', 'y', 'a', 'w', 's', 'k', 'ا', 'ه'))
  .map(([own, at, left, letter]) => [own, own.slice(0, at) + letter + own.slice(at + left)] as const);

test('first sounds speak against no spelling of a token, alone or with one after it', () => {
  let alike = 0;
  fc.assert(
    fc.property(respelled, fc.oneof(fc.constant(''), word), ([a, b], after) => {
      const sounds = createSounds();
      const [left, joined, token] = [addSounds(sounds, a), addSounds(sounds, a + after), addSounds(sounds, b + after)];
      const most = after === '' ? Number.MAX_VALUE : MOST_JOINED;
      if (spellingCost(sounds, joined, sounds, token) > most || spellingCost(sounds, token, sounds, joined) > most)
        return;
      alike++;
      expect(mayBeOne(headOf(sounds, left), headOf(sounds, token))).toBe(true);
      expect(mayBeOne(headOf(sounds, token), headOf(sounds, left))).toBe(true);
      expect(haveLikeClasses(sounds, joined, sounds, token)).toBe(true);
    }),
    // Ten Arabic sounds, of which two have no Latin letter: the budget is counted in sounds.
    { numRuns: 3000, examples: [[['تقسعلهوعرف', 'قسعلهوعرف'], '']] },
  );
  expect(alike).toBeGreaterThan(100);
});

test('first sounds speak against no token that two words make together', () => {
  fc.assert(
    fc.property(word, word, fc.nat({ max: 12 }), fc.constantFrom('', 'e', 'h', 'y', 'a'), (a, b, at, letter) => {
      const sounds = createSounds();
      // Another spelling of both as one word.
      const joined = a + b;
      const other = joined.slice(0, at) + letter + joined.slice(at);
      const [left, both, token] = [addSounds(sounds, a), addSounds(sounds, joined), addSounds(sounds, other)];
      if (spellingCost(sounds, both, sounds, token) > MOST_JOINED) return;
      expect(mayBeginAlike(sounds, token, sounds, left)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('longer words may differ by more, in one script and across scripts', () => {
  for (const otherScript of [false, true]) {
    for (let letters = 1; letters < 20; letters++) {
      expect(mostCost(letters + 1, otherScript)).toBeGreaterThanOrEqual(mostCost(letters, otherScript));
      expect(mostEdits(letters + 1, otherScript)).toBeGreaterThanOrEqual(mostEdits(letters, otherScript));
    }
  }
});

/** Within the budget of pass 2, as one spelling of the other. */
function agree(a: string, b: string): boolean {
  const sounds = createSounds();
  const [left, right] = [addSounds(sounds, a), addSounds(sounds, b)];
  return spellingCost(sounds, left, sounds, right) < Number.POSITIVE_INFINITY;
}

test.each([
  ['رضا', 'reza', 'the Arabic d that Persian reads as z'],
  ['ذوالقدر', 'zulqadr', 'the Arabic dh'],
  ['جمال', 'gamal', 'j as Egypt says it'],
  ['غلين', 'glenn', 'gh for a hard g'],
  ['فالنتينا', 'valentina', 'f for a v'],
  ['موسی', 'musa', 'a last a that is written as a y'],
  ['فلیک', 'flake', 'an English long a'],
  ['معمر', 'moammar', 'a letter that stands twice has a vowel between'],
  ['عبدالرحمن', 'abdurrahman', 'the l of the article is swallowed'],
  ['ضیایی', 'ziaei', 'two vowels side by side'],
  ['خامنهای', 'khamenei', 'a silent h between two vowels'],
  ['jamal', 'djamel', 'dj before a vowel'],
  ['mirzaei', 'mirzayi', 'two vowels, or a half-vowel between'],
  ['baker', 'bakr', 'a vowel that eases the last r'],
])('%s agrees with %s: %s', (a, b) => {
  expect(agree(a.replaceAll('ي', 'ی'), b)).toBe(true);
});

test('letters of a script without vowels are read one by one', () => {
  const symbols = (folded: string) => {
    const sounds = createSounds();
    const offset = addSounds(sounds, folded);
    const at = soundsAt(sounds.units, offset, true);
    const units = sounds.units.slice(at, at + soundCount(sounds.units, offset, true));
    return String.fromCharCode(...units.map((unit) => unit & CODE));
  };
  expect(symbols('اسحاق')).toBe('ashaq');
  expect(symbols('اشاق')).toBe('aSaq');
});

test.each([
  ['خمینی', 'khamenei'],
  ['خامنهای', 'khomeini'],
  ['خامنیی', 'خمینی'],
  ['رحمانی', 'rehman'],
  ['رحمان', 'rahmani'],
  ['حسن', 'hussein'],
  ['حسین', 'hassan'],
  ['کریم', 'karam'],
])('%s is not %s', (a, b) => {
  expect(agree(a, b)).toBe(false);
});
