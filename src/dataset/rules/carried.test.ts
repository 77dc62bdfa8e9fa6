import * as en from 'n2words/en-GB';
import { describe, expect, test } from 'vitest';
import limitingWords from '../../../data/limiting-words.json' with { type: 'json' };
import { context, dispute, entity, pack, person, position, source, statement } from '../builders.ts';
import type { Citation, Entity, Position, Source, Statement } from '../schema.ts';
import { carriedSentences, carriedSummary, fewExceptions, wholeQuotations } from './carried.ts';
import type { RuleContext } from './rule.ts';

const house = entity('house', {
  kind: 'organisation',
  name: 'Bureau of Tides',
  names: [
    { text: 'BoT', kind: 'acronym' },
    { text: 'دفتر جزر', lang: 'fa' },
  ],
});
const known = [
  house,
  person('ann', { name: 'Ann Harlow' }),
  person('ben', { name: 'Ben Ostrey' }),
  person('bo', { name: 'Bo Ostrey' }),
];

function contextOf(entities: Entity[], sources: Source[] = []): RuleContext {
  return context(pack([...entities, ...known], sources), {
    limitingWords,
    isCommonWord: (word) => ['the', 'ship'].includes(word),
    spell: (value, language) => (language === 'en' ? [en.toCardinal(value), en.toOrdinal(value)] : []),
  });
}

const quoting = (...quotes: string[]): Citation[] => [{ source: 'alpha', supports: 'direct', quotes }];

/** What is said to be missing from a statement with these quotations of `alpha`. */
function missing(
  text: string,
  quotes: string[],
  change: Partial<Statement> = {},
  alpha: Partial<Source> = {},
): string[] {
  const citations = quoting(...quotes);
  const card = entity('card', { name: 'Harbour Act', statements: [statement(text, { citations, ...change })] });
  return said(card, alpha);
}

function missingInPosition(change: Partial<Position>, quotes: string[], alpha: Partial<Source> = {}): string[] {
  const one = position('The mayor', 'It was wrong.', { citations: quoting(...quotes), ...change });
  const other = position('The union', 'It was right.', { citations: quoting('the union called it right') });
  return said(
    entity('card', { name: 'Harbour Act', statements: [], disputes: [dispute({ positions: [one, other] })] }),
    alpha,
  );
}

function said(card: Entity, alpha: Partial<Source>): string[] {
  return carriedSentences(
    contextOf([card], [source('alpha', { title: 'Notes', publisher: 'Evening Post', ...alpha })]),
  ).flatMap(({ expected }) => expected.replace('quotations that carry ', '').split('; '));
}

describe('a sentence is carried, or what is missing is named', () => {
  test.each<[string, string[], string[]]>([
    ['It closed 30 ports.', ['closed 30 ports'], []],
    ['It closed 30 ports.', ['closed thirty ports'], []],
    ['It closed 30 ports.', ['closed the ports'], ['the number 30']],
    ['It closed three ports.', ['closed the ports'], ['the number three']],
    ['Thousands came.', ['people came'], ['the number thousands']],
    ['It was passed on 3 May 1990.', ['passed on May 3, 1990'], []],
    ['It was passed on 3 May 1990.', ['passed in May 1990'], ['the day of 3 May 1990']],
    ['It was passed on 3 May 1990.', ['passed in spring', 'a law of 1990'], ['the day, month of 3 May 1990']],
    ['It was written by Ann Harlow.', ['written by Harlow'], []],
    ['It was written by Ben Ostrey.', ['written by Ostrey'], ['the name Ben Ostrey']],
    ['It was written by Ann Harlow.', ['written by a clerk'], ['the name Ann Harlow']],
    ['It set up the Bureau of Tides.', ['set up the BoT'], []],
    ['It set up the Bureau of Tides.', ['set up a bureau'], ['the name Bureau of Tides']],
    ['It was debated in Oldhaven.', ['debated in Oldhaven'], []],
    ['It was debated in Oldhaven.', ['debated for days'], ['the name Oldhaven']],
    ['It was debated in Geravand.', ['debated in Garavand'], []],
    ['It was debated in Khamenei.', ['debated in Khomeini'], ['the name Khamenei']],
    ['It was praised by Abdolkarim.', ['praised by Abd al-Karim'], []],
    ['It was praised by the ICRC.', ['praised by the International Committee of the Red Cross'], []],
    ['It was praised by the ICRC.', ['praised by the International Red Cross'], ['the name ICRC']],
    ['It was read in the U.S. Senate.', ['read in the US Senate'], []],
    ['It copied a law of Belgium.', ['copied a Belgian law'], []],
    ['The Harbour Act is a law.', ['is a law'], []],
    ['Ships that leave must pay.', ['must pay'], []],
    ['It did not end the toll.', ['abolished the toll'], ['"not", a negation']],
    ['It did not end the toll.', ['failed to end the toll'], []],
    ['It cost more than 30 crowns.', ['cost 30 crowns'], ['"more than", that the number is the least']],
    ['Three men were seen in all.', ['saw three men'], []],
    ['All men were seen.', ['saw the men'], ['"all", that it holds for all']],
    ['It moved over the bar.', ['moved across the bar'], []],
    ['It is Act 12 of the House.', ['the House passed the Act'], ['the number 12']],
  ])('"%s" with %j', (text, quotes, expected) => {
    expect(missing(text, quotes)).toEqual(expected);
  });
});

