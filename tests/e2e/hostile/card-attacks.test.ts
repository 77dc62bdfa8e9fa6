/** What a page may try to own, read or bend an open card (docs/adr/0013-card-on-hostile-ground.md), in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  browserNames,
  inClosedShadow,
  inFront,
  type Session,
  type Site,
  serve,
  sharedBrowser,
} from '../support/harness.ts';
import { hosts, marked, openCard, placeOf, waitForHosts } from '../support/real-card.ts';

const person = 'Maryam Rajavi';
const body = `<body><p>${person} spoke.</p><p id=rest>And then.</p>`;
const page = (head: string) => `<!doctype html><meta charset=utf-8><title>A page</title>${head}${body}`;
const script = (code: string) => page(`<script>${code}</script>`);

/** Takes every element that is added, whatever it is, and tries each way to its shadow root. */
const owns = `globalThis.roots = [];
  const get = (element) => { for (const way of [() => element.shadowRoot, () => element.attachInternals?.().shadowRoot,
    () => element.attachShadow({ mode: 'open' }), () => element.openOrClosedShadowRoot]) try { const root = way(); if (root) roots.push(root); } catch {} };
  const define = (tag, disabled) => { try { customElements.define(tag, class extends HTMLElement { static disabledFeatures = disabled;
    constructor() { super(); get(this); try { this.attachShadow({ mode: 'open' }); } catch {} } }); } catch {} };
  define('sidelight-card', []); define('sidelight-host', ['shadow']);
  try { customElements.define('my-div', class extends HTMLDivElement {}, { extends: 'div' }); } catch {}
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => document.readyState === 'complete' && addedNodes.forEach(get))).observe(document, { childList: true, subtree: true });`;

const names = ['ground', 'ground-2', 'ink', 'ink-2', 'line', 'link', 'note', 'bar', 'x', 'y', 'z', 'mark'];
const pages: Record<string, string> = {
  plain: page(''),
  owns: script(owns),
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
  'takes the popover from':
    script(`new MutationObserver(() => document.querySelectorAll('[popover]').forEach((one) => one.removeAttribute('popover')))
    .observe(document, { childList: true, subtree: true, attributes: true })`),
  'makes inert':
    script(`new MutationObserver(() => document.querySelectorAll('[popover]').forEach((one) => { one.inert = true; }))
    .observe(document, { childList: true, subtree: true, attributes: true })`),
  'makes all inert around': script('document.documentElement.inert = true'),
};

describe.each(browserNames)('a page that attacks the card in %s', (name) => {
  let session: Session;
  let site: Site;
  const errors: string[] = [];

  beforeAll(async () => {
    const all = Object.entries({ ...pages, ...forbidding }).map(([path, html]) => [
      `/${path.replaceAll(' ', '-')}`,
      html,
    ]);
    site = await serve({ '/favicon.ico': { body: '', type: 'image/x-icon' }, ...Object.fromEntries(all) });
    session = await sharedBrowser(name);
  });
  afterEach(async () => {
    for (const tab of await session.browser.pages()) if (tab.url().startsWith(site.origin)) await tab.close();
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  async function visit(path: string): Promise<Page> {
    const tab = await session.tab();
    errors.length = 0;
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await tab.goto(`${site.origin}/${path.replaceAll(' ', '-')}`);
    return tab;
  }

  /** What the reader sees of the card: its box, colours, and the words in it. */
  async function look(path: string) {
    const tab = await visit(path);
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

  test('never gets the shadow root, whatever elements it defines', async () => {
    const tab = await visit('owns');
    await openCard(tab, person);
    expect(await inClosedShadow(tab, (root) => root.querySelector('h2')?.textContent)).toBe(person);
    expect(await tab.evaluate(() => (globalThis as unknown as { roots: ShadowRoot[] }).roots.map(String))).toEqual([]);
    await tab.keyboard.press('Escape');
    await waitForHosts(tab, 0);
  });

  test('finds no word of the card, selects none and copies none', async () => {
    const tab = await visit('plain');
    await openCard(tab, person);
    const words = (await inClosedShadow(tab, (root) => root.querySelector<HTMLElement>('[role=dialog]')!.innerText))!;
    const telling = [...new Set(words.match(/\p{L}{7,}/gu))].filter(
      (word) => !`${person} spoke. And then.`.includes(word),
    );
    expect(telling.length).toBeGreaterThan(10);
    const found = await tab.evaluate((asked) => {
      const find = (word: string) =>
        (window as unknown as { find(...how: unknown[]): boolean }).find(word, false, false, true, false, true, false);
      document.execCommand('selectAll');
      return { all: String(getSelection()), words: asked.filter(find), control: find('spoke') };
    }, telling);
    expect(found.control).toBe(true);
    expect(found.words).toEqual([]);
    for (const word of telling) expect(found.all).not.toContain(word);
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
    for (const word of telling) expect(text).not.toContain(word);
  });

  test('does not make it invisible by registered properties, nor paint over it', async () => {
    const plain = await look('plain');
    expect(plain.text).toContain(person);
    expect(await look('properties')).toEqual(plain);
    expect(await look('paints')).toEqual(plain);
    const tab = await visit('paints');
    await openCard(tab, person);
    const painted = await tab.evaluate(() => {
      const host = document.querySelector('[popover]')!;
      return ['::before', '::after'].map((part) => getComputedStyle(host, part).display);
    });
    expect(painted).toEqual(['none', 'none']);
  });

  test.each(['zoomed', 'zoomed far', 'turned'])(
    'that is %s leaves the card its size and its place at the mark',
    async (path) => {
      const plain = await look('plain');
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
    expect(await hosts(tab)).toBe(0);
    expect(errors).toEqual([]);
  });
});
