import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GLANCE, GRACE, TREMBLE } from './state.ts';
import { a, b, reader, types } from './testing.ts';

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
  const timers: { token: number; at: number }[] = [];
  const move = (frame: number) => {
    const time = frame * 16;
    // What was waited for comes in its time, as it would in a page.
    for (const { token, at } of timers) if (at <= time) r.act({ type: 'timer', token });
    for (const effect of r.at(a, frame * 2.7, 10, { time }))
      if (effect.type === 'wait') timers.push({ token: effect.token, at: time + effect.ms });
  };
  // 160 px in a second along a long name, looked at once a frame.
  for (let frame = 0; frame <= 60; frame++) {
    move(frame);
    expect(r.open()).toBe(null);
  }
  expect(types(r.act({ type: 'timer', token: timers.at(-1)!.token }))).toEqual(['show']);
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

test('with a modifier wanted, resting alone opens nothing and letting the key go ends the wait', () => {
  const r = reader({ open: 'modifier', dwell: 200 });
  expect(r.at(a)).toEqual([]);
  expect(types(r.at(a, 10, 10, { modifier: true }))).toEqual(['load', 'wait']);
  const { token } = r.wait();
  r.at(a, 10, 10, { modifier: false });
  expect(r.act({ type: 'timer', token })).toEqual([]);
});

test('when the mark goes from the page a hovering card goes too, a pinned one stays to be read', () => {
  const r = reader();
  r.at(a);
  r.elapse();
  expect(types(r.act({ type: 'gone' }))).toEqual(['hide']);
  r.act({ type: 'command', mark: a });
  expect(r.act({ type: 'gone' })).toEqual([]);
});
