import type { Page } from 'puppeteer-core';
import type { Messages, PageReport } from '../src/messages/protocol.ts';

/**
 * Speaks to the content script of the tab on `url`, as the popup does.
 * @param control one of the extension's own pages
 * @returns the answer, or `undefined` while nobody is there to give one
 */
export function askPage<Name extends keyof Messages & `page/${string}`>(
  control: Page,
  url: string,
  name: Name,
  request: Messages[Name]['request'],
): Promise<Messages[Name]['reply'] | undefined> {
  return control.evaluate(
    async (wanted, message) => {
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, untyped in a function that is sent as text
      const { tabs } = (globalThis as any).browser ?? (globalThis as any).chrome;
      const tab = (await tabs.query({})).find((one: { url?: string }) => one.url?.startsWith(wanted));
      const answer = tab && (await tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => undefined));
      return answer?.reply;
    },
    url,
    { sidelight: name, request },
  );
}

/** What is on the page, once it has been read to its end. @throws {Error} after 30 s */
export async function pageReport(control: Page, url: string): Promise<PageReport> {
  const end = Date.now() + 30_000;
  let last: PageReport | undefined;
  while (Date.now() < end) {
    last = await askPage(control, url, 'page/report', {});
    if (last?.state === 'done') return last;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Expected ${url} to be read within 30 s; found the state ${last?.state ?? 'not running'}.`);
}
