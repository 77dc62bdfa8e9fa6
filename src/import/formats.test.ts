import { describe, expect, test } from 'vitest';
import { lookAt, UnreadableFile } from './input.ts';
import { readFile } from './read-file.ts';
import type { PlacedOutcome } from './record.ts';
import { entities, options, read, told } from './testing.ts';

test('lists of JSON objects are tables, in whatever object they stand and with inner objects', async () => {
  const list = [
    { name: 'Tilda Marrow', aliases: ['T. Marrow', 'TM'], name_fa: 'تیلدا', kind: 'person' },
    { name: 'Orson Quell' },
  ];
  for (const content of [
    list,
    { meta: { page: 1 }, results: list },
    list.map((each) => JSON.stringify(each)).join('\n'),
  ])
    expect(entities(await read(content))).toMatchObject([
      {
        name: 'Tilda Marrow',
        names: [{ text: 'T. Marrow' }, { text: 'TM', kind: 'acronym' }, { text: 'تیلدا', lang: 'fa' }],
      },
      { name: 'Orson Quell' },
    ]);
  expect(told(await read({ anything: [1, 2] }))).toEqual([': a column that names the entries, the columns "anything"']);
});

test('an item of the REST interface reads as one of a dump', async () => {
  const statement = (property: string, content: unknown, more: object = {}) => ({
    rank: 'normal',
    property: { id: property },
    value: { type: 'value', content },
    ...more,
  });
  const time = { time: '+1950-01-02T00:00:00Z', precision: 11 };
  const reference = { parts: [{ property: { id: 'P854' }, value: { type: 'value', content: 'https://a.example/' } }] };
  const [item] = entities(
    await read({
      type: 'item',
      id: 'Q900',
      labels: { en: 'Tilda Marrow' },
      descriptions: { en: 'baker' },
      aliases: { en: ['T. Marrow'] },
      statements: {
        P31: [statement('P31', 'Q5')],
        P569: [statement('P569', time, { references: [reference] })],
        P570: [{ rank: 'normal', property: { id: 'P570' }, value: { type: 'somevalue' } }],
      },
      sitelinks: { enwiki: { title: 'Tilda Marrow' } },
    }),
  );
  expect(item).toMatchObject({
    kind: 'person',
    names: [{ text: 'T. Marrow' }],
    description: 'baker',
    living: false,
    statements: [
      { text: 'Born on 2 January 1950.', citations: [{ source: 'wikidata-q900' }, { source: 'wikidata-q900-r1' }] },
    ],
    wikipedia: 'Tilda Marrow',
  });
});

describe('a file of OpenSanctions', () => {
  test('targets.simple.csv is a table', async () => {
    const head = 'id,schema,name,aliases,birth_date,countries,dataset';
    const rows = 'NK-aB,Person,Tilda Marrow,T. Marrow;Tilda M.,1802-01-02,gb,list\nNK-Ab,Vessel,MV Marrow,,,,list';
    const outcomes = await read(`${head}\n${rows}\n`);
    expect(entities(outcomes)).toMatchObject([
      { kind: 'person', name: 'Tilda Marrow', names: [{ text: 'T. Marrow' }, { text: 'Tilda M.' }], living: false },
      { kind: 'term', name: 'MV Marrow' },
    ]);
    expect(new Set(entities(outcomes).map(({ id }) => id)).size).toBe(2);
  });

  test('statements.csv is gathered by entity, listings included', async () => {
    const rows = [
      'canonical_id,entity_id,prop,prop_type,schema,value,dataset',
      'NK-1,x1,name,name,LegalEntity,Tilda Marrow,list',
      's-1,s-1,entity,entity,Sanction,NK-1,list',
      's-1,s-1,authority,name,Sanction,Office A,list',
      'NK-1,x2,birthDate,date,Person,1950-01-02,list',
      'NK-1,x2,name,name,Person,Tilda Marrow,other',
      ',,,,,,',
    ];
    const outcomes = await read(rows.join('\n'));
    expect(entities(outcomes)).toMatchObject([
      { kind: 'person', name: 'Tilda Marrow', statements: [{ date: '1950-01-02' }, { text: 'Listed by Office A.' }] },
    ]);
    expect(told(outcomes)).toEqual([': schema Sanction']);
  });

  test('of changes is read but for what was deleted', async () => {
    const line = (op: string, name: string) =>
      JSON.stringify({ op, entity: { id: `NK-${name}`, schema: 'Person', properties: { name: [name] } } });
    const outcomes = await read(
      [line('ADD', 'Tilda Marrow'), line('MOD', 'Orson Quell'), line('DEL', 'Ivo Lark')].join('\n'),
    );
    expect(entities(outcomes).map(({ name }) => name)).toEqual(['Tilda Marrow', 'Orson Quell']);
    expect(told(outcomes)).toEqual(['line 3: deleted']);
  });
});

