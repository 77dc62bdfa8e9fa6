import { describe, expect, test } from 'vitest';
import type { Entity } from '../../../src/dataset/schema.ts';
import { type Change, knownHolders, namesOf, readFixture, record, values } from '../fixture.ts';

const egypt: Entity = {
  id: 'country-eg',
  kind: 'place',
  name: 'Egypt',
  names: [
    { text: 'مصر', lang: 'ar' },
    { text: 'Ägypten', lang: 'de' },
    { text: 'Egipto', lang: 'es' },
    { text: 'Mesir', lang: 'id' },
  ],
};
const person = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'person',
  name,
  facts: [{ property: 'office-held', value: 'Minister', asOf: '2026-01-01', source: 'other' }],
  related: [{ id: 'country-eg', kind: 'country' }],
  ...more,
});

describe('holders of offices whom the news goes on naming', () => {
  const read = ({ earlier = [], ...more }: Change = {}) =>
    readFixture('known-holders', { tables: { 'known-holders': knownHolders }, earlier: [egypt, ...earlier], ...more });
  const output = read();

  test('only people of the table are taken, with the offices that it names and the whole of their terms', () => {
    expect(output.entities.map(({ id }) => id).sort()).toEqual(['holder-q1', 'holder-q3', 'holder-q4', 'holder-q8']);
    expect(record(output, 'holder-q1').facts).toMatchObject([
      { value: 'President', within: 'country-eg', from: '1981-10-14', to: '2011-02-11', locator: 'Q1' },
    ]);
  });

  test('a month in the chair is no term', () => {
    expect(values(record(output, 'holder-q1'), 'office-held')).not.toContain('Prime Minister');
  });

  test('terms that follow each other are one', () => {
    expect(record(output, 'holder-q3').facts).toMatchObject([{ from: '2001-05-15', to: '2009-01-01' }]);
  });

  test('a name that stands alone asks for a word of its country in its own letters', () => {
    const alone = record(output, 'holder-q1').names!.filter(({ kind }) => kind === 'short');
    expect(alone.map(({ text, lang }) => [text, lang])).toEqual([
      ['Alpha', 'en'],
      ['ألفا', 'ar'],
    ]);
    expect(alone[0]!.needs).toEqual(expect.arrayContaining(['Egypt', 'Egipto', 'Ägypten']));
    expect(alone[0]!.needs).not.toContain('مصر');
    expect(alone[0]!.needs).not.toContain('Mesir');
    expect(alone[1]!.needs).toContain('مصر');
  });

  test('countries speak in all languages, a governor for the state, an office for its body', () => {
    expect(record(output, 'holder-q1').cues).toEqual(expect.arrayContaining(['Egypt', 'مصر']));
    expect(record(output, 'holder-q4').cues).toContain('Exampleland');
    expect(record(output, 'holder-q8').cues).toEqual(expect.arrayContaining(['United Nations', 'ONU']));
  });

  test('somebody whom an earlier source knows gets the offices there, and none that it tells', () => {
    const known = person('leader-alpha', 'Alpha Sample', { wikidata: 'Q1' });
    expect(record(read({ earlier: [known] }), 'leader-alpha').facts).toHaveLength(1);
    const told = person('leader-alpha', 'Alpha Sample', {
      facts: [{ property: 'office-held', value: 'President', from: '1981-10-14', asOf: '2022-01-01', source: 'other' }],
    });
    expect(read({ earlier: [told] }).entities.map(({ id }) => id)).not.toContain('leader-alpha');
  });

  test.each<[string, [string, string], RegExp]>([
    ['an item of somebody else', ['President,Alpha Sample', 'President,Omega Other'], /expected Alpha Sample as Q1/u],
    ['somebody lost', ['Delta Pattern,Q4', 'Delta Pattern,Q44'], /expected an office of Q4/u],
    ['a lost column', ['personID,start', 'item,start'], /expected the column personID/u],
    ['a day that is none', ['1981-10-14', 'October 1981'], /expected a date/u],
  ])('%s is an error', (_what, replace, error) => {
    expect(() => read({ replace })).toThrow(error);
  });
});

describe('people whom the news of the world names', () => {
  const read = (change: Change = {}) => readFixture('public-figures', change);
  const output = read({ earlier: [egypt] });

  test('each office has the page where it was read', () => {
    expect(record(output, 'figure-iota-example')).toMatchObject({
      name: 'Iota Example',
      facts: [
        {
          property: 'office-held',
          value: 'Director of the Example Agency',
          from: '2019-12-03',
          asOf: '2019-12-02',
          locator: 'https://agency.example/chief',
        },
      ],
    });
    expect(output.asOf).toBe('2026-05-01');
  });

  test('what speaks for somebody is what the table says, and a name alone asks for it in its letters', () => {
    const { names = [], cues } = record(output, 'figure-iota-example');
    expect(cues).toEqual(expect.arrayContaining(['Agency', 'آژانس', 'الأرجنتيني']));
    const needs = Object.fromEntries(names.flatMap(({ text, needs: each }) => (each ? [[text, each]] : [])));
    expect(needs.Example).toContain('Agency');
    expect(needs.Example).not.toContain('آژانس');
    expect(needs.نمونه).toContain('آژانس');
    expect(needs.نمونه).not.toContain('Agency');
  });

  test('a name with words of its own asks for those alone', () => {
    expect(record(output, 'figure-iota-example').names).toContainEqual({
      text: 'Chef Example',
      kind: 'short',
      lang: 'de',
      needs: ['Agentur'],
    });
  });

  test('whose country is disputed has none', () => {
    expect(record(output, 'figure-kappa').related).toEqual([]);
  });

  test('somebody whom an earlier source knows in the country is no second record', () => {
    const known = person('minister-gamma', 'Gamma Middle Model');
    const again = read({ earlier: [egypt, known] });
    expect(namesOf(record(again, 'minister-gamma'))).toEqual(['Gamma Middle Model', 'Gamma Model']);
    expect(again.entities.map(({ id }) => id)).not.toContain('figure-gamma-model');
    const two = [known, person('other-gamma', 'Gamma Model')];
    expect(() => read({ earlier: two })).toThrow(/expected one person of the name/u);
  });

  test.each<[string, [string, string], RegExp]>([
    ['no address', ['https://agency.example/chief', 'page 3'], /read/u],
    ['a day that is none', ['2019-12-02', 'December'], /asOf/u],
    ['an unknown field', ['"from": "1940"', '"since": "1940"'], /since/u],
  ])('%s is an error', (_what, replace, error) => {
    expect(() => read({ replace })).toThrow(error);
  });
});
