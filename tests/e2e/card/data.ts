/** Entries for the card's tests that hold every kind of part an entry can have; the real dataset is tested on real pages. */
import { readFileSync } from 'node:fs';
import { toldBy } from '../../../src/dataset/fact-properties.ts';
import { type Entity, entitySchema, type Source, sourceSchema } from '../../../src/dataset/schema.ts';
import { inLanguage } from '../../../src/dataset/translations/card-texts.ts';
import { withTitles } from '../../../src/entry-view/tongue.ts';
import { direction } from '../../../src/locale/texts.ts';
import type { CardData } from '../../../src/messages/protocol.ts';
import type { Language } from '../../../src/settings/types.ts';
import type { Setup } from './page.ts';

const source = (id: string, more: Partial<Source>): Source =>
  sourceSchema.parse({
    id,
    type: 'report',
    title: `Report of ${id}`,
    publisher: id,
    issued: { 'date-parts': [[2005, 10, 9]] },
    URL: `https://example.org/${id}`,
    publisherType: 'government',
    relation: 'measured the mountain',
    checked: { on: '2026-11-22', how: 'stored copy', by: 'editor' },
    ...more,
  });

const sources = Object.fromEntries(
  [
    source('survey-of-india', { issued: { 'date-parts': [[1955]] } }),
    source('china', {
      'container-title': 'State Bureau of Surveying',
      origin: 'A surveyor, 1975',
      archive_location: 'https://example.org/archive/china',
    }),
    source('register', { title: 'Register of members', license: 'CC0-1.0', issued: { 'date-parts': [[2026, 6, 15]] } }),
    source('nepal', { issued: { 'date-parts': [[2020, 12, 8]] }, publisherType: 'state media' }),
    source('washburn', {
      type: 'book',
      URL: undefined,
      publisher: 'National Geographic Society',
      publisherType: 'academic',
    }),
    source('bureau', { publisherType: 'party to the matter' }),
  ].map((one) => [one.id, one]),
);

const cites = (id: string, quote?: string, locator?: string) => ({
  source: id,
  supports: 'direct' as const,
  ...(quote ? { quotes: [quote] } : {}),
  ...(locator ? { locator } : {}),
});

const everest: Entity = entitySchema.parse({
  id: 'mount-everest',
  kind: 'place',
  name: 'Mount Everest',
  names: [
    { text: 'Sagarmāthā', kind: 'self-designation', lang: 'ne', usedBy: 'Nepal' },
    { text: 'सगरमाथा', kind: 'full', lang: 'ne', script: 'Deva' },
    { text: 'Peak XV', kind: 'variant' },
    { text: 'Roof of the World', kind: 'epithet', usedBy: 'travel writers' },
  ],
  ownLanguage: 'ne',
  description: 'Highest mountain above sea level, on the border of Nepal and China',
  statements: [
    {
      text: 'It stands in the Mahalangur range of the Himalayas.',
      kind: 'identity',
      citations: [cites('survey-of-india')],
    },
    {
      text: 'The border of Nepal and China runs over its top.',
      kind: 'identity',
      citations: [cites('china', 'over the top', 'p. 4')],
    },
    {
      text: 'A survey measured it from far away, because Nepal was closed to foreigners.',
      kind: 'event',
      date: '1852',
      citations: [cites('washburn')],
    },
    {
      text: 'It was first climbed to the top by two climbers together.',
      kind: 'event',
      date: '1953-05-29',
      citations: [cites('survey-of-india')],
    },
    {
      text: 'Nepal and China announced one height together.',
      kind: 'figure',
      date: '2020-12-08',
      asOf: '2020-12-08',
      citations: [cites('nepal', '8,848.86 metres'), cites('china')],
    },
  ],
  disputes: [
    {
      id: 'everest-height',
      question: 'How high is Mount Everest?',
      unit: 'metres above the sea',
      positions: [
        {
          holder: 'Royal Geographical Society',
          relation: 'gave the name',
          text: 'It gave a least height.',
          low: 8800,
          citations: [cites('washburn')],
        },
        {
          holder: 'State Bureau of Surveying',
          relation: 'Chinese authority',
          text: 'It measured the rock under the snow.',
          low: 8844,
          high: 8844,
          date: '2005-10-09',
          method: 'rock height',
          citations: [cites('bureau')],
        },
        {
          holder: 'Survey of India',
          relation: 'national survey',
          holderEntity: 'nepal',
          text: 'It measured the snow on the top.',
          low: 8846,
          high: 8850,
          date: '1955',
          citations: [cites('survey-of-india')],
        },
        {
          holder: 'National Geographic Society',
          relation: 'scientific society',
          text: 'It used satellites.',
          low: 8850,
          high: 8850,
          citations: [cites('washburn')],
        },
      ],
    },
    {
      id: 'everest-name',
      question: 'Whose name should the mountain have?',
      sides: ['Local names', 'The English name'],
      positions: [
        {
          holder: 'Government of Nepal',
          relation: 'state of the south side',
          side: 'Local names',
          text: 'It uses the Nepali name.',
          citations: [cites('nepal')],
        },
        {
          holder: 'Royal Geographical Society',
          relation: 'gave the name',
          side: 'The English name',
          text: 'It found no single local name.',
          citations: [cites('washburn')],
        },
        { holder: 'A guide', relation: 'party to neither side', text: 'Both are used.', citations: [cites('nepal')] },
      ],
    },
  ],
  related: [{ id: 'nepal', kind: 'country' }],
});

