import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { cite, entity, source, statement } from '../dataset/builders.ts';
import { readPack } from '../dataset/read.ts';
import { annotate, openIndex } from '../match/index.ts';
import { announce, onNews } from './channel.ts';
import type { Database } from './database.ts';
import { acceptImport, countBreak, discardImport, listJobs, readAgain, stageImport } from './jobs.ts';
import { prepare } from './prepare.ts';
import { rebuildIndexes } from './rebuild.ts';
import { hashOf } from './records.ts';
import { runImports } from './run.ts';
import { exportPack, listPacks, lostPacks, readIndex, readRecords, removePack, setMark } from './store.ts';
import { everything, exchange, freshDatabase, read, surroundings, table, today, wordRank } from './testing.ts';

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

const job = async () => (await listJobs(database))[0]!;

describe('an import', () => {
  test('is shown before it is taken in, and then marks names and answers for them', async () => {
    const id = await read(database, 'Name;Art\nExample Trading Ltd;person\n', 'My list.csv', {
      columns: { Art: 'kind' },
      kind: 'organisation',
    });
    const { state, preview } = await job();
    expect(state).toBe('ready');
    expect(preview).toMatchObject({
      format: 'csv',
      info: { id: 'my-list', title: 'my-list' },
      counts: { entities: 1, refused: 0 },
      table: { columns: ['Name', 'Art'], mapping: { Name: 'name', Art: 'kind' } },
      sample: [{ name: 'Example Trading Ltd', kind: 'person' }],
    });
    expect(await listPacks(database)).toEqual([]);
    const pack = await acceptImport(database, id, today);
    expect(pack).toMatchObject({ id: 'my-list', mark: 'on demand', entities: 1, added: today });
    expect(await listJobs(database)).toEqual([]);
    const index = openIndex(await readIndex(database, pack));
    expect(annotate(index, { blocks: ['They met Example Trading Ltd.'] })).toMatchObject([
      { entity: 'my-list-example-trading-ltd' },
    ]);
    const records = await readRecords(database, pack);
    expect((await records.entity(0)).entity.name).toBe('Example Trading Ltd');
  });

  test('of a pack keeps every record and source, and gives them out again', async () => {
    const told = entity('zeta', { statements: [statement('It was a club.', { citations: cite('alpha') })] });
    const content = exchange('mine', told, entity('eta'));
    const id = await read(database, gzipSync(content), 'whatever.bin');
    const pack = await acceptImport(database, id, today);
    const records = await readRecords(database, pack);
    expect(await records.entity(1)).toEqual({ entity: told, sources: [source('alpha')] });
    const back = readPack(JSON.parse(await (await exportPack(database, 'mine')).text()));
    const { entities, ...rest } = JSON.parse(content);
    expect(back.pack).toEqual({ ...rest, entities: entities.toReversed() });
  });

  test('can be read again with other choices, and forgotten, without a trace', async () => {
    const id = await read(database, 'Wer,Was\nExample House,x\n', 'list.csv');
    expect(await job()).toMatchObject({ state: 'refused', refusal: { why: 'empty' } });
    await readAgain(database, id, { columns: { Wer: 'name' }, id: 'other' });
    await runImports(surroundings(database));
    expect((await job()).preview).toMatchObject({ info: { id: 'other' }, counts: { entities: 1 } });
    await discardImport(database, id);
    for (const store of ['jobs', 'inputs', 'records', 'indexes'] as const)
      expect(await database.getAllKeys(store)).toEqual([]);
  });

  test.each(['checking', 'compiling'] as const)('that nobody waits for any more ends while it is %s', async (step) => {
    await stageImport(database, new Blob([table(50)]), 'long.csv');
    const seen: string[] = [];
    const reading = prepare(await job(), new Blob([table(50)]), {
      ...surroundings(database),
      wordRank,
      onProgress: (progress) => seen.push(progress.step),
      isOutdated: () => seen.includes(step),
      pause: async () => undefined,
    });
    await expect(reading).rejects.toMatchObject({ why: 'changed' });
    expect(seen.at(-1)).toBe(step);
  });

  test('that is discarded while it is read leaves nothing behind', async () => {
    const id = await stageImport(database, new Blob([table(10)]), 'list.csv');
    let discarded: Promise<void> | undefined;
    await runImports(
      surroundings(database, {
        onJob: (_, progress) => {
          if (progress?.step === 'compiling') discarded ??= discardImport(database, id);
        },
      }),
    );
    await discarded;
    for (const store of ['jobs', 'inputs', 'records', 'indexes'] as const)
      expect(await database.getAllKeys(store)).toEqual([]);
  });

  test('with the id of a pack that is there is an update, shown with what changes', async () => {
    await acceptImport(database, await read(database, 'name,description\nHouse One,A\nHouse Two,B\n', 'a.csv'), today);
    await setMark(database, 'a', 'always');
    const id = await read(database, 'name,description\nHouse Two,C\nHouse Three,D\n', 'a.csv');
    expect((await job()).preview?.update).toMatchObject({
      added: { count: 1, first: ['House Three'] },
      removed: { count: 1, first: ['House One'] },
      changed: { count: 1, first: ['House Two: description − B + C'] },
    });
    await acceptImport(database, id, today);
    expect(await everything(database)).toMatchObject([{ id: 'a', mark: 'always', found: 2 }]);
    expect((await database.getAllKeys('records')).length).toBe(1);
  });

  test('that was shown against another pack than is there now is not taken in', async () => {
    const id = await read(database, table(3), 'a.csv');
    const other = await read(database, table(4), 'a.csv');
    await acceptImport(database, other, today);
    await expect(acceptImport(database, id, today)).rejects.toMatchObject({ why: 'changed' });
    expect(await everything(database)).toMatchObject([{ found: 4 }]);
  });

  test('tells of ids that another pack of the reader has', async () => {
    await acceptImport(database, await read(database, exchange('one', entity('eta')), 'a.json'), today);
    await read(database, exchange('two', entity('eta'), entity('theta')), 'b.json');
    expect((await job()).preview?.conflicts).toMatchObject({
      count: 1,
      first: [{ rule: 'taken-id', path: 'entities/eta' }],
    });
  });

  test('tells of names that stand in every other text', async () => {
    await read(database, exchange('one', entity('court', { name: 'Court' })), 'a.json');
    expect((await job()).preview?.frequent.first).toEqual([{ entity: 'court', name: 'Court' }]);
  });

  test('is given up when it ended its process three times', async () => {
    const id = await stageImport(database, new Blob([table(3)]), 'a.csv');
    await database.put('jobs', { ...(await job()), attempts: 3 });
    await runImports(surroundings(database));
    expect(await job()).toMatchObject({ id, state: 'refused', refusal: { why: 'stopped' } });
  });

  test('is given up, with the reason, when whoever read it broke off too often', async () => {
    await stageImport(database, new Blob([table(3)]), 'a.csv');
    for (let times = 1; times <= 4; times++) {
      expect((await job()).state).toBe('reading');
      await countBreak(database, new Error('the thread does not run'));
    }
    expect(await job()).toMatchObject({
      state: 'refused',
      refusal: { why: 'failed', detail: 'the thread does not run' },
    });
  });

  test.each(['wordRanks', 'bundled'] as const)(
    'is refused when a file of the extension cannot be read, and the next is tried: %s',
    async (missing) => {
      await stageImport(database, new Blob([table(3)]), 'a.csv');
      await stageImport(database, new Blob([table(3)]), 'b.csv');
      await runImports(surroundings(database, { [missing]: () => Promise.reject(new Error('no such file')) }));
      const jobs = await listJobs(database);
      expect(jobs.map(({ state }) => state)).toEqual(['refused', 'refused']);
      expect(jobs.find(({ name }) => name === 'a.csv')?.refusal?.detail).toBe(
        'a.csv: expected a file that can be read to its end, found no such file; bring it again, or without the part that fails',
      );
    },
  );
});

