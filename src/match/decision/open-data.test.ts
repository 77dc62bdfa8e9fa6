import { expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const typed = (id: string, name: string, type: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  facts: [{ property: 'type', value: type }],
  related: ['land'],
  cues: ['Examplia', 'Examplian'],
  ...more,
});
const person = (
  id: string,
  name: string,
  property: 'head-of-state-of' | 'member-of',
  more: Partial<NamedEntity> = {},
) => typed(id, name, '', { kind: 'person', facts: [{ property, value: 'land' }], ...more });

const entities: NamedEntity[] = [
  typed('land', 'Examplia', 'country-or-territory', {
    kind: 'place',
    names: [{ text: 'اگزامپلیا', lang: 'fa', kind: 'full' }],
    related: [],
    cues: [],
  }),
  typed('canton', 'Ostheim', 'subdivision', { kind: 'place' }),
  ...Array.from({ length: 16 }, (_, i) => typed(`party-${i}`, `Zorb${i} Democratic Alliance`, 'political-party')),
  typed('alliance', 'Democratic Alliance', 'political-party'),
  typed('body', 'World Bank', 'international-body'),
  typed('zeit', 'Die Zeit', 'news-outlet'),
  typed('blatt', 'Zorbdener Blatt', 'news-outlet'),
  typed('pact', 'PACT Zorbaland', 'political-party'),
  typed('coded', 'Zorbian Union of Farmers', 'political-party', {
    names: [{ text: 'ZUF', kind: 'acronym', exactCase: true }],
  }),
  typed('ministry', 'Zorbagon', 'ministry'),
  ...Array.from({ length: 8 }, (_, i) => typed(`union-${i}`, `Quorland Union ${i}`, 'political-party')),
  typed('war', 'war in Quorland', 'armed-conflict', { kind: 'event', related: [], cues: [] }),
  person('king', 'Charles IV', 'head-of-state-of', { names: [{ text: 'King Charles', kind: 'variant' }] }),
  person('head', 'Nikos Kandias', 'head-of-state-of'),
  person('member', 'Ivor Blenkinsop', 'member-of'),
  person('former', 'Otto Wragglesby', 'head-of-state-of', {
    facts: [{ property: 'head-of-state-of', value: 'land', to: '1901-03-04' }],
  }),
];
const index = openIndex(compileIndex(entities));
const found = (...blocks: string[]) =>
  annotate(index, { blocks, published: '2026-01-01' })
    .map(({ entity }) => entity)
    .filter((id) => id !== 'land');

test('a name of words that many names are made of asks for its country on the page', () => {
  expect(found('The Democratic Alliance won the vote.')).toEqual([]);
  expect(found('The Democratic Alliance won the vote.', 'Examplia voted.')).toEqual(['alliance']);
  expect(found('Zorb3 Democratic Alliance won the vote.')).toEqual(['party-3']);
  expect(found('The World Bank lends.')).toEqual(['body']);
});

test('a war that says where it was asks for nothing else', () => {
  expect(found('The war in Quorland went on.')).toEqual(['war']);
});

test('a ministry of one word is not meant where another word continues it', () => {
  expect(found('The Zorbagon said so. Nothing else happened.')).toEqual(['ministry']);
  expect(found('We met at the Zorbagon Café after work.')).toEqual([]);
});

test('an article written small, or at the beginning of a sentence, makes a noun of a name', () => {
  expect(found('Man sah die Zeit noch nicht gekommen in Examplia.')).toEqual([]);
  expect(found('Das war so. Die Zeit drängt.')).toEqual([]);
  expect(found('So schrieb Die Zeit über Examplia und den Examplian Kongress.')).toEqual(['zeit']);
});

test('a part of a country is not marked, for its city has its name', () => {
  expect(found('They met in Ostheim, Examplia.')).toEqual([]);
});

test('a surname alone names a head of state of our time, and no member of a parliament', () => {
  const page = (name: string) => found(`Examplia waits: ${name} spoke to Examplian voters.`);
  expect(page('Kandias')).toEqual(['head']);
  expect(page('Blenkinsop')).toEqual([]);
  expect(page('Wragglesby')).toEqual([]);
  expect(page('Ivor Blenkinsop')).toEqual(['member']);
});

test('a rank before a name is no given name, though a person of the pack has it for one', () => {
  const ranked = openIndex(compileIndex([...entities, person('gen', 'Gen Nakadera', 'member-of')]));
  const marked = (text: string) => annotate(ranked, { blocks: [text] }).map(({ entity }) => entity);
  expect(marked('It was led by Gen. Nikos Kandias in the north.')).toEqual(['head']);
  expect(marked('It was led by Ivor Nikos Kandias in the north.')).toEqual([]);
});

test('words of another script that sound like a foreign name are no name, unless the page speaks for it', () => {
  const line = 'دیروز نیکوس کاندیاس آمد و با مردم سخن گفت';
  expect(found(line)).toEqual([]);
  expect(found(line, 'اگزامپلیا رای داد')).toEqual(['head']);
});

test('a place is another after "New", and a surname after a given name', () => {
  const all = (...blocks: string[]) => annotate(index, { blocks }).map(({ entity }) => entity);
  expect(all('They met in Examplia.')).toEqual(['land']);
  expect(all('They met in New Examplia.')).toEqual([]);
  expect(all('They met Kenneth Examplia.')).toEqual([]);
  expect(all('They met in Examplia Street.')).toEqual([]);
});

test('a page from long before the first office of a person speaks of somebody else', () => {
  const later = person('later', 'Wilma Okonjowa', 'head-of-state-of', {
    facts: [{ property: 'head-of-state-of', value: 'land', from: '2022-06-30' }],
  });
  const on = (published: string) =>
    annotate(openIndex(compileIndex([later])), { blocks: ['Wilma Okonjowa spoke.'], published }).length;
  expect(on('2024-01-01')).toBe(1);
  expect(on('1987-03-01')).toBe(0);
});

test('a commercial bank has the name of a central one in its own', () => {
  const bank = openIndex(compileIndex([...entities, typed('bank', 'Bank of Examplia', 'central-bank')]));
  const banks = (text: string) => annotate(bank, { blocks: [text] }).filter(({ entity }) => entity === 'bank').length;
  expect(banks('The Bank of Examplia lends in Examplia.')).toBe(1);
  expect(banks('The Royal Bank of Examplia lends in Examplia.')).toBe(0);
});

test('a name does not begin in one sentence and end in the next', () => {
  expect(found('PACT Zorbaland won the vote in Examplia.')).toEqual(['pact']);
  expect(found('So says the Pact. Zorbaland has Examplian laws.')).toEqual([]);
});

test('the code of a party says nothing in a line of capitals', () => {
  expect(found('Examplia voted, the Examplian ZUF won.')).toEqual(['coded']);
  expect(found('EXAMPLIA ISSUES 150 MLN ZUF EXAMPLIAN BOND')).toEqual([]);
});

test('a magazine is not the outlet whose name it has', () => {
  expect(found('She wrote in Zorbdener Blatt from Examplia.')).toEqual(['blatt']);
  expect(found('She wrote in Zorbdener Blatt Magazine from Examplia.')).toEqual([]);
});

test('a king is called by title and name: the given name alone is nobody', () => {
  expect(found('King Charles of Examplia spoke.', 'Then King Charles left.')).toEqual(['king', 'king']);
  expect(found('King Charles of Examplia spoke.', 'Then Charles left.')).toEqual(['king']);
  expect(found('King Charles of Examplia spoke.', 'Then Charles de Zorb left.')).toEqual(['king']);
});
