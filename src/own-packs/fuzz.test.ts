/** Whatever file is brought, the import ends, either refused with a reason or with a preview, and what is taken in is sound. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cite, entity, pack as made, source, statement } from '../dataset/builders.ts';
import { readPack } from '../dataset/read.ts';
import { acceptImport, listJobs } from './jobs.ts';
import { exportPack } from './store.ts';
import { everything, freshDatabase, read, table, today } from './testing.ts';

const seeds = [
  JSON.stringify({
    format: 'sidelight-pack',
    formatVersion: 1,
    ...made(
      [entity('eta', { statements: [statement('It was.', { citations: cite('alpha') })] })],
      [source('beta')],
      'mine',
    ),
  }),
  table(5),
  '{"id":"NK-1","schema":"Person","caption":"Orlin Vasterholt","properties":{"name":["Orlin Vasterholt"]}}\n',
  '{"type":"item","id":"Q900","labels":{"en":{"language":"en","value":"Tamsin Ardwell"}},"claims":{}}\n',
  '{"@type":"ClaimReview","claimReviewed":"x y","url":"https://a.example/","itemReviewed":{"author":{"name":"Orlin Vasterholt"}},"author":{"name":"Checks"}}',
];

/** A file that was cut, or in which something was put, left out or exchanged. */
const damaged = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(12),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.constantFrom('"__proto__":1,', '\u202e', '[[[[', '"', '\u0000'),
        ),
      ),
      {
        maxLength: 4,
      },
    ),
    fc.boolean(),
  )
  .map(([seed, changes, packed]) => {
    let text = seed;
    for (const [at, length, put] of changes) {
      const start = at % (text.length + 1);
      text = text.slice(0, start) + put + text.slice(start + length);
    }
    return packed ? gzipSync(text) : Buffer.from(text);
  });

test('damaged files of every format are refused with a reason, or give a sound pack', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 5, arbitrary: damaged }, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
      const database = await freshDatabase();
      const id = await read(database, bytes as Uint8Array<ArrayBuffer>, 'file.json');
      const [job] = await listJobs(database);
      expect(job?.state).not.toBe('reading');
      if (job?.state === 'refused') {
        expect(job.refusal?.why).not.toBe('failed');
        expect(await database.count('records')).toBe(0);
      } else {
        const pack = await acceptImport(database, id, today);
        expect(readPack(JSON.parse(await (await exportPack(database, pack.id)).text())).problems).toEqual([]);
        expect(await everything(database)).toHaveLength(1);
      }
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      database.close();
    }),
    { numRuns: 100 },
  );
});
