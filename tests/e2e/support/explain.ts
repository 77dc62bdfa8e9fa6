/** Why a wait ended without what it waited for: what each page of the browser says of itself, in the message of the error. */
import type { Browser, Page } from 'puppeteer-core';
import { patience } from '../../../browser-driver/patience.ts';

/** ms: a page that says nothing for so long is part of the answer. */
const toSay = 5000;

/** A line for each page; where it has the extension's rights, also what the worker and the content scripts of all tabs say. */
async function whatIsThere(browser: Browser): Promise<string> {
  const pages = await browser.pages();
  const lines = pages.map((page) => {
    const said = page.evaluate(async (ms) => {
      const within = <T>(work: Promise<T>, otherwise: T) =>
        Promise.race([work, new Promise<T>((done) => setTimeout(done, ms / 3, otherwise))]);
      const frame = within(new Promise<string>((done) => requestAnimationFrame(() => done('draws'))), 'does not draw');
      // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, untyped in a function that is sent as text
      const { tabs, runtime } = ((globalThis as any).browser ?? (globalThis as any).chrome ?? {}) as any;
      const answers = tabs && runtime.sendMessage({ sidelight: 'packs', request: {} }).then(() => 'answers', String);
      const worker = tabs ? `\n      the worker: ${await within(answers, 'says nothing')}` : '';
      const scripts = (await tabs?.query({}))?.map(async ({ id, url, active }: Record<string, unknown>) => {
        const message = { sidelight: 'page/report', request: {} };
        const asked = tabs.sendMessage(id, message, { frameId: 0 }).then(
          (answer?: { reply?: { state: string; mentions: unknown[] } }) =>
            answer?.reply ? `${answer.reply.state}, ${answer.reply.mentions.length} mentions` : 'no answer',
          (error: unknown) => String(error),
        );
        return `\n      tab ${id}${active ? ', active' : ''}, ${url}: ${await within(asked, 'no answer in time')}`;
      });
      const text = document.body?.innerText.replace(/\s+/g, ' ').slice(0, 300);
      const highlights = CSS.highlights?.size ?? 0;
      return `${location.href}: ${document.visibilityState}, ${document.hasFocus() ? 'with' : 'without'} focus, ${await frame}, ${highlights} highlights, "${text}"${worker}${(await Promise.all(scripts ?? [])).join('')}`;
    }, toSay);
    const silence = new Promise<string>((done) => setTimeout(done, toSay, `${page.url()}: says nothing`));
    return Promise.race([said.catch((error) => `${page.url()}: ${error}`), silence]);
  });
  return `The pages of the browser:\n    ${(await Promise.all(lines)).join('\n    ')}`;
}

/** Adds to an error what the browser of `page` shows. For `catch`; throws it again. */
export async function explained(page: Page, error: unknown): Promise<never> {
  if (error instanceof Error) {
    const there = await whatIsThere(page.browser()).catch((reason) => `The browser does not answer: ${reason}`);
    const { message, stack } = error;
    error.message = `${message}\n    ${there}`;
    // A report prints the stack, which begins with the message.
    error.stack = stack?.replace(message, () => error.message) ?? error.message;
  }
  throw error;
}

/**
 * Lets a page wait to the end of patience, whether it is in front or not: a hidden one draws no frame, with which Puppeteer looks otherwise. Waits that
 * end in vain say what was there instead.
 */
export function patient<T extends Page>(page: T): T {
  page.setDefaultTimeout(patience);
  const { waitForFunction, waitForSelector } = page;
  page.waitForFunction = (async (...[look, options, ...rest]: Parameters<typeof waitForFunction>) =>
    waitForFunction
      .apply(page, [look, { polling: 50, ...options }, ...rest])
      .catch((error) => explained(page, error))) as typeof waitForFunction;
  page.waitForSelector = ((...args: Parameters<typeof waitForSelector>) =>
    waitForSelector.apply(page, args).catch((error) => explained(page, error))) as typeof waitForSelector;
  return page;
}
