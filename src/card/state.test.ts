/*
 * The chart that these tests walk. Two things happen side by side: a mark is waited for, and a card is open.
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
import {
  type Action,
  type Behaviour,
  type Effect,
  GLANCE,
  GRACE,
  initial,
  LONG_PRESS,
  type State,
  step,
  TREMBLE,
} from './state.ts';

interface M {
  key: string;
}
const a: M = { key: 'a' };
const b: M = { key: 'b' };
const hover: Behaviour = { open: 'hover', dwell: 500 };
const card = { left: 100, top: 100, right: 300, bottom: 300 };

function reader(behaviour = hover) {
  let state: State<M> = initial();
  let effects: Effect<M>[] = [];
  const act = (action: Action<M>) => {
    [state, effects] = step(state, action, behaviour);
    return effects;
  };
  const at = (mark: M | null, x = 10, y = 10, more: Partial<Extract<Action<M>, { type: 'point' }>> = {}) =>
    act({
      type: 'point',
      mark,
      inCard: false,
      at: { x, y },
      time: 0,
      card: state.open ? card : null,
      modifier: false,
      ...more,
    });
  const wait = () => {
    const effect = effects.find((one) => one.type === 'wait');
    if (!effect) throw new Error(`Expected a wait and found ${JSON.stringify(effects)}.`);
    return effect;
  };
  return {
    get state() {
      return state;
    },
    act,
    at,
    wait,
    press: (mark: M | null, more: Partial<Extract<Action<M>, { type: 'press' }>> = {}) =>
      act({ type: 'press', mark, inCard: false, touch: false, link: false, ...more }),
    /** Lets the wait of the last action come to its end. */
    elapse: () => act({ type: 'timer', token: wait().token }),
    open: () => state.open && { key: state.open.mark.key, pinned: state.open.pinned },
  };
}

const types = (effects: Effect<M>[]) => effects.map(({ type }) => type);

test('resting on a mark asks for its entry at once and opens its card when the wait is over', () => {
  const r = reader();
  expect(types(r.at(a))).toEqual(['load', 'wait']);
  expect(r.wait().ms).toBe(500);
  expect(types(r.elapse())).toEqual(['show']);
  expect(r.open()).toEqual({ key: 'a', pinned: false });
});

test('small movements on the same mark do not begin the wait again', () => {
  const r = reader();
  r.at(a);
  expect(r.at(a, 12, 11)).toEqual([]);
});

test('a pointer that moves steadily along a mark opens nothing until it rests', () => {
  const r = reader();
  r.at(a, 0, 10, { time: 0 });
  const timers = [r.wait().token];
  // 160 px in a second along a long name, looked at once a frame: no longer wait than the dwell comes to its end.
  for (let frame = 1; frame <= 60; frame++) {
    const moved = r.at(a, frame * 2.7, 10, { time: frame * 16 });
    for (const effect of moved) if (effect.type === 'wait') timers.push(effect.token);
  }
  const last = timers.pop()!;
  for (const token of timers) expect(r.act({ type: 'timer', token })).toEqual([]);
  expect(r.open()).toBe(null);
  expect(types(r.act({ type: 'timer', token: last }))).toEqual(['show']);
});

test('no trembling within a mark, however long, begins the wait again, and no faster movement fails to', () => {
  const sway = fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), ms: fc.integer({ min: 1, max: 400 }) });
  fc.assert(
    fc.property(fc.array(sway, { minLength: 1, maxLength: 40 }), (steps) => {
      const r = reader();
      r.at(a, 100, 10, { time: 0 });
      const { token } = r.wait();
      let time = 0;
      for (const { x, ms } of steps) {
        time += ms;
        expect(r.at(a, 100 + (x * TREMBLE) / 2, 10, { time })).toEqual([]);
      }
      const at = 100 + TREMBLE * (2 + GLANCE / 10);
      expect(types(r.at(a, at, 10, { time: time + GLANCE }))).toEqual(['wait']);
      expect(r.act({ type: 'timer', token })).toEqual([]);
      expect(types(r.act({ type: 'timer', token: r.state.waiting!.timer }))).toEqual(['show']);
    }),
  );
});

