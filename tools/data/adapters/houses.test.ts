import { describe, expect, test } from 'vitest';
import { namesOf, readFixture, record, values } from '../fixture.ts';

const parties = readFixture('partyfacts').entities;

describe('the Bundestag, the Commons and the Commons of Canada', () => {
  test('have names without titles, and the particles of surnames', () => {
    expect(record(readFixture('de-bundestag'), 'de-mdb-1').name).toBe('Alpha Example');
    expect(record(readFixture('de-bundestag'), 'de-mdb-2').name).toBe('Beta van Example');
    expect(record(readFixture('gb-commons'), 'gb-mp-10').name).toBe('Alpha Example');
    expect(record(readFixture('gb-commons'), 'gb-mp-11').name).toBe('Beta Example');
    expect(record(readFixture('gb-commons'), 'gb-mp-12').name).toBe('Gamma Example');
  });

  test('tell groups of several parties as groups, and none for those without', () => {
    const bundestag = readFixture('de-bundestag');
    expect(values(record(bundestag, 'de-mdb-2'), 'parliamentary-group')).toEqual(['CDU/CSU']);
    expect(record(bundestag, 'de-mdb-3').facts!.map(({ property }) => property)).toEqual(['member-of']);
    expect(values(record(readFixture('gb-commons'), 'gb-mp-11'), 'party-name')).toEqual([]);
  });

  test('know Labour under both of its names', () => {
    const labour = { id: 'party-gb-1', kind: 'organisation' as const, name: 'Labour Party', wikidata: 'Q9630' };
    expect(values(record(readFixture('gb-commons', { earlier: [labour] }), 'gb-mp-10'), 'party')).toEqual([
      'party-gb-1',
    ]);
    expect(values(record(readFixture('gb-commons'), 'gb-mp-12'), 'party-name')).toEqual(['Your Example Party']);
  });

  test('give no address', () => expect(JSON.stringify(readFixture('de-bundestag'))).not.toContain('@'));

  test.each([
    ['lost a field', { replace: ['"party"', '"group"'] as const }, /mdb-data\.json:\[\d\]\.party: expected a text/u],
    ['is cut', { cut: true }, /mdb-data\.json:\d+: expected whole JSON/u],
    [
      'has mark-up in a name',
      { replace: ['Gamma', '<i>Gamma'] as const },
      /mdb-data\.json:\[3\]\.name: expected a text without mark-up/u,
    ],
  ])('stop when the file %s', (_, change, message) =>
    expect(() => readFixture('de-bundestag', change)).toThrow(message),
  );
});

describe('the houses of France', () => {
  test('have the date of their own file, and no scores of persons', () => {
    const output = readFixture('fr-assemblee');
    expect(output.asOf).toBe('2026-06-30');
    expect(record(output, 'fr-an-pa1').facts).toMatchObject([
      { property: 'member-of', value: 'chamber-fr-lower', asOf: '2026-06-30', locator: 'PA1' },
      { property: 'constituency', value: 'Ariège, 2' },
      { property: 'parliamentary-group', value: 'Libertés, Indépendants' },
    ]);
    expect(JSON.stringify(output)).not.toContain('93.3');
  });

  test('keep the particle of a name, and tell no group of those who are in none', () => {
    const senator = record(readFixture('fr-senat'), 'fr-senat-21071f2');
    expect(senator.name).toBe("Bêta d'Exemple");
    expect(senator.facts!.map(({ property }) => property)).toEqual(['member-of']);
  });

  test.each([
    ['2026-06-30', '30/06/2026', /deputes\.json:generatedAt: expected a day, YYYY-MM-DD, found "30\/06\/2026"/u],
    ['"groupeLibelle"', '"libelle"', /deputes\.json:deputes\[0\]\.groupeLibelle: expected a text/u],
  ])('stop where %s has become %s', (from, to, message) =>
    expect(() => readFixture('fr-assemblee', { replace: [from, to] })).toThrow(message),
  );
});

describe('the European Parliament', () => {
  const output = readFixture('eu-parliament', { earlier: parties });

  test('has surnames in capitals, with their particles small', () => {
    expect(output.entities.map(({ name }) => name)).toEqual([
      'European Parliament',
      'Alpha Exemple García',
      'Beta van der Muster',
      'Gamma McExample',
    ]);
  });

  test('knows countries by their names, national parties by theirs, and no group of the non-attached', () => {
    expect(values(record(output, 'eu-mep-de-gamma-mcexample'), 'party')).toEqual(['party-de-10']);
    expect(values(record(output, 'eu-mep-es-alpha-exemple-garcia'), 'party-name')).toEqual(['Partido Ejemplo']);
    const independent = record(output, 'eu-mep-cz-beta-van-der-muster');
    expect(independent.facts!.map(({ property, value }) => [property, value])).toEqual([
      ['member-of', 'chamber-eu-parliament'],
      ['represents', 'country-cz'],
    ]);
  });

  test.each([
    ['EXEMPLE GARCÍA', 'Exemple García', /meps\.json:\[0\]: expected a surname in capitals/u],
    ['Czechia', 'Atlantis', /meps\.json:\[1\]: expected the English name of a country, found "Atlantis"/u],
  ])('stops where %s has become %s', (from, to, message) =>
    expect(() => readFixture('eu-parliament', { replace: [from, to] })).toThrow(message),
  );
});

