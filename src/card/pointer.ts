/** What the reader does, as actions of the opening logic. Only listens: nothing of the page is prevented but Escape on an open card. */
import type { CardHost } from './host.ts';
import type { Point } from './place.ts';
import type { Action } from './state.ts';
import type { KeyGate, Target } from './types.ts';

export interface PointerOptions {
  /** Of the card that opens and closes, once there was one, and of one that is kept. */
  hosts(): CardHost[];
  hit(x: number, y: number): Target | null;
  act(action: Action<Target>): void;
  isOpen(): boolean;
  /** The mark whose card is open or about to be. */
  mark(): Target | null;
  /** Hover does nothing: moves need no hit test. */
  clickOnly(): boolean;
  keys?: KeyGate | undefined;
  /** The page scrolled or the window changed: the card follows its mark. */
  moved(): void;
}

export interface Pointer {
  /** Where mouse or pen was last, client coordinates. */
  last(): Point | null;
  stop(): void;
}

/** What a tap or click activates: there the click is the page's, and a long press is ours. */
const interactive =
  'a[href],button,input,select,textarea,label,summary,option,audio,video,[contenteditable]:not([contenteditable=false]),' +
  '[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=checkbox],[role=switch],[onclick]';

function claimed(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(interactive));
}

export function listen(options: PointerOptions): Pointer {
  const { hit, act } = options;
  const end = new AbortController();
  let move: PointerEvent | null = null;
  let point: Point | null = null;
  let inCard = false;
  /** `inCard`, of `move`. */
  let isOver = false;
  let touch = false;
  let frame = 0;
  let swallowKeyup = false;

  function on<K extends keyof WindowEventMap>(type: K, handler: (event: WindowEventMap[K]) => void, capture = true) {
    // Events that a page makes are not the reader's: no page opens or closes a card by itself.
    const trusted = (event: WindowEventMap[K]) => event.isTrusted && handler(event);
    window.addEventListener(type, trusted, {
      capture,
      passive: !type.startsWith('key'),
      signal: end.signal,
    });
  }

  /** What happens in the card passes through its host, which may stand in a shadow tree of the page: while it happens, the path tells. */
  const hostOf = (event: Event) => options.hosts().find(({ element }) => event.composedPath().includes(element));
  const isInside = (event: Event) => hostOf(event) !== undefined;

  /** The mark under the pointer, if it answers. */
  function answering(x: number, y: number, modifier: boolean): Target | null {
    const mark = hit(x, y);
    return mark?.quiet && !modifier ? null : mark;
  }

  function pointed(modifier: boolean, time: number) {
    if (!point) return;
    const box = (options.isOpen() && options.hosts()[0]?.dialog.getBoundingClientRect()) || null;
    const mark = inCard || options.clickOnly() ? null : answering(point.x, point.y, modifier);
    act({ type: 'point', mark, inCard, at: point, time, card: box, modifier });
  }

  on('pointermove', (event) => {
    if (event.pointerType === 'touch' || (options.clickOnly() && !options.isOpen())) return;
    move = event;
    isOver = isInside(event);
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!move) return;
      point = { x: move.clientX, y: move.clientY };
      inCard = isOver;
      pointed(move.altKey, move.timeStamp);
    });
  });
  function onDown(event: PointerEvent) {
    touch = event.pointerType === 'touch';
    // The secondary button opens a menu: for the card that is a press elsewhere, without a release to wait for.
    const inside = isInside(event);
    const mark = inside ? null : answering(event.clientX, event.clientY, event.altKey);
    act({ type: 'press', mark, inCard: inside, touch, link: claimed(event) });
  }
  function onUp(event: PointerEvent) {
    const selected = !touch && getSelection()?.isCollapsed === false;
    act({ type: 'release', selected: selected ? hit(event.clientX, event.clientY) : null });
  }
  on('pointerdown', onDown);
  on('pointerup', onUp);
  on('pointercancel', () => act({ type: 'release' }));
  on('dragend', () => act({ type: 'release' }));
  on('contextmenu', () => act(touch ? { type: 'hold' } : { type: 'release' }));
  // In the bubble phase: a page that stops the event, or cancels it, has used the click for something of its own.
  on(
    'click',
    (event) => {
      if (event.button !== 0 || event.detail === 0 || event.defaultPrevented || isInside(event)) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (claimed(event)) return;
      // A double click selects a word: the card that its first click opened would be in the way.
      if (event.detail > 1) return act({ type: 'hide' });
      if (getSelection()?.isCollapsed === false) return;
      const mark = answering(event.clientX, event.clientY, false);
      if (mark) act({ type: 'click', mark, touch });
    },
    false,
  );

  function onKey(event: KeyboardEvent) {
    const down = event.type === 'keydown';
    if (event.key === 'Escape' && down && options.isOpen() && !event.isComposing) {
      event.preventDefault();
      event.stopImmediatePropagation();
      swallowKeyup = true;
      act({ type: 'dismiss' });
      return;
    }
    // The page's shortcuts are for the page: what is typed in the card does not reach them.
    if (isInside(event) || (event.key === 'Escape' && !down && swallowKeyup)) event.stopImmediatePropagation();
    else if (event.key === 'Alt') pointed(down, event.timeStamp);
    if (event.key === 'Escape' && !down) swallowKeyup = false;
  }

  function onEarly(event: Event) {
    if (!event.isTrusted) return;
    if (event instanceof KeyboardEvent) return onKey(event);
    if (!isInside(event)) return;
    // Focus traps of the page would pull the focus out of the card again, and panels close on a press elsewhere.
    event.stopImmediatePropagation();
    if (event.type === 'pointerdown') onDown(event as PointerEvent);
    if (event.type === 'pointerup') onUp(event as PointerEvent);
    hostOf(event)?.press(event);
  }
  const { keys } = options;
  if (keys) keys.handle = onEarly;
  else for (const type of ['keydown', 'keyup', 'focusin'] as const) on(type, onEarly);

  on('scroll', (event) => {
    const mark = options.mark();
    if (!mark || !(event.target as Node).contains(mark.element)) return;
    act({ type: 'scroll', inCard });
    options.moved();
  });
  on('resize', () => options.moved());
  on('blur', (event) => {
    if (event.target === window) act({ type: 'leave' });
  });
  document.documentElement.addEventListener('pointerleave', (event) => event.isTrusted && act({ type: 'leave' }), {
    signal: end.signal,
  });
  on('pagehide', () => act({ type: 'hide' }));

  return {
    last: () => point,
    stop() {
      end.abort();
      if (keys) keys.handle = undefined;
      cancelAnimationFrame(frame);
    },
  };
}
