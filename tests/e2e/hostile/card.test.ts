/** What a page may try against an open card, in both browsers. The threats are in docs/design/threat-model.md. */
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { browserNames, inClosedShadow, inFront, pageReport } from '../support/harness.ts';
import { host, hosts, marked, openCard, placeOf, waitForHosts } from '../support/real-card.ts';
import { useStage } from '../support/stage.ts';

declare const browser: typeof import('webextension-polyfill');

const person = 'Maryam Rajavi';
const page = (head: string) =>
  `<!doctype html><meta charset=utf-8><title>A page</title>${head}<body><p>${person} spoke.</p><p id=rest>And then.</p>`;

/** All that a style sheet can do to an element whose name it knows. */
const style = `<style>
  html div[popover=manual], html div[popover=manual] *, html div[popover=manual]::backdrop {
    --ground: transparent !important; --ink: transparent !important; --ink-2: transparent !important;
    --link: transparent !important; --line: transparent !important; --note: transparent !important;
    opacity: 0 !important; visibility: hidden !important; display: none !important; transform: scale(50) !important;
    filter: blur(9px) !important; clip-path: inset(50%) !important; pointer-events: auto !important; z-index: -1 !important;
    font-size: 99px !important; mix-blend-mode: difference !important; mask: linear-gradient(#0000, #0000) !important;
    content-visibility: hidden !important; zoom: 9 !important; width: 3px !important; translate: 900px !important;
  }
</style>`;

const attack = (script: string) => `<script>${script}</script>`;

