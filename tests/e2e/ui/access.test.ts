import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  browserNames,
  inFront,
  insecureHost,
  type Session,
  type Site,
  serve,
  startBrowser,
} from '../support/harness.ts';
import { fill, marked, waitForText } from './parts.ts';

/** The part of the WebExtension API that tests use inside the extension's own pages. */
declare const browser: typeof import('webextension-polyfill');

const hour = 3_600_000;

/** The build that ships, through its own pages: no access at first, then what the reader gives and takes back. */
let site: Site;
beforeAll(async () => {
  site = await serve({ '/sample.html': readFileSync('public/sample.html', 'utf8') });
  site.pages.set(
    '/frame.html',
    `<!doctype html><title>Another site</title><iframe width=900 height=700 src="${site.origin}/sample.html"></iframe>`,
  );
});
afterAll(() => site?.close());

/** A real click: browsers ask for access only on the reader's own. */
async function choose(page: Page, place: number): Promise<void> {
  await inFront(page);
  await page.waitForSelector('.access:not(.paint) input[type=radio]');
  const radios = await page.$$('.access:not(.paint) input[type=radio]');
  await radios[place]!.click();
}

describe.runIf(browserNames.includes('chromium'))('in chromium', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startBrowser('chromium', { build: 'production' });
  });
  afterAll(() => session?.close());

  test('a fresh install opens the welcome page, has no access and marks nothing', async () => {
    const target = await session.browser.waitForTarget((each) => each.url() === session.extensionUrl('reader.html'));
    const welcome = (await target.page())!;
    await welcome.waitForSelector('.access');
    await expect
      .poll(() =>
        welcome.$$eval('.access:not(.paint) input', (radios) =>
          radios.map((radio) => (radio as HTMLInputElement).checked),
        ),
      )
      .toEqual([false, false, true]);
    expect(await welcome.evaluate(() => browser.permissions.getAll())).toMatchObject({ origins: [] });
  });

  test('a press of the toolbar button marks the page in front, and only that one', async () => {
    const other = await session.open(`${site.origin}/sample.html`);
    const page = await session.open(`${site.origin}/sample.html`);
    const [extension] = (await session.browser.extensions()).values();
    await page.triggerExtensionAction(extension!);
    await marked(page);
    const target = await session.browser.waitForTarget((each) => each.url() === session.extensionUrl('popup.html'));
    const popup = await target.asPage();
    await popup.waitForSelector('.mentions .name');
    // It hears of settings that change, as pages do to which there is lasting access.
    const control = await session.control();
    const pauseUntil = (end: number) =>
      control.evaluate((until) => browser.storage.local.set({ 'set.pausedUntil': until }), end);
    await pauseUntil(Date.now() + hour);
    await inFront(page);
    await marked(page, false);
    await pauseUntil(0);
    await marked(page);
    await inFront(other);
    expect(await other.evaluate(() => CSS.highlights.size)).toBe(0);
  });
});

describe.runIf(browserNames.includes('firefox'))('in firefox', () => {
  let session: Session;
  let page: Page;
  let welcome: Page;
  beforeAll(async () => {
    session = await startBrowser('firefox', { build: 'production' });
    page = await session.open(`${site.origin}/sample.html`);
    welcome = await session.openExtensionPage('reader.html');
    await welcome.waitForSelector('.access');
  });
  afterAll(() => session?.close());

  test('without access no page is read', async () => {
    expect(await welcome.evaluate(() => browser.scripting.getRegisteredContentScripts())).toEqual([]);
  });

  test('where access is missing, a button of the popup gives it', async () => {
    await inFront(page);
    // Asked so, since without access the browser tells no addresses.
    const tab = await welcome.evaluate(async () => (await browser.tabs.query({ active: true }))[0]?.id);
    const popup = await session.openExtensionPage(`popup.html?tab=${tab}`);
    await inFront(popup);
    await (await popup.waitForSelector('.give .everywhere'))!.click();
    await inFront(page);
    await marked(page);
    await popup.waitForSelector('.mentions .name');
    await popup.close();
    await choose(welcome, 2);
    await inFront(page);
    await marked(page, false);
  });

  test('access to every site marks pages that were open before, and pages that are opened later', async () => {
    await choose(welcome, 0);
    await inFront(page);
    await marked(page);
    const later = await session.open(`${site.origin}/sample.html`);
    await marked(later);
    await later.close();
  });

  test('access that is taken back leaves no mark on any page', async () => {
    await choose(welcome, 2);
    await inFront(page);
    await marked(page, false);
    expect(await welcome.evaluate(() => browser.scripting.getRegisteredContentScripts())).toEqual([]);
  });

  test('access to one site marks that site', async () => {
    await choose(welcome, 1);
    await welcome.waitForSelector('.sites input');
    await fill(welcome, '.sites input', 'no site');
    await welcome.click('.sites button[type=submit]');
    await waitForText(welcome, '“no site” is not the address of a site.', '.sites');
    await fill(welcome, '.sites input', 'http://127.0.0.1/some/page');
    await welcome.click('.sites button[type=submit]');
    await waitForText(welcome, '127.0.0.1', '.sites li');
    await welcome.waitForFunction(() => !document.querySelector('.sites [role=alert]'));
    await inFront(page);
    await marked(page);
    expect(await welcome.evaluate(() => browser.permissions.getAll())).toMatchObject({ origins: ['*://127.0.0.1/*'] });
  });

  test('access to one site marks its frames in pages of other sites, whatever changes', async () => {
    const outer = await session.open(`http://${insecureHost}:${new URL(site.origin).port}/frame.html`);
    await inFront(outer);
    const frame = await outer.waitForFrame(`${site.origin}/sample.html`);
    const framed = (wanted: boolean) =>
      frame.waitForFunction((yes) => CSS.highlights.size > 0 === yes, { polling: 50 }, wanted);
    await framed(true);
    const pauseUntil = (end: number) =>
      welcome.evaluate((until) => browser.storage.local.set({ 'set.pausedUntil': until }), end);
    await pauseUntil(Date.now() + hour);
    await framed(false);
    await pauseUntil(0);
    await framed(true);
    await outer.close();
  });
});
