/** The one element that is added to the page while a card is open: a popover in the top layer with a closed shadow root. */
import { h } from '../entry-view/dom.ts';
import tokens from '../entry-view/tokens.css?inline';
import hostStyles from './host.css?inline';
import { type Box, lineAt, type Point, place } from './place.ts';
import type { CardConfig, Target } from './types.ts';

/** Not a name of any registered element; `popover` works on every HTML element. */
const HOST_TAG = 'sidelight-card';

/** How often a page may take away one open card before it is left to the page: two that never give in would spin for ever. */
const STUBBORN = 8;

/** CSS px of viewport height under which a card beside its mark would be too low to read: it becomes a sheet. */
const LOW = 360;

export interface CardHost {
  readonly element: HTMLElement;
  /** The dialog: what the reader sees. */
  readonly dialog: HTMLElement;
  readonly shown: boolean;
  show(target: Target, at: Point | null, sheet: boolean): void;
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

function adopt(root: ShadowRoot, styles: string): void {
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
  const element = h(HOST_TAG, { popover: 'manual' });
  const root = element.attachShadow({ mode: 'closed' });
  const anchor = h('div', { class: 'anchor' });
  const anchored = CSS.supports('position-area', 'top');
  let target: Target | null = null;
  let at: Point | null = null;
  let sheet = false;
  let patience = 0;
  adopt(root, tokens + hostStyles);
  root.append(anchor, dialog);

  // Presses and clicks in the card are not the page's; keys and focus are kept from it in pointer.ts, where that can be done earlier.
  for (const type of ['click', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend', 'wheel']) {
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }

  function attach() {
    const home = target ? homeOf(target.element) : document.documentElement;
    if (element.parentNode !== home) home.append(element);
    if (!element.matches(':popover-open')) element.showPopover();
    watcher.disconnect();
    watcher.observe(home, { childList: true });
  }

  function putBack() {
    if (!target || (element.isConnected && element.matches(':popover-open')) || ++patience > STUBBORN) return;
    attach();
    follow();
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
    set(dialog.style, { '--x': x, '--y': y });
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
    show(next, point, asSheet) {
      target = next;
      at = point;
      sheet = asSheet;
      patience = 0;
      // Measured first: asked after the card is in the page, the browser would have to lay the page out at once.
      const mark = measure();
      attach();
      if (mark) apply(mark);
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
      element.dataset.theme = settings.theme;
      dialog.lang = language;
      dialog.dir = direction;
    },
  };
}
