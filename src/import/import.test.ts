import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPack } from '../dataset/read.ts';
import { claimReviewsIn, readClaimReviews } from './claimreview.ts';
import { tableFields } from './fields.ts';
import { readFtm, readListing } from './ftm.ts';
import { date, type ImportOptions, idOf, idOfId, plain, type Reading } from './record.ts';
import { readTable } from './table-file.ts';
import { readWikidata, type WikidataOptions } from './wikidata.ts';

const ranks: Record<string, number> = { the: 3, apple: 2500 };
const options: ImportOptions = { today: '2026-11-22', languages: ['en', 'fa'], wordRank: (word) => ranks[word] };
const wikidata: WikidataOptions = {
  ...options,
  choice: {},
  labels: new Map([
    ['Q82955', 'politician'],
    ['Q11696', 'President of the United States'],
    ['Q5375', 'a register'],
  ]),
};

const item = (id: string) => ({
  snaktype: 'value',
  datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } },
});
const time = (value: string, precision = 11) => ({
  snaktype: 'value',
  datavalue: { type: 'time', value: { time: value, precision } },
});
const text = (value: string) => ({ snaktype: 'value', datavalue: { type: 'string', value } });
const claim = (mainsnak: object, more: object = {}) => ({ mainsnak, rank: 'normal', type: 'statement', ...more });

/** Public facts about a writer, in the form of a line of a dump. */
const adams = {
  type: 'item',
  id: 'Q42',
  labels: {
    en: { language: 'en', value: 'Douglas Adams' },
    fa: { language: 'fa', value: 'داگلاس آدامز' },
    ru: { language: 'ru', value: 'Дуглас Адамс' },
  },
  descriptions: { en: { language: 'en', value: 'English author and humourist' } },
  aliases: {
    en: [
      { language: 'en', value: 'Douglas Noel Adams' },
      { language: 'en', value: 'DNA' },
    ],
  },
  claims: {
    P31: [claim(item('Q5'))],
    P27: [claim(item('Q145'))],
    P569: [
      claim(time('+1952-03-11T00:00:00Z'), {
        references: [
          { snaks: { P248: [item('Q5375')], P813: [time('+2013-12-07T00:00:00Z')] } },
          {
            snaks: {
              P854: [text('https://www.britannica.com/biography/Douglas-Adams')],
              P1476: [text('Douglas Adams')],
            },
          },
          { snaks: { P854: [text('javascript:alert(1)')] } },
        ],
      }),
      claim(time('+1953-01-01T00:00:00Z'), { rank: 'deprecated' }),
    ],
    P570: [claim(time('+2001-05-00T00:00:00Z', 10)), claim(time('+2001-05-11T00:00:00Z'), { rank: 'preferred' })],
  },
  sitelinks: { enwiki: { site: 'enwiki', title: 'Douglas Adams' } },
};

/** Everything that the importers make fits the exchange format and its rules. */
function expectSound(readings: Reading[]): void {
  const records = readings.flatMap(({ record }) => record ?? []);
  const sources = Object.fromEntries(records.flatMap((record) => record.sources.map((source) => [source.id, source])));
  const info = { id: 'p', title: 'p', description: 'p', language: 'en', license: 'x', released: '2026-11-22' };
  const unique = new Map(records.map(({ entity }) => [entity.id, entity]));
  expect(
    readPack({ format: 'sidelight-pack', formatVersion: 1, ...info, entities: [...unique.values()], sources }).problems,
  ).toEqual([]);
}

