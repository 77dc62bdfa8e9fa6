/**
 * The one element that is added to the page while a card is open: a popover in the top layer with a closed shadow root. What a page can try
 * against it, and why it is built like this, is in docs/adr/0013-card-on-hostile-ground.md.
 */
import { h } from '../entry-view/dom.ts';
import tokens from '../entry-view/tokens.css?inline';
import hostStyles from './host.css?inline';
import { type Box, lineAt, type Point, place } from './place.ts';
import { keepSealed } from './seal.ts';
import type { CardConfig, Target } from './types.ts';

/** An element that no page can register as its own: a custom element would be handed its closed root. */
const HOST_TAG = 'div';

/** How often a page may take away one open card before it is left to the page: two that never give in would spin for ever. */
const STUBBORN = 8;

/** CSS px of viewport height under which a card beside its mark would be too low to read: it becomes a sheet. */
const LOW = 360;

export interface CardHost {
  readonly element: HTMLElement;
  /** The dialog: what the reader sees. */
  readonly dialog: HTMLElement;
  readonly shown: boolean;
  /** @param gone called when the page does not let the card be seen */
  show(target: Target, at: Point | null, sheet: boolean, gone: () => void): void;
  /** Follows the mark; `false` when the mark is no longer on the page. */
  follow(): boolean;
  hide(): void;
  /** Whether the focus is in the card. */
  hasFocus(): boolean;
  configure(config: CardConfig): void;
  addStyles(styles: string): void;
}

/** Where the host goes so that it can be used: into the modal dialog that holds the mark, for all else is inert then. */
function homeOf(element: Element): Element {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    if (node instanceof HTMLDialogElement && node.matches(':modal')) return node;
  }
  return document.documentElement;
}

/** Drawn anew for each page: a page could register properties whose names it knows, and make them worth nothing. */
const [random = 0n] = crypto.getRandomValues(new BigUint64Array(1));
const salt = random.toString(36);
const property = (name: string) => `--${salt}-${name}`;

function adopt(root: ShadowRoot, plain: string): void {
  const styles = plain.replace(/--(?=[a-z])/g, `--${salt}-`);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets.push(sheet);
  } catch {
    // A browser whose content scripts cannot hand a constructed sheet to the page's documents.
    root.append(h('style', {}, styles));
  }
}

export function createHost(dialog: HTMLElement): CardHost {
  const element = h(HOST_TAG);
  const root = element.attachShadow({ mode: 'closed' });
  const anchor = h('div', { class: 'anchor' });
  const layer = h('div', { class: 'layer' }, anchor, dialog);
  const anchored = CSS.supports('position-area', 'top');
  let target: Target | null = null;
  let at: Point | null = null;
  let sheet = false;
  let patience = 0;
  let giveUp = () => {};
  adopt(root, tokens + hostStyles);
  root.append(layer);
  keepSealed(root);

  // Presses and clicks in the card are not the page's; keys and focus are kept from it in pointer.ts, where that can be done earlier.
  for (const type of ['click', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend', 'wheel']) {
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }

  const isOpen = () => element.isConnected && element.matches(':popover-open') && !element.closest('[inert]');

  /** A page that forbids the card (it cancels the opening, or makes all around it inert) has its way: nothing is shown half. */
  function attach() {
    const home = target ? homeOf(target.element) : document.documentElement;
    watcher.disconnect();
    if (element.popover !== 'manual') element.popover = 'manual';
    element.inert = false;
    if (element.parentNode !== home) home.append(element);
    if (!element.matches(':popover-open')) element.showPopover();
    if (!isOpen()) return giveUp();
    // What the page's own zoom does to the card is taken back.
    layer.style.zoom = String(1 / (element.currentCSSZoom || 1));
    watcher.observe(home, { childList: true });
    watcher.observe(element, { attributeFilter: ['popover', 'inert'] });
  }

  function putBack() {
    if (!target || isOpen()) return;
    if (++patience > STUBBORN) return giveUp();
    attach();
    if (target) follow();
  }
  const watcher = new MutationObserver(putBack);
  element.addEventListener('toggle', putBack);

  /** Where the mark is, inside the window: one that was scrolled away leaves a pinned card at the edge. */
  function measure(): (Box & { direction: 'ltr' | 'rtl' }) | null {
    const line = target && lineAt(target.rects(), at);
    if (!target || !line) return null;
    const clamp = (value: number, end: number) => Math.max(0, Math.min(value, end));
    return {
      left: clamp(line.left, innerWidth),
      right: clamp(line.right, innerWidth),
      top: clamp(line.top, innerHeight),
      bottom: clamp(line.bottom, innerHeight),
      direction: getComputedStyle(target.element).direction === 'rtl' ? 'rtl' : 'ltr',
    };
  }

  function apply(mark: NonNullable<ReturnType<typeof measure>>) {
    const { left, top, right, bottom, direction } = mark;
    const low = sheet || innerHeight < LOW;
    dialog.className = `card ${low ? 'sheet' : anchored ? `anchored ${direction}` : 'placed'}`;
    const set = (style: CSSStyleDeclaration, values: Record<string, number>) => {
      for (const [name, value] of Object.entries(values)) style.setProperty(name, `${value}px`);
    };
    set(anchor.style, { left, top, width: right - left, height: bottom - top });
    if (low || anchored) return;
    const size = { width: dialog.offsetWidth, height: dialog.offsetHeight };
    const { x, y } = place(mark, size, { width: innerWidth, height: innerHeight }, direction);
    set(dialog.style, { [property('x')]: x, [property('y')]: y });
  }

  function follow(): boolean {
    const mark = measure();
    if (mark) apply(mark);
    return mark !== null;
  }

  return {
    element,
    dialog,
    get shown() {
      return target !== null;
    },
    show(next, point, asSheet, gone) {
      target = next;
      giveUp = gone;
      at = point;
      sheet = asSheet;
      patience = 0;
      // Measured first: asked after the card is in the page, the browser would have to lay the page out at once.
      const mark = measure();
      attach();
      if (mark && target) apply(mark);
    },
    follow,
    hide() {
      target = null;
      watcher.disconnect();
      element.remove();
    },
    hasFocus: () => root.activeElement !== null,
    addStyles: (styles) => adopt(root, styles),
    configure({ settings, language, direction }) {
      layer.dataset.theme = settings.theme;
      dialog.lang = language;
      dialog.dir = direction;
    },
  };
}
