/** Bodies by bare nouns in texts of a few sentences, which call their country once or by those who belong to it. */
import { expect, test } from 'vitest';
import states from '../../../data/nouns-of-states.json' with { type: 'json' };
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const typed = (id: string, name: string, type: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  names: [{ text: name, kind: 'full' }],
  facts: [{ property: 'type', value: type }],
  related: ['land'],
  ...more,
});
const lands = openIndex(
  compileIndex(
    [
      typed('land', 'Examplia', 'country-or-territory', {
        kind: 'place',
        related: [],
        names: ['Examplia', 'Exemplien', 'مثاليا', 'مثالستان'].map((text) => ({ text, kind: 'full' as const })),
        cues: ['Examplian', 'exemplische', 'السوداني'],
      }),
      typed('other', 'Otheria', 'country-or-territory', { kind: 'place', related: [], cues: ['Otherian'] }),
      typed('cabinet', 'Rivers Cabinet', 'government'),
      typed('house', 'Rivers House', 'parliament'),
      typed('charter', 'Charter of Rivers', 'constitution', { kind: 'law' }),
      typed('party', 'Veldhovener Bund', 'political-party'),
      typed('guild', 'Uferpartei Nord', 'political-party'),
      {
        ...typed('tobias', 'Tobias Veldhoven', 'person', { kind: 'person', related: ['other'] }),
        facts: [{ property: 'head-of-state-of', value: 'other', asOf: '2026-01-01' }],
        names: ['Tobias Veldhoven', 'توبیاس السوداني'].map((text) => ({ text, kind: 'full' as const })),
      },
    ] as NamedEntity[],
    { states },
  ),
);
/** As packs that people edit are. */
const edited = openIndex(
  compileIndex([
    typed('post', 'Rivers Daily Post', '', { facts: [], related: [], cues: ['Otheria'] }),
    typed('watch', 'Rights Watchers', '', { facts: [], related: [], cues: ['Otheria'] }),
  ]),
);
/** As the packs are: another one has the central banks. */
const banks = openIndex(
  compileIndex([typed('bank', 'Reserve Bank of Rivers', 'central-bank'), typed('mint', 'Rivers Mint', 'public-body')]),
);
const ids = ['cabinet', 'house', 'charter', 'bank'];
const found = (lang: string, text: string, ...more: string[]) =>
  annotate([lands, banks], { blocks: [text, ...more], lang })
    .filter(({ block, entity }) => block === 0 && ids.includes(entity))
    .map(({ start, end, entity }) => `${text.slice(start, end)} ${entity}`);

const about = {
  en: 'Examplia, Examplia.',
  de: 'Exemplien, Exemplien.',
  ar: 'مثاليا، مثاليا.',
  fa: 'مثالستان، مثالستان.',
};

test.each([
  ['de', 'Exemplien wählt. Die Regierung achtet die Verfassung.', ['Regierung cabinet', 'Verfassung charter']],
  ['de', 'Exemplien wählt. Die Zentralbank warnt.', ['Zentralbank bank']],
  [
    'en',
    'Examplia votes. The Government said so. Parliament is elected too.',
    ['Government cabinet', 'Parliament house'],
  ],
  ['fr', 'Examplia vote. Au Parlement, le Gouvernement a parlé.', ['Parlement house', 'Gouvernement cabinet']],
  ['es', 'Examplia vota. El Gobierno y el Banco Central lo saben.', ['Gobierno cabinet', 'Banco Central bank']],
  ['ar', 'تصوت مثاليا. وقالت الحكومة إنها تحترم الدستور.', ['الحكومة cabinet', 'الدستور charter']],
  ['fa', 'مثالستان رای داد. دولت گفت بانک مرکزی را دارد.', ['دولت cabinet', 'بانک مرکزی bank']],
] as const)('persons, parties and bodies speak for a country: %s %s', (lang, text, expected) => {
  const parties = 'Veldhovener Bund. Uferpartei Nord.';
  expect(found(lang, text, parties)).toEqual(expected);
  expect(found(lang, text)).toEqual([]);
});

test.each([
  ['de', 'Die Regierung Veldhoven sitzt im Landtag.', 'a part of the country has one'],
  ['en', 'A case of general Government. The Head of Government came.', 'no article, and who heads it'],
  ['es', 'El presidente del Gobierno vino.', 'who heads it'],
  ['ar', 'وقال رئيس الحكومة ذلك. ونشرت صحيفة (الدستور) الخبر.', 'who heads it, and a title'],
  ['fa', 'دولت الکترونیک و دولت‌های آن.', 'a noun that goes on, and a plural'],
] as const)('a noun that says another thing is left: %s %s (%s)', (lang, text, why) => {
  expect(found(lang, text, 'Examplia, Examplia, Examplia.'), why).toEqual([]);
});

test('the government of somebody is none of the country, and of a currency of many the bank is not meant', () => {
  const text = (more: string) => `${about.de} Exemplien. ${more}`;
  expect(found('de', text('Die Regierung tagt.'))).toEqual(['Regierung cabinet']);
  expect(found('de', text('Die Regierung Tobias Veldhoven tagt.'))).toEqual([]);
  expect(found('de', text('Die Zentralbank tagt.'))).toEqual(['Zentralbank bank']);
  expect(found('de', text('Die Zentralbank tagt. Der Euro fällt.'))).toEqual([]);
});

test('a word of a country that is somebody’s surname says nothing of the country', () => {
  const text = 'وقالت الحكومة ذلك.';
  expect(found('ar', text, 'مثاليا، مثاليا، مثاليا.')).toEqual(['الحكومة cabinet']);
  expect(found('ar', text, 'مثاليا، مثاليا، توبیاس السوداني.')).toEqual([]);
});

test('in Arabic a body is in its country', () => {
  expect(found('ar', 'ردت الحكومة في مثاليا على ذلك.')).toEqual(['الحكومة في مثاليا cabinet']);
});

test('bodies that a pack on one country tells of are no country on a page about another', () => {
  const government = (text: string) =>
    annotate([edited, lands], { blocks: [text], lang: 'de' }).some(({ entity }) => entity === 'cabinet');
  expect(
    government(
      'Exemplien, Exemplien, Exemplien. Die Regierung schweigt, melden Rivers Daily Post und Rights Watchers.',
    ),
  ).toBe(true);
});
