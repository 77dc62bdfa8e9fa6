/** What the tests and the pictures of the extension's own pages share. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { patience } from '../../../browser-driver/patience.ts';
import { defaultSettings } from '../../../src/settings/schema.ts';
import { pageSettings } from '../../../src/settings/sites.ts';
import { inFront, type Session } from '../support/harness.ts';
import { until } from '../support/until.ts';
import { workerHolds } from '../support/worker-holds.ts';

/** The part of the WebExtension API that is used inside the extension's own pages. */
declare const browser: typeof import('webextension-polyfill');

export const texts = (page: Page, selector: string) =>
  page.$$eval(selector, (elements) => elements.map((element) => (element.textContent ?? '').trim()));

/** Clicks without the pointer: the pages of these tests are often behind another one, where a pointer cannot reach. */
export const press = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLElement).click());

/** Puts a value into a field or a choice, as typing or choosing does. */
export const fill = (page: Page, selector: string, value: string) =>
  page.$eval(
    selector,
    (field, text) => {
      (field as HTMLInputElement).value = text;
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    },
    value,
  );

/** Gives the reader page a PDF file. */
export const give = (reader: Page, name: string, content: string) =>
  reader.$eval(
    'form input[type=file]',
    (input, [file, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text!], file!, { type: 'application/pdf' }));
      (input as HTMLInputElement).files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [name, content],
  );

/** Waits until the text of the page (or of one part) holds `wanted`. */
export const waitForText = (page: Page, wanted: string, selector = 'body') =>
  page.waitForFunction(
    (text, part) => [...document.querySelectorAll(part)].some((element) => element.textContent?.includes(text)),
    { polling: 50 },
    wanted,
    selector,
  );

/** Waits until the search has answered all of `query`: what is listed before may be the answer to fewer letters. */
export const answered = (page: Page, query: string) =>
  page.waitForFunction(
    (all) =>
      document.querySelector<HTMLInputElement>('input[type=search]')?.value === all &&
      document.querySelector('search [role=status]'),
    { polling: 50 },
    query,
  );

/** Waits until the reader page shows the sample: it would take the place of a text that is brought before. */
export const sampleShown = (reader: Page) => reader.waitForSelector('article.text p');

/** Resolves when marks are (or are not) painted on a page that is in front. */
export const marked = (page: Page, wanted = true) =>
  page.waitForFunction(
    // The layers are there before anything stands in them.
    (yes) => (yes ? [...CSS.highlights.values()].some(({ size }) => size > 0) : CSS.highlights.size === 0),
    { polling: 50 },
    wanted,
  );

/** The page with this address, once there is one. Asked of the pages: Firefox tells no address of a window's target. */
export async function pageAt(session: Session, url: string): Promise<Page> {
  const deadline = AbortSignal.timeout(patience);
  for (;;) {
    for (const page of await session.browser.pages()) {
      if ((await page.evaluate(() => location.href).catch(() => '')) === url) return page;
    }
    deadline.throwIfAborted();
    await pause(100);
  }
}

/** The popup or the panel as a page of its own, about the tab whose address is `url`. */
export async function speakingOf(session: Session, own: 'popup' | 'sidepanel', url: string): Promise<Page> {
  const helper = await session.control();
  // A browser may be late to tell of an address that a page has long been at.
  const tab = await until(async () => {
    const id = await helper.evaluate(
      async (wanted) => (await browser.tabs.query({})).findLast((each) => each.url === wanted)?.id,
      url,
    );
    if (id === undefined) throw new Error(`Expected a tab at ${url}.`);
    return id;
  });
  const address = `${own}.html?tab=${tab}`;
  if (own === 'popup') return session.openExtensionPage(address);
  // A panel is seen together with its page, so it gets a window.
  await helper.evaluate(
    (url) => browser.windows.create({ url, type: 'popup', width: 400, height: 700 }),
    `/${address}`,
  );
  return pageAt(session, session.extensionUrl(address));
}

/**
 * One of the extension's pages that speaks of a tab (popup or panel), opened as a page of its own, and that tab. The tab
 * is in front: a page is read only while it can be seen, as it can behind a real popup.
 */
export async function besides(
  session: Session,
  own: 'popup' | 'sidepanel',
  url: string,
): Promise<{ own: Page; page: Page }> {
  const page = await session.open(url);
  const opened = await speakingOf(session, own, url);
  await inFront(page);
  return { own: opened, page };
}

/** Whose cards the shelf on the options page has: it looks when its window gets the focus. */
export async function kept(options: Page): Promise<string[]> {
  await options.evaluate(() => dispatchEvent(new Event('focus')));
  return texts(options, '#shelf .rows strong');
}

/** Forgets every choice, so that the next test begins as a reader does. */
export async function forgetSettings(session: Session): Promise<void> {
  const helper = await session.control();
  await helper.evaluate(() => browser.storage.local.clear());
  const { badge, shelf, ...settings } = defaultSettings();
  await workerHolds(helper, {
    state: 'on',
    badge,
    shelf,
    language: 'en',
    settings: pageSettings({ badge, shelf, ...settings }),
  });
}