test('a pack that is removed leaves nothing', async () => {
  await acceptImport(database, await read(database, table(3), 'a.csv'), today);
  await removePack(database, 'a');
  for (const store of ['packs', 'records', 'indexes'] as const) expect(await database.getAllKeys(store)).toEqual([]);
});

test('what a reader types to choose from Wikidata is understood as lists, addresses and in small letters', async () => {
  const item = (id: string, claims: object) =>
    JSON.stringify({ type: 'item', id, labels: { en: { value: `Item ${id}` } }, claims });
  const of = (id: string) => [{ mainsnak: { snaktype: 'value', datavalue: { value: { id } } }, rank: 'normal' }];
  const dump = [
    item('Q901', { P31: of('Q5'), P27: of('Q794') }),
    item('Q902', { P31: of('Q5'), P27: of('Q183') }),
    item('Q903', { P31: of('Q43229') }),
  ].join('\n');
  const chosen = async (choices: Parameters<typeof read>[3]) => {
    await read(database, dump, 'dump.json', choices);
    const last = (await listJobs(database)).at(-1);
    return last?.preview?.sample.map(({ name }) => name.slice(5));
  };
  expect(await chosen({ classes: 'q5', countries: 'Q794 (Iran), Q183' })).toEqual(['Q901', 'Q902']);
  expect(await chosen({ items: 'http://www.wikidata.org/entity/Q903\nQ9020' })).toEqual(['Q903']);
  expect(await chosen({ classes: ' ', languages: ' ' })).toEqual(['Q901', 'Q902', 'Q903']);
});