test('a mark that was only passed over does not open, though its timer still runs out', () => {
  const r = reader();
  r.at(a);
  const { token } = r.wait();
  r.at(null, 40, 40);
  expect(r.act({ type: 'timer', token })).toEqual([]);
  expect(r.open()).toBe(null);
});

test('leaving a mark and coming back begins a fresh interaction that the first timer does not end', () => {
  const r = reader();
  r.at(a);
  const first = r.wait().token;
  r.at(null);
  r.at(a);
  expect(r.wait().token).not.toBe(first);
  expect(r.act({ type: 'timer', token: first })).toEqual([]);
  expect(r.open()).toBe(null);
});

test('a card stays for the grace when the pointer leaves, and a return in time keeps it', () => {
  const r = reader();
  r.at(a);
  r.elapse();
  r.at(a);
  r.at(null, 10, 400);
  expect(r.wait().ms).toBe(GRACE);
  const { token } = r.wait();
  r.at(a);
  expect(r.act({ type: 'timer', token })).toEqual([]);
  expect(r.open()).not.toBe(null);
  r.at(null, 10, 400);
  expect(r.elapse()).toEqual([{ type: 'hide', restore: false }]);
});

test('each step towards the card renews the grace, and marks that are crossed on the way stay silent', () => {
  const r = reader();
  r.at(a);
  r.elapse();
  r.at(a, 10, 10);
  r.at(b, 40, 40);
  const first = r.wait().token;
  expect(r.state.waiting).toBe(null);
  r.at(b, 60, 60);
  expect(r.wait().token).not.toBe(first);
  r.act({ type: 'timer', token: first });
  expect(r.open()?.key).toBe('a');
  r.at(null, 120, 120, { inCard: true });
  expect(r.state.open?.leaving).toBe(null);
});

test('a step away from the card lets another mark begin its own wait', () => {
  const r = reader();
  r.at(a);
  r.elapse();
  r.at(a, 50, 50);
  expect(types(r.at(b, 20, 20))).toEqual(['wait', 'load', 'wait']);
  expect(r.state.waiting?.mark).toBe(b);
});

test('nothing opens while a button is held, and a press ends a wait', () => {
  const r = reader();
  r.at(a);
  const { token } = r.wait();
  r.press(a);
  expect(r.act({ type: 'timer', token })).toEqual([]);
  expect(r.at(b)).toEqual([]);
  r.act({ type: 'release' });
  expect(types(r.at(b, 11))).toEqual(['load', 'wait']);
});

test('scrolling ends a wait and lets an unpinned card go, unless the pointer is in it', () => {
  const r = reader();
  r.at(a);
  const { token } = r.wait();
  r.act({ type: 'scroll', inCard: false });
  expect(r.act({ type: 'timer', token })).toEqual([]);
  r.at(a);
  r.elapse();
  expect(r.act({ type: 'scroll', inCard: true })).toEqual([]);
  r.act({ type: 'scroll', inCard: false });
  expect(types(r.elapse())).toEqual(['hide']);
});

test('a click opens at once and pinned; a second click closes', () => {
  const r = reader();
  expect(types(r.act({ type: 'click', mark: a, touch: false }))).toEqual(['load', 'show']);
  expect(r.open()).toEqual({ key: 'a', pinned: true });
  expect(types(r.act({ type: 'click', mark: a, touch: false }))).toEqual(['hide']);
});

test('a click on the mark of a hovering card pins it, and then leaving does not close it', () => {
  const r = reader();
  r.at(a);
  r.elapse();
  r.press(a);
  r.act({ type: 'release' });
  expect(types(r.act({ type: 'click', mark: a, touch: false }))).toEqual([]);
  expect(r.at(null, 10, 500)).toEqual([]);
  expect(r.at(b, 20, 500)).toEqual([]);
  expect(r.act({ type: 'leave' })).toEqual([]);
  expect(r.open()).toEqual({ key: 'a', pinned: true });
});

