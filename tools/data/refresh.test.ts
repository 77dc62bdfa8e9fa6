import { readdirSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../cli/pack/check.ts';
import { knowledgeFiles } from '../../cli/pack/knowledge.ts';
import { fixtures, knownHolders } from './fixture.ts';
import { refresh } from './refresh.ts';

let dir: string;
let sources: string;
let printed: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'data-'));
  sources = join(dir, 'sources');
  printed = [];
  for (const method of ['log', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((text: string) => void printed.push(text));
  await cp('data/refresh', join(dir, 'data', 'refresh'), { recursive: true });
  for (const file of Object.values(knowledgeFiles)) await writeFile(join(dir, 'data', file), '[]');
  // What people have written of records that the fixtures do not have.
  for (const [table, own] of Object.entries({ wrong: {}, 'usual-names': {}, 'known-holders': knownHolders }))
    await writeFile(join(dir, 'data', 'refresh', `${table}.json`), JSON.stringify(own));
  await cp(fixtures, sources, { recursive: true });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true });
});

const run = (...args: string[]) => {
  printed = [];
  return refresh([...args, '--from', sources, '--data', join(dir, 'data'), '--on', '2026-11-01']);
};
const shown = () => printed.join('\n');
const extract = (name: string, pack = 'world') => readFile(join(dir, 'data', pack, name), 'utf8');
const change = async (path: string, from: string, to: string) => {
  const text = await readFile(join(sources, path), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(sources, path), text.replace(from, to));
};
const everything = () =>
  Promise.all(
    ['world', 'world-sharealike'].flatMap((pack) =>
      readdirSync(join(dir, 'data', pack))
        .sort()
        .map(async (name) => `${pack}/${name}\n${await extract(name, pack)}`),
    ),
  );

test('a refresh writes packs that the check passes but for what fixtures lack, and again the same bytes', async () => {
  expect(await run()).toBe(0);
  const first = await everything();
  expect(first.length).toBeGreaterThan(25);
  expect(await run()).toBe(0);
  expect(await everything()).toEqual(first);
  expect(shown()).toMatch(/rigour \(fixture-1\): 5 records, 0 changes/u);
  // Entities of places that the fixtures do not have are the only thing missing.
  await check(['--data', join(dir, 'data')]);
  expect(
    shown()
      .match(/\[[a-z-]+\]/gu)!
      .filter((rule) => rule !== '[known-entity]'),
  ).toEqual([]);
});

test('NOTICE and sources.json carry licence, version and date of every source', async () => {
  await run();
  const listed = JSON.parse(await extract('sources.json', 'world-sharealike')) as Record<string, unknown>[];
  expect(listed).toMatchObject([
    { id: 'central-banks', license: 'CC-BY-SA-4.0' },
    { id: 'international-bodies', license: 'CC-BY-SA-4.0', version: 'fixture-1' },
    { id: 'world-leaders', issued: { 'date-parts': [[2026, 8, 22]] }, checked: { on: '2026-11-01', by: 'program' } },
  ]);
  expect(await extract('NOTICE', 'world-sharealike')).toMatch(
    /World Leaders Current\n.*\nData of 2026-08-22, version fixture-1\. Licence: CC-BY-SA-4\.0\.\n/u,
  );
  expect(JSON.parse(await extract('pack.json'))).toMatchObject({ id: 'world', released: '2026-11-01' });
});

test('a source that is read again unchanged keeps the day on which it was read', async () => {
  await run();
  await refresh(['--from', sources, '--data', join(dir, 'data'), '--on', '2026-11-20']);
  expect(await extract('sources.json')).not.toContain('2026-11-20');
});

