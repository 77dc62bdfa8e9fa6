/** The card in a page of its own: marks are elements with `data-mark`, entries are handed in. Bundled and put into test pages. */
import { type Card, type CardConfig, createCard, type Target } from '../../../src/card/index.ts';
import { viewer } from '../../../src/card/viewer.ts';
import type { Mention } from '../../../src/match/types.ts';
import type { CardData } from '../../../src/messages/protocol.ts';

export interface Setup {
  entries: Record<string, CardData>;
  /** Those that come in the language of the reader, unless the original is asked for. */
  translated?: Record<string, CardData>;
  config: CardConfig;
  /** What is marked, by the value of `data-mark`. */
  mentions: Record<string, Partial<Mention> & { entity: string }>;
  /** Marks that are not painted, by name. */
  quiet?: string[];
  published?: string;
  now?: number;
  /** Leaves the shadow root closed, as it ships; otherwise it is opened so that a test can read it. */
  closed?: boolean;
  /** Entries that cannot be asked for: the worker is gone. */
  unreachable?: boolean;
  /** How often what shows a card cannot be loaded. */
  viewersLost?: number;
}

let card: Card;
let root: ShadowRoot | null = null;
const keys = new WeakMap<Element, string>();
let lastKey = 0;
/** What the card asked for, in order: `active a`, `mute executions-1988` … */
export const log: string[] = [];

function targetOf(element: Element, { mentions, quiet = [] }: Setup): Target | null {
  const name = element.getAttribute('data-mark') ?? '';
  const about = mentions[name];
  if (!about) return null;
  const key = keys.get(element) ?? `mark-${++lastKey}`;
  keys.set(element, key);
  const mention: Mention = {
    block: 0,
    start: 0,
    end: 1,
    kind: 'name',
    score: 1,
    why: { rule: 'name' },
    name: element.textContent,
    alternatives: [],
    ...about,
  };
  return {
    key,
    mention,
    text: element.textContent,
    rects: () => (element.isConnected ? [...element.getClientRects()] : []),
    element,
    quiet: quiet.includes(name),
  };
}

/** Notes what was asked for. @returns what notes that it was taken back */
function did(what: string): () => void {
  log.push(what);
  return () => log.push(`undo ${what}`);
}

let target: (name: string) => Target;

export function start(setup: Setup): void {
  let { viewersLost = 0 } = setup;
  const attach = Element.prototype.attachShadow;
  if (!setup.closed) {
    Element.prototype.attachShadow = function (init) {
      if (init.mode !== 'closed') return attach.call(this, init);
      root = attach.call(this, { ...init, mode: 'open' });
      return root;
    };
  }
  target = (name) => {
    const element = document.querySelector(`[data-mark="${name}"]`);
    const found = element && targetOf(element, setup);
    if (!found) throw new Error(`Expected a mark named ${name}.`);
    return found;
  };
  card = createCard({
    ...setup.config,
    get: async (entity, original) => {
      if (setup.unreachable) throw new Error('The worker is gone.');
      return (!original && setup.translated?.[entity]) || (setup.entries[entity] ?? null);
    },
    viewer: async () => {
      if (viewersLost-- > 0) throw new Error('The browser runs no script here.');
      return viewer;
    },
    cite: async (entity, what, format) => `${format} of ${Object.values(what).join(' by ')} for ${entity}`,
    picture: async (entity, what) => log.push(`picture ${entity} ${Object.values(what).join(' ')}`),
    hit: (x, y) => {
      const element = document.elementFromPoint(x, y)?.closest('[data-mark]');
      return element ? targetOf(element, setup) : null;
    },
    published: () => setup.published,
    ...(setup.now === undefined ? {} : { now: () => setup.now ?? 0 }),
    onActive: (active) => log.push(`active ${active?.mention.entity ?? 'none'}`),
    actions: {
      mute: async ({ entity }) => did(`mute ${entity.id}`),
      notThis: async ({ entity }, _target, scope) => did(`not ${entity.id} ${scope}`),
      siteOff: async () => did('site off'),
    },
  });
}

export const open = (name: string): void => card.open(target(name));
export const close = (): boolean => card.close();
export const configure = (config: CardConfig): void => card.configure(config);
export const refresh = (): void => card.refresh();
export const destroy = (): void => card.destroy();
/** The host that is in the page, or `null`. */
export const host = (): HTMLElement | null => document.querySelector('div[popover=manual]');
export const isShown = (): boolean => host()?.matches(':popover-open') ?? false;

/** Shows the texts of the cards as text (src/card/seal.ts). @returns what seals them again */
export function unseal(): () => void {
  const open = [...document.querySelectorAll('div[popover=manual]')].map(({ shadowRoot }) => shadowRoot ?? root);
  const sealed = open.flatMap((one) => [...(one?.querySelectorAll<HTMLElement>('[data-t]:empty') ?? [])]);
  for (const one of sealed) one.textContent = one.dataset.t ?? '';
  return () => {
    for (const one of sealed) one.textContent = '';
  };
}

/** The root, with its texts as text until the function that asked is through. */
export function shadow(): ShadowRoot {
  if (!root) throw new Error('The shadow root is closed in this test.');
  queueMicrotask(unseal());
  return root;
}

export const query = (selector: string): HTMLElement | null => shadow().querySelector<HTMLElement>(selector);
/** The text that the reader sees of the open card, or "". */
export const text = (): string => (isShown() ? (query('.card')?.innerText ?? '') : '');
/** Name of the element that has the focus, in the card where it is there. */
export const focused = (): string => {
  const element = shadow().activeElement ?? document.activeElement;
  return [element?.localName, element?.getAttribute('class'), element?.id].filter(Boolean).join('.');
};
export function box(selector = '.card') {
  // Without the scroll bars, which nothing may cover.
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, top, right, bottom, width, height } = query(selector)!.getBoundingClientRect();
  return { left, top, right, bottom, width, height, view: { width: clientWidth, height: clientHeight } };
}
