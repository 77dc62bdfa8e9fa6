import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { namesOf, readFixture, record, values } from '../fixture.ts';

const ofCountry = (code: string) => [{ id: `country-${code}`, kind: 'country' as const }];
const person = (id: string, name: string, code: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'person',
  name,
  facts: [{ property: 'member-of', value: 'chamber', asOf: '2026-01-01', source: 'other' }],
  related: ofCountry(code),
  ...more,
});
const party = (id: string, name: string): Entity => ({
  id,
  kind: 'organisation',
  name,
  facts: [{ property: 'type', value: 'political-party', asOf: '2026-01-01', source: 'other' }],
  related: ofCountry('de'),
});

describe('earlier editions of the Factbook', () => {
  const output = readFixture('factbook-past');
  const heads = (id: string) => record(output, id).facts!.filter(({ property }) => property.startsWith('head-of-'));

  test('a term ends in the month in which the next one began, and is told by the newest edition', () => {
    expect(heads('leader-beta-sample')).toEqual([
      {
        property: 'head-of-government-of',
        value: 'country-de',
        from: '2021-12-08',
        to: '2024-05',
        asOf: '2026-01-22',
        source: 'factbook-past',
      },
    ]);
  });

  test('somebody whom editions write in two ways is one', () => {
    expect(namesOf(record(output, 'leader-beta-sample'))).toEqual(['Beta Sample', 'Beta Middle Sample']);
    expect(output.entities.map(({ id }) => id)).not.toContain('leader-beta-middle-sample');
  });

  test('who holds the office in the newest edition is left to its own source', () => {
    expect(output.entities.map(({ id }) => id).sort()).toEqual([
      'leader-beta-sample',
      'leader-epsilon-model',
      'leader-gamma-other',
    ]);
  });

  test('where the office stood empty, or the next edition is far, only the day of the last edition is told', () => {
    expect(record(output, 'leader-epsilon-model').facts).toEqual([
      {
        property: 'office-held',
        value: 'Chancellor',
        within: 'country-at',
        from: '2021-12-06',
        asOf: '2024-03-31',
        source: 'factbook-past',
      },
    ]);
    expect(values(record(output, 'leader-gamma-other'), 'head-of-government-of')).toEqual([]);
  });

  test('a person whom an earlier source knows gets the office there, and not twice', () => {
    const member = person('de-mdb-1', 'Beta Sample', 'de');
    expect(
      values(record(readFixture('factbook-past', { earlier: [member] }), 'de-mdb-1'), 'head-of-government-of'),
    ).toEqual(['country-de']);
    const told = person('leader', 'Beta Sample', 'de', {
      facts: [{ property: 'head-of-government-of', value: 'country-de', asOf: '2026-01-01', source: 'other' }],
    });
    const again = readFixture('factbook-past', { earlier: [told] });
    expect(again.entities.map(({ id }) => id)).not.toContain('leader');
  });
});

