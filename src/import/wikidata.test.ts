import { expect, test } from 'vitest';
import { expectSound, wikidata } from './testing.ts';
import { readWikidata } from './wikidata.ts';

const item = (id: string) => ({
  snaktype: 'value',
  datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } },
});
const time = (value: string, precision = 11) => ({
  snaktype: 'value',
  datavalue: { type: 'time', value: { time: value, precision } },
});
const text = (value: string) => ({ snaktype: 'value', datavalue: { type: 'string', value } });
const claim = (mainsnak: object, more: object = {}) => ({ mainsnak, rank: 'normal', type: 'statement', ...more });

/** Public facts about a writer, in the form of a line of a dump. */
const adams = {
  type: 'item',
  id: 'Q42',
  labels: {
    en: { language: 'en', value: 'Douglas Adams' },
    fa: { language: 'fa', value: 'داگلاس آدامز' },
    ru: { language: 'ru', value: 'Дуглас Адамс' },
  },
  descriptions: { en: { language: 'en', value: 'English author and humourist' } },
  aliases: {
    en: [
      { language: 'en', value: 'Douglas Noel Adams' },
      { language: 'en', value: 'DNA' },
    ],
  },
  claims: {
    P31: [claim(item('Q5'))],
    P27: [claim(item('Q145'))],
    P569: [
      claim(time('+1952-03-11T00:00:00Z'), {
        references: [
          { snaks: { P248: [item('Q5375')], P813: [time('+2013-12-07T00:00:00Z')] } },
          {
            snaks: {
              P854: [text('https://www.britannica.com/biography/Douglas-Adams')],
              P1476: [text('Douglas Adams')],
            },
          },
          { snaks: { P854: [text('javascript:alert(1)')] } },
        ],
      }),
      claim(time('+1953-01-01T00:00:00Z'), { rank: 'deprecated' }),
    ],
    P570: [claim(time('+2001-05-00T00:00:00Z', 10)), claim(time('+2001-05-11T00:00:00Z'), { rank: 'preferred' })],
  },
  sitelinks: { enwiki: { site: 'enwiki', title: 'Douglas Adams' } },
};

test('a Wikidata item keeps its names in the chosen languages, its dates, ranks and references', () => {
  const outcome = readWikidata(adams, wikidata);
  expectSound([outcome]);
  expect(outcome.record?.entity).toEqual({
    id: 'q42',
    kind: 'person',
    name: 'Douglas Adams',
    names: [
      { text: 'Douglas Noel Adams', kind: 'variant', lang: 'en' },
      { text: 'DNA', kind: 'acronym', lang: 'en' },
      { text: 'داگلاس آدامز', kind: 'variant', lang: 'fa' },
    ],
    description: 'English author and humourist',
    living: false,
    statements: [
      {
        text: 'Born on 11 March 1952.',
        kind: 'identity',
        date: '1952-03-11',
        citations: [
          { source: 'wikidata-q42', supports: 'direct' },
          { source: 'wikidata-q42-r1', supports: 'background' },
          { source: 'wikidata-q42-r2', supports: 'background' },
        ],
      },
      {
        text: 'Died on 11 May 2001.',
        kind: 'identity',
        date: '2001-05-11',
        citations: [{ source: 'wikidata-q42', supports: 'direct' }],
      },
    ],
    wikipedia: 'Douglas Adams',
    wikidata: 'Q42',
  });
  expect(outcome.record?.sources.map(({ title, URL, publisherType }) => ({ title, URL, publisherType }))).toEqual([
    { title: 'Douglas Adams (Q42)', URL: 'https://www.wikidata.org/wiki/Q42', publisherType: 'encyclopedia' },
    { title: 'a register', URL: undefined, publisherType: 'not stated' },
    { title: 'Douglas Adams', URL: 'https://www.britannica.com/biography/Douglas-Adams', publisherType: 'not stated' },
  ]);
});

test('an office gets its dates from qualifiers, and is left out without a label for it', () => {
  const held = claim(item('Q11696'), {
    qualifiers: { P580: [time('+2009-01-20T00:00:00Z')], P582: [time('+2017-00-00T00:00:00Z', 9)] },
  });
  const president = { ...adams, claims: { ...adams.claims, P39: [held, claim(item('Q1'))] } };
  expect(readWikidata(president, wikidata).record?.entity.roles).toEqual([
    {
      title: 'President of the United States',
      from: '2009-01-20',
      to: '2017',
      citations: [{ source: 'wikidata-q42', supports: 'direct' }],
    },
  ]);
});