test('changes are reported in words: who joined, who left, whose office, party or name is another', async () => {
  await run();
  await change('gb-commons/src/lib/data/uk/mp-data.json', 'Gamma Example (Sample)', 'Gamma Renamed');
  await change('gb-commons/src/lib/data/uk/mp-data.json', 'Your Example Party', 'Another Example Party');
  await change('gb-commons/src/lib/data/uk/mp-data.json', '"id": "10"', '"id": "20"');
  expect(await run('gb-commons', '--accept')).toBe(0);
  expect(shown()).toContain('joined: Alpha Example (member-of chamber-gb-lower)');
  expect(shown()).toContain('left: Alpha Example');
  expect(shown()).toContain('renamed: Gamma Example is now Gamma Renamed');
  expect(shown()).toContain('changed: Gamma Renamed: party-name Your Example Party → party-name Another Example Party');
});

test('a source that lost more than a twentieth keeps its old extract, until a maintainer accepts', async () => {
  await run();
  const before = await extract('partyfacts.jsonl');
  await change(
    'partyfacts/import/wikipedia/wikipedia.csv',
    '"Example Party",,"1990",',
    '"Example Party",,"1990","2026"',
  );
  expect(await run()).toBe(1);
  expect(shown()).toMatch(
    /kept the old extract: partyfacts: expected at most 0 of 7 records to be gone, found 1 gone; read the source, then run again with --accept/u,
  );
  expect(await extract('partyfacts.jsonl')).toBe(before);
  expect(await run('--accept')).toBe(0);
  expect(shown()).toContain('left: Example Party');
});

test('a source that changed its form keeps its old extract, and the others are read', async () => {
  await run();
  const before = await extract('ucdp.jsonl');
  await change('ucdp/conflicts/original_data/ucdp-dyadic-251.csv', 'side_b_id', 'actor');
  await change(
    'media/src/fundus/publishers/uk/__init__.py',
    'https://www.sample.example/",',
    'https://www.moved.example/",',
  );
  expect(await run()).toBe(1);
  expect(shown()).toMatch(
    /kept the old extract: ucdp: conflicts\/original_data\/ucdp-dyadic-251\.csv:1: expected the column side_b_id, found/u,
  );
  expect(await extract('ucdp.jsonl')).toBe(before);
  expect(await extract('media.jsonl')).toContain('moved.example');
});

test('a source that was never read and cannot be is reported, and nothing of it is written', async () => {
  await rm(join(sources, 'ucdp'), { recursive: true });
  expect(await run('ucdp')).toBe(1);
  expect(shown()).toMatch(/ucdp: expected ucdp or tjetdata\+tjet-db in .*, found neither/u);
});

test('a source that gives no record keeps its old extract, which the next refresh can read', async () => {
  await run();
  const before = await extract('cldr-cities.jsonl');
  const zones = 'cldr-cities/cldr-json/cldr-core/supplemental/windowsZones.json';
  await change(zones, '"AT"', '"XX"');
  expect(await run()).toBe(1);
  expect(shown()).toContain('kept the old extract: cldr-cities: expected records, found none; read the source');
  expect(await extract('cldr-cities.jsonl')).toBe(before);
  await change(zones, '"XX"', '"AT"');
  expect(await run()).toBe(0);
});

test('an unknown source is refused with the list of those that are known', async () => {
  await expect(run('moon')).rejects.toThrow(/expected one of cldr, rigour, .*, found "moon"/u);
});

describe('two sources that disagree', () => {
  test('are reported, and the newer holder stands', async () => {
    await run();
    expect(shown()).toContain(
      'disagree: head-of-government-of country-de: Beta Example of factbook is followed by Iota Example of world-leaders on 2026-05-05',
    );
    const beta = (await extract('factbook.jsonl')).split('\n').find((line) => line.includes('leader-beta-example'))!;
    expect(JSON.parse(beta).facts).toMatchObject([
      { property: 'head-of-government-of', from: '2025-05-06', to: '2026-05-05' },
    ]);
  });

  test('on one person give the older record the item of the newer', async () => {
    await run();
    const alpha = (await extract('factbook.jsonl'))
      .split('\n')
      .find((line) => line.includes('leader-alpha-exemplar-munoz-third'))!;
    expect(JSON.parse(alpha)).toMatchObject({ wikidata: 'Q900022', facts: [{ property: 'head-of-state-of' }] });
  });

  test('lose the older claim when the newer holder was there before', async () => {
    await change('world-leaders/snapshots/2026/08/2026-08-22.json', '2026-05-05', '2025-05-01');
    await run();
    expect(shown()).toContain(
      'factbook says Beta Example (as of 2026-01-22), world-leaders says Iota Example (as of 2026-08-22); the newer stands',
    );
    expect(await extract('factbook.jsonl')).not.toContain('leader-beta-example');
  });
});

