import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bracketed, personNames, recase, splitOutside, withoutTitles } from './names.ts';

test.each([
  ['Maravillas ABADÍA JOVER', 'Maravillas Abadía Jover'],
  ['King CHARLES III', 'King Charles III'],
  ['XI Jinping', 'Xi Jinping'],
  ['Denis SASSOU-Nguesso', 'Denis Sassou-Nguesso'],
  ['Mohammed Shia al-SUDANI', 'Mohammed Shia al-Sudani'],
  ['Alexander VAN DER BELLEN', 'Alexander van der Bellen'],
  ["Munipoese MULI'AKA'AKA", "Munipoese Muli'aka'aka"],
  ["Ciaran O'CONNOR", "Ciaran O'Connor"],
  ['Peter J.M. SQUIRES', 'Peter J.M. Squires'],
])('%s is %s', (written, name) => expect(recase(written)).toBe(name));

test('a word of the table keeps its form', () => {
  expect(
    recase(
      'IRISL BENELUX NV',
      new Map([
        ['IRISL', 'IRISL'],
        ['NV', 'NV'],
      ]),
    ),
  ).toBe('IRISL Benelux NV');
});

test('what has no capitals in a row is left as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Z][a-zé]{1,8}$/u), { minLength: 1 }), (words) => {
      expect(recase(words.join(' '))).toBe(words.join(' '));
    }),
  );
});

test.each([
  ['Senator the Hon Dr Alpha Example', 'Alpha Example'],
  ['Rt Hon Alpha Example MP', 'Alpha Example'],
  ['Prof. Dr. Alpha Example', 'Alpha Example'],
  ['Lord Example', 'Lord Example'],
  ['Drew Example', 'Drew Example'],
])('%s without titles is %s', (written, name) => expect(withoutTitles(written)).toBe(name));

test('a person has no surname alone for a name, and each name once', () => {
  expect(
    personNames('Alpha B. Example', ['Example', 'Alpha Example', 'Alpha Example', 'Alpha (Al) Example', undefined]).map(
      ({ text }) => text,
    ),
  ).toEqual(['Alpha B. Example', 'Alpha Example']);
});

test('brackets behind a name are told from brackets inside one', () => {
  expect(bracketed('Federal Council (Bundesrat)')).toEqual({ name: 'Federal Council', inside: 'Bundesrat' });
  expect(bracketed('Cocos (Keeling) Islands Council')).toEqual({ name: 'Cocos (Keeling) Islands Council' });
});

test('a separator inside brackets does not split, and nothing is lost', () => {
  expect(splitOutside('A (b; c); D', ';')).toEqual(['A (b; c)', 'D']);
  fc.assert(
    fc.property(fc.stringMatching(/^[a-c();]*$/u), (text) => {
      expect(splitOutside(text, ';').join('').replaceAll(';', '')).toBe(text.replaceAll(';', ''));
    }),
  );
});
