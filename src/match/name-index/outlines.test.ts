/** What is told of tokens in outline speaks against no pair that a comparison would join. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spellingCost } from '../../text/distance.ts';
import { headOf, MOST_JOINED, mayBeginAlike } from '../../text/first-sounds.ts';
import { addSounds } from '../../text/phones.ts';
import { createSounds } from '../../text/sound-list.ts';
import { areLike, bothConsonants, consonantsOf, mayBeginToken, outlineOf } from './outlines.ts';

const latin = fc.string({ unit: fc.constantFrom(...'aeiouhyktdszcjgqbpfvwlmnrx'), minLength: 1, maxLength: 11 });
const abjad = fc.string({ unit: fc.constantFrom(...'ابپتثجچحخدذرزسشصضطظعغفقکگلمنوهی'), minLength: 1, maxLength: 8 });
const word = fc.oneof(latin, abjad);
const added = fc.constantFrom('', 'e', 'h', 'y', 'a', 'w', 's', 'k', 'ا', 'ه');
/** A word and another spelling of it. */
const swapped = latin.map((own) => [own, `${own.slice(1, 2)}${own.slice(0, 1)}${own.slice(2)}`] as const);
const respelled = fc
  .tuple(word, fc.nat({ max: 3 }), fc.nat({ max: 1 }), added)
  .map(([own, at, left, letter]) => [own, own.slice(0, at) + letter + own.slice(at + left)] as const);

test('of two spellings of a token', () => {
  let alike = 0;
  fc.assert(
    fc.property(fc.oneof(respelled, swapped, fc.tuple(word, word)), ([a, b]) => {
      fc.pre(b !== '');
      const sounds = createSounds();
      const [own, token] = [addSounds(sounds, a), addSounds(sounds, b)];
      if (spellingCost(sounds, own, sounds, token) === Number.POSITIVE_INFINITY) return;
      alike++;
      const outline = outlineOf(b, sounds, token);
      expect(mayBeginToken(headOf(sounds, own), outline)).toBe(true);
      expect(areLike(consonantsOf(outlineOf(a, sounds, own)), consonantsOf(outline))).toBe(true);
    }),
    { numRuns: 4000 },
  );
  expect(alike).toBeGreaterThan(300);
});

test('of a token and two words that make it', () => {
  let alike = 0;
  fc.assert(
    fc.property(
      fc.oneof(fc.tuple(latin, latin), fc.tuple(abjad, abjad)),
      fc.nat({ max: 12 }),
      added,
      (both, at, letter) => {
        const [a, b] = both;
        const written = (a + b).slice(0, at) + letter + (a + b).slice(at);
        const sounds = createSounds();
        const [own, next] = [addSounds(sounds, a), addSounds(sounds, b)];
        const [joined, token] = [addSounds(sounds, a + b), addSounds(sounds, written)];
        if (spellingCost(sounds, joined, sounds, token) > MOST_JOINED) return;
        if (!mayBeginAlike(sounds, token, sounds, own)) return;
        alike++;
        const consonants = bothConsonants(outlineOf(a, sounds, own), outlineOf(b, sounds, next));
        expect(areLike(consonants, consonantsOf(outlineOf(written, sounds, token)))).toBe(true);
      },
    ),
    { numRuns: 4000 },
  );
  expect(alike).toBeGreaterThan(300);
});

test('two words make other consonants together where the letters between them are one sound', () => {
  const sounds = createSounds();
  const outline = (word: string) => outlineOf(word, sounds, addSounds(sounds, word));
  const [lam, lap, har] = [outline('lam'), outline('lap'), outline('har')];
  expect(bothConsonants(lam, har)).toBe(consonantsOf(lam) | consonantsOf(har));
  expect(bothConsonants(lap, har)).toBe(-1);
});