describe('parties of the Factbook', () => {
  const greens = party('party-de-1', 'Example Greens');
  const democrats = ['a', 'b', 'c'].map((code) => party(`party-${code}${code}-1`, `Democratic Party ${code}`));
  const output = readFixture('factbook-parties', { earlier: [greens, ...democrats] });

  test('a known party gets its further names, and one that no source has is made', () => {
    expect(record(output, 'party-de-1').names).toEqual([
      { text: 'Sample Ecology', kind: 'variant' },
      { text: 'EXG', kind: 'acronym', exactCase: true },
      { text: 'SEC', kind: 'acronym', exactCase: true },
    ]);
    expect(namesOf(record(output, 'party-de-new-dawn-alliance'))).toEqual([
      'New Dawn Alliance',
      'Neuer Aufbruch',
      'NDA',
    ]);
    expect(namesOf(record(output, 'party-de-bright-harbour-party'))).toEqual(['Bright Harbour Party']);
  });

  test('letters with a bracket that belongs to them are no short form without it', () => {
    const read = readFixture('factbook-parties', {
      replace: ['Aufbruch) or NDA', 'Aufbruch) or NDA(M)'],
      earlier: democrats,
    });
    expect(namesOf(record(read, 'party-de-new-dawn-alliance'))).toEqual(['New Dawn Alliance', 'Neuer Aufbruch']);
  });

  test('a party that another source names as at home is the same', () => {
    const read = readFixture('factbook-parties', { earlier: [party('party-de-7', 'Neuer Aufbruch'), ...democrats] });
    expect(namesOf(record(read, 'party-de-7'))).toEqual(['Neuer Aufbruch', 'New Dawn Alliance', 'NDA']);
  });

  test.each([
    [
      'is the only one with its word',
      [],
      ['EXG', 'SEC', 'Example National Movement', 'Example Union', 'Sample Ecology'],
    ],
    ['shares its word with a third', ['Example Federation'], []],
  ])('a party whose name differs by a word that parties have, and that %s', (_, others, names) => {
    const movement = party('party-de-8', 'Example National Movement');
    const read = readFixture('factbook-parties', {
      replace: ['Example Greens or EXG', 'Example Union or EXG'],
      earlier: [movement, ...others.map((name, at) => party(`party-de-${at + 20}`, name)), ...democrats],
    });
    const found = read.entities.find(({ id }) => id === 'party-de-8');
    expect((found ? namesOf(found) : []).toSorted()).toEqual(names.toSorted());
  });

  test('a part of the country in brackets is where a party stands, and no name of it', () => {
    const country: Entity = {
      id: 'country-de',
      kind: 'place',
      name: 'Germany',
      names: [{ text: 'United Union of Germany and Neuer Aufbruch', kind: 'full' }],
    };
    const read = readFixture('factbook-parties', { earlier: [country, ...democrats] });
    expect(namesOf(record(read, 'party-de-new-dawn-alliance'))).toEqual(['New Dawn Alliance', 'NDA']);
  });

  test('remarks, coalitions and names that any country has make no party', () => {
    expect(output.entities.map(({ id }) => id).filter((id) => id.startsWith('party-'))).toEqual([
      'party-de-1',
      'party-de-new-dawn-alliance',
      'party-de-bright-harbour-party',
    ]);
  });

  test('leaders are those of the day on which the Factbook still told them, of parties that are known', () => {
    const leaders = output.entities.filter(({ kind }) => kind === 'person');
    expect(leaders.map(({ name }) => name)).toEqual(['Alpha Example', 'Beta Sample', 'Gamma Other']);
    expect(leaders[0]!.facts).toEqual([
      {
        property: 'office-held',
        value: 'Party leader',
        within: 'party-de-1',
        asOf: '2023-12-31',
        source: 'factbook-parties',
      },
      { property: 'party', value: 'party-de-1', asOf: '2023-12-31', source: 'factbook-parties' },
    ]);
  });
});

describe('holders of offices from Wikidata', () => {
  const russia = 'russia-cabinet/html/holders21.csv';
  const output = readFixture('office-holders', {
    earlier: [
      person('country-ru', 'Russia', 'ru'),
      person('leader-alpha', 'Alpha Example', 'ru', {
        facts: [{ property: 'head-of-state-of', value: 'country-ru', asOf: '2026-01-01', source: 'other' }],
      }),
      person('member-delta', 'Gamma Pattern', 'ru'),
    ],
  });

  test('terms of one office that follow each other are one', () => {
    expect(record(output, 'holder-q2')).toMatchObject({
      name: 'Beta Sample',
      wikidata: 'Q2',
      related: ofCountry('ru'),
    });
    expect(record(output, 'holder-q2').facts).toEqual([
      {
        property: 'office-held',
        value: 'Minister of Culture',
        from: '2012-05-21',
        to: '2020-01-15',
        within: 'country-ru',
        locator: 'Q2',
        asOf: '2026-07-01',
        source: 'office-holders',
      },
    ]);
  });

  test('a person whom an earlier source knows in the country gets the office and the item', () => {
    expect(record(output, 'member-delta')).toMatchObject({
      wikidata: 'Q3',
      facts: [{ value: 'Chairman of the Example Bank', from: '2019' }],
    });
    const other = readFixture('office-holders', {
      earlier: [person('somebody', 'Gamma Pattern', 'ru', { wikidata: 'Q99' })],
    });
    expect(other.entities.filter(({ wikidata }) => wikidata === 'Q3')).toEqual([]);
  });

  test('mayors, terms of long ago, terms without an end that nobody entered, and items without a name are left out', () => {
    expect(output.entities.map(({ id }) => id).sort()).toEqual([
      'holder-q10',
      'holder-q2',
      'holder-q8',
      'member-delta',
    ]);
  });

  test('of countries that are not taken whole, the offices of every day news', () => {
    expect(values(record(output, 'holder-q10'), 'office-held')).toEqual(['Minister of Defence']);
  });

  test('an office of an international body is of no country', () => {
    expect(record(output, 'holder-q8').facts![0]).not.toHaveProperty('within');
  });

  test('a head whose office another source tells is not told again', () => {
    expect(output.entities.map(({ id }) => id)).not.toContain('leader-alpha');
    expect(readFixture('office-holders').entities.map(({ id }) => id)).toContain('holder-q1');
  });

  test('a lost column and a date that is none stop the reading', () => {
    expect(() => readFixture('office-holders', { replace: ['personID', 'id'] })).toThrow(
      /holders21\.csv:1: expected the column personID/u,
    );
    expect(() => readFixture('office-holders', { replace: ['2018-05-18', 'May 2018'] })).toThrow(
      new RegExp(`${russia}:3: expected a date, YYYY, YYYY-MM or YYYY-MM-DD, found "May 2018"`, 'u'),
    );
  });
});