test('a Wikidata item keeps its names in the chosen languages, its dates, ranks and references', () => {
  const reading = readWikidata(adams, wikidata);
  expectSound([reading]);
  expect(reading.record?.entity).toEqual({
    id: 'q42',
    kind: 'person',
    name: 'Douglas Adams',
    names: [
      { text: 'Douglas Noel Adams', kind: 'variant', lang: 'en' },
      { text: 'DNA', kind: 'acronym', lang: 'en' },
      { text: 'داگلاس آدامز', kind: 'variant', lang: 'fa' },
    ],
    description: 'English author and humourist',
    living: false,
    statements: [
      {
        text: 'Born on 11 March 1952.',
        kind: 'identity',
        date: '1952-03-11',
        citations: [
          { source: 'wikidata-q42', supports: 'direct' },
          { source: 'wikidata-q42-r1', supports: 'background' },
          { source: 'wikidata-q42-r2', supports: 'background' },
        ],
      },
      {
        text: 'Died on 11 May 2001.',
        kind: 'identity',
        date: '2001-05-11',
        citations: [{ source: 'wikidata-q42', supports: 'direct' }],
      },
    ],
    wikipedia: 'Douglas Adams',
    wikidata: 'Q42',
  });
  expect(reading.record?.sources.map(({ title, URL, publisherType }) => ({ title, URL, publisherType }))).toEqual([
    { title: 'Douglas Adams (Q42)', URL: 'https://www.wikidata.org/wiki/Q42', publisherType: 'encyclopedia' },
    { title: 'a register', URL: undefined, publisherType: 'not stated' },
    { title: 'Douglas Adams', URL: 'https://www.britannica.com/biography/Douglas-Adams', publisherType: 'not stated' },
  ]);
});

test('an office gets its dates from qualifiers, and is left out without a label for it', () => {
  const held = claim(item('Q11696'), {
    qualifiers: { P580: [time('+2009-01-20T00:00:00Z')], P582: [time('+2017-00-00T00:00:00Z', 9)] },
  });
  const president = { ...adams, claims: { ...adams.claims, P39: [held, claim(item('Q1'))] } };
  expect(readWikidata(president, wikidata).record?.entity.roles).toEqual([
    {
      title: 'President of the United States',
      from: '2009-01-20',
      to: '2017',
      citations: [{ source: 'wikidata-q42', supports: 'direct' }],
    },
  ]);
});

test('what was made or founded, who belongs where, and a handle are told with what Wikidata says of them', () => {
  const labels = new Map([...wikidata.labels, ['Q7', 'Example Society'], ['Q8', 'Example Press']]);
  const read = (claims: object) => readWikidata({ ...adams, claims }, { ...wikidata, labels });
  const sentences = (claims: object) => read(claims).record?.entity.statements?.map((each) => each.text);
  const made = [claim(time('+1948-12-10T00:00:00Z'))];
  const founded = sentences({ P31: [claim(item('Q7278'))], P571: made });
  expect(founded).toEqual(['Founded on 10 December 1948.']);
  expect(sentences({ P31: [claim(item('Q7748'))], P571: made })).toEqual(['Made on 10 December 1948.']);
  const begun = { qualifiers: { P580: [time('+1999-00-00T00:00:00Z', 9)] } };
  const member = read({ P463: [claim(item('Q7'), begun), claim(item('Q1')), claim({ snaktype: 'novalue' })] });
  expect(member.record?.entity.statements).toMatchObject([{ text: 'Member of Example Society.', from: '1999' }]);
  expect(read({ P2002: [claim(text('example')), claim(text('not a handle'))] }).record?.entity.names).toContainEqual({
    text: '@example',
    kind: 'handle',
  });
});

test('a reference that two statements share is one source, with what it says of itself', () => {
  const labels = new Map([...wikidata.labels, ['Q8', 'Example Press']]);
  const reference = {
    snaks: {
      P854: [text('https://press.example/a')],
      P123: [item('Q8')],
      P577: [time('+2001-02-00T00:00:00Z', 10)],
    },
  };
  const claims = {
    P31: [claim(item('Q5'))],
    P569: [
      claim(time('+1952-03-11T00:00:00Z'), {
        references: [reference, { snaks: { P854: [text('https://bare.example/')] } }],
      }),
    ],
    P570: [claim(time('+2001-05-11T00:00:00Z'), { references: [reference, 'no reference'] })],
  };
  const reading = readWikidata({ ...adams, claims }, { ...wikidata, labels });
  expectSound([reading]);
  expect(
    reading.record?.sources.slice(1).map(({ title, publisher, issued }) => ({ title, publisher, issued })),
  ).toEqual([
    { title: 'https://press.example/a', publisher: 'Example Press', issued: { 'date-parts': [[2001, 2]] } },
    { title: 'https://bare.example/', publisher: 'bare.example', issued: undefined },
  ]);
});

