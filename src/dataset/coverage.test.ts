import { expect, test } from 'vitest';
import { cite, dispute, entity, fact, pack, person, position, source, statement } from './builders.ts';
import { coverage } from './coverage.ts';
import { createLibrary } from './library.ts';

const told = dispute({
  sides: ['the council', 'the union'],
  positions: [
    position('The council', 'Three words here.', { side: 'the council' }),
    position('The union', 'Two words.', { side: 'the union' }),
    position('A visitor', 'Of neither side.'),
  ],
});
const library = createLibrary([
  pack(
    [
      entity('club', {
        reviewBy: '2026-11-21',
        names: [{ text: 'باشگاه', lang: 'fa' }, { text: 'The Club' }, { text: 'کلوب', lang: 'fa' }],
        statements: [statement('It was.', { citations: cite('alpha', 'beta', 'nowhere') }), statement('It was not.')],
        disputes: [told, dispute({ id: 'other' })],
      }),
      entity('union', { reviewBy: '2026-12-01' }),
      person('lee', { reviewBy: '2027-05-01' }),
    ],
    [source('beta', { publisherType: 'NGO', relation: 'party to the matter' })],
  ),
  pack(
    [
      { id: 'bare', kind: 'place', name: 'Bare' },
      { id: 'known', kind: 'place', name: 'Known', facts: [fact('type', 'capital', { source: 'beta' })] },
    ],
    [],
    'places',
  ),
]);

test('counts show the state of a dataset, the most frequent first', () => {
  expect(coverage(library, '2026-11-22')).toEqual({
    packs: [
      { id: 'test', entities: 3, statements: 4, facts: 0, disputes: 2, sources: 2 },
      { id: 'places', entities: 2, statements: 0, facts: 1, disputes: 0, sources: 1 },
    ],
    kinds: { organisation: 2, place: 2, person: 1 },
    namesOnly: { place: 1 },
    types: { capital: 1 },
    datasets: { beta: 1 },
    languages: { en: 5, fa: 1 },
    publisherTypes: { NGO: 1, 'newspaper or broadcaster': 1 },
    relations: { 'newspaper, not a party': 1, 'party to the matter': 1 },
    checked: { 'stored copy': 2 },
    citations: { 'newspaper or broadcaster': 4, NGO: 1 },
    verdicts: { none: 9 },
    exceptions: 0,
    stale: [{ id: 'club', reviewBy: '2026-11-21' }],
    dueSoon: [{ id: 'union', reviewBy: '2026-12-01' }],
    sides: [{ entity: 'club', dispute: told.id, sides: ['the council', 'the union'], words: [3, 2] }],
  });
});

test('an entry is due soon in the last 22 days before its date, and late the day after', () => {
  const ids = (today: string) => {
    const { stale, dueSoon } = coverage(library, today);
    return [stale, dueSoon].map((list) => list.map(({ id }) => id));
  };
  expect(ids('2026-11-08')).toEqual([[], ['club']]);
  expect(ids('2026-11-09')).toEqual([[], ['club', 'union']]);
  expect(ids('2026-12-02')).toEqual([['club', 'union'], []]);
});
