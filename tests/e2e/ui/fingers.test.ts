/** What a finger presses on the extension's own pages is as large as its tip. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, inFront, type Session, startBrowser } from '../support/harness.ts';

/** Controls that are lower than 44 CSS px; a box to tick counts with its label. Links in a line of text, and names within a sentence, are left out (WCAG 2.5.8). */
function low(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'button:not(.link), select, summary, .button, .file, input:not([type=file]), textarea';
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => (element.matches('[type=checkbox], [type=radio]') ? element.closest('label')! : element))
      .filter((element) => element.getBoundingClientRect().height < 44)
      .map((element) => `${element.localName}.${element.className}: ${element.textContent?.slice(0, 40)}`);
  });
}

/** Until nothing is folded: what is in a fold may have folds of its own. */
async function unfold(page: Page): Promise<void> {
  let closed = true;
  while (closed) {
    closed = await page.evaluate(async () => {
      const folds = document.querySelectorAll<HTMLDetailsElement>('details:not([open])');
      for (const fold of folds) fold.open = true;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return folds.length > 0;
    });
  }
}

describe.each(browserNames)('with a finger in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await startBrowser(name, {
      viewport: { width: 390, height: 700, hasTouch: true },
      // Where Firefox has no touch screen, its pointer is coarse when it is told so.
      preferences: { 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 },
    });
  });
  afterAll(() => session?.close());

  test.each([
    ['popup.html?tab=999999', 'input[type=search]'],
    ['options.html', 'summary'],
    ['reader.html', 'article.text p'],
    [
      'picture.html?entity=executions-1988&dispute=number-killed&question=How%20many%20prisoners%20were%20executed%20in%201988%3F',
      '.save',
    ],
  ])('each control has 44 px: %s', async (path, ready) => {
    const page = await session.openExtensionPage(path);
    await page.waitForSelector(ready);
    await inFront(page);
    await unfold(page);
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
    expect(await page.evaluate(() => document.querySelectorAll('button, summary, input').length)).toBeGreaterThan(1);
    expect(await low(page)).toEqual([]);
    await page.close();
  });
});
