import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

declare global {
  /** Whether the page was kept, as it says itself. */
  var cameBack: boolean | undefined;
}

/** What a page has in it that is to be come back to. */
export const tellsReturn =
  '<script>addEventListener("pageshow", (event) => { window.cameBack = event.persisted; });</script>';

/**
 * Goes back to the page at `path`. Not `goBack`: nothing is loaded, which Puppeteer would wait for.
 *
 * @returns false when the browser has dropped the page, which it may, and has loaded it anew
 */
export async function comeBack(page: Page, path: string): Promise<boolean> {
  await page.evaluate(() => history.back());
  // Asked anew each time: what waits in a page that is swapped for a kept one may wait in vain.
  const arrival = () =>
    page
      .evaluate((wanted) => {
        if (location.pathname !== wanted || globalThis.cameBack === undefined) return 'under way';
        if (globalThis.cameBack) return 'kept';
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return navigation?.type === 'back_forward' ? 'loaded anew' : 'under way';
      }, path)
      .catch(() => 'under way');
  await expect.poll(arrival).not.toBe('under way');
  return (await arrival()) === 'kept';
}