describe('reviews of claims', () => {
  const review = {
    '@type': 'ClaimReview',
    url: 'https://checks.example/1',
    claimReviewed: 'The bridge was closed.',
    author: 'Example Checks',
    itemReviewed: { '@type': 'Claim', author: 'Tilda Marrow' },
    reviewRating: { alternateName: 'False' },
  };
  const holders = (outcomes: PlacedOutcome[]) =>
    entities(outcomes).map(({ disputes }) => disputes?.[0]?.positions.map(({ holder, text }) => `${holder}: ${text}`));
  const expected = [['Tilda Marrow: “The bridge was closed.”', 'Example Checks: Rated the claim “False”.']];

  test('may have texts as authors, and stand in a saved page among other data', async () => {
    const page = `<!-- saved -->\n<!doctype html><script type="application/ld+json">{"@type":"WebSite"}</script>
<script type="application/ld+json">${JSON.stringify({ '@graph': [review] })}</script><script>"no data"</script>`;
    expect(holders(await read(review))).toEqual(expected);
    expect(holders(await read(page))).toEqual(expected);
    expect(told(await read(`${page}<script type="application/ld+json">{</script>`))[0]).toMatch(/^line 3: JSON/u);
    await expect(read('<!doctype html><p>Nothing</p>')).rejects.toThrow(UnreadableFile);
  });

  test('may stand in a page as microdata, and count once where it says them in JSON-LD too', async () => {
    const microdata = `<!doctype html><html><body><article itemscope itemtype="https://schema.org/ClaimReview">
<link itemprop="url" href="https://checks.example/1"><h1 itemprop="claimReviewed">The bridge <b>was</b> closed.</h1>
<p>By <span itemprop="author" itemscope itemtype="https://schema.org/Organization"><a itemprop="url" href="https://checks.example/">
<span itemprop="name">Example Checks</span></a></span>, <time itemprop="datePublished" datetime="2024-05-01">in May</time></p>
<div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Claim"><div itemprop="author creator" itemscope
itemtype="https://schema.org/Person"><meta itemprop="name" content="Tilda Marrow"></div></div>
<div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><b itemprop="alternateName">False</b></div></article>
<div itemscope itemtype="https://schema.org/WebSite"><p itemprop="name">A site</p></div>`;
    const outcomes = await read(microdata);
    expect(holders(outcomes)).toEqual(expected);
    expect(entities(outcomes)[0]).toMatchObject({
      kind: 'person',
      disputes: [{ positions: [{}, { date: '2024-05-01' }] }],
    });
    const both = `${microdata}<script type="application/ld+json">${JSON.stringify(review)}</script>`;
    expect(holders(await read(both))).toEqual(expected);
  });

  test.each(['schema:', 'http://schema.org/', 'https://schema.org/'])('may have the prefix %s', async (prefix) => {
    const prefixed = {
      '@type': `${prefix}ClaimReview`,
      [`${prefix}url`]: { '@id': 'https://checks.example/1' },
      [`${prefix}claimReviewed`]: { '@value': 'The bridge was closed.' },
      [`${prefix}author`]: { [`${prefix}name`]: 'Example Checks' },
      [`${prefix}itemReviewed`]: {
        [`${prefix}author`]: { '@type': `${prefix}Person`, [`${prefix}name`]: 'Tilda Marrow' },
      },
      [`${prefix}reviewRating`]: { [`${prefix}alternateName`]: 'False' },
    };
    const outcomes = await read({ '@graph': [prefixed] });
    expect(holders(outcomes)).toEqual(expected);
    expect(entities(outcomes)[0]).toMatchObject({ kind: 'person' });
    expect(entities(outcomes)[0]).not.toHaveProperty('living');
  });

  test('may be an answer of the Fact Check Tools', async () => {
    const answer = {
      claims: [
        {
          text: 'The bridge was closed.',
          claimant: 'Tilda Marrow',
          claimReview: [
            {
              publisher: { name: 'Example Checks', site: 'checks.example' },
              url: 'https://checks.example/1',
              textualRating: 'False',
            },
          ],
        },
      ],
    };
    expect(holders(await read(answer))).toEqual(expected);
  });
});

