/*
 * The chart that these tests walk, with hovering.test.ts and pressing.test.ts. Two things happen side by side: a mark is waited for, and a card is open.
 *
 *   waiting      none ──point on a mark (hover; with modifier)──▶ rest ──timer──▶ (opens, unpinned)
 *                                          faster than a hand trembles ──▶ (new timer)
 *                 ▲ ◀──point elsewhere · press · scroll · leave──┘
 *                 │
 *                none ──press on a marked link by touch──▶ finger ──timer · hold──▶ (opens, pinned)
 *                 ▲ ◀────────────release─────────────────────┘
 *
 *   card      closed ──rest is over──▶ open ──point away · leave · scroll──▶ leaving ──timer──▶ closed
 *               │                      │ ▲                                    │
 *               │                      │ └───point on mark or card · towards the card (new timer)
 *               │                      ▼ click on its mark · press in the card · command
 *               └──click · touch · command──▶ pinned ──second click · press elsewhere · dismiss · hide──▶ closed
 *
 *   A dismissed mark, and one on which a selection ended, is refused until the pointer has left it. Every timer carries a token; one whose token is not the token of
 *   the state that waits for it changes nothing.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Action, type Behaviour, initial, type State, step } from './state.ts';
import { a, b, card, type M } from './testing.ts';

const mark = fc.constantFrom(a, b);
const flag = fc.boolean();
const anyAction: fc.Arbitrary<Action<M>> = fc.oneof(
  fc.record({
    type: fc.constant('point' as const),
    mark: fc.option(mark),
    inCard: flag,
    at: fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) }),
    time: fc.integer({ min: 0, max: 1000 }),
    card: fc.constantFrom(card, null),
    modifier: flag,
  }),
  fc.record({ type: fc.constant('press' as const), mark: fc.option(mark), inCard: flag, touch: flag, link: flag }),
  fc.record({ type: fc.constant('click' as const), mark, touch: flag }),
  fc.record({ type: fc.constant('command' as const), mark }),
  fc.record({ type: fc.constant('scroll' as const), inCard: flag }),
  fc.record({ type: fc.constant('timer' as const), token: fc.integer({ min: 0, max: 30 }) }),
  fc.constantFrom<Action<M>>(
    { type: 'leave' },
    { type: 'release' },
    { type: 'release', selected: a },
    { type: 'hold' },
    { type: 'dismiss' },
    { type: 'hide' },
    { type: 'gone' },
  ),
);
const anyBehaviour = fc.record({
  open: fc.constantFrom<Behaviour['open']>('hover', 'modifier', 'click'),
  dwell: fc.nat(900),
});

test('whatever the reader does, one card is shown at a time, every show was loaded and every hide had a card', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 60 }), anyBehaviour, (actions, behaviour) => {
      let state: State<M> = initial();
      const tokens = new Set<number>();
      const loaded = new Set<number>();
      for (const action of actions) {
        const before = state;
        const [next, effects] = step(state, action, behaviour);
        state = next;
        for (const effect of effects) {
          if (effect.type === 'load') loaded.add(effect.token);
          if (effect.type === 'wait') {
            // A token may serve the load and the wait of one interaction, never two waits.
            expect(tokens.has(effect.token)).toBe(false);
            tokens.add(effect.token);
          }
          if (effect.type === 'show') {
            expect(loaded.has(effect.token)).toBe(true);
            expect(state.open?.token).toBe(effect.token);
          }
          if (effect.type === 'hide') expect(before.open).not.toBe(null);
        }
        if (before.open && !state.open) expect(effects.some(({ type }) => type === 'hide')).toBe(true);
        if (state.open?.pinned) expect(state.open.leaving).toBe(null);
      }
    }),
  );
});
