/** What a page may try to own, read or bend an open card (docs/adr/0013-card-on-hostile-ground.md), in both browsers. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserNames, inClosedShadow, inFront, pageReport } from '../support/harness.ts';
import { hosts, marked, openCard, placeOf, waitForHosts } from '../support/real-card.ts';
import { useStage } from '../support/stage.ts';

declare const browser: typeof import('webextension-polyfill');
declare global {
  /** Frames in which a card was there and could not be used. */
  var half: number;
}

const person = 'Maryam Rajavi';
const body = `<body><p>${person} spoke.</p><p id=rest>And then.</p>`;
const page = (head: string) => `<!doctype html><meta charset=utf-8><title>A page</title>${head}${body}`;
const script = (code: string) => page(`<script>${code}</script>`);

/** A class for our element, whatever its name, and all that is asked for its root: at once, and when the card is open. */
const taken = (members: string) => `const ways = [];
  globalThis.roots = () => ways.flatMap((way) => { try { return way() ?? []; } catch { return []; } });
  const keep = (way) => { try { ways.push(way); way(); } catch {} };
  const define = (tag) => { try { customElements.define(tag, class extends HTMLElement { ${members} }); } catch {} };
  define('sidelight-card');
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => {
    if (document.readyState !== 'complete' || !node.localName) return;
    if (node.localName.includes('-')) define(node.localName);
    keep(() => node.shadowRoot); keep(() => node.attachInternals().shadowRoot); keep(() => node.openOrClosedShadowRoot);
    keep(() => node.attachShadow({ mode: 'open' }));
  }))).observe(document, { childList: true, subtree: true });`;
const owning: Record<string, string> = {
  'asks for the internals': script(
    taken('constructor() { super(); const own = this.attachInternals(); keep(() => own.shadowRoot); }'),
  ),
  'attaches a root first': script(taken('constructor() { super(); keep(() => this.attachShadow({ mode: "open" })); }')),
  'disables shadow roots': script(taken('static disabledFeatures = ["shadow"];')),
};

/** As they are written, and as they ship. */
const names = [
  ...'abcdefghijklmnopqrstuvw',
  'ground',
  'ground-2',
  'ink',
  'ink-2',
  'line',
  'link',
  'note',
  'bar',
  'x',
  'y',
  'z',
  'mark',
];
const pages: Record<string, string> = {
  plain: page(''),
  // Registered properties that do not inherit, and whatever properties the host admits to.
  properties: script(`
    const register = (name) => { try { CSS.registerProperty({ name, syntax: '<color>', inherits: false, initialValue: 'transparent' }); } catch {} };
    ${JSON.stringify(names)}.forEach((name) => register('--' + name));
    new MutationObserver(() => { for (const host of document.querySelectorAll('[popover]')) {
      for (const name of getComputedStyle(host)) if (name.startsWith('--')) register(name);
      for (const [name] of host.computedStyleMap?.() ?? []) if (name.startsWith('--')) register(name); } })
      .observe(document, { childList: true, subtree: true });`),
  paints:
    page(`<style>[popover]::before, [popover]::after { content: "Words of the page" !important; display: block !important;
    position: fixed !important; inset: 0 !important; background: red !important; z-index: 9 !important }</style>`),
  zoomed: page('<style>html { zoom: 1.25 }</style>'),
  'zoomed far': page('<style>html { zoom: 3 } body { zoom: .5 }</style>'),
  turned: page(
    '<style>html { direction: rtl } [popover] { direction: rtl !important; unicode-bidi: bidi-override !important }</style>',
  ),
};
const forbidding: Record<string, string> = {
  cancels: script(`addEventListener('beforetoggle', (event) => event.preventDefault(), true)`),
  hides: script(`addEventListener('toggle', ({ target }) => target.hidePopover?.(), true)`),
  'hides nine times': script(
    `let times = 0; addEventListener('toggle', ({ target, newState }) => newState === 'open' && ++times < 10 && target.hidePopover(), true)`,
  ),
  'takes the popover from':
    script(`new MutationObserver(() => document.querySelectorAll('[popover]').forEach((one) => one.removeAttribute('popover')))
    .observe(document, { childList: true, subtree: true, attributes: true })`),
  'makes inert':
    script(`new MutationObserver(() => document.querySelectorAll('[popover]').forEach((one) => { one.inert = true; }))
    .observe(document, { childList: true, subtree: true, attributes: true })`),
  'makes all inert around': script('document.documentElement.inert = true'),
};

