import type { CardData } from '../messages/protocol.ts';
import { copyText } from './copy.ts';
import { externalLink, h, safeUrl, say, sayKind } from './dom.ts';
import { createHost } from './host.ts';
import { listen } from './pointer.ts';
import { type Action, type Effect, type How, initial, step } from './state.ts';
import type { Card, CardConfig, CardOptions, Target, Viewer } from './types.ts';

/** Candidates that are named under "could also be": more would be a list to read, not a hint. */
const ALTERNATIVES = 3;

interface Entry {
  viewer: Viewer;
  data: CardData | null;
  alternatives: { id: string; name: string; description?: string }[];
}

/** See `index.ts` for how a page uses it. */
export function createCard(options: CardOptions): Card {
  let config: CardConfig = options;
  let state = initial<Target>();
  let loading: { token: number; entry: Promise<Entry> } | null = null;
  let focusBefore: Element | null = null;
  let trail: string[] = [];
  let viewer: Promise<Viewer> | null = null;

  // Always there, since a live region that comes together with its text is not announced everywhere.
  const status = h('p', { class: 'status', role: 'status' });
  const bar = h('div', { class: 'bar-top' });
  const body = h('div', { class: 'body', tabindex: '-1' });
  const host = createHost(h('div', { class: 'card', role: 'dialog', tabindex: '-1' }, bar, body, status));
  host.theme(config);

  function getViewer(): Promise<Viewer> {
    viewer ??= options.viewer().then(
      (loaded) => {
        host.addStyles(loaded.entityStyles);
        return loaded;
      },
      (error) => {
        viewer = null;
        throw error;
      },
    );
    return viewer;
  }

  async function load(id: string, others: readonly string[] = []): Promise<Entry> {
    const [viewer, data, ...found] = await Promise.all([getViewer(), options.get(id), ...others.map(options.get)]);
    const alternatives = found.flatMap((other) => {
      if (!other) return [];
      const { id, name, description } = other.entity;
      return [{ id, name, ...(description ? { description } : {}) }];
    });
    return { viewer, data: data ?? null, alternatives };
  }

  function loadMark({ mention }: Target): Promise<Entry> {
    return load(
      mention.entity,
      mention.alternatives.slice(0, ALTERNATIVES).map(({ entity }) => entity),
    );
  }

  function announce(key: string) {
    status.textContent = say(config.texts, key);
  }

  function button(key: string, className: string, click: () => void, symbol: string) {
    const label = say(config.texts, key);
    return h('button', { type: 'button', class: className, title: label, 'aria-label': label, click }, symbol);
  }

  function actionMenu(data: CardData, target: Target): HTMLElement | null {
    const { actions = {} } = options;
    const { texts } = config;
    const name = data.entity.name;
    const items: HTMLElement[] = [];
    const item = (key: string, act: () => void) => {
      const click = () => {
        act();
        dispatch({ type: 'dismiss' });
      };
      items.push(h('button', { type: 'button', click }, say(texts, key, { name, text: target.text })));
    };
    if (actions.notThis) {
      item('card.notThis.page', () => actions.notThis?.(data, target, 'page'));
      item('card.notThis.always', () => actions.notThis?.(data, target, 'always'));
    }
    if (actions.mute) item('card.mute', () => actions.mute?.(data));
    if (actions.siteOff) item('card.siteOff', () => actions.siteOff?.());
    items.push(report(data));
    return h('details', { class: 'actions' }, h('summary', {}, say(texts, 'card.actions')), ...items);
  }

  /** Prefilled with the entry alone: what page the reader is on is for the reader to add. */
  function report({ entity, pack }: CardData): HTMLElement {
    const { texts } = config;
    const label = say(texts, 'card.report');
    const about = say(texts, 'card.report.text', {
      name: entity.name,
      id: entity.id,
      pack: pack.title,
      date: pack.released,
    });
    const form = safeUrl(pack.corrections);
    if (!form)
      return h('button', { type: 'button', click: () => void copy(async () => about) }, say(texts, 'card.report.copy'));
    return externalLink(
      form.replaceAll('{entity}', encodeURIComponent(entity.id)).replaceAll('{report}', encodeURIComponent(about)),
      {},
      label,
    );
  }

  /** The clipboard is written within the reader's click: browsers allow some seconds for the worker's answer. */
  async function copy(text: () => Promise<string>) {
    try {
      await copyText(await text());
      announce('card.copied');
    } catch {
      announce('card.notCopied');
    }
  }

  function fill(target: Target, entry: Entry | null, first: boolean) {
    const { texts, language } = config;
    const { cite } = options;
    const { dialog } = host;
    const data = entry?.data;
    status.textContent = '';
    bar.replaceChildren(
      h('span', { class: 'kind' }, data ? sayKind(texts, 'kind', data.entity.kind) : null),
      button('card.close', 'close', () => dispatch({ type: 'dismiss' }), '✕'),
    );
    if (!first) bar.prepend(button('card.back', 'back', back, '↩'));
    body.scrollTop = 0;
    dialog.removeAttribute('aria-labelledby');
    if (!entry || !data) {
      const message = say(texts, entry ? 'card.unknown' : 'card.unreachable');
      dialog.setAttribute('aria-label', message);
      body.replaceChildren(h('p', { class: 'message' }, message));
      return;
    }
    const article = entry.viewer.renderEntity(data, texts, {
      language,
      today: new Date((options.now ?? Date.now)()).toISOString().slice(0, 10),
      published: options.published?.(),
      mention: first ? target.mention : undefined,
      alternatives: first ? entry.alternatives : [],
      openEntity: (id) => void visit([...trail, id]),
      copy: cite && ((source, format) => void copy(() => cite(data.entity.id, source.id, format))),
    });
    article.heading.id = 'name';
    dialog.removeAttribute('aria-label');
    dialog.setAttribute('aria-labelledby', 'name');
    body.replaceChildren(article);
    const menu = actionMenu(data, target);
    if (menu) body.append(menu);
  }

  /** Shows the last entity of a trail that began at the mark, in place; the card keeps its mark. */
  async function visit(next: string[]) {
    const { open } = state;
    const id = next.at(-1);
    if (!open || !id) return;
    const entry = await (next.length === 1 ? loadMark(open.mark) : load(id)).catch(() => null);
    if (state.open?.token !== open.token) return;
    trail = next;
    fill(open.mark, entry, next.length === 1);
    host.follow();
    host.dialog.focus({ preventScroll: true });
  }

  function back() {
    void visit(trail.slice(0, -1));
  }

  async function show(mark: Target, token: number, how: How) {
    if (host.shown && state.open?.token === token && trail.length > 0 && how === 'key') {
      host.dialog.focus({ preventScroll: true });
      return;
    }
    const entry = await (loading?.token === token ? loading.entry : loadMark(mark)).catch(() => null);
    // The interaction may be over by now, or another one may have begun.
    if (state.open?.token !== token) return;
    trail = [mark.mention.entity];
    fill(mark, entry, true);
    host.show(mark, how === 'key' ? null : pointer.last(), how === 'touch');
    options.onActive?.(mark);
    if (how !== 'key') return;
    focusBefore = document.activeElement;
    host.dialog.focus({ preventScroll: true });
  }

  function hide(restore: boolean) {
    const hadFocus = host.hasFocus();
    host.hide();
    trail = [];
    options.onActive?.(null);
    if (restore && hadFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
  }

  function run(effect: Effect<Target>) {
    switch (effect.type) {
      case 'load': {
        const entry = loadMark(effect.mark);
        // A failure is told when the card opens; a mark that was only passed over tells nothing.
        entry.catch(() => {});
        loading = { token: effect.token, entry };
        break;
      }
      case 'wait':
        setTimeout(() => dispatch({ type: 'timer', token: effect.token }), effect.ms);
        break;
      case 'show':
        void show(effect.mark, effect.token, effect.how);
        break;
      case 'hide':
        hide(effect.restore);
        break;
      case 'pin':
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
    if (host.shown && !host.follow()) dispatch({ type: 'gone' });
  }

  const pointer = listen({
    host: host.element,
    dialog: host.dialog,
    hit,
    act: dispatch,
    isOpen: () => state.open !== null,
    mark: () => state.open?.mark ?? state.waiting?.mark ?? null,
    clickOnly: () => config.settings.open === 'click',
    moved,
  });

  return {
    host: host.element,
    get target() {
      return (state.open ?? state.waiting)?.mark ?? null;
    },
    open: (target) => dispatch({ type: 'command', mark: target }),
    close() {
      const open = state.open !== null;
      dispatch({ type: 'dismiss' });
      return open;
    },
    configure(next) {
      config = next;
      host.theme(next);
    },
    refresh: moved,
    destroy() {
      dispatch({ type: 'hide' });
      pointer.stop();
    },
  };
}