describe.each(browserNames)('a card on a hostile page in %s', (name) => {
  const stage = useStage(name, {
    '/plain.html': page(''),
    '/styles.html': page(style),
    '/removes.html': page(
      attack(`new MutationObserver(() => document.querySelectorAll('div[popover=manual]').forEach((card) => {
          globalThis.removed = (globalThis.removed ?? 0) + 1; card.remove(); })).observe(document, { childList: true, subtree: true })`),
    ),
    '/moves.html': page(
      attack(`new MutationObserver(() => document.querySelectorAll('html > div[popover=manual]').forEach((card) => {
          globalThis.moved = (globalThis.moved ?? 0) + 1; document.querySelector('#rest').append(card); }))
          .observe(document, { childList: true, subtree: true })`),
    ),
    '/forbids.html': page(
      attack(`for (const type of ['beforetoggle', 'toggle', 'focusin', 'pointermove', 'click'])
          addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true)`),
    ),
    '/pries.html': page(
      attack(`globalThis.seen = []; globalThis.roots = [];
          const attach = Element.prototype.attachShadow;
          Element.prototype.attachShadow = function (init) { roots.push(this.localName); return attach.call(this, { ...init, mode: 'open' }); };
          for (const type of ['click', 'pointerdown', 'mousedown', 'keydown', 'focusin', 'copy', 'selectionchange'])
            addEventListener(type, (event) => seen.push(...event.composedPath().map((node) => node.nodeName ?? 'window')), true)`),
    ),
    '/fills.html': page(
      attack(`new MutationObserver(() => document.querySelectorAll('div[popover=manual]:empty').forEach((card) => {
          card.append('Words of the page'); card.setAttribute('role', 'alert'); card.title = 'of the page'; }))
          .observe(document, { childList: true, subtree: true })`),
    ),
  });
  const { visit } = stage;

  const stored = () => stage.control.evaluate(() => browser.storage.local.get(null));
  /** By the timers of the page, longer than the reader rests on a mark before its card opens, and than a card stays that was left. */
  const waits = (tab: Page) => tab.evaluate(() => new Promise((done) => setTimeout(done, 900)));
  const cardText = (tab: Page) => inClosedShadow(tab, (root) => root.querySelector('[role=dialog]')?.textContent ?? '');

  test('is not opened by events that the page makes itself', async () => {
    const tab = await visit('/plain.html');
    await inFront(tab);
    await marked(tab);
    const at = await placeOf(tab, person);
    await tab.evaluate(({ x, y }) => {
      const target = document.elementFromPoint(x, y)!;
      const init = {
        bubbles: true,
        composed: true,
        clientX: x,
        clientY: y,
        button: 0,
        detail: 1,
        pointerType: 'mouse',
      };
      for (const type of ['pointermove', 'pointerdown', 'pointerup'])
        target.dispatchEvent(new PointerEvent(type, init));
      target.dispatchEvent(new MouseEvent('click', init));
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Alt', bubbles: true }));
    }, at);
    await waits(tab);
    expect(await hosts(tab)).toBe(0);
    // The same with a real pointer: the mark was there, and answers.
    await openCard(tab, person);
  });

  test('is not closed by keys that the page makes itself', async () => {
    const tab = await visit('/plain.html');
    await openCard(tab, person);
    await tab.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
    await pageReport(stage.control, tab.url());
    expect(await hosts(tab)).toBe(1);
  });

  test('has no button that a script of the page can press', async () => {
    const tab = await visit('/plain.html');
    await openCard(tab, person);
    const before = await stored();
    const text = await cardText(tab);
    await tab.evaluate((tag) => {
      const card = document.querySelector<HTMLElement>(tag)!;
      for (let x = 0; x < innerWidth; x += 20) {
        for (let y = 0; y < innerHeight; y += 20) {
          for (const element of document.elementsFromPoint(x, y)) {
            if (element !== card) continue;
            const init = { bubbles: true, composed: true, clientX: x, clientY: y, detail: 1 };
            for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
              element.dispatchEvent(new MouseEvent(type, init));
            (element as HTMLElement).click();
          }
        }
      }
      for (const key of ['Tab', 'Enter', ' ']) card.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }, host);
    await pageReport(stage.control, tab.url());
    expect(await stored()).toEqual(before);
    expect(await cardText(tab)).toBe(text);
  });

  test('looks as it looks, whatever the page says in its style sheets', async () => {
    const look = async (path: string) => {
      const tab = await visit(path);
      await openCard(tab, person);
      return inClosedShadow(tab, (root) => {
        const shown = (element: Element) => {
          const style = getComputedStyle(element);
          const names = [
            'display',
            'opacity',
            'visibility',
            'transform',
            'translate',
            'filter',
            'clip-path',
            'mask-image',
            'z-index',
            'pointer-events',
            'mix-blend-mode',
            'color',
            'background-color',
            'font-size',
            'width',
            'content-visibility',
          ];
          return names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
        };
        const parts = [root.host, ...root.querySelectorAll('[role=dialog], h2, button, a')];
        return parts.map((element) => [element.localName, ...shown(element)].join('; '));
      });
    };
    const styled = await look('/styles.html');
    expect(styled?.length).toBeGreaterThan(5);
    expect(styled).toEqual(await look('/plain.html'));
  });

  test('that the page removes again and again gives in, and leaves the page running', async () => {
    const tab = await visit('/removes.html');
    await inFront(tab);
    await marked(tab);
    const { x, y } = await placeOf(tab, person);
    await tab.mouse.move(x - 3, y);
    await tab.mouse.move(x, y);
    // It has given in when its mark is no longer shown as the active one, in the layer above the others.
    await tab.waitForFunction(
      () =>
        (globalThis as { removed?: number }).removed &&
        [...CSS.highlights.values()].every(({ priority, size }) => priority === 0 || size === 0),
      { polling: 50 },
    );
    const removed = await tab.evaluate(() => (globalThis as { removed?: number }).removed);
    expect(removed).toBeLessThan(40);
    await tab.mouse.move(2, 2);
    await waits(tab);
    expect(await hosts(tab)).toBe(0);
    expect(await tab.evaluate(() => (globalThis as { removed?: number }).removed)).toBe(removed);
    expect(stage.errors).toEqual([]);
  });

  test('that the page moves about leaves with Escape, from wherever it is', async () => {
    const tab = await visit('/moves.html');
    await inFront(tab);
    await marked(tab);
    const { x, y } = await placeOf(tab, person);
    await tab.mouse.move(x - 3, y);
    await tab.mouse.move(x, y);
    await tab.waitForFunction(() => (globalThis as { moved?: number }).moved, { polling: 50 });
    await tab.keyboard.press('Escape');
    await waitForHosts(tab, 0);
    expect(stage.errors).toEqual([]);
  });

  test('on a page that forbids every event opens or stays shut, and breaks nothing', async () => {
    const tab = await visit('/forbids.html');
    await inFront(tab);
    await marked(tab);
    const { x, y } = await placeOf(tab, person);
    await tab.mouse.move(x - 3, y);
    await tab.mouse.move(x, y);
    await waits(tab);
    await tab.keyboard.press('Escape');
    await waitForHosts(tab, 0);
    expect(stage.errors).toEqual([]);
  });

  test('shows nothing of itself to the page but its host', async () => {
    const tab = await visit('/pries.html');
    const { x, y } = await openCard(tab, person);
    const box = await inClosedShadow(tab, (root) => root.querySelector('h2')!.getBoundingClientRect().toJSON());
    await tab.mouse.move(x, y + 4);
    await tab.mouse.click(box.x + 4, box.y + 4);
    await tab.keyboard.press('Tab');
    const seen = await tab.evaluate((tag) => {
      const card = document.querySelector<HTMLElement>(tag)!;
      const page = globalThis as unknown as { seen: string[]; roots: string[] };
      return {
        root: card.shadowRoot,
        text: card.textContent + card.innerText + card.outerHTML.replace(/^<[^>]*>|<\/[^>]*>$/g, ''),
        roots: page.roots,
        path: [...new Set(page.seen)].filter((one) => !/^(?:window|#document|HTML|BODY|P|DIV)$/.test(one)),
        selection: String(getSelection()),
        under: document
          .elementsFromPoint(innerWidth / 2, innerHeight / 2)
          .filter((one) => one.getRootNode() !== document).length,
      };
    }, host);
    expect(seen).toEqual({ root: null, text: '', roots: [], path: [], selection: '', under: 0 });
  });

  test('shows no words that the page puts into its host', async () => {
    const tab = await visit('/fills.html');
    await openCard(tab, person);
    expect(await cardText(tab)).not.toContain('Words of the page');
    expect(await inClosedShadow(tab, (root) => root.querySelectorAll('slot').length)).toBe(0);
    expect(
      await tab.evaluate((tag) => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector(tag)!);
        return range.getClientRects().length;
      }, host),
    ).toBe(0);
  });
});
