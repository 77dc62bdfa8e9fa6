/** What a page may try against the extension as a whole, in both browsers. The threats are in docs/design/threat-model.md. */
import { globSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { patience } from '../../../browser-driver/patience.ts';
import { buildFolder } from '../../../tools/builds.ts';
import {
  browserNames,
  inFront,
  insecureHost,
  pageReport,
  type Session,
  type Site,
  serve,
  sharedBrowser,
} from '../support/harness.ts';
import { expectMarks, marksOn } from '../support/marks.ts';
import { marked, openCard } from '../support/real-card.ts';

declare const browser: typeof import('webextension-polyfill');
declare global {
  var heard: string[];
  /** What the worker has answered, in that order. */
  var answered: string[];
}

const page = (body: string, head = '') =>
  `<!doctype html><meta charset=utf-8><title>A page</title>${head}<body>${body}`;
const person = 'Maryam Rajavi';

/** Parts of a document that an element of the page takes the place of, by its name. */
const clobbered = [
  'activeElement',
  'addEventListener',
  'adoptedStyleSheets',
  'body',
  'caretPositionFromPoint',
  'contentType',
  'createElementNS',
  'createRange',
  'createTreeWalker',
  'defaultView',
  'documentElement',
  'head',
  'hidden',
  'querySelector',
  'querySelectorAll',
  'title',
  'visibilityState',
];

/** Runs before any script of ours: notes every message, event of an unknown type, and change of the tree. */
const eavesdropper = `<script>
  globalThis.heard = [];
  addEventListener('message', (event) => heard.push('message ' + JSON.stringify(event.data)));
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) { heard.push('event ' + event.type); return dispatch.call(this, event); };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { heard.push('shadow root'); return attach.call(this, init); };
  for (const name of ['log', 'warn', 'error']) console[name] = () => heard.push('console ' + name);
  addEventListener('DOMContentLoaded', () =>
    new MutationObserver((records) => { for (const { type, target } of records) heard.push(type + ' of ' + target.nodeName); })
      .observe(document, { childList: true, subtree: true, attributes: true, characterData: true }));
</script>`;

describe.each(browserNames)('a hostile page in %s', (name) => {
  let session: Session;
  let bare: Session;
  let site: Site;
  let control: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    site = await serve({
      '/favicon.ico': { body: '', type: 'image/x-icon' },
      '/plain.html': page(`<p>${person} spoke.</p>`),
      '/listens.html': page(`<p id=a>${person} spoke.</p>`, eavesdropper),
      '/far.html': page(`<p>${person}</p><div style="height:20000px"></div><p id=far>Javaid Rehman</p>`),
      '/leaves.html': page(
        `${'<p>Maryam Rajavi and Javaid Rehman spoke.</p>'.repeat(20_000)}<script>setTimeout(() => location.replace('/plain.html'), 30)</script>`,
      ),
      '/says-much.html': `<!doctype html><html lang="${'x'.repeat(5000)}"><meta charset=utf-8><title>${'A title. '.repeat(5000)}</title>${`<meta name="date" content="${'9'.repeat(5000)}">`.repeat(200)}<p>${person} spoke.`,
      '/clobbers.html': page(
        `<p>${person} spoke.</p>${clobbered.map((one) => `<img name="${one}" alt=""><form name="${one}"></form>`).join('')}`,
      ),
      '/blocks.html': page(`${`<p>${person}</p>${'<p>spoke.</p>'.repeat(99)}`.repeat(1000)}`),
    });
    bare = await sharedBrowser(name, 'none');
    session = await sharedBrowser(name);
    control = await session.control();
  });
  afterEach(async () => {
    for (const tab of await session.browser.pages()) if (tab.url().startsWith(site.origin)) await tab.close();
  });
  afterAll(async () => {
    await session?.close();
    await bare?.close();
    await site?.close();
  });

  async function visit(path: string): Promise<Page> {
    const tab = await session.tab();
    errors.length = 0;
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await tab.goto(site.origin + path);
    return tab;
  }

  const stored = () => control.evaluate(() => browser.storage.local.get(null));

  test('has no way to send a message to the extension, and what looks like one is not heard', async () => {
    const tab = await visit('/listens.html');
    await expectMarks(tab, [person]);
    const before = await stored();
    const doors = await tab.evaluate(async () => {
      const forged = [
        { sidelight: 'mute', request: { entity: 'maryam-rajavi', muted: true } },
        { sidelight: 'site', request: { host: 'x', state: 'off' } },
        { sidelight: 'page/changed', request: {} },
      ];
      for (const message of forged) {
        postMessage(message, '*');
        for (const target of [window, document, document.documentElement]) {
          target.dispatchEvent(new CustomEvent(message.sidelight, { detail: message }));
          target.dispatchEvent(new MessageEvent('message', { data: message }));
        }
      }
      const { chrome, browser } = globalThis as unknown as Record<string, { runtime?: { sendMessage?: unknown } }>;
      return [typeof chrome?.runtime?.sendMessage, typeof browser?.runtime?.sendMessage];
    });
    expect(doors).toEqual(['undefined', 'undefined']);
    // A round trip through the content script: what the forged ones could have done is done by now.
    expect((await pageReport(control, tab.url())).mentions).toHaveLength(1);
    expect(await stored()).toEqual(before);
    expect(await marksOn(tab)).toEqual([person]);
  });

  test('hears no event, no message, no change of its tree and no word in its console while it is read', async () => {
    const tab = await visit('/listens.html');
    await expectMarks(tab, [person]);
    await pageReport(control, tab.url());
    expect(await tab.evaluate(() => globalThis.heard)).toEqual([]);
  });

  test('sees of an opening card one element added, and its shadow root does not pass through its hands', async () => {
    const tab = await visit('/listens.html');
    await openCard(tab, person);
    const heard = await tab.evaluate(() => globalThis.heard);
    expect(heard.filter((one) => !/^(?:childList of HTML|attributes of SIDELIGHT-CARD)$/i.test(one))).toEqual([]);
    expect(heard).toContain('childList of HTML');
  });

  test('finds no name of ours among its globals', async () => {
    // The driver of the browser puts two of its own there, in a page sooner or later than in another.
    const globals = (tab: Page) =>
      tab.evaluate(() =>
        Object.getOwnPropertyNames(globalThis)
          .filter((name) => !/^__ariaQuerySelector(?:All)?$/.test(name))
          .sort(),
      );
    const tab = await visit('/plain.html');
    await openCard(tab, person);
    expect(await globals(tab)).toEqual(await globals(await bare.open(`${site.origin}/plain.html`)));
  });

  test('can load no file of the extension', async () => {
    const folder = buildFolder(name, 'e2e');
    const files = globSync('{*.*,icons/*,packs/list.json,locales/en.json,chunks/popup*.js}', { cwd: folder });
    expect(files).toEqual(expect.arrayContaining(['manifest.json', 'annotate.js', 'popup.html', 'packs/list.json']));
    const addresses = files.map((file) => session.extensionUrl(file));
    const tab = await visit('/plain.html');
    const loaded = await tab.evaluate(async (urls) => {
      const asElement = (tag: 'img' | 'script' | 'link', url: string) =>
        new Promise<boolean>((done) => {
          const element = document.createElement(tag);
          element.onload = () => done(true);
          element.onerror = () => done(false);
          if (tag === 'link') Object.assign(element, { rel: 'stylesheet', href: url });
          else (element as HTMLImageElement).src = url;
          document.head.append(element);
        });
      const got: string[] = [];
      for (const url of urls) {
        const tries = [
          fetch(url).then(
            () => true,
            () => false,
          ),
          asElement('img', url),
          asElement('script', url),
          asElement('link', url),
        ];
        if ((await Promise.all(tries)).includes(true)) got.push(url);
      }
      return got;
    }, addresses);
    expect(loaded).toEqual([]);
  });

  test('cannot foretell the names of our highlights: they are drawn anew for every page', async () => {
    const names = (tab: Page) => tab.evaluate(() => [...(CSS.highlights as unknown as Map<string, unknown>).keys()]);
    const first = await visit('/plain.html');
    await expectMarks(first, [person]);
    const second = await visit('/plain.html');
    await expectMarks(second, [person]);
    const [a, b] = [await names(first), await names(second)];
    expect(a.length).toBeGreaterThan(0);
    expect(a.filter((one) => b.includes(one))).toEqual([]);
    for (const one of [...a, ...b]) expect(one).toMatch(/^m[0-9a-f]{32}$/);
  });

  test('learns from the registry only of words of its own that are near the view', async () => {
    const tab = await visit('/far.html');
    expect((await pageReport(control, tab.url())).mentions.map(({ text }) => text)).toEqual([person, 'Javaid Rehman']);
    await expectMarks(tab, [person]);
    await tab.evaluate(() => document.querySelector('#far')!.scrollIntoView());
    await expectMarks(tab, ['Javaid Rehman']);
  });

  test('that goes elsewhere while it is read leaves no error, and the next page is read', async () => {
    const tab = await visit('/leaves.html');
    // A question that meets the change of documents fails: it is put to the next one.
    await expect.poll(() => tab.evaluate(() => location.pathname)).toBe('/plain.html');
    await expectMarks(tab, [person]);
    expect(errors).toEqual([]);
  });

  test('of a hundred thousand blocks is read up to a cap that is reported, and goes on answering', async () => {
    const tab = await visit('/blocks.html');
    await marked(tab, 2 * patience);
    expect((await pageReport(control, tab.url(), 2 * patience)).capped).toBe('nodes');
    expect(await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => done('a frame'))))).toBe(
      'a frame',
    );
    expect(errors).toEqual([]);
  });

  test('that hangs holds up nobody but itself, and hears in the end what was said meanwhile', async () => {
    const stuck = await visit('/plain.html');
    await expectMarks(stuck, [person]);
    // Another site, and so another process.
    const other = await session.open(`${site.origin.replace('127.0.0.1', insecureHost)}/plain.html`);
    await expectMarks(other, [person]);
    let over = false;
    const hanging = stuck
      .evaluate(() => {
        // Until it is let go, since on a busy machine the other page may take longer than any time that is set here.
        const request = new XMLHttpRequest();
        do {
          for (const end = Date.now() + 8000; Date.now() < end; );
          request.open('GET', '/let-go', false);
          request.send();
        } while (request.status === 404);
      })
      .then(() => {
        over = true;
      });
    try {
      await control.evaluate(() => browser.storage.local.set({ 'set.muted.maryam-rajavi': true }));
      await expectMarks(other, []);
      expect(over).toBe(false);
    } finally {
      site.pages.set('/let-go', '');
    }
    await other.close();
    await hanging;
    await inFront(stuck);
    await expectMarks(stuck, []);
    await control.evaluate(() => browser.storage.local.remove('set.muted.maryam-rajavi'));
    await expectMarks(stuck, [person]);
  });

  test('that asks for more than a page holds does not keep others waiting', async () => {
    const tab = await visit('/plain.html');
    await expectMarks(tab, [person]);
    // 1.6 MB of one name in one question, as a content script in the hands of a page might ask it.
    await control.evaluate((name) => {
      globalThis.answered = [];
      const ask = (what: string, blocks: string[]) =>
        browser.runtime
          .sendMessage({ sidelight: 'annotate', request: { page: { blocks }, known: [] } })
          .then(() => globalThis.answered.push(what));
      ask('much', Array<string>(80).fill(`${name}, `.repeat(1300)));
      // Right behind it: how long a page takes to ask does not count.
      ask('little', [name]);
    }, person);
    await tab.evaluate(() => document.body.append('Javaid Rehman wrote.'));
    await expectMarks(tab, [person, 'Javaid Rehman']);
    await expect.poll(() => control.evaluate(() => globalThis.answered)).toEqual(['little', 'much']);
  });

  // Not in faults.test.ts, where Firefox would start its background anew for each of the pages.
  test('that is loaded while a setting changes is read, whatever the moment', async () => {
    // ms after which it changes: a page is loaded in less than the last of them. The browsers share the moments.
    for (let after = name === 'chromium' ? 0 : 20; after <= 200; after += 40) {
      // A tab whose address the extension may not know.
      const tab = await session.browser.newPage();
      const loaded = tab.goto(`${site.origin}/plain.html`);
      await pause(after);
      await control.evaluate((dwell) => browser.storage.local.set({ 'set.dwell': dwell }), 100 + after);
      await loaded;
      await inFront(tab);
      await expectMarks(tab, [person]);
      await tab.close();
    }
    await control.evaluate(() => browser.storage.local.remove('set.dwell'));
  });

  test('with elements named like the parts of a document is read like any other', async () => {
    await openCard(await visit('/clobbers.html'), person);
    expect(errors).toEqual([]);
  });

  test('that says more of itself than anybody wants to know is read like any other', async () => {
    await openCard(await visit('/says-much.html'), person);
    expect(errors).toEqual([]);
  });

  test('that comes without TLS, and so without half of the built-ins, is read like any other', async () => {
    const tab = await session.tab();
    await tab.goto(`${site.origin.replace('127.0.0.1', insecureHost)}/plain.html`);
    expect(await tab.evaluate(() => isSecureContext)).toBe(false);
    await openCard(tab, person);
    await tab.close();
  });
});
