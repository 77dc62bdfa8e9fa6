import { describe, expect, test } from 'vitest';
import { type Format, lookAt } from './input.ts';
import { readFile } from './read-file.ts';
import type { PlacedOutcome } from './record.ts';
import { options } from './testing.ts';

async function outcomes(
  format: Format,
  content: string | Iterable<Uint8Array>,
  again = true,
): Promise<PlacedOutcome[]> {
  async function* open() {
    if (typeof content === 'string') yield new TextEncoder().encode(content);
    else yield* content;
  }
  const found = await Array.fromAsync(readFile(await lookAt({ open, again }), format, options));
  return found.filter(({ remark }) => !remark);
}

/** What became of each record: the name that was taken, the reason for leaving it out, or what was wrong. */
const told = (found: PlacedOutcome[]) =>
  found.map(({ line, row, record, skipped, problems }) => [
    line ?? row,
    record?.entity.name ?? skipped ?? `${problems[0]?.expected}; ${problems[0]?.found}`,
  ]);

const item = (id: string, label: string) => ({ type: 'item', id, labels: { en: { language: 'en', value: label } } });
const line = (value: unknown) => JSON.stringify(value);

describe('a file of Wikidata', () => {
  test('is read as lines of a dump, brackets and commas and all, and a bad line is reported with its number', async () => {
    const dump = `[\n${line(item('Q1', 'Example One'))},\n{"broken":\n${line(item('Q2', 'Example Two'))}\n]\n`;
    expect(told(await outcomes('wikidata', dump))).toEqual([
      [2, 'Example One'],
      [3, expect.stringContaining('JSON in UTF-8; ')],
      [4, 'Example Two'],
    ]);
  });

  test.each([
    ['a list on one line', line([item('Q1', 'Example One'), item('Q2', 'Example Two')])],
    ['a list over many lines', JSON.stringify([item('Q1', 'Example One'), item('Q2', 'Example Two')], null, 2)],
    ['an export of entities', line({ entities: { Q1: item('Q1', 'Example One'), Q2: item('Q2', 'Example Two') } })],
    [
      'an export of entities over many lines',
      JSON.stringify({ entities: { Q1: item('Q1', 'Example One'), Q2: item('Q2', 'Example Two') } }, null, 2),
    ],
  ])('may be %s', async (_, content) => {
    expect(told(await outcomes('wikidata', content)).map(([, what]) => what)).toEqual(['Example One', 'Example Two']);
  });

  test('may be the results of a query, whose columns are a table', async () => {
    const cell = (value: string) => ({ type: 'literal', value });
    const results = {
      head: { vars: ['item', 'itemLabel'] },
      results: {
        bindings: [
          { item: cell('http://www.wikidata.org/entity/Q1'), itemLabel: cell('Example One') },
          // Nothing is bound where nothing was found.
          { itemLabel: cell('Example Two') },
        ],
      },
    };
    const found = await outcomes('wikidata', line(results));
    expect(told(found)).toEqual([
      [2, 'Example One'],
      [3, 'Example Two'],
    ]);
    expect(found.map(({ record }) => record?.entity.wikidata)).toEqual(['Q1', undefined]);
    // The head of results whose rows were lost is no item either.
    expect(told(await outcomes('wikidata', line({ head: { vars: 1 }, results: {} })))).toEqual([
      [undefined, 'a column that names the entries; the columns "head:vars"'],
    ]);
  });

  test('that is cut short says so', async () => {
    const whole = JSON.stringify([item('Q1', 'Example One')], null, 2);
    expect(told(await outcomes('wikidata', whole.slice(0, -4)))).toEqual([
      [1, 'JSON in UTF-8; a document that is cut short or is not JSON'],
    ]);
  });

  test('with bytes that are not UTF-8 loses that line, and no other', async () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    const lines = [
      encode(`${line(item('Q1', 'Example One'))}\n`),
      Uint8Array.of(0xff, 0x0a),
      encode(line(item('Q2', 'Example Two'))),
    ];
    expect(told(await outcomes('wikidata', lines))).toEqual([
      [1, 'Example One'],
      [2, 'JSON in UTF-8; bytes that are not UTF-8'],
      [3, 'Example Two'],
    ]);
    // Within a document over many lines nothing after it can be trusted.
    expect(told(await outcomes('wikidata', [encode('{\n'), Uint8Array.of(0xff, 0x0a), encode('}')]))).toEqual([
      [2, 'JSON in UTF-8; bytes that are not UTF-8'],
    ]);
  });

  test('with a line too long for anything real passes over it without holding it', async () => {
    const megabyte = 2 ** 20;
    let most = 0;
    const lines = {
      *[Symbol.iterator]() {
        for (let piece = 0; piece < 1024; piece++) {
          yield new Uint8Array(megabyte).fill(0x20);
          most = Math.max(most, process.memoryUsage().arrayBuffers);
        }
        yield new TextEncoder().encode(`\n${line(item('Q1', 'Example One'))}\n`);
      },
    };
    const before = process.memoryUsage().arrayBuffers;
    expect(told(await outcomes('wikidata', lines))).toEqual([
      [1, 'JSON in UTF-8; a line of more than 64 MB'],
      [2, 'Example One'],
    ]);
    // Half of the line: what is waiting to be collected counts as well.
    expect(most - before).toBeLessThan(512 * megabyte);
  });
});