test('a press in the card pins it; a press elsewhere closes it', () => {
  const r = reader();
  r.at(a);
  r.elapse();
  r.press(null, { inCard: true });
  expect(r.open()).toEqual({ key: 'a', pinned: true });
  r.act({ type: 'release' });
  expect(r.press(null)).toEqual([{ type: 'hide', restore: false }]);
});

test('a dismissed card gives the focus back and stays away until the pointer has left its mark', () => {
  const r = reader();
  r.at(a);
  r.elapse();
  expect(r.act({ type: 'dismiss' })).toEqual([{ type: 'hide', restore: true }]);
  expect(r.at(a, 11)).toEqual([]);
  r.at(null, 90, 90);
  expect(types(r.at(a))).toEqual(['load', 'wait']);
});

test('dismissing when nothing is open does nothing', () => {
  expect(reader().act({ type: 'dismiss' })).toEqual([]);
});

test('a mark on which a selection ended stays silent until the pointer has left it', () => {
  const r = reader();
  r.press(null);
  r.at(a);
  r.act({ type: 'release', selected: a });
  expect(r.at(a, 11)).toEqual([]);
  r.at(null, 90, 90);
  expect(types(r.at(a))).toEqual(['load', 'wait']);
});

test('a command opens at once; on the mark of an open card it only moves in', () => {
  const r = reader();
  r.at(a);
  r.elapse();
  expect(types(r.act({ type: 'command', mark: a }))).toEqual(['show']);
  expect(types(r.act({ type: 'command', mark: b }))).toEqual(['load', 'show']);
  expect(r.open()).toEqual({ key: 'b', pinned: true });
});

test('a finger that rests on a marked link opens the card; a tap leaves the link to the page', () => {
  const r = reader();
  r.press(a, { touch: true, link: true });
  expect(r.wait().ms).toBe(LONG_PRESS);
  const { token } = r.wait();
  r.act({ type: 'release' });
  expect(r.act({ type: 'timer', token })).toEqual([]);
  r.press(a, { touch: true, link: true });
  r.elapse();
  expect(r.open()).toEqual({ key: 'a', pinned: true });
});

test("the browser's own long press opens the card of a marked link as well, once", () => {
  const r = reader();
  r.press(a, { touch: true, link: true });
  const { token } = r.wait();
  expect(types(r.act({ type: 'hold' }))).toEqual(['load', 'show']);
  expect(r.act({ type: 'timer', token })).toEqual([]);
});

test('a finger on a mark that is no link waits for the tap', () => {
  const r = reader();
  expect(r.press(a, { touch: true })).toEqual([]);
  r.act({ type: 'release' });
  expect(r.act({ type: 'click', mark: a, touch: true })).toContainEqual(expect.objectContaining({ how: 'touch' }));
});

test('with a modifier wanted, resting alone opens nothing and letting the key go ends the wait', () => {
  const r = reader({ open: 'modifier', dwell: 200 });
  expect(r.at(a)).toEqual([]);
  expect(types(r.at(a, 10, 10, { modifier: true }))).toEqual(['load', 'wait']);
  const { token } = r.wait();
  r.at(a, 10, 10, { modifier: false });
  expect(r.act({ type: 'timer', token })).toEqual([]);
});

test('in click mode the pointer opens nothing, click and command do', () => {
  const r = reader({ open: 'click', dwell: 200 });
  expect(r.at(a)).toEqual([]);
  expect(r.at(a, 10, 10, { modifier: true })).toEqual([]);
  expect(types(r.act({ type: 'click', mark: a, touch: false }))).toEqual(['load', 'show']);
});

test('when the mark goes from the page a hovering card goes too, a pinned one stays to be read', () => {
  const r = reader();
  r.at(a);
  r.elapse();
  expect(types(r.act({ type: 'gone' }))).toEqual(['hide']);
  r.act({ type: 'command', mark: a });
  expect(r.act({ type: 'gone' })).toEqual([]);
});

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
