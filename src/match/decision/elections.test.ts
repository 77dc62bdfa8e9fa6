import { expect, test } from 'vitest';
import states from '../../../data/nouns-of-states.json' with { type: 'json' };
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const country = (id: string, name: string, cues: string[], names: string[] = []): NamedEntity => ({
  id,
  kind: 'place',
  name,
  names: [name, ...names].map((text) => ({ text, kind: 'full' })),
  cues,
  facts: [{ property: 'type', value: 'country-or-territory' }],
});
const election = (of: string, type: string, day: string): NamedEntity => ({
  id: `${of}-${type}-${day}`,
  kind: 'event',
  name: `${day} election of ${of}`,
  facts: [
    { property: 'type', value: `${type}-election` },
    { property: 'held-on', value: day },
  ],
  related: [of],
});
const index = openIndex(
  compileIndex(
    [
      country('land', 'Examplia', ['Examplian', 'exemplischen', 'مثالیا'], ['Ejemplia', 'مثاليا']),
      country('other', 'Otheria', ['Otherian']),
      election('land', 'presidential', '2022-10-02'),
      election('land', 'legislative', '2024-03-01'),
      election('land', 'legislative', '2019-04-28'),
      election('land', 'legislative', '2019-11-10'),
    ],
    { states },
  ),
);
const found = (text: string, lang = 'en') =>
  annotate(index, { blocks: [text], lang })
    .filter(({ entity }) => !['land', 'other'].includes(entity))
    .map(({ start, end, entity }) => [text.slice(start, end), entity]);

const PRESIDENT = 'land-presidential-2022-10-02';
const HOUSE = 'land-legislative-2024-03-01';

test.each([
  ['en', 'The 2022 Examplian presidential election was close.', '2022 Examplian presidential election', PRESIDENT],
  [
    'en',
    'The presidential election in Examplia in October 2022 was close.',
    'presidential election in Examplia in October 2022',
    PRESIDENT,
  ],
  [
    'es',
    'Ejemplia calló tras las elecciones presidenciales del 2 de octubre de 2022.',
    'elecciones presidenciales del 2 de octubre de 2022',
    PRESIDENT,
  ],
  [
    'de',
    'Die Präsidentschaftswahl vom 2. Oktober 2022 in Examplia war knapp.',
    'Präsidentschaftswahl vom 2. Oktober 2022',
    PRESIDENT,
  ],
  ['ar', 'شهدت مثاليا الانتخابات الرئاسية عام 2022 بهدوء.', 'الانتخابات الرئاسية عام 2022', PRESIDENT],
  ['fa', 'انتخابات مجلس سال ۱۴۰۲ مثالیا کم‌رونق بود.', 'انتخابات مجلس سال ۱۴۰۲', HOUSE],
])('%s: %s', (lang, text, name, entity) => {
  expect(found(text, lang)).toEqual([[name, entity]]);
});

test.each([
  ['another year', 'Examplia remembers its presidential election of 2018.'],
  ['two in a year', 'Examplia remembers its parliamentary elections of 2019.'],
  ['another country beside it', 'Examplia, Examplia. The 2022 Otherian presidential election was close.'],
  ['another country in the sentence', 'Examplia, Examplia. In Otheria the presidential election of 2022 was close.'],
  ['no country', 'The presidential election of 2022 was close.'],
  ['a year of something else', 'Examplia held a presidential election and lost a war in 2022.'],
])('no mark: %s', (_, text) => {
  expect(found(text)).toEqual([]);
});
