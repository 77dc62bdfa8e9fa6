/** A page that the reader comes back to, from the back/forward cache of a real browser. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { comeBack, tellsReturn } from '../support/come-back.ts';
import {
  browserNames,
  inFront,
  pageReport,
  type Session,
  type Site,
  serve,
  sharedBrowser,
} from '../support/harness.ts';
import { expectMarks } from '../support/marks.ts';
import { openCard } from '../support/real-card.ts';

const article = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
<p>Ebrahim Raisi was elected in 2021.</p><p>Maryam Rajavi spoke in Paris.</p><p id="more"></p>${tellsReturn}`;

describe.each(browserNames)('a page that is come back to in %s', (name) => {
  let session: Session;
  let site: Site;
  let control: Page;

  beforeAll(async () => {
    site = await serve({ '/favicon.ico': '', '/a.html': article, '/b.html': '<!doctype html><p>Nothing known.' });
    session = await sharedBrowser(name, 'kept');
    control = await session.control();
  });
  afterEach(async () => {
    for (const page of await session.browser.pages()) if (page.url().startsWith(site.origin)) await page.close();
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  /** A tab that is not used again: in Firefox, Puppeteer waits in vain for the next page of one that came back. */
  async function visit(): Promise<Page> {
    const page = await session.browser.newPage();
    await page.goto(`${site.origin}/a.html`);
    // The page of the test before was closed, and the browser may still bring another to the front for it.
    await inFront(page);
    return page;
  }

  async function leave(page: Page): Promise<void> {
    await page.goto(`${site.origin}/b.html`);
    await pageReport(control, page.url());
  }

  /** A browser may drop a page that it could have kept: then it is left once more, until there is something to test. */
  async function returnTo(page: Page): Promise<void> {
    while (!(await comeBack(page, '/a.html'))) await leave(page);
  }

  /** Asks the worker as the extension's own pages do. */
  function askWorker(message: string, request: unknown): Promise<unknown> {
    return control.evaluate(
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, untyped in a function that is sent as text
      (wire) => ((globalThis as any).browser ?? (globalThis as any).chrome).runtime.sendMessage(wire),
      { sidelight: message, request },
    );
  }

  test('it has its marks, they answer, and what it adds is marked', async () => {
    const page = await visit();
    await expectMarks(page, ['Ebrahim Raisi', 'Maryam Rajavi']);
    await leave(page);
    await returnTo(page);
    await expectMarks(page, ['Ebrahim Raisi', 'Maryam Rajavi']);
    await openCard(page, 'Maryam Rajavi');
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      document.querySelector('#more')!.textContent = 'Javaid Rehman wrote.';
    });
    await expectMarks(page, ['Ebrahim Raisi', 'Maryam Rajavi', 'Javaid Rehman']);
  });

  test('what the reader changed meanwhile holds there too', async () => {
    const page = await visit();
    await expectMarks(page, ['Ebrahim Raisi', 'Maryam Rajavi']);
    await leave(page);
    await askWorker('mute', { entity: 'maryam-rajavi', muted: true });
    await returnTo(page);
    await expectMarks(page, ['Ebrahim Raisi']);
  });

  test('a page left while its card was open has none when it is back', async () => {
    await askWorker('mute', { entity: 'maryam-rajavi', muted: false });
    const page = await visit();
    await openCard(page, 'Ebrahim Raisi');
    await leave(page);
    await returnTo(page);
    await expectMarks(page, ['Ebrahim Raisi', 'Maryam Rajavi']);
    expect(await page.evaluate(() => document.querySelector('div[popover=manual]'))).toBe(null);
  });
});