describe('the parliament of Australia', () => {
  const output = readFixture('au-parliament', { earlier: readFixture('rigour').entities });

  test('has only those whose row is open, by the name in use', () => {
    expect(output.entities.map(({ id }) => id).sort()).toEqual(['au-mp-1', 'au-mp-2', 'au-mp-gamma-example']);
    expect(namesOf(record(output, 'au-mp-1'))).toEqual([
      'Toni Example',
      'Toni Alpha Example',
      'Antonia Alpha Example',
      'Antonia Example',
    ]);
    expect(values(record(output, 'au-mp-1'), 'party-name')).toEqual(['PHON']);
  });

  test('leaves out the title by which the source tells two people apart', () => {
    expect(namesOf(record(output, 'au-mp-2'))).toEqual(['Beta Example', 'Beta Sample Example']);
  });

  test('knows a state by its name and by its code', () => {
    expect(values(record(output, 'au-mp-1'), 'represents')).toEqual(['territory-au-tas']);
    expect(values(record(output, 'au-mp-2'), 'represents')).toEqual(['territory-au-tas']);
  });

  test('joins ministers, day before month, and leaves those who have left', () => {
    expect(record(output, 'au-mp-2').facts!.filter(({ property }) => property === 'office-held')).toMatchObject([
      { value: 'Minister for Samples', from: '2025-05-13', within: 'country-au' },
    ]);
    expect(record(output, 'au-mp-1').facts).toContainEqual(
      expect.objectContaining({ property: 'head-of-government-of', value: 'country-au', from: '2022-05-23' }),
    );
    expect(JSON.stringify(output)).not.toContain('Nothing');
  });

  test.each([
    ['13/05/2025', '05/13/2025', /ministers\.csv:3: expected a date, day\/month\/year/u],
    ['Most recent party\n\n', 'Party\n\n', /representatives\.csv:1: expected the column Most recent party/u],
    [',,still_in_office,IND', '', /representatives\.csv:6: expected 10 fields, found 7/u],
    ['18.05.2019,changed_party', ',still_in_office', /representatives\.csv:5: expected one open row for a person/u],
  ])('stops where %s has become %s', (from, to, message) =>
    expect(() => readFixture('au-parliament', { replace: [from, to] })).toThrow(message),
  );
});

describe('the House of Councillors', () => {
  const output = readFixture('jp-councillors');

  test('has names in Japanese with and without the space, and in Latin letters in both orders', () => {
    expect(namesOf(record(output, 'jp-councillor-7010001'))).toEqual(['Yuko Ono', 'Ono Yuko', '大野例子', '大野 例子']);
  });

  test('takes the name under which a member sits, the end of the term and the date of the data', () => {
    const member = record(output, 'jp-councillor-7007006');
    expect(member.facts![0]).toMatchObject({ property: 'member-of', to: '2028-07-25', asOf: '2026-06-23' });
    expect(values(record(output, 'jp-councillor-7010001'), 'party-name')).toEqual([]);
    expect(JSON.stringify(output)).not.toContain('本名');
  });

  test.each([
    ['任期満了', '任期', /giin\.csv:1: expected the column 任期満了/u],
    ['2028-07-25', '令和10年', /giin\.csv:2: expected a day, YYYY-MM-DD/u],
    ['7010001.htm', 'index', /giin\.csv:3: expected the address of a profile/u],
  ])('stops where %s has become %s', (from, to, message) =>
    expect(() => readFixture('jp-councillors', { replace: [from, to] })).toThrow(message),
  );
});

describe('the Congress of the Philippines', () => {
  test('has the members of the newest congress, with nickname and without middle name', () => {
    const output = readFixture('ph-congress');
    expect(output.entities.map(({ id }) => id)).toEqual(['ph-congress-01k5s6maz4ybst5gdjv827a001']);
    const [member] = output.entities as [(typeof output.entities)[0]];
    expect(namesOf(member)).toEqual([
      'Alpha Beta Example III',
      'Alpha Beta Example',
      'Alpha Beta Gamma Example III',
      'Al Example',
    ]);
    expect(values(member, 'member-of')).toEqual(['chamber-ph-upper']);
  });

  test.each([
    ['"senate"', '"court"', /01A\.toml:1: expected house or senate as subtype, found "court"/u],
    ['[[memberships]]', '[[memberships', /01A\.toml:\d+: expected TOML/u],
    ['id = "01K', 'id = "1', /01A\.toml:id: expected 26 capitals and numbers/u],
  ])('stops where %s has become %s', (from, to, message) =>
    expect(() => readFixture('ph-congress', { replace: [from, to] })).toThrow(message),
  );
});
