import { expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { namesOf, readFixture, record, values } from '../fixture.ts';

const ministry = (id: string, name: string, country: string): Entity => ({
  id,
  kind: 'organisation',
  name,
  facts: [
    { property: 'type', value: 'ministry', asOf: '2026-01-01', source: 'other' },
    { property: 'country', value: country, asOf: '2026-01-01', source: 'other' },
  ],
});
const output = readFixture('state-bodies', {
  earlier: [
    ministry('ror-defence', 'Ministry of National Defense', 'KR'),
    ministry('ror-other', 'Defence House', 'KE'),
  ],
});

test('a country has a government, and the ministries whose ministers are named, by what they do', () => {
  expect(output.entities.map(({ id }) => id)).toEqual(['government-kr', 'ror-defence', 'ministry-kr-foreign']);
  const foreign = record(output, 'ministry-kr-foreign');
  expect(foreign.name).toBe('Foreign ministry of South Korea');
  expect(foreign.facts).toMatchObject([
    { property: 'type', value: 'ministry', asOf: '2026-05-11', locator: 'Minister of Foreign Affairs and Trade' },
    { property: 'country', value: 'KR' },
  ]);
  expect(foreign.names).toContainEqual({ text: 'Außenministerium', kind: 'short', lang: 'de' });
  expect(values(record(output, 'government-kr'), 'type')).toEqual(['government']);
});

test('a ministry that another source has under its own name keeps it, and gets the names of its kind', () => {
  expect(namesOf(record(output, 'ror-defence'))).toContain('Defense Ministry');
  expect(record(output, 'ror-defence').name).toBe('Ministry of National Defense');
});

test('a title that is shortened in a way that nobody wrote down stops the adapter', () => {
  expect(() => readFixture('state-bodies', { replace: ['Min. of Defense', 'Min. of Natl. Defense'] })).toThrow(
    /cia_raw\.json:\[0\]\.leaders\[4\]: expected a word for "Natl\."/u,
  );
});

test('a cut list stops the adapter', () => {
  expect(() => readFixture('state-bodies', { cut: true })).toThrow(/expected whole JSON/u);
});