test('a Persian quotation carries a name and a date in its own words', () => {
  const alpha = { language: 'fa' };
  expect(missing('The Bureau of Tides met on 22 August 2024.', ['دفتر جزر در ۱ شهریور ۱۴۰۳'], {}, alpha)).toEqual([]);
  expect(missing('Ann Harlow met it on 23 August 2024.', ['دفتر جزر در ۱ شهریور ۱۴۰۳'], {}, alpha)).toEqual([
    'the day of 23 August 2024',
    'the name Ann Harlow',
  ]);
});

test('a limiting word is not looked for where a quotation is in another language, and is counted', () => {
  const card = entity('card', {
    statements: [statement('It did not end.', { citations: quoting('es endete nicht') })],
  });
  const german = contextOf([card], [source('alpha', { language: 'de' })]);
  expect(carriedSentences(german)).toEqual([]);
  expect(carriedSummary(german).unchecked).toEqual([
    { path: 'entities/card.statements[0]', what: '"not", a negation' },
  ]);
});

test('a name of common words is not looked for in another language, and is counted', () => {
  const text = 'The Ship and the Oldhaven met.';
  const card = entity('card', { statements: [statement(text, { citations: quoting('das Schiff traf sich') })] });
  const german = contextOf([card], [source('alpha', { language: 'de' })]);
  expect(carriedSentences(german).map(({ expected }) => expected)).toEqual(['quotations that carry the name Oldhaven']);
  expect(carriedSummary(german).unchecked).toEqual([{ path: 'entities/card.statements[0]', what: 'the name Ship' }]);
});

test('an Arabic quotation carries a name as it is written there', () => {
  const alpha = { language: 'ar' };
  expect(missing('Saeed Khatibzadeh of Belgium met it.', ['خلفا لسعيد خطيب زاده البلجيكي'], {}, alpha)).toEqual([]);
});

test('an agency carries its own name where another prints it', () => {
  expect(
    missing('It was unjust, Allied Press said.', ['it was unjust'], {}, { origin: 'Allied Press, 3 May 1990' }),
  ).toEqual([]);
});

test('a title carries names and dates, but no counts and no limiting words, and none in brackets, which is ours', () => {
  const text = 'Ann Harlow did not close 30 ports in May 1990.';
  const title = 'Ann Harlow did not close 30 ports in May 1990';
  expect(missing(text, ['closed ports'], {}, { title })).toEqual(['the number 30', '"not", a negation']);
  expect(missing('It is by Ann Harlow.', ['is by'], {}, { title: `[${title}]` })).toEqual(['the name Ann Harlow']);
});

test('a title or a locator carries the number of a document', () => {
  expect(missing('It rests on article 7 of resolution 12.', ['rests on it'], {}, { title: 'Resolution 12' })).toEqual([
    'the number 7',
  ]);
  const citations = [{ ...quoting('rests on it')[0]!, locator: 'art. 7' }];
  expect(missing('It rests on article 7.', [], { citations })).toEqual([]);
});

test('a publisher carries its own name and the day of its words where the sentence reports them', () => {
  const alpha = { publisher: 'Oldhaven Press', issued: { 'date-parts': [[1990, 5, 3]] as [[number, number, number]] } };
  expect(missing('Oldhaven Press called it unjust on 3 May 1990.', ['this unjust law'], {}, alpha)).toEqual([]);
  expect(missing('It drove Oldhaven Press out on 3 May 1990.', ['this unjust law'], {}, alpha)).toEqual([
    'the day, month, year of 3 May 1990',
    'the name Oldhaven Press',
  ]);
});