test('a date before our era, a century and a day that is none are told as they are, or not at all', () => {
  const born = (...times: object[]) =>
    readWikidata(
      { ...adams, claims: { P569: times.map((each) => claim(each)) } },
      wikidata,
    ).record?.entity.statements?.map((each) => each.text);
  expect(born(time('-0427-00-00T00:00:00Z', 9))).toEqual(['Born in 427 BC.']);
  expect(
    born(time('+1900-00-00T00:00:00Z', 7), time('+2001-02-31T00:00:00Z'), time('soon'), { snaktype: 'somevalue' }),
  ).toBe(undefined);
});

test.each([
  ['ids', { ids: new Set(['Q42']) }, { ids: new Set(['Q43']) }],
  ['class', { classes: new Set(['Q5']) }, { classes: new Set(['Q6']) }],
  ['country', { countries: new Set(['Q145']) }, { countries: new Set(['Q794']) }],
])('items are chosen by %s', (_, fits, other) => {
  expect(readWikidata(adams, { ...wikidata, choice: fits }).record).toBeDefined();
  expect(readWikidata(adams, { ...wikidata, choice: other })).toEqual({ skipped: 'not chosen', problems: [] });
});

test('properties, and items without a label in a chosen language, are skipped', () => {
  expect(readWikidata({ type: 'property', id: 'P31' }, wikidata).skipped).toBe('not an item');
  expect(readWikidata({ ...adams, labels: { ru: adams.labels.ru } }, wikidata).skipped).toBe('no label in en, fa');
});

test('a person whose death nobody recorded is living, unless older than anyone became', () => {
  const born = (day: string) => ({ ...adams, claims: { P31: [claim(item('Q5'))], P569: [claim(time(day))] } });
  expect(readWikidata(born('+1952-03-11T00:00:00Z'), wikidata).record?.entity.living).toBe(true);
  expect(readWikidata(born('+1802-03-11T00:00:00Z'), wikidata).record?.entity.living).toBe(false);
});

test('the kind of an item comes from its class, or from what only such things have', () => {
  const kind = (claims: object) => readWikidata({ ...adams, claims }, wikidata).record?.entity.kind;
  expect(kind({ P31: [claim(item('Q7278'))] })).toBe('organisation');
  expect(kind({ P31: [claim(item('Q999999999'))], P585: [claim(time('+1988-00-00T00:00:00Z', 9))] })).toBe('event');
  expect(kind({})).toBe('term');
});

const person = {
  id: 'NK-aBc',
  caption: 'Example Person',
  schema: 'Person',
  datasets: ['us_ofac_sdn'],
  properties: {
    name: ['Example Person', 'علی'],
    alias: ['Person the Example', 'the'],
    weakAlias: ['Example'],
    birthDate: ['1960', '1960-05-01'],
    position: ['Minister of Examples'],
    topics: ['sanction', 'crime'],
    wikidataId: ['Q1'],
  },
};
const sanction = {
  id: 's-1',
  schema: 'Sanction',
  properties: {
    entity: ['NK-aBc'],
    authority: ['Office of Examples'],
    program: ['EX-1'],
    startDate: ['2019-06-24'],
    sourceUrl: ['https://sanctions.example/1'],
  },
};

test('a FollowTheMoney person keeps strong names, dates and listings with who made them', () => {
  const listing = readListing(sanction);
  const reading = readFtm(person, options, [listing!, listing!]);
  expectSound([reading]);
  expect(reading.record?.entity).toMatchObject({
    id: expect.stringMatching(/^nk-abc-/u),
    name: 'Example Person',
    names: [{ text: 'علی' }, { text: 'Person the Example' }],
    description: 'Minister of Examples',
    wikidata: 'Q1',
    statements: [
      { text: 'Born on 1 May 1960.', date: '1960-05-01' },
      { text: 'Listed by Office of Examples under EX-1 on 24 June 2019.', kind: 'designation', from: '2019-06-24' },
    ],
  });
  expect(reading.problems.map(({ found }) => found)).toEqual(['"the"']);
});