const pathOf = (title: string) => `/${title.replaceAll(' ', '-')}`;

describe.each(browserNames)('a page that attacks the card in %s', (name) => {
  const all = Object.entries({ ...pages, ...owning, ...forbidding });
  const stage = useStage(name, Object.fromEntries(all.map(([path, html]) => [pathOf(path), html])));
  const visit = (path: string) => stage.visit(pathOf(path));

  const stored = () => stage.control.evaluate(() => browser.storage.local.get(null));

  /** What the reader sees of the card: its box, colours, and the words in it. */
  async function look(path: string, tab?: Page) {
    tab ??= await visit(path);
    await openCard(tab, person);
    const { x, y } = await placeOf(tab, person);
    const seen = await inClosedShadow(tab, (root) => {
      const dialog = root.querySelector<HTMLElement>('[role=dialog]')!;
      const { left, top, width, height } = dialog.getBoundingClientRect();
      const { color, backgroundColor } = getComputedStyle(dialog);
      return {
        left,
        top,
        width,
        height,
        color,
        backgroundColor,
        text: dialog.innerText,
        font: getComputedStyle(dialog).fontSize,
        // Where the colours of the card are inherited.
        inside: [...dialog.querySelectorAll('.kind, a, button')].map((element) => getComputedStyle(element).color),
      };
    });
    return { ...seen!, mark: { x, y } };
  }

  let plain: ReturnType<typeof look> | undefined;
  /** The same on a page that does nothing. */
  const lookOfPlain = () => (plain ??= look('plain'));

  test.each(Object.keys(owning))('that %s never gets the shadow root, whatever elements it defines', async (path) => {
    const tab = await visit(path);
    await openCard(tab, person);
    expect(await inClosedShadow(tab, (root) => root.querySelector('h2')?.textContent)).toBe(person);
    expect(await tab.evaluate(() => (globalThis as unknown as { roots(): ShadowRoot[] }).roots().map(String))).toEqual(
      [],
    );
    await tab.keyboard.press('Escape');
    await waitForHosts(tab, 0);
  });

  /** Opens a card. @returns words in it that are not on the page */
  async function tellingWords(tab: Page): Promise<string[]> {
    await openCard(tab, person);
    const words = (await inClosedShadow(tab, (root) => root.querySelector<HTMLElement>('[role=dialog]')!.innerText))!;
    const telling = [...new Set(words.match(/\p{L}{7,}/gu))].filter(
      (word) => !`${person} spoke. And then.`.includes(word),
    );
    expect(telling.length).toBeGreaterThan(10);
    return telling;
  }

  test('finds no word of the card', async () => {
    const tab = await visit('plain');
    const found = await tab.evaluate(
      (asked) => {
        const find = (word: string) =>
          (window as unknown as { find(...how: unknown[]): boolean }).find(
            word,
            false,
            false,
            true,
            false,
            true,
            false,
          );
        return { words: asked.filter(find), control: find('spoke') };
      },
      await tellingWords(tab),
    );
    expect(found).toEqual({ words: [], control: true });
  });

  test('selects no word of the card', async () => {
    const tab = await visit('plain');
    const telling = await tellingWords(tab);
    const all = await tab.evaluate(() => {
      document.execCommand('selectAll');
      return String(getSelection());
    });
    expect(all).toContain('And then.');
    expect(telling.filter((word) => all.includes(word))).toEqual([]);
  });

  test('is copied without a word of the card', async () => {
    const tab = await visit('plain');
    const telling = await tellingWords(tab);
    const copied = tab.evaluate(
      () =>
        new Promise<string>((done) =>
          document.addEventListener('copy', () => done(String(getSelection())), { once: true }),
        ),
    );
    await tab.keyboard.down('Control');
    await tab.keyboard.press('a');
    await tab.keyboard.press('c');
    await tab.keyboard.up('Control');
    const text = await copied;
    expect(text).toContain('And then.');
    expect(telling.filter((word) => text.includes(word))).toEqual([]);
  });

  test('does not make it invisible by registered properties', async () => {
    const plain = await lookOfPlain();
    expect(plain.text).toContain(person);
    expect(await look('properties')).toEqual(plain);
  });

  test('does not paint over it', async () => {
    const plain = await lookOfPlain();
    const tab = await visit('paints');
    expect(await look('paints', tab)).toEqual(plain);
    const painted = await tab.evaluate(() => {
      const host = document.querySelector('[popover]')!;
      return ['::before', '::after'].map((part) => getComputedStyle(host, part).display);
    });
    expect(painted).toEqual(['none', 'none']);
  });

  test.each(['zoomed', 'zoomed far', 'turned'])(
    'that is %s leaves the card its size and its place at the mark',
    async (path) => {
      const plain = await lookOfPlain();
      const bent = await look(path);
      expect(bent.font).toBe(plain.font);
      expect(Math.abs(bent.width - plain.width)).toBeLessThan(2);
      expect(Math.abs(bent.height - plain.height)).toBeLessThan(2);
      const view = { width: 1000, height: 800 };
      expect(bent.left).toBeGreaterThanOrEqual(0);
      expect(bent.left + bent.width).toBeLessThanOrEqual(view.width);
      // Above or below the line of the mark, not elsewhere.
      const gap = Math.min(Math.abs(bent.top - bent.mark.y), Math.abs(bent.top + bent.height - bent.mark.y));
      expect(gap).toBeLessThan(80);
      expect(bent.left).toBeLessThan(bent.mark.x);
      expect(bent.left + bent.width).toBeGreaterThan(bent.mark.x);
    },
  );

  test.each(Object.keys(forbidding))('that %s the card is left alone, without an error', async (path) => {
    const tab = await visit(path);
    await inFront(tab);
    await marked(tab);
    const { x, y } = await placeOf(tab, person);
    await tab.evaluate(() => {
      globalThis.half = 0;
      requestAnimationFrame(function look() {
        const host = document.querySelector('div[popover=manual]');
        if (host && (!host.matches(':popover-open') || host.closest('[inert]'))) globalThis.half++;
        requestAnimationFrame(look);
      });
    });
    // Whoever counts sees cards come; in the end none is half there.
    await tab.mouse.move(x - 3, y);
    await tab.mouse.move(x, y);
    await tab.waitForFunction(
      () =>
        new Promise((done) => {
          const host = document.querySelector('div[popover=manual]');
          setTimeout(() => done(!host || host.matches(':popover-open')), 1500);
        }),
    );
    await tab.mouse.move(2, 2);
    await waitForHosts(tab, 0);
    // What is hidden after it was open is a card that comes back, a few times.
    if (!path.startsWith('hides')) expect(await tab.evaluate(() => globalThis.half)).toBe(0);
    expect(stage.errors).toEqual([]);
  });

  test('presses no button of the card, not even with the root in its hands', async () => {
    const tab = await visit('plain');
    await openCard(tab, person);
    const before = await stored();
    const [text, pressed, now] = (await inClosedShadow(tab, (root) => {
      const read = () => root.querySelector('[role=dialog]')!.textContent;
      const text = read();
      const buttons = [...root.querySelectorAll('button')];
      for (const button of buttons) button.click();
      return [text, buttons.length, read()] as const;
    }))!;
    expect(pressed).toBeGreaterThan(5);
    await pageReport(stage.control, tab.url());
    const after = await stored();
    // Other tests need what was stored before.
    await stage.control.evaluate((kept) => browser.storage.local.set(kept), before);
    expect(after).toEqual(before);
    expect(now).toBe(text);
    expect(await hosts(tab)).toBe(1);
  });
});
