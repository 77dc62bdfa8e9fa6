/**
 * When a card opens and closes: what the reader did, and what follows. Pure: no DOM, no clock, no timer; the host carries out the
 * effects. Every wait has a fresh token, so that a timer of an interaction that is over changes nothing. The chart is in state.test.ts.
 */
import type { Box, Point } from './place.ts';
import { heading } from './place.ts';

/** ms that a card stays after the pointer has left mark and card: WCAG 1.4.13 asks that the reader can move onto it. */
export const GRACE = 300;
/** ms that a finger rests on a marked link before the card opens: just under the browsers' own long press (500 ms). */
export const LONG_PRESS = 450;

/**
 * A pointer rests while it moves no more than so many px in so many ms: a hand trembles. The measure and its figures are those of hoverIntent
 * (Brian Cherne); faster, it is on its way, and the wait begins anew.
 */
export const TREMBLE = 6;
export const GLANCE = 100;

export type How = 'hover' | 'click' | 'touch' | 'key';

/** `key` tells marks apart; the host keeps whatever else it needs on the same object. */
export interface Mark {
  readonly key: string;
}

export interface Behaviour {
  open: 'hover' | 'modifier' | 'click';
  /** ms of rest on a mark. */
  dwell: number;
}

interface Seen {
  at: Point;
  time: number;
}

export interface State<M extends Mark> {
  /** The last token given out. */
  token: number;
  /** A button or a finger is down: the reader drags or selects. */
  held: boolean;
  /** The pointer rests on a mark (or a finger on a marked link) and the card is about to open. */
  waiting: {
    mark: M;
    token: number;
    how: 'hover' | 'touch';
    /** Token of the timer, which a pointer on its way begins anew. */
    timer: number;
    /** Where and when (ms) a pointer was looked at, to tell how fast it is. */
    seen: Seen | null;
  } | null;
  open: {
    mark: M;
    token: number;
    how: How;
    pinned: boolean;
    /** Token of the grace timer while the pointer is on neither mark nor card. */
    leaving: number | null;
    /** Where the pointer was last, for the safe triangle. */
    from: Point | null;
  } | null;
  /** Key of the mark under the pointer when its card was dismissed, or a selection ended on it: it must be left before it opens. */
  refused: string | null;
}

export type Action<M extends Mark> =
  /** A mouse or a hovering pen is at `at` at `time` (ms), over `mark` or the card; `card` is the card's box when one is open. */
  | { type: 'point'; mark: M | null; inCard: boolean; at: Point; time: number; card: Box | null; modifier: boolean }
  /** The pointer left the window. */
  | { type: 'leave' }
  /** A button or a finger went down. `link`: the mark is part of something that a tap would activate. */
  | { type: 'press'; mark: M | null; inCard: boolean; touch: boolean; link: boolean }
  /** It went up again; `selected`: the mark at the end of a selection, which the reader means to copy, not to look up. */
  | { type: 'release'; selected?: M | null }
  /** A completed click or tap on a mark that nothing of the page claimed. */
  | { type: 'click'; mark: M; touch: boolean }
  /** The browser's own long press came first. */
  | { type: 'hold' }
  | { type: 'command'; mark: M }
  /** What holds the mark was scrolled. */
  | { type: 'scroll'; inCard: boolean }
  /** Escape, the close button, or the close command. */
  | { type: 'dismiss' }
  /** The page or the tab is going away. */
  | { type: 'hide' }
  /** The mark of the open card is no longer on the page. */
  | { type: 'gone' }
  | { type: 'timer'; token: number };

export type Effect<M extends Mark> =
  /** Ask for the entry now, so that it is there when the wait is over. */
  | { type: 'load'; mark: M; token: number }
  | { type: 'wait'; ms: number; token: number }
  | { type: 'show'; mark: M; token: number; how: How }
  /** `restore`: the focus goes back to where it was. */
  | { type: 'hide'; restore: boolean };

export function initial<M extends Mark>(): State<M> {
  return { token: 0, held: false, waiting: null, open: null, refused: null };
}

type Step<M extends Mark> = [State<M>, Effect<M>[]];

function openNow<M extends Mark>(state: State<M>, mark: M, how: How): Step<M> {
  if (state.open?.mark.key === mark.key) {
    const open = { ...state.open, pinned: true, leaving: null };
    const next = { ...state, waiting: null, open };
    return [next, how === 'key' ? [{ type: 'show', mark, token: open.token, how }] : []];
  }
  const token = state.token + 1;
  const open = { mark, token, how, pinned: how !== 'hover', leaving: null, from: null };
  return [
    { ...state, token, waiting: null, open, refused: null },
    [
      { type: 'load', mark, token },
      { type: 'show', mark, token, how },
    ],
  ];
}

function closed<M extends Mark>(state: State<M>, restore: boolean, refused: string | null = null): Step<M> {
  const next = { ...state, waiting: null, open: null, refused };
  return [next, state.open ? [{ type: 'hide', restore }] : []];
}

function startLeaving<M extends Mark>(state: State<M>): Step<M> {
  if (!state.open || state.open.pinned || state.open.leaving !== null) return [state, []];
  const token = state.token + 1;
  return [{ ...state, token, open: { ...state.open, leaving: token } }, [{ type: 'wait', ms: GRACE, token }]];
}