test('listings nested in the line of a person are read too', () => {
  const nested = { ...person, properties: { ...person.properties, sanctions: [sanction] } };
  expect(readFtm(nested, options).record?.entity.statements).toHaveLength(2);
});

test('links, addresses and identifiers of FollowTheMoney are skipped', () => {
  expect(readFtm(sanction, options)).toEqual({ skipped: 'schema Sanction', problems: [] });
});

const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/1',
  claimReviewed: 'The moon is made of cheese.',
  datePublished: '2024-05-02',
  author: { '@type': 'Organization', name: 'Example Checks' },
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Organization', name: 'Moon Society' },
    datePublished: '2024-05-01',
    appearance: { url: 'https://moon.example/' },
  },
  reviewRating: { '@type': 'Rating', ratingValue: '1', bestRating: '5', alternateName: 'False' },
};

test('a claim review is two positions, the rating being the words of the reviewer', () => {
  const found = claimReviewsIn({
    '@graph': [
      {
        dataFeedElement: [
          { item: [review, { ...review, url: 'https://other.example/2', author: { name: 'Other Checks' } }] },
        ],
      },
    ],
  });
  const { readings } = readClaimReviews(found, { ...options, prefix: 'claims' });
  expectSound(readings);
  expect(readings).toHaveLength(1);
  expect(readings[0]?.record?.entity).toMatchObject({
    id: 'claims-moon-society',
    kind: 'organisation',
    disputes: [
      {
        positions: [
          { holder: 'Moon Society', text: '“The moon is made of cheese.”', date: '2024-05-01' },
          { holder: 'Example Checks', relation: 'reviewed the claim', text: 'Rated the claim “False”.' },
          { holder: 'Other Checks', text: 'Rated the claim “False”.' },
        ],
      },
    ],
  });
  expect(readings[0]?.record?.entity.statements).toBeUndefined();
});

test('reviews that name no claimant or have no address are counted with the reason', () => {
  const { readings, skipped } = readClaimReviews(
    [{ ...review, itemReviewed: {} }, { ...review, url: 'javascript:x' }, 3],
    { ...options, prefix: 'c' },
  );
  expect(readings).toEqual([]);
  expect([...skipped]).toEqual([
    ['nobody named as the one who claims', 1],
    ['no address of the review', 1],
    ['not an object', 1],
  ]);
});

test('a document nested very deeply costs no stack', () => {
  let deep: unknown = review;
  for (let i = 0; i < 200_000; i++) deep = [deep];
  expect(claimReviewsIn(deep)).toMatchObject([{ url: review.url, claimReviewed: review.claimReviewed }]);
});

test('text loses what cannot be seen, tags and lone surrogates, and is cut at a word', () => {
  expect(plain('<b>A\u202Eb</b>\u0000 c\ud800\u200b d')).toBe('Ab c d');
  expect(plain('a\u0301')).toBe('\u00e1');
  expect(plain('سلام\u200cها')).toBe('سلام\u200cها');
  expect(plain('one two three', 9)).toBe('one two…');
});

test('tags that are never closed are read in one pass', () => {
  const open = '<a'.repeat(150_000);
  // Looked through once for each of them, this takes longer than a test may.
  expect(plain(open, open.length)).toBe(open);
});

test('ids keep names readable and different things apart', () => {
  expect(idOf('Élodie  Bouchez', 'p')).toBe('p-elodie-bouchez');
  expect(idOf('علی')).toMatch(/^[a-z0-9]+$/u);
  expect(idOf('علی')).not.toBe(idOf('رضا'));
  expect(idOfId('NK-aB')).not.toBe(idOfId('NK-Ab'));
  expect(idOfId('Q42')).toBe('q42');
  expect(idOf('constructor')).not.toBe('constructor');
});

