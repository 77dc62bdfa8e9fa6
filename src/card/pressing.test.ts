import { expect, test } from 'vitest';
import { LONG_PRESS } from './state.ts';
import { a, b, reader, types } from './testing.ts';

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

test('in click mode the pointer opens nothing, click and command do', () => {
  const r = reader({ open: 'click', dwell: 200 });
  expect(r.at(a)).toEqual([]);
  expect(r.at(a, 10, 10, { modifier: true })).toEqual([]);
  expect(types(r.act({ type: 'click', mark: a, touch: false }))).toEqual(['load', 'show']);
});
