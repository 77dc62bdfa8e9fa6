import { expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { namesOf, readFixture } from '../fixture.ts';

const place = (id: string, name: string, type: string, code: string): Entity => ({
  id,
  kind: 'place',
  name,
  facts: [
    { property: 'type', value: type, asOf: '2026-01-01', source: 'other' },
    { property: 'country', value: code, asOf: '2026-01-01', source: 'other' },
  ],
});
const earlier = [
  place('capital-a', 'Exampleburg', 'capital', 'XA'),
  place('capital-b', 'Sampleville', 'capital', 'XC'),
  place('capital-c', 'Twin Town', 'capital', 'XD'),
  place('capital-d', 'Twin Town', 'capital', 'XX'),
  place('capital-e', 'Examplia', 'capital', 'XB'),
  {
    ...place('country-e', 'Examplia', 'country-or-territory', 'XB'),
    names: [{ text: 'Exemplien', kind: 'full' as const }],
  },
];

test('a capital has the names of its zone that are others than the English one', () => {
  const { entities } = readFixture('cldr-cities', { earlier });
  expect(entities.map((entity) => [entity.id, namesOf(entity)])).toEqual([
    ['capital-a', ['Exampleburg', 'إكزامبلبورغ', 'Beispielburg', 'Ejemploburgo', 'اگزامپل‌بورگ', 'Bourg-l’Exemple']],
    ['capital-e', ['Examplia', 'إكزامبليا']],
    ['capital-b', ['Sampleville', 'سامبلفيل']],
    ['capital-c', ['Twin Town', 'مدينة التوأم', 'Zwillingsstadt']],
  ]);
  expect(entities[0]!.names![1]).toEqual({ text: 'Beispielburg', kind: 'full', lang: 'de' });
});

test('no city comes in that is no known capital of its country', () => {
  expect(readFixture('cldr-cities').entities).toEqual([]);
  const elsewhere = [place('capital-z', 'Exampleburg', 'capital', 'XZ')];
  expect(readFixture('cldr-cities', { earlier: elsewhere }).entities).toEqual([]);
});

test('a number where a city was, a missing language and a cut file stop the adapter', () => {
  expect(() => readFixture('cldr-cities', { earlier, replace: ['"Beispielburg"', '7'] })).toThrow(
    /expected the city of Europe\/Examplegrad, found "7"/u,
  );
  expect(() => readFixture('cldr-cities', { earlier, replace: ['"fa": {', '"fb": {'] })).toThrow(
    /expected names in the language fa, found "none"/u,
  );
  expect(() => readFixture('cldr-cities', { cut: true })).toThrow(/expected whole JSON/u);
});
