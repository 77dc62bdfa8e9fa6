import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countries, namesOf, readFixture, record, values } from '../fixture.ts';
import { languages, pathOf, readCldr } from './cldr.ts';

const cldrInput = (change: (text: string) => string = (text) => text) => ({
  source: 'cldr',
  files: languages.map((language) => ({
    path: pathOf(language),
    text: change(readFileSync(`node_modules/cldr-localenames-full/${pathOf(language)}`, 'utf8')),
  })),
  day: '2026-03-30',
  countries,
  tables: {},
  earlier: new Map(),
});

describe('CLDR', () => {
  const output = readCldr(cldrInput());

  test('names every country in at least twelve languages', () => {
    expect(output.entities.length).toBeGreaterThan(240);
    for (const { id, names = [] } of output.entities)
      expect(new Set(names.map(({ lang }) => lang)).size, id).toBeGreaterThanOrEqual(12);
  });

  test('leaves forms for lists out, and keeps a short form in capitals exact; in other languages than ours it is a code', () => {
    expect(namesOf(record(output, 'country-mm'))).toContain('Myanmar');
    expect(namesOf(record(output, 'country-mm')).join()).not.toMatch(/\(|SAR China/u);
    expect(record(output, 'country-us').names).toContainEqual({
      text: 'US',
      kind: 'variant',
      lang: 'en',
      exactCase: true,
    });
    expect(record(output, 'country-us').names).toContainEqual({
      text: 'ABD',
      kind: 'acronym',
      lang: 'tr',
      exactCase: true,
    });
  });

  test('a short form is what news calls the country, as far as it has no dots', () => {
    const kinds = (id: string) =>
      new Map(record(output, id).names!.map(({ lang, text, kind }) => [`${lang} ${text}`, kind]));
    expect(kinds('country-mm').get('en Myanmar')).toBe('full');
    expect(kinds('country-ps').get('fa فلسطین')).toBe('full');
    expect(kinds('country-us').get('es EE. UU.')).toBe('short');
    expect(kinds('country-lc').get('en St. Lucia')).toBe('full');
  });

  test('tells the code, and nothing of the status', () => {
    expect(record(output, 'country-xk').facts).toMatchObject([
      { property: 'country', value: 'XK', asOf: '2026-03-30' },
    ]);
    expect(output.entities.flatMap(({ facts }) => facts!).filter(({ property }) => property !== 'country')).toEqual([]);
  });

  test('stops where a language has lost its names', () => {
    expect(() => readCldr(cldrInput((text) => text.replace('"territories"', '"places"')))).toThrow(
      /territories\.json:main\.\w+\.localeDisplayNames\.territories: expected an object, found/u,
    );
  });
});

describe('codes of countries', () => {
  test.each([
    ['GM', 'DE'],
    ['AU', 'AT'],
    ['CH', 'CN'],
    ['SZ', 'CH'],
    ['AS', 'AU'],
    ['FR', 'FR'],
  ])('the GEC code %s is %s', (gec, iso) => expect(countries.fromGec(gec)).toBe(iso));

  test.each([
    ['Saint Lucia', 'LC'],
    ['the Gambia', 'GM'],
    ["Cote d'Ivoire", 'CI'],
    ['Czech Republic', 'CZ'],
    ['DR Congo', 'CD'],
    ['Antigua and Barbuda', 'AG'],
    ['Nowhere', undefined],
  ])('%s is %s', (name, iso) => expect(countries.fromName(name)).toBe(iso));

  test('private codes are no countries', () => expect(countries.codes).not.toContain('EU'));
});

describe('rigour', () => {
  const output = readFixture('rigour');

  test('gives the item and the official name, without weak names and summaries', () => {
    const germany = record(output, 'country-de');
    expect(germany.wikidata).toBe('Q183');
    expect(namesOf(germany)).toEqual(['Germany', 'Federal Republic of Germany']);
    expect(JSON.stringify(output)).not.toMatch(/Berlin|another licence/u);
  });

  test('tells subdivisions and former states apart, each by its own code', () => {
    const washington = record(output, 'territory-us-wa');
    expect(values(washington, 'type')).toEqual(['subdivision']);
    expect(washington.related).toEqual([{ id: 'country-us', kind: 'country' }]);
    expect(namesOf(washington)).toEqual(['Washington']);
    const gone = record(output, 'territory-ddde');
    expect(values(gone, 'type')).toEqual(['former-state']);
    expect(values(gone, 'successor-state')).toEqual(['country-de']);
  });

  test.each([
    ['is cut', { cut: true }, /data\.jsonl:\d+: expected a record in JSON/u],
    [
      'lost a column',
      { replace: ['"qid"', '"item"'] as const },
      /data\.jsonl:1:qid: expected a text, found "nothing"/u,
    ],
    [
      'has mark-up in a name',
      { replace: ['"Washington"', '"<b>Washington</b>"'] as const },
      /data\.jsonl:3: expected a text without mark-up/u,
    ],
    [
      'has a number where an item was',
      { replace: ['"Q183"', '"183"'] as const },
      /data\.jsonl:1:qid: expected a Wikidata item/u,
    ],
  ])('stops when the file %s', (_, change, message) => expect(() => readFixture('rigour', change)).toThrow(message));
});