describe('what people found wrong in a source', () => {
  const wrongs = (table: object) => writeFile(join(dir, 'data', 'refresh', 'wrong.json'), JSON.stringify(table));

  test('is left out, or corrected', async () => {
    await wrongs({
      factbook: [
        { id: 'chamber-de-lower', property: 'last-election', why: 'x' },
        { id: 'chamber-de-lower', wikidata: 'Q77', why: 'x' },
        {
          id: 'leader-beta-example',
          property: 'head-of-government-of',
          from: '2025-05-06',
          right: { from: '2025-05-07' },
          why: 'x',
        },
        { id: 'capital-ch-bern', why: 'x' },
      ],
    });
    await run();
    const written = await extract('factbook.jsonl');
    const lower = written.split('\n').find((line) => line.includes('"id":"chamber-de-lower"'));
    expect(lower).not.toContain('last-election');
    expect(lower).toContain('"wikidata":"Q77"');
    expect(written).toContain('"from":"2025-05-07"');
    expect(written).not.toContain('"id":"capital-ch-bern"');
  });

  test('is remarked on when the source no longer has it', async () => {
    await wrongs({ rigour: [{ id: 'country-zz', why: 'x' }] });
    await run();
    expect(shown()).toContain('remark: data/refresh/wrong.json: rigour no longer has country-zz ; take the line out');
  });
});

describe('words for the matcher', () => {
  const named = async (file: string, id: string) =>
    JSON.parse((await extract(file)).split('\n').find((line) => line.includes(`"id":"${id}"`))!) as {
      names?: { text: string; needs?: string[] }[];
      cues?: string[];
    };
  beforeEach(() => run());

  test('a name of several bodies, or of everyday words, needs a word of its country beside it', async () => {
    const { names } = await named('factbook.jsonl', 'chamber-de-upper');
    expect(names).toContainEqual({
      text: 'Senate',
      kind: 'short',
      lang: 'en',
      needs: ['Germany', 'German'],
    });
    expect(names!.filter(({ needs }) => needs).map(({ text }) => text)).not.toContain('Senate of Germany');
  });

  test('an acronym needs it too, and a name that holds the country does not', async () => {
    const { names } = await named('partyfacts.jsonl', 'party-de-10');
    expect(names!.find(({ text }) => text === 'EXG')!.needs).toContain('German');
  });

  test('cues of a person are the country, the chamber and the party', async () => {
    const { cues, names } = await named('us-congress.jsonl', 'us-congress-e000002');
    expect(cues).toEqual(expect.arrayContaining(['United States', 'EXP']));
    expect(names!.every(({ needs }) => needs === undefined)).toBe(true);
  });

  test('a person of one word, as kings are, needs the country; one of two words does not', async () => {
    const { names } = await named('factbook.jsonl', 'leader-alpha');
    expect(names).toEqual([{ text: 'Alpha', kind: 'full', lang: 'en', needs: ['Switzerland', 'Swiss'] }]);
  });

  test('a place shares its name with a place of another country, and then needs its own', async () => {
    await change('rigour/rust/data/territories/data.jsonl', '"name": "Tasmania"', '"name": "Germany (Australia)"');
    await run();
    expect((await named('rigour.jsonl', 'territory-au-tas')).names).toEqual([
      { text: 'Germany', lang: 'en', needs: ['Australia'] },
    ]);
    expect((await named('factbook.jsonl', 'capital-de-berlin')).names).toBeUndefined();
  });

  test('a word in capitals that is also a pronoun is no evidence', async () => {
    const { cues } = await named('us-congress.jsonl', 'us-congress-e000001');
    expect(cues).not.toContain('US');
  });
});
