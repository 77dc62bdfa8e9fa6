import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimReviewsIn, readClaimReviews } from './claimreview.ts';
import { tableFields } from './fields.ts';
import { readFtm, readListing } from './ftm.ts';
import { date, idOf, idOfId, type Outcome, plain } from './record.ts';
import { readTable } from './table-file.ts';
import { expectSound, importOptions, wikidata } from './testing.ts';
import { readWikidata } from './wikidata.ts';

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
  const outcome = readFtm(person, importOptions, [listing!, listing!]);
  expectSound([outcome]);
  expect(outcome.record?.entity).toMatchObject({
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
  expect(outcome.problems.map(({ found }) => found)).toEqual(['"the"']);
});

test('listings nested in the line of a person are read too', () => {
  const nested = { ...person, properties: { ...person.properties, sanctions: [sanction] } };
  expect(readFtm(nested, importOptions).record?.entity.statements).toHaveLength(2);
});

test('links, addresses and identifiers of FollowTheMoney are skipped', () => {
  expect(readFtm(sanction, importOptions)).toEqual({ skipped: 'schema Sanction', problems: [] });
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
  const { outcomes } = readClaimReviews(found, { ...importOptions, prefix: 'claims' });
  expectSound(outcomes);
  expect(outcomes).toHaveLength(1);
  expect(outcomes[0]?.record?.entity).toMatchObject({
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
  expect(outcomes[0]?.record?.entity.statements).toBeUndefined();
});

test('reviews that name no claimant or have no address are counted with the reason', () => {
  const { outcomes, skipped } = readClaimReviews(
    [{ ...review, itemReviewed: {} }, { ...review, url: 'javascript:x' }, 3],
    { ...importOptions, prefix: 'c' },
  );
  expect(outcomes).toEqual([]);
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
  const sound = (...outcomes: Outcome[]) => {
    for (const outcome of outcomes)
      expect(outcome.record !== undefined || outcome.skipped !== undefined || outcome.problems.length > 0).toBe(true);
    expectSound(outcomes);
  };
  fc.assert(fc.property(fc.oneof(leaf, anyItem), (value) => sound(readWikidata(value, wikidata))));
  fc.assert(fc.property(fc.oneof(leaf, anyFtm), (value) => sound(readFtm(value, importOptions))));
  fc.assert(
    fc.property(fc.array(fc.oneof(leaf, anyReview)), (values) =>
      sound(...readClaimReviews(values.flatMap(claimReviewsIn), { ...importOptions, prefix: 'p' }).outcomes),
    ),
  );
  await fc.assert(
    fc.asyncProperty(table, async ([heading, cells]) => {
      const rows = [heading, ...cells].map((each, i) => ({ row: i + 1, cells: each }));
      const about = { ...importOptions, prefix: 'p', columns: {}, onMapping: () => undefined };
      sound(...(await Array.fromAsync(readTable(rows, about))));
    }),
  );
});