describe('a file of FollowTheMoney', () => {
  const person = { id: 'NK-1', schema: 'Person', properties: { name: ['Example Person'] } };
  const listing = (properties: object) => ({
    id: 's-1',
    schema: 'Sanction',
    properties: { entity: ['NK-1', 7], ...properties },
  });
  const sentences = (found: PlacedOutcome[]) =>
    found.flatMap(({ record }) => record?.entity.statements?.map(({ text }) => text) ?? []);

  test.each([
    [{ authority: ['Office A'] }, ['Listed by Office A.']],
    [{ publisher: ['Register B'], program: ['EX-1'] }, ['Listed by Register B under EX-1.']],
    [{ authority: ['A'], startDate: ['2019'], endDate: ['2021-03'] }, ['Listed by A from 2019 to March 2021.']],
    [{ authority: ['A'], listingDate: ['2019-06-24'] }, ['Listed by A on 24 June 2019.']],
    [{ authority: ['A'], endDate: ['2021', '2022'] }, ['Listed by A until 2022.']],
    // Nobody stands behind it: no sentence.
    [{ program: ['EX-1'] }, []],
  ])('tells a listing %j, before or after whom it lists', async (properties, expected) => {
    const lines = [line(listing(properties)), line(person)];
    expect(sentences(await outcomes('ftm', lines.join('\n')))).toEqual(expected);
    expect(sentences(await outcomes('ftm', lines.toReversed().join('\n')))).toEqual(expected);
    expect(sentences(await outcomes('ftm', `[${lines.join()}]`))).toEqual(expected);
  });

  test('tells several listings of one person, and the same one only once', async () => {
    const lines = [person, listing({ authority: ['A'] }), listing({ authority: ['B'] }), listing({ authority: 'B' })];
    expect(sentences(await outcomes('ftm', lines.map(line).join('\n')))).toEqual(['Listed by A.', 'Listed by B.']);
  });

  test('that comes only once is read without the listings on other lines, which are counted', async () => {
    const found = await outcomes('ftm', [listing({ authority: ['A'] }), person].map(line).join('\n'), false);
    expect(told(found)).toEqual([
      [1, 'schema Sanction'],
      [2, 'Example Person'],
    ]);
    expect(sentences(found)).toEqual([]);
  });

  test('says what is no record', async () => {
    const nameless = { id: 'NK-2', schema: 'Person', properties: { name: [] } };
    expect(told(await outcomes('ftm', `7\n${line({ ...person, properties: 'x' })}\n${line(nameless)}\n{`))).toEqual([
      [1, 'an object; 7'],
      [2, 'an object; "NK-1"'],
      [3, 'no name'],
      [4, expect.stringContaining('JSON in UTF-8')],
    ]);
  });
});

describe('lines that an import wrote', () => {
  test('are taken again as they are, and told of when they no longer fit', async () => {
    const [made] = await outcomes('wikidata', line(item('Q1', 'Example One')));
    const text = `${line(made!.record)}\n${line({ entity: {}, sources: [] })}\nnot JSON\n`;
    const found = await outcomes('records', text);
    expect(found[0]?.record).toEqual(made!.record);
    expect(told(found).map(([at, what]) => [at, String(what).split(';')[0]])).toEqual([
      [1, 'Example One'],
      [2, 'a text'],
      [3, 'JSON in UTF-8'],
    ]);
  });
});

describe('a file of claim reviews', () => {
  const review = (rating: object | undefined) => ({
    '@type': 'ClaimReview',
    url: 'https://checks.example/1',
    claimReviewed: 'The moon is made of cheese.',
    author: { name: 'Example Checks' },
    itemReviewed: { author: { name: 'Moon Society' } },
    reviewRating: rating,
  });

  test.each([
    [{ alternateName: 'False', ratingValue: 1, bestRating: 5 }, 'Rated the claim “False”.'],
    [{ ratingValue: 1, bestRating: '5' }, 'Rated the claim “1 of 5”.'],
    [{ ratingValue: '2' }, 'Rated the claim “2”.'],
  ])('gives the rating %j in the words or numbers of the reviewer', async (rating, expected) => {
    const [found] = await outcomes('claimreview', line(review(rating)));
    expect(found?.record?.entity.disputes?.[0]?.positions.map(({ text }) => text)).toContain(expected);
  });

  test('says so without a rating, and tells of lines that are not JSON', async () => {
    const found = await outcomes('claimreview', `${line(review(undefined))}\n}\n`);
    expect(found.map(({ problems }) => problems[0]?.rule)).toEqual(['json', undefined]);
    expect(found[1]?.record?.entity.disputes?.[0]?.positions[1]?.text).toBe('Published a review of the claim.');
  });
});
