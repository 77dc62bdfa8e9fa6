import type { CardDialog, Entry } from './dialog.ts';
import { listen } from './pointer.ts';
import { type Action, type Effect, type How, initial, step } from './state.ts';
import type { Card, CardConfig, CardOptions, Target, Viewer } from './types.ts';

/** Candidates that are named under "could also be": more would be a list to read, not a hint. */
const ALTERNATIVES = 3;

/**
 * ms. The pointer is looked at once a frame, and a wait of whole frames would end just after one has begun: the card would be seen a frame
 * later than the reader has set. So it is seen with the frame that is nearest.
 */
const HALF_FRAME = 8;

/** See `index.ts` for how a page uses it. */
export function createCard(options: CardOptions): Card {
  let config: CardConfig = options;
  let state = initial<Target>();
  let loading: { token: number; entry: Promise<Entry> } | null = null;
  let viewer: Promise<Viewer> | null = null;
  let dialog: CardDialog | null = null;
  /** The card that the reader keeps beside the next. */
  let kept: CardDialog | null = null;
  let keptMark: Target | null = null;
  let focusBefore: Element | null = null;
  /** Token of the interaction whose card is shown; 0 when none is. */
  let shownFor = 0;
  /** Token of the interaction whose card stands ready, not shown; 0 when none does. */
  let readyFor = 0;
  /** Whether the reader asked for originals in this card, or for translations. */
  let original: boolean | undefined;
  /** Entities shown in this card, from the mark's own to the one that is seen. */
  let trail: string[] = [];
  /** Nothing is to be opened any more: the card goes when what it says was read. */
  let ending = false;

  /** Made with the first card: a page on which none opens has nothing of it but listeners. Rejects where what it is made by cannot be loaded. */
  async function getDialog(): Promise<CardDialog> {
    const { createDialog } = await getViewer();
    return dialog ?? makeDialog(createDialog);
  }

  function makeDialog(createDialog: Viewer['createDialog']): CardDialog {
    const made: CardDialog = createDialog({
      ...options,
      config: () => config,
      close: () => (made === kept ? release() : dispatch({ type: 'dismiss' })),
      back: () => void visit(trail.slice(0, -1)),
      visit: (id) => (made === kept ? openBeside(id) : void visit([...trail, id])),
      keep,
      beside: () => kept?.host.dialog.offsetWidth ?? 0,
      turn: (wanted) => {
        original = wanted;
        void visit(trail);
      },
    });
    dialog = made;
    return made;
  }

  /** The open card stays at the edge of the window, apart from what opens and closes others. */
  function keep() {
    const { open } = state;
    if (!open || !dialog) return;
    release();
    kept = dialog;
    keptMark = open.mark;
    dialog = null;
    [state] = step(state, { type: 'hide' }, config.settings);
    forget();
    kept.host.dock(release);
    kept.host.dialog.focus({ preventScroll: true });
  }

  function release() {
    kept?.host.hide();
    kept = null;
    moved();
  }

  /** Another entity, beside the card that names it. */
  function openBeside(id: string) {
    if (!keptMark) return;
    const mention = { ...keptMark.mention, entity: id, alternatives: [] };
    dispatch({ type: 'command', mark: { ...keptMark, key: `${keptMark.key} ${id}`, mention, visited: true } });
  }

  function getViewer(): Promise<Viewer> {
    viewer ??= options.viewer().catch((error) => {
      viewer = null;
      throw error;
    });
    return viewer;
  }

  async function load(id: string, others: readonly string[] = []): Promise<Entry> {
    const all = [id, ...others].map((one) => options.get(one, original));
    const [data, ...found] = await Promise.all(all);
    const alternatives = found.flatMap((other) => {
      if (!other) return [];
      const { id, name, description } = other.entity;
      return [{ id, name, ...(description ? { description } : {}) }];
    });
    return { data: data ?? null, alternatives };
  }

  function loadMark({ mention }: Target): Promise<Entry> {
    const others = mention.alternatives.slice(0, ALTERNATIVES).map(({ entity }) => entity);
    return load(mention.entity, others);
  }

  function focusCard() {
    dialog?.host.dialog.focus({ preventScroll: true });
  }

  /** Shows the last entity of a trail that began at the mark, in place; the card keeps its mark. */
  async function visit(next: string[]) {
    const { open } = state;
    const id = next.at(-1);
    if (!open || !id) return;
    const first = next.length === 1;
    const entry = await (first ? loadMark(open.mark) : load(id)).catch(() => null);
    if (state.open?.token !== open.token) return;
    trail = next;
    dialog?.fill(open.mark, entry, first && !open.mark.visited);
    moved();
    focusCard();
  }

  /** Fills the dialog with the entry of a mark, unless the interaction is over before the entry is there. */
  async function prepare(mark: Target, token: number) {
    const loaded = loading?.token === token ? loading.entry : loadMark(mark);
    const [made, entry] = await Promise.all([getDialog(), loaded.catch(() => null)]);
    if ((state.open ?? state.waiting)?.token !== token) return;
    made.fill(mark, entry, !mark.visited);
    readyFor = token;
    // Fonts are four fifths of the first layout. Last: a card that they could not be readied for is ready all the same.
    if (state.waiting) made.shape();
  }

  async function show(mark: Target, token: number, how: How) {
    if (shownFor !== token) {
      // The next mark tries again to load what could not be.
      if (readyFor !== token) await prepare(mark, token).catch(() => {});
      // The interaction may be over by now, or another one may have begun.
      if (state.open?.token !== token) return;
      if (!dialog || readyFor !== token) return dispatch({ type: 'hide' });
      const { host } = dialog;
      shownFor = token;
      readyFor = 0;
      trail = [mark.mention.entity];
      options.onActive?.(mark);
      host.show(mark, how === 'key' ? null : pointer.last(), how === 'touch', () => dispatch({ type: 'gone' }));
      if (!host.shown) return;
    }
    if (how !== 'key') return;
    if (!dialog?.host.hasFocus()) focusBefore = document.activeElement;
    focusCard();
  }

  /** What is shown no more has left nothing behind. */
  function forget() {
    shownFor = 0;
    trail = [];
    original = undefined;
    options.onActive?.(null);
  }

  function hide(restore: boolean) {
    forget();
    if (!dialog) return;
    const hadFocus = dialog.host.hasFocus();
    dialog.host.hide();
    if (restore && hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
    if (ending) pointer.stop();
  }

  function prepareIfWaiting({ mark, token }: { mark: Target; token: number }) {
    if (state.waiting?.token === token && shownFor === 0) prepare(mark, token).catch(() => {});
  }

  function run(effect: Effect<Target>) {
    switch (effect.type) {
      case 'load': {
        const entry = loadMark(effect.mark);
        // A failure is reported when the card opens; a mark that was only passed over tells nothing.
        for (const early of [entry, getViewer()]) early.catch(() => {});
        loading = { token: effect.token, entry };
        // Half way through a rest on a mark the card is made ready, so that the end of the wait has only to show it.
        if (state.waiting?.token === effect.token)
          setTimeout(() => prepareIfWaiting(effect), config.settings.dwell / 2);
        break;
      }
      case 'wait': {
        const rests = state.waiting?.timer === effect.token && state.waiting.how === 'hover';
        const ms = effect.ms - (rests ? HALF_FRAME : 0);
        setTimeout(() => dispatch({ type: 'timer', token: effect.token }), ms);
        break;
      }
      case 'show':
        void show(effect.mark, effect.token, effect.how);
        break;
      case 'hide':
        hide(effect.restore);
        break;
    }
  }

  function dispatch(action: Action<Target>) {
    const [next, effects] = step(state, action, config.settings);
    state = next;
    for (const effect of effects) run(effect);
  }

  /** A page that is read again gives new keys to marks that are where they were. */
  function hit(x: number, y: number): Target | null {
    const found = options.hit(x, y);
    const known = [state.open?.mark, state.waiting?.mark].find(
      (mark) =>
        mark &&
        mark.element === found?.element &&
        mark.mention.entity === found.mention.entity &&
        mark.mention.start === found.mention.start,
    );
    return found && known ? { ...found, key: known.key } : found;
  }

  function moved() {
    kept?.host.follow();
    if (dialog?.host.shown && !dialog.host.follow()) dispatch({ type: 'gone' });
  }

  const pointer = listen({
    hosts: () => [dialog, kept].flatMap((each) => each?.host ?? []),
    hit,
    act: (action) => (action.type === 'dismiss' && !state.open ? release() : dispatch(action)),
    isOpen: () => state.open !== null || kept !== null,
    mark: () => state.open?.mark ?? state.waiting?.mark ?? null,
    clickOnly: () => config.settings.open === 'click',
    moved,
    keys: options.keys,
  });

  return {
    get target() {
      return (state.open ?? state.waiting)?.mark ?? null;
    },
    open: (target) => dispatch({ type: 'command', mark: target }),
    close() {
      const open = state.open !== null || kept !== null;
      if (state.open) dispatch({ type: 'dismiss' });
      else release();
      return open;
    },
    configure(next) {
      config = next;
      for (const each of [dialog, kept]) each?.host.configure(next);
    },
    refresh: moved,
    destroy() {
      if (!kept?.noticing) release();
      // Switching the site off ends what the card belongs to; the reader can still take it back.
      ending = true;
      if (state.open && dialog?.noticing) return;
      dispatch({ type: 'hide' });
      pointer.stop();
    },
  };
}
