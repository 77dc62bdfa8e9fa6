/** The content script through what happens to an extension while a page is open. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endWorker } from '../support/end-worker.ts';
import {
  browserNames,
  inFront,
  pageReport,
  type Session,
  type Site,
  serve,
  sharedBrowser,
  startBrowser,
} from '../support/harness.ts';
import { expectMarks } from '../support/marks.ts';

declare global {
  var askedFrom: string[];
}

const article = '<!doctype html><meta charset="utf-8"><p>Maryam Rajavi spoke.</p><p id="more"></p>';

const traces = (page: Page) => page.evaluate(() => CSS.highlights.size + document.adoptedStyleSheets.length);
const add = (page: Page, text: string) =>
  page.evaluate((words) => {
    document.querySelector('#more')!.textContent = words;
  }, text);

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
}

describe.each(browserNames)('the content script in %s', (name) => {
  let site: Site;
  let session: Session;
  let control: Page;

  beforeAll(async () => {
    site = await serve({
      '/a.html': article,
      '/none.html': '<!doctype html><meta charset="utf-8"><p>A word.</p><p id="more"></p>',
      '/long.html': `<!doctype html><meta charset="utf-8"><p id="more"></p>${'<p>A word.</p>'.repeat(3000)}`,
      '/small.html': '<!doctype html><iframe src="/a.html" width="100" height="40"></iframe>',
      '/favicon.ico': '',
    });
    // Firefox ends the worker as soon as it has nothing to do. In Chromium the extension is removed at the end.
    session =
      name === 'firefox'
        ? await sharedBrowser(name, 'e2e', { 'extensions.background.idle.timeout': 200 })
        : await startBrowser(name);
    control = await session.openExtensionPage('manifest.json');
    // A page of the extension hears what content scripts ask the worker.
    await control.evaluate(() => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, untyped in a function that is sent as text
      const { runtime } = (globalThis as any).browser ?? (globalThis as any).chrome;
      globalThis.askedFrom = [];
      runtime.onMessage.addListener(({ sidelight }: { sidelight: string }, { url }: { url: string }) => {
        if (sidelight === 'annotate') globalThis.askedFrom.push(url);
      });
    });
  });

  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  test('goes on with a worker that was ended between two messages', async () => {
    const page = await session.open(`${site.origin}/a.html`);
    const errors = errorsOf(page);
    await expectMarks(page, ['Maryam Rajavi']);
    await endWorker(session);
    await add(page, 'Javaid Rehman wrote.');
    await expectMarks(page, ['Maryam Rajavi', 'Javaid Rehman']);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('runs once however often it is injected', async () => {
    const url = `${site.origin}/a.html`;
    const page = await session.open(url);
    await expectMarks(page, ['Maryam Rajavi']);
    const before = await traces(page);
    await control.evaluate(async (wanted) => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, untyped in a function that is sent as text
      const { tabs, scripting } = (globalThis as any).browser ?? (globalThis as any).chrome;
      const tab = (await tabs.query({})).find((one: { url?: string }) => one.url === wanted);
      for (let i = 0; i < 2; i++) await scripting.executeScript({ target: { tabId: tab.id }, files: ['/annotate.js'] });
    }, url);
    expect((await pageReport(control, url)).mentions).toHaveLength(1);
    expect(await traces(page)).toBe(before);
    await page.close();
  });

  /** How often a page has asked what is in it. */
  function questionsFrom(url: string): Promise<number> {
    return control.evaluate((wanted) => globalThis.askedFrom.filter((from) => from === wanted).length, url);
  }

  /** Which parts of it are in the top frame of a page. */
  async function partsIn(url: string): Promise<string[]> {
    return control.evaluate(async (wanted) => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, untyped in a function that is sent as text
      const { tabs, scripting } = (globalThis as any).browser ?? (globalThis as any).chrome;
      const tab = (await tabs.query({})).find((one: { url?: string }) => one.url === wanted);
      const [answer] = await scripting.executeScript({
        target: { tabId: tab.id },
        func: () => Object.keys((globalThis as { sidelight?: object }).sidelight ?? {}),
      });
      return answer.result.filter((key: string) => !['alive', 'stop'].includes(key));
    }, url);
  }

  /** Ends when what was changed before has been looked at: a name that came after it is marked. */
  async function expectLooked(page: Page): Promise<void> {
    await add(page, 'Javaid Rehman wrote.');
    await expectMarks(page, ['Javaid Rehman']);
  }

  test('is its first part alone on a page without a name, until one comes', async () => {
    const url = `${site.origin}/none.html`;
    const before = await questionsFrom(url);
    const page = await session.open(url);
    const errors = errorsOf(page);
    await inFront(page);
    // More than one where a worker was ended over its answer.
    await expect.poll(() => questionsFrom(url)).toBeGreaterThan(before);
    const asked = await questionsFrom(url);
    await add(page, 'Some words.');
    await expect.poll(() => questionsFrom(url)).toBeGreaterThan(asked);
    expect(await partsIn(url)).toEqual([]);
    await expectLooked(page);
    expect((await partsIn(url)).sort()).toEqual(['follow', 'marks']);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('reads the words that came into a shadow tree of a page without a name', async () => {
    const page = await session.open(`${site.origin}/none.html`);
    await page.evaluate(() => {
      const host = document.createElement('x-late');
      document.body.append(host);
      host.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { id: 'inner' }));
    });
    await page.waitForFunction(() => document.querySelector('x-late') !== null);
    await page.evaluate(() => {
      document.querySelector('x-late')!.shadowRoot!.firstElementChild!.textContent = 'Javaid Rehman wrote.';
    });
    await expectMarks(page, ['Javaid Rehman']);
    await page.close();
  });

  test('goes on looking at the shadow trees of a page that has got its first mark', async () => {
    const page = await session.open(`${site.origin}/none.html`);
    await page.evaluate(() => {
      const host = document.body.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'open' }).innerHTML = '<p>Words.</p>';
    });
    await add(page, 'Maryam Rajavi spoke.');
    await expectMarks(page, ['Maryam Rajavi']);
    await page.evaluate(() => {
      document.querySelector('div')!.shadowRoot!.firstElementChild!.textContent = 'Javaid Rehman wrote.';
    });
    await expectMarks(page, ['Maryam Rajavi', 'Javaid Rehman']);
    await page.close();
  });

  test('leaves a long page that changes to the part that follows it, and marks what comes', async () => {
    const url = `${site.origin}/long.html`;
    const page = await session.open(url);
    const errors = errorsOf(page);
    await inFront(page);
    await expect.poll(() => questionsFrom(url)).toBeGreaterThan(0);
    expect(await partsIn(url)).toEqual([]);
    // A look that took long is followed by a long rest. What changes before the answer, which a worker that was ended gives late, is read with the rest.
    const changed = async () => {
      await page.evaluate(() => document.body.append(document.createElement('p')));
      return partsIn(url);
    };
    await expect.poll(changed).toEqual(['follow']);
    await expectLooked(page);
    expect((await partsIn(url)).sort()).toEqual(['follow', 'marks']);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('tells what it has read when it is asked in the middle', async () => {
    const url = `${site.origin}/none.html`;
    const page = await session.open(url);
    await inFront(page);
    expect((await pageReport(control, url)).mentions).toEqual([]);
    await expectLooked(page);
    await page.close();
  });

  test('leaves a frame that is too small to read alone, until it grows', async () => {
    const page = await session.open(`${site.origin}/small.html`);
    const frame = await page.waitForFrame((one) => one.url().endsWith('/a.html'));
    const marks = () => frame.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
    // Its page is read to its end, and has nothing to mark.
    expect((await pageReport(control, page.url())).mentions).toEqual([]);
    expect(await marks()).toBe(0);
    await page.evaluate(() => {
      const { style } = document.querySelector('iframe')!;
      style.width = '400px';
      style.height = '300px';
    });
    // The layers are registered before anything stands in them.
    await expect.poll(marks).toBe(1);
    await page.close();
  });

  test('marks nothing on paper', async () => {
    const page = await session.open(`${site.origin}/a.html`);
    await expectMarks(page, ['Maryam Rajavi']);
    const line = () =>
      page.evaluate(() => {
        const [name = ''] = [...CSS.highlights].find(([, layer]) => layer.size > 0) ?? [];
        return getComputedStyle(document.querySelector('p')!, `::highlight(${name})`).textDecorationLine;
      });
    expect(await line()).toBe('underline');
    // Puppeteer cannot emulate a medium in Firefox.
    if (name === 'chromium') {
      await page.emulateMediaType('print');
      await expect.poll(line).toBe('none');
    }
    await page.close();
  });

  // Firefox ends the world of a content script together with its extension: nothing of ours can run then, and
  // the marks stay until the page is left (docs/design/browser-bugs.md).
  test.skipIf(name === 'firefox')('leaves no trace when the extension is removed under an open page', async () => {
    const page = await session.open(`${site.origin}/a.html`);
    const errors = errorsOf(page);
    await expectMarks(page, ['Maryam Rajavi']);
    await session.browser.uninstallExtension(new URL(session.extensionUrl('')).host);
    await inFront(page);
    await page.waitForFunction(() => CSS.highlights.size + document.adoptedStyleSheets.length === 0);
    await add(page, 'Javaid Rehman wrote.');
    await expectMarks(page, []);
    expect(errors).toEqual([]);
  });
});