/** @param seen where and when a pointer came upon the mark; `null` for a finger */
function startWaiting<M extends Mark>(state: State<M>, mark: M, seen: Seen | null, ms: number): Step<M> {
  const token = state.token + 1;
  return [
    { ...state, token, waiting: { mark, token, how: seen ? 'hover' : 'touch', timer: token, seen } },
    [
      { type: 'load', mark, token },
      { type: 'wait', ms, token },
    ],
  ];
}

/** The pointer is still on the mark that is waited for. */
function stay<M extends Mark>(state: State<M>, now: Seen, dwell: number): Step<M> {
  const { waiting } = state;
  if (!waiting?.seen) return [state, []];
  const moved = Math.hypot(now.at.x - waiting.seen.at.x, now.at.y - waiting.seen.at.y);
  const passed = now.time - waiting.seen.time;
  if (moved > TREMBLE * Math.max(1, passed / GLANCE)) {
    const token = state.token + 1;
    return [
      { ...state, token, waiting: { ...waiting, timer: token, seen: now } },
      [{ type: 'wait', ms: dwell, token }],
    ];
  }
  return [passed < GLANCE ? state : { ...state, waiting: { ...waiting, seen: now } }, []];
}

function point<M extends Mark>(
  before: State<M>,
  action: Extract<Action<M>, { type: 'point' }>,
  behaviour: Behaviour,
): Step<M> {
  const { mark, inCard, at, time } = action;
  const refused = mark?.key === before.refused ? before.refused : null;
  let state: State<M> = { ...before, refused };
  const effects: Effect<M>[] = [];

  if (state.open) {
    const { from, leaving } = state.open;
    if (inCard || mark?.key === state.open.mark.key) {
      return [{ ...state, waiting: null, open: { ...state.open, leaving: null, from: at } }, []];
    }
    state = { ...state, open: { ...state.open, from: at } };
    const onTheWay = !before.open?.pinned && from !== null && action.card !== null && heading(from, at, action.card);
    if (onTheWay) {
      // Each step towards the card earns a new grace, and the marks that are crossed on the way do not answer.
      state = { ...state, waiting: null, open: { ...state.open!, leaving: null } };
      return startLeaving(state);
    }
    if (leaving === null) {
      const [next, wait] = startLeaving(state);
      state = next;
      effects.push(...wait);
    }
  }

  const ready = mark && !state.held && !inCard && !state.open?.pinned && refused === null;
  const wanted = behaviour.open === 'hover' || (behaviour.open === 'modifier' && action.modifier);
  if (!ready || !wanted) return [{ ...state, waiting: null }, effects];
  const [next, wait] =
    state.waiting?.mark.key === mark.key
      ? stay(state, { at, time }, behaviour.dwell)
      : startWaiting(state, mark, { at, time }, behaviour.dwell);
  return [next, [...effects, ...wait]];
}

function timer<M extends Mark>(state: State<M>, timed: number): Step<M> {
  if (state.waiting?.timer === timed) {
    const { mark, token, how } = state.waiting;
    const open = { mark, token, how, pinned: how === 'touch', leaving: null, from: null };
    return [{ ...state, waiting: null, open }, [{ type: 'show', mark, token, how }]];
  }
  if (state.open?.leaving === timed) return [{ ...state, open: null }, [{ type: 'hide', restore: false }]];
  return [state, []];
}

function press<M extends Mark>(state: State<M>, action: Extract<Action<M>, { type: 'press' }>): Step<M> {
  const { mark, inCard } = action;
  const held = { ...state, held: true, waiting: null };
  if (inCard) return state.open ? openNow({ ...held }, state.open.mark, 'click') : [held, []];
  const [next, effects] =
    state.open && mark?.key !== state.open.mark.key ? closed(held, false) : ([held, []] as Step<M>);
  if (!action.touch || !action.link || !mark) return [next, effects];
  const [waiting, wait] = startWaiting(next, mark, null, LONG_PRESS);
  return [waiting, [...effects, ...wait]];
}

export function step<M extends Mark>(state: State<M>, action: Action<M>, behaviour: Behaviour): Step<M> {
  switch (action.type) {
    case 'point':
      return point(state, action, behaviour);
    case 'leave':
      return startLeaving({ ...state, waiting: null, refused: null });
    case 'press':
      return press(state, action);
    case 'release':
      return [{ ...state, held: false, waiting: null, refused: action.selected?.key ?? state.refused }, []];
    case 'click':
      // A second click puts the card away again, so a double click still selects a word.
      if (state.open?.pinned && state.open.mark.key === action.mark.key) return closed(state, false, action.mark.key);
      return openNow(state, action.mark, action.touch ? 'touch' : 'click');
    case 'hold':
      return state.waiting?.how === 'touch' ? openNow(state, state.waiting.mark, 'touch') : [state, []];
    case 'command':
      return openNow(state, action.mark, 'key');
    case 'scroll':
      return action.inCard ? [state, []] : startLeaving({ ...state, waiting: null });
    case 'dismiss':
      return closed(state, true, state.open?.mark.key ?? null);
    case 'hide':
      return closed(state, false);
    case 'gone':
      return state.open?.pinned ? [state, []] : closed(state, false);
    case 'timer':
      return timer(state, action.token);
  }
}
