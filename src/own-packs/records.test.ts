import { expect, test } from 'vitest';
import { entity } from '../dataset/builders.ts';
import type { Entity } from '../dataset/schema.ts';
import { createCollection, openRecords } from './records.ts';

test('a pack stored when a citation had one quotation is read in today’s form', async () => {
  const stored = (citation: object) =>
    ({
      ...entity('a'),
      roles: [{ title: 'Head', citations: [{ source: 'alpha', supports: 'direct', ...citation }] }],
    }) as Entity;
  const collection = createCollection();
  collection.add({ entity: stored({ quote: 'head of it' }), sources: [] }, 'line 1');
  const records = openRecords(collection.file(), 1);
  const now = stored({ quotes: ['head of it'] });
  expect((await records.entity(0)).entity).toEqual(now);
  expect(await Array.fromAsync(records.entities())).toEqual([now]);
});
