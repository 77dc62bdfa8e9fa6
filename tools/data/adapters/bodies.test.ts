import { describe, expect, test } from 'vitest';
import { namesOf, readFixture, record, values } from '../fixture.ts';

describe('the UN list', () => {
  const conflictParties = readFixture('ucdp').entities;
  const output = readFixture('un-sanctions', { earlier: conflictParties });

  test('tells list, day and reference, and has the date of the file', () => {
    expect(output.asOf).toBe('2026-02-27');
    expect(record(output, 'un-listed-exemplar-forces-of-beispielia').facts).toMatchObject([
      { property: 'listed-by', value: 'un-list-drc', from: '2014-06-30', locator: 'CDe.001', asOf: '2026-02-27' },
    ]);
  });

  test('is called by a name in words; a short form and a telling alias are names, everyday words are none', () => {
    expect(namesOf(record(output, 'un-listed-exemplar-forces-of-beispielia'))).toEqual([
      'Exemplar Forces of Beispielia',
      'EXF',
    ]);
  });

  test('reads two names in one field, a short form in brackets, a day with a time zone and the original script', () => {
    const body = record(output, 'un-listed-compagnie-exemplaire-du-lac');
    expect(namesOf(body)).toEqual(['Compagnie Exemplaire du Lac', 'CELC', 'Great Beispiel Company', 'شرکت نمونه']);
    expect(body.facts![0]).toMatchObject({ from: '2015-03-27' });
  });

  test('joins branches to one body by their name, and takes no country for a short form', () => {
    const branches = output.entities.filter(({ id }) => id === 'un-listed-al-examplar');
    expect(branches.map(namesOf)).toEqual([['Al-Examplar'], ['Al-Examplar']]);
    expect(branches.flatMap(({ facts }) => facts!.map(({ locator }) => locator))).toEqual(['QDe.001', 'QDe.002']);
  });

  test('takes the record of a party to a conflict that is known by the name', () => {
    const known = {
      id: 'conflict-party-1',
      kind: 'organisation' as const,
      name: 'X',
      names: [{ text: 'Exemplar Forces of Beispielia' }],
    };
    const ids = readFixture('un-sanctions', { earlier: [known] }).entities.map(({ id }) => id);
    expect(ids).toContain('conflict-party-1');
  });

  test('holds no person and no comment', () => expect(JSON.stringify(output)).not.toMatch(/nobody|allegation/iu));

  test.each([
    ['is cut', { cut: true }, /UN_consolidated\.xml:\d+: expected whole XML/u],
    [
      'names another list',
      { replace: ['>DRC<', '>Moon<'] as const },
      /xml:11: expected one of the lists .*found "Moon"/u,
    ],
    [
      'has a number where a date was',
      { replace: ['2014-06-30', '20140630'] as const },
      /xml:11: expected a day, YYYY-MM-DD, found "20140630"/u,
    ],
    ['has no rows', { replace: ['<ENTITIES>', '<ENTITIES></ENTITIES></CONSOLIDATED_LIST><!--'] as const }, /expected/u],
  ])('stops when the file %s', (_, change, message) =>
    expect(() => readFixture('un-sanctions', change)).toThrow(message),
  );
});

describe('UCDP', () => {
  const output = readFixture('ucdp');

  test('dates a party by the pair in its newest year, not by the conflict', () => {
    expect(record(output, 'conflict-party-90001').facts).toMatchObject([
      { property: 'type', value: 'conflict-party' },
      { property: 'party-to', value: 'conflict-100', from: '2013-12-15', locator: '1' },
      { property: 'active-in', value: '2024', asOf: '2024-12-31' },
    ]);
  });

  test('names a conflict between states and over a territory in neutral words', () => {
    expect(namesOf(record(output, 'conflict-101'))).toEqual([
      'Russia–Yemen conflict',
      'conflict between Russia and Yemen',
    ]);
    expect(namesOf(record(output, 'conflict-102'))).toEqual([
      'Exampland conflict',
      'conflict over Exampland',
      'Sample-Land conflict',
    ]);
    expect(values(record(output, 'conflict-101'), 'country')).toEqual(['RU', 'YE']);
  });

  test('gives acronyms their names from the table, and leaves those that it lacks, descriptions, states and old conflicts', () => {
    expect(record(output, 'conflict-party-539').name).toBe('Al-Qaida in the Islamic Maghreb');
    expect(output.entities.map(({ id }) => id).sort()).toEqual([
      'conflict-100',
      'conflict-101',
      'conflict-102',
      'conflict-103',
      'conflict-105',
      'conflict-party-539',
      'conflict-party-90001',
    ]);
  });

  test('tells no deaths and no side', () =>
    expect(JSON.stringify(output)).not.toMatch(/intensity|side_a|Government of/u));

  test.each([
    ['2024,2,', 'twenty,2,', /dyadic-251\.csv:5: expected a year from 1946, found "twenty"/u],
    ['side_b_id', 'actor', /dyadic-251\.csv:1: expected the column side_b_id/u],
    [
      'DR Congo (Zaire),Gov',
      'Atlantis,Gov',
      /dyadic-251\.csv:6: expected the English name of a country, found "Atlantis"/u,
    ],
  ])('stops where %s has become %s', (from, to, message) =>
    expect(() => readFixture('ucdp', { replace: [from, to] })).toThrow(message),
  );
});

