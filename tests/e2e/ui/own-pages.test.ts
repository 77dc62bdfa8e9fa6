/** The extension's own pages, as they ship: what they refuse to do, whatever gets into their text. */
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goToExtensionPage } from '../../../browser-driver/launch.ts';
import { languages } from '../../../src/settings/types.ts';
import { axeFinds } from '../support/axe.ts';
import { browserNames, inClosedShadow, inFront, type Session, serve, startBrowser } from '../support/harness.ts';
import { fill, forgetSettings, press, sampleShown, texts, waitForText } from './parts.ts';

declare const browser: typeof import('webextension-polyfill');

const pages = globSync('entrypoints/*/index.html').map((file) => `${basename(dirname(file))}.html`);

describe.each(browserNames)('our own pages in %s', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await startBrowser(name, { build: 'production' });
  });
  afterAll(() => session?.close());

  // The importer closes itself as soon as there is nothing to read.
  test.each(pages.filter((page) => page !== 'importer.html'))(
    '%s makes no markup and no code from a string',
    async (path) => {
      const page = await session.openExtensionPage(path);
      const outcome = await page.evaluate(async () => {
        const tried = async (what: () => unknown) => {
          try {
            await what();
            return 'done';
          } catch (error) {
            return (error as Error).name;
          }
        };
        const { trustedTypes } = globalThis as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): unknown };
        };
        const holder = document.createElement('div');
        const markup = '<b>bold</b>';
        return {
          innerHTML: await tried(() => Object.assign(holder, { innerHTML: markup })),
          adjacent: await tried(() => holder.insertAdjacentHTML('beforeend', markup)),
          parser: await tried(() => new DOMParser().parseFromString(markup, 'text/html')),
          frame: await tried(() => Object.assign(document.createElement('iframe'), { srcdoc: markup })),
          script: await tried(() => Object.assign(document.createElement('script'), { text: 'x = 1' })),
          address: await tried(() => Object.assign(document.createElement('script'), { src: '/popup.js' })),
          thread: await tried(() => new Worker('/import-worker.js')),
          policy: await tried(() => trustedTypes.createPolicy('another', {})),
          fetch: await tried(() => fetch('http://127.0.0.1:9/')),
          holder: holder.childNodes.length,
        };
      });
      expect(outcome).toEqual({
        innerHTML: 'TypeError',
        adjacent: 'TypeError',
        parser: 'TypeError',
        frame: 'TypeError',
        script: 'TypeError',
        address: 'TypeError',
        thread: 'TypeError',
        policy: 'TypeError',
        fetch: 'TypeError',
        holder: 0,
      });
      await page.close();
    },
  );

  test('the welcome page says on one screen, in each language, what it does, that nothing leaves, and what to press', async () => {
    const reader = await session.openExtensionPage('reader.html');
    const screen = { width: 1280, height: 720 };
    await reader.setViewport(screen);
    await inFront(reader);
    for (const language of languages) {
      await reader.evaluate((choice) => browser.storage.local.set({ 'set.language': choice }), language);
      await reader.waitForFunction(
        (wanted) =>
          document.documentElement.lang === wanted &&
          (document.querySelector('.example-card')?.clientHeight ?? 0) > 150,
        { polling: 50 },
        language,
      );
      const cut = () =>
        reader.evaluate(({ width, height }) => {
          const inSight = (selector: string) => {
            const element = document.querySelector(selector);
            const { top, bottom, left, right } = element?.getBoundingClientRect() ?? new DOMRect();
            return (
              bottom > top && top >= 0 && bottom <= height && left >= 0 && right <= width && element?.checkVisibility()
            );
          };
          const asked = ['h1', '.lead', '.promise', '.begin', '.access', '.sentence', '.example-card'];
          return asked.filter((selector) => !inSight(selector));
        }, screen);
      await expect.poll(async () => [language, await cut()]).toEqual([language, []]);
    }
    await expect.poll(() => texts(reader, '.sentence')).toEqual([expect.stringMatching(/\d/)]);
    // The card of that number, with the chart of its dispute.
    await expect
      .poll(() => inClosedShadow(reader, (root) => root.querySelector('.strip .figure')?.textContent))
      .toMatch(/\d/);
    await expect
      .poll(() => texts(reader, '#knows ~ .rows li .quiet'))
      .toEqual(expect.arrayContaining([expect.stringMatching(/20\d\d/)]));
    await forgetSettings(session);
    await reader.close();
  });

  test('axe finds nothing on the welcome page before anything was given, nor in a popup that may not read its page', async () => {
    const reader = await session.openExtensionPage('reader.html');
    await reader.waitForSelector('.begin');
    expect(await axeFinds(reader)).toEqual([]);
    const site = await serve({ '/': '<title>News</title><p>News.' });
    const page = await session.open(site.origin);
    await inFront(page);
    // Asked so, since without access the browser tells no addresses.
    const tab = await reader.evaluate(async () => (await browser.tabs.query({ active: true }))[0]?.id);
    const popup = await session.openExtensionPage(`popup.html?tab=${tab}`);
    await popup.waitForSelector('.give .everywhere');
    expect(await axeFinds(popup)).toEqual([]);
    for (const each of [popup, page, reader]) await each.close();
    await site.close();
  });

  test('a file in HTML is read all the same, and nothing in it runs or is asked for', async () => {
    const page = await session.openExtensionPage('reader.html');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const before = session.traffic.length;
    await sampleShown(page);
    await fill(
      page,
      'textarea',
      '<!doctype html><h1>A title</h1><p>Maryam Rajavi spoke.<script>document.title = "ran"</script><img src="https://example.org/x.png" onerror="document.title = \'ran\'">',
    );
    await press(page, 'form button[type=submit], .paste button');
    await waitForText(page, 'Maryam Rajavi spoke.');
    expect(await page.title()).not.toBe('ran');
    // Chromium tells of what the file tried and was refused.
    expect(errors.filter((error) => !error.includes('The action has been blocked'))).toEqual([]);
    expect(session.traffic.slice(before).filter((url) => url.includes('example.org'))).toEqual([]);
    await page.close();
  });

  // Firefox runs no script of a test before those of an extension's page.
  test.runIf(name === 'chromium')('a text that is brought before the sample has come stays', async () => {
    const page = await session.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const { fetch } = globalThis;
      globalThis.fetch = async (address, ...rest) => {
        if (!String(address).endsWith('sample.html')) return fetch(address, ...rest);
        await new Promise((go) => addEventListener('sample', go, { once: true }));
        const response = new Response(await (await fetch(address)).text());
        setTimeout(() => dispatchEvent(new Event('sample came')));
        return response;
      };
    });
    await goToExtensionPage(page, session.extensionUrl('reader.html'));
    await page.waitForSelector('textarea');
    await fill(page, 'textarea', 'Maryam Rajavi spoke.');
    await press(page, 'form button[type=submit]');
    await waitForText(page, 'Maryam Rajavi spoke.', 'article.text');
    await page.evaluate(() => {
      const came = new Promise((seen) => addEventListener('sample came', seen, { once: true }));
      dispatchEvent(new Event('sample'));
      return came;
    });
    // Two frames: what has come would have been drawn.
    await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
    expect(await texts(page, 'article.text p')).toEqual(['Maryam Rajavi spoke.']);
    await page.close();
  });

  test('a file whose forms and fields have the names of what a document is asked for is read all the same', async () => {
    const page = await session.openExtensionPage('reader.html');
    await sampleShown(page);
    const names = ['body', 'querySelector', 'documentElement', 'title', 'childNodes', 'localName', 'hasAttribute'];
    const forms = names
      .map((one) => `<object name=${one}></object><form name=${one}><input name=${one}></form>`)
      .join('');
    await fill(page, 'textarea', `<!doctype html>${forms}<h1>A title</h1><p>Javaid Rehman wrote.`);
    await press(page, 'form button[type=submit], .paste button');
    await waitForText(page, 'Javaid Rehman wrote.', 'article.text');
    await page.close();
  });
});
