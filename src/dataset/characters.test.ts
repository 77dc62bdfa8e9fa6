import { expect, test } from 'vitest';
import { disguisesIn, withoutDisguises } from './characters.ts';

test.each([
  ['a control', 'Amnesty\u0007 House'],
  ['a bidi override', 'Amnesty \u202eHouse'],
  ['a zero-width space', 'Am\u200bnesty House'],
  ['a word joiner', 'Am\u2060nesty House'],
  ['a joiner between Latin letters', 'Am\u200dnesty House'],
  ['a non-joiner between Cyrillic letters', 'Дом\u200cик'],
  ['a joiner before a space', 'Amnesty\u200c House'],
  ['a variation selector after a letter', 'Amnesty\ufe00 House'],
  ['a supplementary selector', 'Amnesty\u{e0101} House'],
  ['the empty Braille cell', 'Amnesty\u2800House'],
  ['a Hangul filler', 'Amnesty\u3164House'],
  ['a grapheme joiner', 'Am\u034fnesty'],
  ['a tag without a flag', 'Amnesty\u{e0061}'],
])('%s disguises a text', (_, text) => {
  expect(disguisesIn(text)).toHaveLength(1);
  expect(disguisesIn(withoutDisguises(text))).toEqual([]);
});

test.each([
  ['Persian words', 'می\u200cخواهم'],
  ['a Persian ending on a Latin word', 'PMOI\u200cها'],
  ['a joiner in Devanagari', 'क्\u200dष'],
  ['an emoji of several', '👩\u200d👧'],
  ['an emoji with its selector', '❤\ufe0f\u200d🔥 1\ufe0f\u20e3'],
  ['a flag of a region', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
  ['an ideograph with its variant', '葛\u{e0100}城'],
])('%s are written with signs that are not seen', (_, text) => {
  expect(disguisesIn(text)).toEqual([]);
  expect(withoutDisguises(text)).toBe(text);
});
