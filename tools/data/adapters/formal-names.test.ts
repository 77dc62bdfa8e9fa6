import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { namesOf, readFixture, record } from '../fixture.ts';

const country = (code: string, ...names: [text: string, lang: string][]): Entity => ({
  id: `country-${code}`,
  kind: 'place',
  name: 'other',
  names: names.map(([text, lang]) => ({ text, kind: 'full', lang })),
});

describe('formal names of the United Nations', () => {
  const earlier = [
    country('se', ['Kingdom of Sweden', 'en']),
    country('bh', ['Baréin', 'es'], ['بحرین', 'fa']),
    country('ie', ['Irlande', 'fr'], ['Irlanda', 'es'], ['أيرلندا', 'ar']),
  ];
  const usual = {
    'country-dk': [
      { text: 'الدنمارك', kind: 'full', lang: 'ar' },
      { text: 'الدنيمارك', kind: 'full', lang: 'ar', needs: ['كوبنهاغن'] },
      { text: 'المملكة الدانمرك', kind: 'full', lang: 'ar' },
    ],
  };
  const output = readFixture('formal-names', { earlier, tables: { 'usual-names': usual } });
  const texts = (id: string) => namesOf(record(output, id)).slice(1);

  test('stand without articles, in four languages, but for what a source before has', () => {
    expect(record(output, 'country-se')).toEqual({
      id: 'country-se',
      kind: 'place',
      name: 'Sweden',
      names: [
        { text: 'Royaume de Suède', kind: 'full', lang: 'fr' },
        { text: 'Reino de Suecia', kind: 'full', lang: 'es' },
        { text: 'مملكة السويد', kind: 'full', lang: 'ar' },
      ],
      facts: [{ property: 'country', value: 'SE', asOf: '2026-07-01', source: 'formal-names', locator: 'SE' }],
    });
  });

  test('are also written as news does: without an article that the short name has in brackets, with the usual name', () => {
    expect(texts('country-pk')).toEqual([
      'Islamic Republic of Pakistan',
      'République islamique du Pakistan',
      'República Islámica del Pakistán',
      'República Islámica de Pakistán',
      'جمهورية باكستان الإسلامية',
    ]);
    expect(texts('country-bh')).toEqual([
      'Kingdom of Bahrain',
      'Royaume de Bahreïn',
      'Reino de Bahrein',
      'Reino de Baréin',
      'مملكة البحرين',
    ]);
    expect(texts('country-dk').filter((text) => /\p{sc=Arabic}/u.test(text))).toEqual([
      'مملكة الدانمرك',
      'مملكة الدنمارك',
    ]);
  });

  test('have no asterisks, and no dashes between words in Arabic', () => {
    expect(texts('country-ps')).toContain('Estado de Palestina');
    expect(texts('country-gw')).toContain('جمهورية غينيا بيساو');
    expect(texts('country-gw')).toContain('República de Guinea-Bissau');
  });

  test('are left out where the formal name is the common one, and where there is none', () => {
    expect(output.entities.map(({ id }) => id)).not.toContain('country-ie');
    expect(output.entities.map(({ id }) => id)).not.toContain('country-re');
  });

  test.each([
    ['a code of nobody', ['46,SE,', '46,QQ,'], /country-codes\.csv:2: expected the code of a country, found "QQ"/u],
    [
      'brackets in a formal name',
      ['the Kingdom of Sweden', 'Sweden (the Kingdom of)'],
      /country-codes\.csv:2: expected a name of letters, found "Sweden \(the Kingdom of\)"/u,
    ],
    [
      'a name of one language alone',
      [',Irlanda,Irlande', ',,Irlande'],
      /country-codes\.csv:8: expected a text with letters/u,
    ],
    ['no column of formal names', ['UNTERM Arabic Formal', 'Arabic'], /:1: expected the column UNTERM Arabic Formal/u],
  ] as const)('stops at %s', (_, replace, message) =>
    expect(() => readFixture('formal-names', { replace })).toThrow(message),
  );

  test('stops at a file that was cut', () =>
    expect(() => readFixture('formal-names', { cut: true })).toThrow(
      /country-codes\.csv:9: expected a line break at the end, found /u,
    ));
});

describe('formal names of German authorities', () => {
  const output = readFixture('formal-names-german');
  const texts = (id: string) => namesOf(record(output, id)).slice(1);

  test('stand without their article', () => {
    expect(texts('country-dk')).toEqual(['Königreich Dänemark']);
    expect(record(output, 'country-dk').facts).toMatchObject([{ asOf: '2026-07-01', source: 'formal-names-german' }]);
  });

  test.each([
    [
      'country-gb',
      [
        'Vereinigtes Königreich Großbritannien und Nordirland',
        'Vereinigten Königreich Großbritannien und Nordirland',
        'Vereinigte Königreich Großbritannien und Nordirland',
      ],
    ],
    ['country-tz', ['Vereinigte Republik Tansania', 'Vereinigten Republik Tansania']],
    ['country-mx', ['Vereinigte Mexikanische Staaten', 'Vereinigten Mexikanischen Staaten']],
    [
      'country-ae',
      ['Vereinigte Arabische Emirate', 'Vereinigten Arabischen Emirate', 'Vereinigten Arabischen Emiraten'],
    ],
    ['country-qa', ['Staat Katar', 'Staates Katar']],
    ['country-bo', ['Plurinationale Staat Bolivien', 'Plurinationalen Staates Bolivien']],
  ])('%s has the forms that no reading of the first gives', (id, expected) => expect(texts(id)).toEqual(expected));

  test.each([
    ['a code of nobody', ['ISO-2: DK', 'ISO-2: QQ'], /StaatCode\.cs:14: expected the code of a country, found "QQ"/u],
    ['a label that is lost', ['/// Schluessel-Staat: 126<br/>', ''], /:13: expected Schluessel-Staat, found "ISO-3"/u],
    ['a line that is cut', ['das K&#246;nigreich D&#228;nemark<br/>', 'das'], /:11: expected a label and its value/u],
    ['figures in a name', ['der Staat Katar', 'der 1. Staat Katar'], /expected a name of letters, with its article/u],
  ] as const)('stops at %s', (_, replace, message) =>
    expect(() => readFixture('formal-names-german', { replace })).toThrow(message),
  );

  test('stops at a file that was cut', () =>
    expect(() => readFixture('formal-names-german', { cut: true })).toThrow(/expected the end of the list/u));
});
