import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkNames } from './link-names.ts';

const linked = {
  iran: { name: 'Iran', kind: 'place' as const },
  guard: { name: 'Guard of Iran', kind: 'organisation' as const },
  tehran: { name: 'تهران', lang: 'fa', kind: 'place' as const },
};
const link = (id: string, name: string) => ({ id, name });
const pieces = (text: string) => linkNames(text, linked, 'en', link);

test('a name of whole words is a link, the longest first, once', () => {
  expect(pieces('He left Iran; Iran did not.')).toEqual(['He left ', link('iran', 'Iran'), '; Iran did not.']);
  expect(pieces('The Guard of Iran.')).toEqual(['The ', link('guard', 'Guard of Iran'), '.']);
  expect(pieces('Iranian authorities')).toEqual(['Iranian authorities']);
});

test('a name in another language than the sentence is not looked for', () => {
  expect(pieces('in تهران')).toEqual(['in تهران']);
  expect(linkNames('در تهران', linked, 'fa', link)).toContainEqual(link('tehran', 'تهران'));
});

test('in a sentence that nobody translated, an entity is looked for as it was written', () => {
  const named = { iran: { name: 'ایران', lang: 'fa', written: 'Iran', kind: 'place' as const } };
  expect(linkNames('He left Iran.', named, 'en', link)).toEqual(['He left ', link('iran', 'Iran'), '.']);
  expect(linkNames('از ایران رفت', named, 'fa', link)).toContainEqual(link('iran', 'ایران'));
});

test('the pieces are the sentence', () => {
  const words = fc.array(fc.constantFrom('Iran', 'Guard of Iran', 'n', ' ', ', '), { maxLength: 12 });
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('');
      expect(
        pieces(text)
          .map((one) => (typeof one === 'string' ? one : one.name))
          .join(''),
      ).toBe(text);
    }),
  );
});