test('dates keep the precision they have and are days of the calendar', () => {
  expect(['2024', '2024-07', '2024-07-22', '2024-07-22T10:00:00Z', '22.7.2024', '2024-02-30', 5].map(date)).toEqual([
    '2024',
    '2024-07',
    '2024-07-22',
    '2024-07-22',
    undefined,
    undefined,
    undefined,
  ]);
});

test('whatever stands in a record, an importer gives a sound record or says why not', async () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'Q5',
      '__proto__',
      'javascript:x',
      'https://a.example/',
      '+2001-01-01T00:00:00Z',
      'value',
      'Person',
      'en',
    ),
    fc.jsonValue(),
  );
  const object = (...keys: string[]) =>
    fc.dictionary(fc.oneof(fc.constantFrom(...keys, '__proto__', 'constructor'), fc.string()), leaf);
  const snak = fc.record({
    snaktype: fc.constantFrom('value', 'novalue'),
    datavalue: fc.record({ value: fc.oneof(leaf, object('id', 'time', 'precision', 'text')) }),
  });
  const anyItem = fc.record({
    id: fc.constantFrom('Q1', 'Q2', 'P1', '__proto__'),
    labels: fc.oneof(leaf, fc.record({ en: fc.record({ value: leaf }) })),
    aliases: fc.oneof(leaf, fc.record({ en: fc.array(fc.record({ value: leaf })) })),
    descriptions: leaf,
    claims: fc.oneof(
      leaf,
      fc.dictionary(
        fc.constantFrom('P31', 'P569', 'P39', 'P2002', '__proto__'),
        fc.array(fc.record({ mainsnak: snak, rank: leaf, qualifiers: leaf, references: leaf })),
      ),
    ),
    sitelinks: leaf,
  });
  const anyFtm = fc.record({
    id: leaf,
    schema: fc.constantFrom('Person', 'Company', 'constructor', 'x'),
    caption: leaf,
    properties: fc.dictionary(
      fc.constantFrom('name', 'alias', 'birthDate', 'sanctions', 'sourceUrl', '__proto__'),
      fc.oneof(leaf, fc.array(leaf)),
    ),
  });
  const anyReview = fc.record({
    '@type': fc.constant('ClaimReview'),
    claimReviewed: leaf,
    url: fc.oneof(leaf, fc.webUrl()),
    author: fc.oneof(leaf, fc.record({ name: leaf })),
    itemReviewed: fc.oneof(leaf, fc.record({ author: fc.record({ name: leaf, '@type': leaf }) })),
    reviewRating: leaf,
  });
  const table = fc.tuple(
    fc.uniqueArray(fc.oneof(fc.constantFrom(...tableFields, 'names (fa)', '__proto__'), fc.string())),
    fc.array(fc.array(fc.string({ unit: 'binary' }))),
  );
  const sound = (...readings: Reading[]) => {
    for (const reading of readings)
      expect(reading.record !== undefined || reading.skipped !== undefined || reading.problems.length > 0).toBe(true);
    expectSound(readings);
  };
  fc.assert(fc.property(fc.oneof(leaf, anyItem), (value) => sound(readWikidata(value, wikidata))));
  fc.assert(fc.property(fc.oneof(leaf, anyFtm), (value) => sound(readFtm(value, options))));
  fc.assert(
    fc.property(fc.array(fc.oneof(leaf, anyReview)), (values) =>
      sound(...readClaimReviews(values.flatMap(claimReviewsIn), { ...options, prefix: 'p' }).readings),
    ),
  );
  await fc.assert(
    fc.asyncProperty(table, async ([heading, cells]) => {
      const rows = [heading, ...cells].map((each, i) => ({ row: i + 1, cells: each }));
      const about = { ...options, prefix: 'p', columns: {}, onMapping: () => undefined };
      sound(...(await Array.fromAsync(readTable(rows, about))));
    }),
  );
});