test('Popolo gives people with their offices, and bodies', async () => {
  const outcomes = await read({
    persons: [
      {
        id: 'a',
        name: 'Marrow, Tilda',
        other_names: [{ name: 'تیلدا', lang: 'fa' }],
        birth_date: '1802-01-02',
        identifiers: [{ scheme: 'wikidata', identifier: 'Q900' }],
        sources: [{ url: 'https://register.example/a' }],
      },
      { id: 'b', given_name: 'Orson', patronymic_name: 'Ivanovich', family_name: 'Quell' },
    ],
    organizations: [{ id: 'o', name: 'Chamber of Millbrook', classification: 'legislature' }],
    memberships: [
      { person_id: 'a', organization_id: 'o', role: 'Member', start_date: '2001-02' },
      { person_id: 'a', organization_id: 'o', role: 'Member', start_date: '2001-02' },
    ],
    areas: [{ id: 'x', name: 'East' }],
  });
  expect(entities(outcomes)).toMatchObject([
    {
      id: 'q900',
      name: 'Tilda Marrow',
      names: [{ text: 'تیلدا', lang: 'fa' }],
      living: false,
      statements: [{ text: 'Born on 2 January 1802.' }],
      roles: [{ title: 'Member of Chamber of Millbrook', from: '2001-02' }],
    },
    { name: 'Orson Quell', names: [{ text: 'Orson Ivanovich Quell' }, { text: 'Quell Orson Ivanovich' }] },
    { kind: 'organisation', name: 'Chamber of Millbrook' },
  ]);
  expect(entities(outcomes)[0]?.roles).toHaveLength(1);
  expect(told(outcomes)).toEqual([': areas']);
});

test('TEI gives people, bodies and places', async () => {
  const outcomes = await read(`<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><p>Nobody <persName>Ivo Lark</persName></p>
<listPerson><person xml:id="p1"><persName xml:lang="de"><surname>Marrow</surname>, <forename>Tilda</forename></persName>
<persName>Till &amp; Co</persName><birth when="1802-01-02"/><death/><idno type="wikidata">https://www.wikidata.org/wiki/Q900</idno>
<occupation>Baker</occupation></person></listPerson>
<listOrg><org><orgName>Chamber of Millbrook</orgName></org></listOrg>
<listPlace><place><placeName>Millbrook</placeName></place></listPlace></text></TEI>`);
  expect(entities(outcomes)).toMatchObject([
    {
      id: 'q900',
      name: 'Tilda Marrow',
      names: [{ text: 'Till & Co' }],
      description: 'Baker',
      living: false,
      statements: [{ text: 'Born on 2 January 1802.' }],
    },
    { kind: 'organisation', name: 'Chamber of Millbrook' },
    { kind: 'place', name: 'Millbrook' },
  ]);
  expect(outcomes.map(({ line }) => line)).toEqual([3, 6, 7]);
});

test('a file of another kind than was said is read as what it is, with a remark', async () => {
  async function* open() {
    yield new TextEncoder().encode('[{"id":"a","type":"book","title":"A History of Millbrook"}]');
  }
  const outcomes = await Array.fromAsync(readFile(await lookAt({ open, again: false }), 'csv', options));
  expect(outcomes[0]).toMatchObject({ remark: true, problems: [{ found: 'sources' }] });
  expect(entities(outcomes)).toHaveLength(1);
  await expect(read('%PDF-1.7')).rejects.toThrow(/found a PDF document; copy its table/u);
});