test('what was made or founded, who belongs where, and a handle are told with what Wikidata says of them', () => {
  const labels = new Map([...wikidata.labels, ['Q7', 'Example Society'], ['Q8', 'Example Press']]);
  const read = (claims: object) => readWikidata({ ...adams, claims }, { ...wikidata, labels });
  const sentences = (claims: object) => read(claims).record?.entity.statements?.map((each) => each.text);
  const made = [claim(time('+1948-12-10T00:00:00Z'))];
  const founded = sentences({ P31: [claim(item('Q7278'))], P571: made });
  expect(founded).toEqual(['Founded on 10 December 1948.']);
  expect(sentences({ P31: [claim(item('Q7748'))], P571: made })).toEqual(['Made on 10 December 1948.']);
  const begun = { qualifiers: { P580: [time('+1999-00-00T00:00:00Z', 9)] } };
  const member = read({ P463: [claim(item('Q7'), begun), claim(item('Q1')), claim({ snaktype: 'novalue' })] });
  expect(member.record?.entity.statements).toMatchObject([{ text: 'Member of Example Society.', from: '1999' }]);
  expect(read({ P2002: [claim(text('example')), claim(text('not a handle'))] }).record?.entity.names).toContainEqual({
    text: '@example',
    kind: 'handle',
  });
});

test('a reference that two statements share is one source, with what it says of itself', () => {
  const labels = new Map([...wikidata.labels, ['Q8', 'Example Press']]);
  const reference = {
    snaks: {
      P854: [text('https://press.example/a')],
      P123: [item('Q8')],
      P577: [time('+2001-02-00T00:00:00Z', 10)],
    },
  };
  const claims = {
    P31: [claim(item('Q5'))],
    P569: [
      claim(time('+1952-03-11T00:00:00Z'), {
        references: [reference, { snaks: { P854: [text('https://bare.example/')] } }],
      }),
    ],
    P570: [claim(time('+2001-05-11T00:00:00Z'), { references: [reference, 'no reference'] })],
  };
  const outcome = readWikidata({ ...adams, claims }, { ...wikidata, labels });
  expectSound([outcome]);
  expect(
    outcome.record?.sources.slice(1).map(({ title, publisher, issued }) => ({ title, publisher, issued })),
  ).toEqual([
    { title: 'https://press.example/a', publisher: 'Example Press', issued: { 'date-parts': [[2001, 2]] } },
    { title: 'https://bare.example/', publisher: 'bare.example', issued: undefined },
  ]);
});

test('a date before our era, a century and a day that is none are told as they are, or not at all', () => {
  const born = (...times: object[]) =>
    readWikidata(
      { ...adams, claims: { P569: times.map((each) => claim(each)) } },
      wikidata,
    ).record?.entity.statements?.map((each) => each.text);
  expect(born(time('-0427-00-00T00:00:00Z', 9))).toEqual(['Born in 427 BC.']);
  expect(
    born(time('+1900-00-00T00:00:00Z', 7), time('+2001-02-31T00:00:00Z'), time('soon'), { snaktype: 'somevalue' }),
  ).toBe(undefined);
});

test.each([
  ['ids', { ids: new Set(['Q42']) }, { ids: new Set(['Q43']) }],
  ['class', { classes: new Set(['Q5']) }, { classes: new Set(['Q6']) }],
  ['country', { countries: new Set(['Q145']) }, { countries: new Set(['Q794']) }],
])('items are chosen by %s', (_, fits, other) => {
  expect(readWikidata(adams, { ...wikidata, choice: fits }).record).toBeDefined();
  expect(readWikidata(adams, { ...wikidata, choice: other })).toEqual({ skipped: 'not chosen', problems: [] });
});

test('properties, and items without a label in a chosen language, are skipped', () => {
  expect(readWikidata({ type: 'property', id: 'P31' }, wikidata).skipped).toBe('not an item');
  expect(readWikidata({ ...adams, labels: { ru: adams.labels.ru } }, wikidata).skipped).toBe('no label in en, fa');
});

test('a person whose death nobody recorded is living, unless older than anyone became', () => {
  const born = (day: string) => ({ ...adams, claims: { P31: [claim(item('Q5'))], P569: [claim(time(day))] } });
  expect(readWikidata(born('+1952-03-11T00:00:00Z'), wikidata).record?.entity.living).toBe(true);
  expect(readWikidata(born('+1802-03-11T00:00:00Z'), wikidata).record?.entity.living).toBe(false);
});

test('the kind of an item comes from its class, or from what only such things have', () => {
  const kind = (claims: object) => readWikidata({ ...adams, claims }, wikidata).record?.entity.kind;
  expect(kind({ P31: [claim(item('Q7278'))] })).toBe('organisation');
  expect(kind({ P31: [claim(item('Q999999999'))], P585: [claim(time('+1988-00-00T00:00:00Z', 9))] })).toBe('event');
  expect(kind({})).toBe('term');
});