test('the hash of a pack is that of its content, whatever the order in which it came and whoever packed it', async () => {
  const told = entity('zeta', { statements: [statement('It was a club.', { citations: cite('alpha') })] });
  const pack = readPack(JSON.parse(exchange('mine', told, entity('eta')))).pack!;
  const kept = await acceptImport(
    database,
    await read(database, exchange('mine', told, entity('eta')), 'a.json'),
    today,
  );
  expect(kept.hash).toBe(await hashOf(pack));
  const back = readPack(JSON.parse(await (await exportPack(database, 'mine')).text()));
  expect(await hashOf(back.pack!)).toBe(kept.hash);
  expect(await hashOf({ ...pack, entities: pack.entities.toReversed() })).toBe(kept.hash);
  expect(await hashOf({ ...pack, entities: [told] })).not.toBe(kept.hash);
});

test('a table gives the same hash in the browser and as the file that is made of it', async () => {
  const pack = await acceptImport(database, await read(database, table(20), 'a.csv'), today);
  const file = readPack(JSON.parse(await (await exportPack(database, 'a')).text())).pack!;
  expect(await hashOf(file)).toBe(pack.hash);
});

test('packs stand in the order of their titles; what was removed meanwhile can be neither marked nor given out', async () => {
  for (const name of ['zeta', 'alpha'])
    await acceptImport(database, await read(database, table(2, name), `${name}.csv`), today);
  expect((await listPacks(database)).map(({ id }) => id)).toEqual(['alpha', 'zeta']);
  await removePack(database, 'alpha');
  await removePack(database, 'alpha');
  await setMark(database, 'alpha', 'always');
  expect((await listPacks(database)).map(({ id, mark }) => [id, mark])).toEqual([['zeta', 'on demand']]);
  await expect(exportPack(database, 'alpha')).rejects.toThrow('expected the pack alpha');
});

describe('a pack whose files the browser lost', () => {
  beforeEach(async () => {
    await acceptImport(database, await read(database, table(3), 'a.csv'), today);
  });

  test('is named, and cannot be given out', async () => {
    expect(await lostPacks(database)).toEqual([]);
    await database.clear('records');
    expect(await lostPacks(database)).toEqual(['a']);
    await expect(exportPack(database, 'a')).rejects.toThrow('the browser no longer has them');
  });

  test('gets its index back from its entries, as one does that an older version wrote', async () => {
    const [files] = await database.getAllKeys('indexes');
    const whole = new Uint8Array((await database.get('indexes', files!))!);
    await database.put('indexes', new ArrayBuffer(8), files!);
    await rebuildIndexes(database);
    expect(new Uint8Array((await database.get('indexes', files!))!)).toEqual(whole);
    await database.delete('indexes', files!);
    expect(await lostPacks(database)).toEqual(['a']);
    await rebuildIndexes(database);
    expect(await everything(database)).toMatchObject([{ id: 'a', found: 3 }]);
  });

  test('and whose entries are damaged too is left as it is', async () => {
    const [files] = await database.getAllKeys('records');
    const { texts, offsets } = (await database.get('records', files!))!;
    await database.put('records', { texts: texts.slice(1), offsets }, files!);
    await database.clear('indexes');
    await rebuildIndexes(database);
    expect(await database.getAllKeys('indexes')).toEqual([]);
  });

  test('and whose entries are lost too is left as it is', async () => {
    await database.clear('records');
    await database.clear('indexes');
    await rebuildIndexes(database);
    expect(await database.getAllKeys('indexes')).toEqual([]);
  });
});

test('whoever listens hears how far an import is, not more often than anyone reads, and when it is over', async () => {
  const heard: unknown[] = [];
  const over = Promise.withResolvers<void>();
  const stop = onNews((news) => {
    heard.push(news);
    if (!news.progress) over.resolve();
  });
  const progress = { step: 'reading', entities: 1, share: 0.1 } as const;
  announce('one', progress);
  announce('one', { ...progress, share: 0.2 });
  announce('one', { ...progress, step: 'compiling' });
  announce('one');
  await over.promise;
  stop();
  expect(heard).toEqual([
    { job: 'one', progress },
    { job: 'one', progress: { ...progress, step: 'compiling' } },
    { job: 'one' },
  ]);
});
