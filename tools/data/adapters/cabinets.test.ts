import { expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { namesOf, readFixture, record, values } from '../fixture.ts';

const person = (
  id: string,
  name: string,
  country: string,
  fact: Partial<NonNullable<Entity['facts']>[number]>,
): Entity => ({
  id,
  kind: 'person',
  name,
  facts: [{ property: 'member-of', value: 'chamber', asOf: '2026-01-01', source: 'other', ...fact }],
  related: [{ id: `country-${country}`, kind: 'country' }],
});
const earlier = [
  person('leader-alpha', 'Alpha Example', 'kr', { property: 'head-of-state-of', value: 'country-kr' }),
  person('member-gamma', 'Gamma Middle Model', 'kr', {}),
  person('other-gamma', 'Gamma Model', 'ke', {}),
  person('gb-zeta', 'Eta Minister', 'gb', { property: 'office-held', value: 'Minister', within: 'country-gb' }),
];
const output = readFixture('cabinets', { earlier });

test('offices are written out, each with the day of the list of its country', () => {
  const beta = record(output, 'minister-kr-beta-maria-sample-prueba');
  expect(namesOf(beta)).toEqual(['Beta María Sample Prueba', 'Beta Sample']);
  expect(beta.facts).toMatchObject([
    {
      value: 'Deputy Prime Minister and Minister of Foreign Affairs (acting)',
      within: 'country-kr',
      asOf: '2026-05-11',
    },
    { value: "Minister to the Prime Minister's Office" },
  ]);
  expect(values(record(output, 'minister-ga-delta-opattern'), 'office-held')).toEqual([
    'Secretary General of the Government',
  ]);
});

test('a member of a parliament of the country gets the office, and heads of state have other sources', () => {
  expect(values(record(output, 'member-gamma'), 'office-held')).toEqual(['Ambassador to the U.S.']);
  expect(output.entities.map(({ id }) => id)).not.toContain('leader-alpha');
});

test('an envoy to Washington or New York whom no earlier source knows is left out', () => {
  const alone = readFixture('cabinets', { replace: ['Gamma MODEL', 'Lambda STRANGER'] });
  expect(alone.entities.map(({ id }) => id)).not.toContain('minister-kr-lambda-stranger');
  const replace = ['Ambassador to the U.S.', 'Permanent Representative to the UN, New York'] as const;
  expect(readFixture('cabinets', { replace }).entities.map(({ id }) => id)).not.toContain('minister-kr-gamma-model');
  const minister = readFixture('cabinets', { earlier, replace: ['Ambassador to the U.S.', 'Min. of Energy'] });
  expect(values(record(minister, 'member-gamma'), 'office-held')).toEqual(['Minister of Energy']);
});

test('a surname that stands first stands last too for Japan, and a name without capitals is whole', () => {
  const japan = readFixture('cabinets', { replace: ['Korea, South', 'Japan'] });
  expect(namesOf(record(japan, 'minister-jp-model-iota'))).toEqual(['Model Iota', 'Iota Model']);
  expect(namesOf(record(output, 'minister-kr-model-iota'))).toEqual(['Model Iota']);
  expect(namesOf(record(output, 'minister-kr-kappa-plain'))).toEqual(['Kappa Plain']);
});

test('a head is told where no earlier source can know of one, and not in another spelling', () => {
  const heads = (asOf: string, name: string) =>
    readFixture('cabinets', {
      earlier: [person('leader', name, 'kr', { property: 'head-of-state-of', value: 'country-kr', asOf })],
    }).entities.map(({ id }) => id);
  expect(heads('2026-01-22', 'Theta Predecessor')).toContain('minister-kr-alpha-example');
  expect(heads('2026-05-11', 'Theta Predecessor')).not.toContain('minister-kr-alpha-example');
  expect(heads('2026-01-22', 'Alfa Exampel')).not.toContain('minister-kr-alpha-example');
});

test('lists of another government are left, by their age or for a source with dates of appointment', () => {
  expect(output.entities.map(({ id }) => id).sort()).toEqual([
    'member-gamma',
    'minister-ga-delta-opattern',
    'minister-kr-beta-maria-sample-prueba',
    'minister-kr-kappa-plain',
    'minister-kr-model-iota',
  ]);
});

test.each([
  ['Ambassador to', 'Amb. to', /\[0\]\.leaders\[6\]: expected a word for "Amb\.", found "Amb\. to the U\.S\."/u],
  ['Korea, South', 'Atlantis', /cia_raw\.json:\[0\]: expected the name of a country, found "Atlantis"/u],
  ['2026-05-11', '11 May 2026', /\[0\]: expected a day, YYYY-MM-DD, found "11 May 2026"/u],
  ['Gamma MODEL', '<b>Gamma</b> MODEL', /\[0\]\.leaders\[6\]: expected a text without mark-up/u],
  ['"title"', '"office"', /title/u],
])('it stops where %s has become %s', (from, to, message) =>
  expect(() => readFixture('cabinets', { earlier, replace: [from, to] })).toThrow(message),
);
