/**
 * The one element that is added to the page while a card is open: a popover in the top layer with a closed shadow root. What a page can try
 * against it, and why it is built like this, is in docs/adr/0013-card-on-hostile-ground.md.
 */
import { h, passClick } from '../entry-view/dom.ts';
import { entityStyles } from '../entry-view/styles.ts';
import tokens from '../entry-view/tokens.css?inline';
import hostStyles from './host.css?inline';
import { type Box, lineAt, type Point } from './place.ts';
import { keepSealed } from './seal.ts';
import type { CardConfig, Target } from './types.ts';

/** How often a page may take away one open card before it is left to the page: two that never give in would spin for ever. */
const STUBBORN = 8;

/** CSS px of viewport width under which there is no room for two cards. */
const NARROW = 760;

/** CSS px of viewport height under which a card beside its mark would be too low to read: it becomes a sheet. */
const LOW = 500;

export interface CardHost {
  readonly element: HTMLElement;
  /** The dialog: what the reader sees. */
  readonly dialog: HTMLElement;
  readonly shown: boolean;
  /** @param gone called when the page does not let the card be seen */
  show(target: Target, at: Point | null, sheet: boolean, gone: () => void): void;
  /** Stands at the edge of the window from now on, whatever becomes of its mark. @param gone as for `show` */
  dock(gone: () => void): void;
  /** Follows the mark; `false` when the mark is no longer on the page. */
  follow(): boolean;
  hide(): void;
  /** Whether the focus is in the card. */
  hasFocus(): boolean;
  /** Hears a press that was kept from the page, and from all that is in the card with it: a click is passed on. */
  press(event: Event): void;
  configure(config: CardConfig): void;
}

/** Open, and closed by the browser on a press that is not in it. */
const isLight = (node: Node): node is HTMLElement =>
  node instanceof HTMLElement && node.popover !== null && node.popover !== 'manual' && node.matches(':popover-open');

/**
 * Where the host goes so that it can be used: into the dialog that holds the mark, for all but a modal one is inert; else into the popover
 * that holds it, or the one that is open anywhere, which a press in the card would close.
 */
function homeOf(element: Element): Element {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    if (isLight(node) || (node instanceof HTMLDialogElement && node.open)) return node;
  }
  return [...document.querySelectorAll(':popover-open')].findLast(isLight) ?? document.documentElement;
}

/** Drawn anew for each page: a page could register properties whose names it knows, and make them worth nothing. */
const salt = crypto.getRandomValues(new BigUint64Array(1)).join();

/** One for all cards of a document. */
const styles = new CSSStyleSheet();
const plain = tokens + hostStyles + entityStyles;
styles.replaceSync(plain.replace(/--(?=[a-z])/g, `--${salt}-`));

/** What the reader sees of the window, in client coordinates: less than all of it after a pinch that enlarged it `scale` times. */
function seenPart(): { left: number; top: number; width: number; height: number; scale: number } {
  const { offsetLeft: left, offsetTop: top, width, height, scale } = visualViewport!;
  return { left, top, width, height, scale };
}