test('a day of issue carries the month by which something was known, and the month of a date beside the text', () => {
  const alpha = { issued: { 'date-parts': [[1990, 5, 3]] as [[number, number, number]] } };
  expect(missing('In May 1990 it was in force.', ['is in force'], { asOf: '1990-05' }, alpha)).toEqual([]);
  expect(missing('It came into force.', ['came into force'], { date: '1990-05' }, alpha)).toEqual([]);
  expect(missing('It came into force.', ['came into force'], { date: '1990-05-03' }, alpha)).toEqual([
    'the day of "date": 1990-05-03',
  ]);
  expect(missing('It came into force.', ['came into force'], { from: '1989' }, alpha)).toEqual([
    'the year of "from": 1989',
  ]);
});

describe('a position', () => {
  const issued = { issued: { 'date-parts': [[1990, 5, 3]] as [[number, number, number]] } };

  test.each<[string, Partial<Position>, string[], Partial<Source>, string[]]>([
    ['whose holder is quoted', {}, ['the mayor called it wrong'], {}, []],
    ['whose holder publishes', { holder: 'Evening Post' }, ['this is wrong'], {}, []],
    [
      'whose holder is an entity under another name',
      { holder: 'The tide office', holderEntity: 'house' },
      ['the BoT called it wrong'],
      {},
      [],
    ],
    [
      'whose holder is nowhere',
      { holder: 'Ann Harlow, mayor' },
      ['a mayor called it wrong'],
      {},
      ['the holder, Ann Harlow, mayor'],
    ],
    ['whose numbers are quoted', { low: 30, high: 40 }, ['the mayor spoke of 30 to 40'], {}, []],
    ['whose numbers are in no quotation', { low: 30, high: 40 }, ['the mayor spoke of 30'], {}, ['the number 40']],
    ['that was issued on its day', { date: '1990-05-03' }, ['the mayor called it wrong'], issued, []],
    [
      'of a day that nothing carries',
      { date: '1990-05-02' },
      ['the mayor called it wrong'],
      issued,
      ['the day of "date": 1990-05-02'],
    ],
  ])('%s', (_, change, quotes, alpha, expected) => {
    expect(missingInPosition(change, quotes, alpha)).toEqual(expected);
  });
});

test('a role is carried with its dates', () => {
  const roles = [
    { title: 'Head of the Bureau of Tides', from: '1990', to: '1994', citations: quoting('led the BoT from 1990') },
  ];
  expect(said(person('card', { statements: [], roles }), {})).toEqual(['the year of "to": 1994']);
});

describe('an exception', () => {
  const because = 'the page gives it in a picture';
  const card = (...texts: string[]) =>
    entity('card', {
      statements: [
        statement('It closed 30 ports.', {
          citations: quoting('closed ports'),
          uncarried: texts.map((text) => ({ text, because })),
        }),
      ],
    });

  test('lets a sentence stand and is listed', () => {
    expect(carriedSentences(contextOf([card('30')]))).toEqual([]);
    expect(carriedSummary(contextOf([card('30')])).exceptions).toEqual([
      { path: 'entities/card.statements[0]', text: '30', because },
    ]);
  });

  test('for what is carried is refused', () => {
    expect(carriedSentences(contextOf([card('30', 'ports')])).map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'needed-exception entities/card.statements[0].uncarried[1]',
    ]);
  });

  test('is one in thirty-three at the most', () => {
    const plain = (count: number) =>
      entity('plain', { statements: Array.from({ length: count }, () => statement('It was.')) });
    // The four known entities have a statement each.
    expect(fewExceptions(contextOf([card('30'), plain(29)]))).toEqual([]);
    expect(fewExceptions(contextOf([card('30'), plain(28)]))).toMatchObject([
      { rule: 'few-exceptions', found: '3.0 %, 1 of 33' },
    ]);
  });
});

test.each<[string, boolean]>([
  ['closed 30 ports', true],
  ['“closed” the ports.', true],
  ['(see below) it closed', true],
  ['95% of them', true],
  ['closed by 95%', true],
  ['بنادر را بست', true],
  [' closed', false],
  ['closed ', false],
  ['-closed', false],
  ['closed,', false],
  ['closed 30-', false],
  ['closed … ports', false],
  ['closed ... ports', false],
  ['closed [...] ports', false],
])('a quotation is whole words in a row: "%s", %s', (quote, whole) => {
  const card = entity('card', { statements: [statement('It was.', { citations: quoting('it was', quote) })] });
  const problems = wholeQuotations(contextOf([card])).map(({ path }) => path);
  expect(problems).toEqual(whole ? [] : ['entities/card.statements[0].citations[0].quotes[1]']);
});