const nepal: Entity = entitySchema.parse({
  id: 'nepal',
  kind: 'place',
  name: 'Nepal',
  names: [{ text: 'नेपाल', kind: 'full', lang: 'ne' }],
});

const event: Entity = entitySchema.parse({
  id: 'first-ascent',
  kind: 'event',
  name: 'First ascent of Mount Everest',
  roles: [
    { title: 'Leader of the expedition', from: '1952', to: '1953', citations: [cites('survey-of-india')] },
    { title: 'Patron of the trust', from: '1960', office: 'nepal' },
  ],
  reviewBy: '2026-01-01',
  statements: everest.statements,
});

const fact = (property: string, value: string | number, more: object = {}) => ({
  property,
  value,
  asOf: '2026-06-15',
  source: 'register',
  ...more,
});

const member: Entity = entitySchema.parse({
  id: 'member',
  kind: 'person',
  name: 'Sam Roe',
  names: [{ text: 'سام رو', kind: 'full', lang: 'fa' }],
  ownLanguage: 'fa',
  facts: [
    fact('office-held', 'Minister of Peaks', { within: 'nepal', from: '2020-01-02', to: '2021' }),
    fact('member-of', 'house', { from: '2019-05', asOf: '2025-12-01' }),
    fact('country', 'NP'),
    fact('founded', '1951-02'),
    fact('seats', 1234),
    fact('party', 'not-loaded'),
    fact('listed-by', 'house', { from: '2014-05-22' }),
  ],
});

const pack = {
  id: 'mountains',
  title: 'Mountains',
  description: 'For tests',
  language: 'en',
  license: 'CC-BY-4.0',
  released: '2026-11-22',
};
const linked = {
  'mount-everest': { name: 'Mount Everest', kind: 'place' as const },
  nepal: { name: 'Nepal', kind: 'place' as const, description: 'Country' },
  house: { name: 'House of Peaks', kind: 'organisation' as const },
};
const entry = (entity: Entity, stale = false): CardData => ({ entity, pack, sources, linked, stale });

export const textsIn = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'));
const texts = textsIn('en');

const translations: Record<string, [name: string, description: string, statement: string]> = {
  fa: ['قلهٔ اورست', 'بلندترین کوه جهان از سطح دریا، در مرز نپال و چین', 'در رشته‌کوه ماهالانگور هیمالیا است.'],
  ar: ['جبل إيفرست', 'أعلى جبل فوق سطح البحر، على حدود نيبال والصين', 'يقع في سلسلة ماهالانغور من جبال الهيمالايا.'],
  fr: [
    'Mont Everest',
    'Plus haute montagne au-dessus du niveau de la mer, entre Népal et Chine',
    'Il se trouve dans le massif du Mahalangur, dans l’Himalaya.',
  ],
  de: [
    'Mount Everest',
    'Höchster Berg über dem Meeresspiegel, an der Grenze von Nepal und China',
    'Er liegt im Mahalangur-Massiv des Himalaya.',
  ],
  es: [
    'Monte Everest',
    'La montaña más alta sobre el nivel del mar, entre Nepal y China',
    'Se encuentra en la cordillera Mahalangur del Himalaya.',
  ],
};

const titledIn = (language: string, entries: Setup['entries']) =>
  Object.fromEntries(Object.entries(entries).map(([id, data]) => [id, withTitles(data, language)]));

/**
 * A reader of `language`: names, descriptions and first sentences are translated, one question has changed since, the rest is English.
 *
 * @param more further texts, by place
 */
export function translatedInto(
  language: string,
  more: Record<string, string> = {},
): Required<Pick<Setup, 'entries' | 'translated' | 'config'>> {
  const [name, description, statement] = translations[language]!;
  const texts = { name, description, 'statements[0]': statement, ...more };
  const { entries, config } = setup();
  const written = entries['mount-everest']!;
  const { kept, ...said } = inLanguage(
    written,
    { texts, changed: ['disputes[0]'], phrases: {} },
    { from: 'en', into: language },
  );
  const shown: CardData = { ...written, ...said, translation: { language, state: 'shown', kept } };
  const original: CardData = { ...written, translation: { language, state: 'original', kept: {} } };
  return {
    entries: titledIn(language, { ...entries, 'mount-everest': original }),
    translated: titledIn(language, { 'mount-everest': shown }),
    config: { ...config, texts: textsIn(language), language, direction: direction(language as Language) },
  };
}

export function setup(more: Partial<Setup> = {}): Setup {
  return {
    entries: titledIn(more.config?.language ?? 'en', {
      'mount-everest': entry(everest),
      nepal: entry(nepal),
      'first-ascent': entry(event, true),
      member: { ...entry(member), dated: [1], told: toldBy(member.facts!) },
    }),
    mentions: {
      everest: { entity: 'mount-everest', alternatives: [{ entity: 'first-ascent', score: 0.4 }] },
      epithet: { entity: 'mount-everest', name: 'Roof of the World' },
      figure: {
        entity: 'mount-everest',
        kind: 'figure',
        dispute: 'everest-height',
        name: '8,844 m',
        value: { low: 8844, high: 8844 },
        why: { rule: 'figure' },
      },
      ascent: { entity: 'first-ascent' },
      nepal: { entity: 'nepal' },
      member: { entity: 'member' },
      gone: { entity: 'nobody' },
    },
    config: { texts, language: 'en', direction: 'ltr', settings: { open: 'hover', dwell: 50, theme: 'light' } },
    now: Date.UTC(2026, 10, 22),
    ...more,
  };
}