/** @param beside px of the window's right that another card takes */
export function createHost(dialog: HTMLElement, beside: () => number): CardHost {
  // An element that no page can register as its own: a custom element would be handed its closed root.
  const element = h('div');
  const root = element.attachShadow({ mode: 'closed' });
  const anchor = h('div.anchor', {});
  const layer = h('div.layer', {}, anchor, dialog);
  let target: Target | null = null;
  let at: Point | null = null;
  let sheet = false;
  let docked = false;
  let patience = 0;
  let giveUp = () => {};
  /** `whereabouts` when the card was placed. */
  let last = '';
  /** The number of the card that is kept up with. */
  let chain = 0;
  /** What the host goes into. */
  let home: Element = document.documentElement;
  /** What a press in the card began on. */
  let pressed: Element | null = null;
  root.append(layer);
  keepSealed(root);

  // Presses and clicks in the card are not the page's; keys and focus are kept from it in pointer.ts, where that can be done earlier.
  for (const type of ['click', 'pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend', 'wheel']) {
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }

  /** Not so in a home that was closed meanwhile. */
  const isOpen = () => element.matches(':popover-open') && !element.closest('[inert]') && element.checkVisibility();

  /** A page that forbids the card (it cancels the opening, or makes all around it inert) has its way: nothing is shown half. */
  function attach() {
    home = target ? homeOf(target.element) : document.documentElement;
    watcher.disconnect();
    if (element.popover !== 'manual') element.popover = 'manual';
    element.inert = false;
    if (element.parentNode !== home) home.append(element);
    if (!element.matches(':popover-open')) element.showPopover();
    if (!isOpen()) return giveUp();
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

  /** A popover of the page that opens comes before the card, and a press in the card would close it. */
  function onToggle(event: Event) {
    if (!target || event.target === element || homeOf(target.element) === element.parentNode) return;
    if (++patience <= STUBBORN) attach();
  }

  /** The page's zoom of the host, which has none of its own: before it is in the page, that of its home. */
  const zoom = () => (element.isConnected ? element : home).currentCSSZoom || 1;

  /** What the place of the card depends on. */
  function whereabouts(): string {
    return JSON.stringify([target && lineAt(target.rects(), at), seenPart(), zoom()]);
  }

  /** Images that come late, zoom, animations, a pinch: nothing tells of all of them, so the mark is looked at after each frame. */
  function keepUp(mine = ++chain) {
    // After the frame the layout is done: nothing has to be laid out for the question.
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (!target || mine !== chain) return;
        putBack();
        const now = whereabouts();
        if (now !== last) follow();
        last = now;
        keepUp(mine);
      }),
    );
  }

  /** Where the mark is, in px of the layer: one that was scrolled away leaves a pinned card at the edge. */
  function measure(): (Box & { direction: string }) | null {
    const line = target && lineAt(target.rects(), at);
    if (!target || !line) return null;
    const { left, top, width, height, scale } = seenPart();
    const inside = (value: number, start: number, size: number) => scale * Math.max(0, Math.min(value - start, size));
    return {
      left: inside(line.left, left, width),
      right: inside(line.right, left, width),
      top: inside(line.top, top, height),
      bottom: inside(line.bottom, top, height),
      direction: getComputedStyle(target.element).direction,
    };
  }

  /** The layer lies over what the reader sees, and neither the page's zoom nor a pinch makes it larger. @returns its size in px */
  function cover(): { width: number; height: number } {
    const { left, top, width, height, scale } = seenPart();
    layer.style.zoom = String(1 / (zoom() * scale));
    const px = (value: number) => `${value * scale}px`;
    const room = width * scale - (docked ? 0 : beside());
    Object.assign(layer.style, { inset: `${px(top)} auto auto ${px(left)}`, width: `${room}px`, height: px(height) });
    return { width: room, height: height * scale };
  }

  function apply(mark: NonNullable<ReturnType<typeof measure>>) {
    const { left, top, right, bottom, direction } = mark;
    const view = cover();
    const low = sheet || view.height < LOW;
    // On the other half of a low window than the mark; a finger finds it at the bottom.
    const onTop = !sheet && top + bottom > view.height;
    dialog.className = `card ${low ? (onTop ? 'sheet top' : 'sheet') : `anchored ${direction}`}`;
    dialog.classList.toggle('narrow', seenPart().width < NARROW);
    // Beside its mark, but high enough to be of use, in a small frame too; the answer to a number may lie over it.
    const yields = low && !sheet && !dialog.querySelector('.asked');
    const room = (onTop ? top : view.height - bottom) - 6;
    dialog.style.maxHeight = yields ? `min(100vh, max(8em, min(65vh, ${room}px)))` : '';
    for (const [name, value] of Object.entries({ left, top, width: right - left, height: bottom - top }))
      anchor.style.setProperty(name, `${value}px`);
  }

  function follow(): boolean {
    if (docked) cover();
    const mark = docked ? null : measure();
    if (mark) apply(mark);
    return docked || mark !== null;
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
      // Adopted anew: of a root that is in no document, Firefox does not notice that a media query has another answer.
      root.adoptedStyleSheets.splice(0, 1);
      root.adoptedStyleSheets.push(styles);
      home = homeOf(next.element);
      // First: asked after the card is in the page, the browser would have to lay the page out at once, and compute the card's style twice.
      follow();
      last = whereabouts();
      attach();
      if (!target) return;
      document.addEventListener('toggle', onToggle, true);
      keepUp();
    },
    dock(gone) {
      docked = true;
      giveUp = gone;
      dialog.className = 'card docked';
      follow();
    },
    follow,
    hide() {
      target = null;
      document.removeEventListener('toggle', onToggle, true);
      watcher.disconnect();
      element.remove();
    },
    hasFocus: () => root.activeElement !== null,
    press(event) {
      if (!(event instanceof MouseEvent)) return;
      const under = root.elementFromPoint(event.clientX, event.clientY);
      if (event.type === 'pointerdown') pressed = under;
      if (event.type !== 'click') return;
      // A key clicks what has the focus; a pointer what holds both ends of the press.
      let clicked = event.detail === 0 ? root.activeElement : under;
      while (event.detail > 0 && clicked && !clicked.contains(pressed)) clicked = clicked.parentElement;
      if (clicked) passClick(clicked);
    },
    configure({ settings, language, direction }) {
      layer.style.colorScheme = settings.theme === 'auto' ? 'light dark' : settings.theme;
      dialog.lang = language;
      dialog.dir = direction;
    },
  };
}