describe('international bodies', () => {
  const output = readFixture('international-bodies');

  test('have names in the languages of the pack, an exact acronym, and no value for "no code found"', () => {
    const body = record(output, 'body-inter-american-example-body');
    expect(namesOf(body)).toEqual(['Inter-American Example Body', 'Example Body of the Americas', 'IAEB']);
    expect(body).not.toHaveProperty('wikidata');
    expect(namesOf(record(output, 'body-european-union'))).toEqual(['European Union', 'Union européenne']);
  });

  test('have a town for a seat and no building, and are part of their family but not of themselves', () => {
    expect(values(record(output, 'body-inter-american-example-body'), 'headquarters')).toEqual(['Vienna, Austria']);
    expect(values(record(output, 'body-inter-american-example-body'), 'part-of')).toEqual(['body-european-union']);
    expect(record(output, 'body-european-union').facts!.map(({ property }) => property)).toEqual(['type', 'founded']);
  });

  test.each([
    ['1993', 'long ago', /general_list\.yaml:European Union\.Year_established: expected a year, found "long ago"/u],
    ['  Name_en: European', '\tName_en: European', /general_list\.yaml:5: expected YAML/u],
  ])('stop where %s has become %s', (from, to, message) =>
    expect(() => readFixture('international-bodies', { replace: [from, to] })).toThrow(message),
  );
});

describe('world leaders', () => {
  const output = readFixture('world-leaders');

  test('are those of the newest day, with item and local name, and no party', () => {
    expect(output.asOf).toBe('2026-08-22');
    expect(record(output, 'leader-q900021')).toMatchObject({
      wikidata: 'Q900021',
      facts: [{ property: 'head-of-government-of', value: 'country-de', from: '2026-05-05' }],
    });
    expect(namesOf(record(output, 'leader-q900021'))).toEqual(['Iota Example', 'Iota Beispiel']);
    expect(JSON.stringify(output)).not.toContain('Wrong Party');
  });

  test('of a body hold an office within it; an office without a holder gives none', () => {
    expect(record(output, 'leader-q900023').facts).toMatchObject([
      { property: 'office-held', value: 'President of the Example Commission', within: 'body-european-union' },
    ]);
    expect(output.entities).toHaveLength(3);
  });

  test.each([
    ['"AT"', '"ZZ"', /2026-08-22\.json:countries\.austria: expected the ISO code of a country, found "ZZ"/u],
    ['2026-05-05', 'May 2026', /expected a day, YYYY-MM-DD, found "May 2026"/u],
    ['Q900021', '900021', /wikidata_id: expected a Wikidata item/u],
  ])('stop where %s has become %s', (from, to, message) =>
    expect(() => readFixture('world-leaders', { replace: [from, to] })).toThrow(message),
  );
});

describe('central banks', () => {
  const output = readFixture('central-banks');

  test('of the euro are those in brackets, without the address of the European Central Bank', () => {
    expect(record(output, 'central-bank-oesterreichische-nationalbank')).not.toHaveProperty('wikipedia');
  });

  test('of several countries are one; sentences and states without a code are none', () => {
    const west = record(output, 'central-bank-central-bank-of-west-african-states');
    expect(values(west, 'country')).toEqual(['BJ', 'TG']);
    expect(west.wikipedia).toBe('Central Bank of West African States');
    expect(output.entities).toHaveLength(5);
  });

  test('stop where a column is gone', () => {
    expect(() => readFixture('central-banks', { replace: ['central_bank;', 'bank;'] })).toThrow(
      /central_banks\.csv:1: expected the column central_bank/u,
    );
  });
});

describe('companies', () => {
  test('have one record for two kinds of share, and none for a name of everyday words', () => {
    const output = readFixture('companies');
    expect(output.entities.map(({ id, name }) => [id, name])).toEqual([
      ['company-exm', 'Exemplar'],
      ['company-exa-a', 'Exemplarix Inc.'],
    ]);
    expect(values(record(output, 'company-exa-a'), 'founded')).toEqual(['2013']);
  });

  test('stop where a founding year is a text', () => {
    expect(() => readFixture('companies', { replace: ['1902', 'n/a'] })).toThrow(
      /constituents\.csv:2: expected a year, found "n\/a"/u,
    );
  });
});

describe('media', () => {
  test('have their host and the country of their folder, and a name of more than one letter', () => {
    const output = readFixture('media');
    expect(output.entities.map(({ id, name }) => [id, name])).toEqual([['media-gb-the-sample', 'The Sample']]);
    expect(values(output.entities[0]!, 'website')).toEqual(['sample.example']);
  });

  test('stop where a publisher has no address', () => {
    expect(() => readFixture('media', { replace: ['domain="https://www', 'host="https://www'] })).toThrow(
      /__init__\.py:5: expected name="…" and domain=/u,
    );
  });
});
