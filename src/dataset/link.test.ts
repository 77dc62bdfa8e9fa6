import { expect, test } from 'vitest';
import type { CardData } from '../messages/protocol.ts';
import { cite, entity, pack, position, source, statement, today } from './builders.ts';
import { createLibrary } from './library.ts';
import { cardData } from './link.ts';

test('a card gets its sources and the names of what it refers to', () => {
  const club = entity('club', {
    statements: [statement('It was.', { citations: cite('alpha', 'alpha') })],
    disputes: [
      {
        id: 'd',
        question: 'Why?',
        positions: [position('Town', 'So.', { holderEntity: 'town', citations: cite('beta') })],
      },
    ],
    related: [
      { id: 'union', kind: 'part of' },
      { id: 'gone', kind: 'part of' },
    ],
  });
  const library = createLibrary([
    pack([club, entity('town', { description: 'A town' }), entity('union')], [source('beta'), source('gamma')]),
  ]);
  const data: CardData | null = cardData(library, 'club', today);
  expect(Object.keys(data?.sources ?? {})).toEqual(['alpha', 'beta']);
  expect(data?.linked).toEqual({
    union: { name: 'House of union', kind: 'organisation' },
    town: { name: 'House of town', kind: 'organisation', description: 'A town' },
  });
  expect(data?.pack).not.toHaveProperty('entities');
});

test('an unknown entity has no card, whatever its id', () => {
  const library = createLibrary([pack([entity('club')])]);
  expect(cardData(library, 'nobody', today)).toBeNull();
  expect(cardData(library, '__proto__', today)).toBeNull();
  expect(cardData(library, 'constructor', today)).toBeNull();
});

test('a card is stale from the day after reviewBy', () => {
  const library = createLibrary([
    pack([entity('club', { reviewBy: '2026-11-22' }), { id: 'bare', kind: 'place', name: 'Bare' }]),
  ]);
  expect(cardData(library, 'club', '2026-11-22')?.stale).toBe(false);
  expect(cardData(library, 'club', '2026-11-23')?.stale).toBe(true);
  expect(cardData(library, 'bare', '2099-01-01')?.stale).toBe(false);
});

test('the first pack keeps an id, and a pack cannot change the sources of another', () => {
  const first = pack([entity('club', { name: 'Club' })], [source('alpha', { title: 'First' })], 'first');
  const second = pack([entity('club', { name: 'Impostor' })], [source('alpha', { title: 'Second' })], 'second');
  const library = createLibrary([first, second]);
  expect(cardData(library, 'club', today)).toMatchObject({
    entity: { name: 'Club' },
    sources: { alpha: { title: 'First' } },
  });
  const own = createLibrary([first, pack([entity('other')], [source('alpha', { title: 'Second' })], 'second')]);
  expect(cardData(own, 'other', today)?.sources).toMatchObject({ alpha: { title: 'Second' } });
});

test('an office is linked, a source of another pack is shown, and what no pack has is left out', () => {
  const told = entity('club', {
    roles: [{ title: 'Seat', office: 'seat', citations: cite('alpha') }],
    statements: [statement('It was.', { citations: cite('gamma', 'nowhere') })],
  });
  const own = { ...pack([told], [], 'own'), corrections: 'https://example.org/corrections' };
  const library = createLibrary([own, pack([entity('seat')], [source('gamma')], 'other')]);
  expect(cardData(library, 'club', today)).toMatchObject({
    pack: { corrections: 'https://example.org/corrections' },
    linked: { seat: { name: 'House of seat' } },
  });
  expect(Object.keys(cardData(library, 'club', today)!.sources).sort()).toEqual(['alpha', 'gamma']);
});
