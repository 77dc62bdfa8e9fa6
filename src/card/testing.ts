import { type Action, type Behaviour, type Effect, initial, type State, step } from './state.ts';

/** A mark. */
export interface M {
  key: string;
}
export const a: M = { key: 'a' };
export const b: M = { key: 'b' };
const hover: Behaviour = { open: 'hover', dwell: 500 };
export const card = { left: 100, top: 100, right: 300, bottom: 300 };

/** A reader who does one thing after another, and what the state says to it. */
export function reader(behaviour = hover) {
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

export const types = (effects: Effect<M>[]) => effects.map(({ type }) => type);