describe('lists of Wikidata', () => {
  const outlet = {
    id: 'media-post',
    kind: 'organisation' as const,
    name: 'The Example Post',
    facts: [{ property: 'type' as const, value: 'news-outlet', asOf: '2026-01-01', source: 'other' }],
  };
  const output = readFixture('wikidata-lists', { earlier: [outlet] });

  test('a war begins in its year, and has its name without the years where no other war has it', () => {
    expect(record(output, 'event-example-war-1950-1953')).toMatchObject({
      kind: 'event',
      names: [{ text: 'Example War (1950–1953)' }, { text: 'Example War', kind: 'short' }],
      facts: [
        { property: 'type', value: 'armed-conflict' },
        { property: 'began', value: '1950' },
      ],
      wikidata: 'Q12',
    });
    expect(namesOf(record(output, 'event-sample-war-1960'))).toEqual(['Sample War (1960)']);
    expect(record(output, 'event-second-example-war').name).toBe('Second Example War');
  });

  test('old wars, those that few Wikipedias tell of, names of ordinary words, and broadcasters that nobody chose are left out', () => {
    expect(output.entities.map(({ wikidata }) => wikidata).sort()).toEqual(
      ['Q11', 'Q12', 'Q13', 'Q14', 'Q17', 'Q18', 'Q19', 'Q29', 'Q48340'].sort(),
    );
  });

  test('an upheaval is an event, and one that is also a war is told once', () => {
    expect(values(record(output, 'event-zorbden-revolution'), 'type')).toEqual(['event']);
    expect(values(record(output, 'event-example-war-1950-1953'), 'type')).toEqual(['armed-conflict']);
    expect(values(record(output, 'event-battle-of-zorbden'), 'began')).toEqual(['1944']);
  });

  test('a newspaper that another source has gets its item there', () => {
    expect(record(output, 'media-post')).toMatchObject({ wikidata: 'Q19', name: 'The Example Post' });
  });

  test('an address that is no item, and a year that is none, stop the reading', () => {
    expect(() => readFixture('wikidata-lists', { replace: ['entity/Q11', 'entity/11'] })).toThrow(
      /rows\.json:\[0\]: expected the address of an item of Wikidata/u,
    );
    expect(() => readFixture('wikidata-lists', { replace: ['"2022"', '"2022-02"'] })).toThrow(
      /rows\.json:\[0\]: expected a year, found "2022-02"/u,
    );
  });
});

describe('the registry of research organisations', () => {
  const output = readFixture('public-bodies');

  test('a ministry has its names in the languages of the interface, its country and item', () => {
    const ministry = record(output, 'ror-0example2');
    expect(ministry).toMatchObject({ name: 'Ministry of Examples', wikidata: 'Q902', related: ofCountry('de') });
    expect(namesOf(ministry)).toEqual(['Ministry of Examples', 'Department of Examples']);
    expect(values(ministry, 'website')).toEqual([]);
  });

  test('a record in the older form is read as those of today', () => {
    const bureau = record(output, 'ror-0example1');
    expect(bureau.names).toEqual([
      { text: 'Example Bureau', kind: 'full', lang: 'en' },
      { text: 'EXB', kind: 'acronym', exactCase: true },
    ]);
    expect(bureau).toMatchObject({ wikidata: 'Q901' });
    expect([values(bureau, 'type'), values(bureau, 'founded'), values(bureau, 'website')]).toEqual([
      ['public-body'],
      ['1908'],
      ['www.bureau.example'],
    ]);
  });

  test('a body that is no more is left out, and a record without a label stops the reading', () => {
    expect(readFixture('public-bodies', { replace: ['"active"', '"inactive"'] }).entities).toEqual([]);
    expect(() => readFixture('public-bodies', { replace: ['"names"', '"titles"'] })).toThrow(/02916qm60\.json:/u);
  });
});
