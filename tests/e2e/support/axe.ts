import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** What axe finds on a page, a rule a line with the elements that break it. */
export async function axeFinds(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => {
      const elements = nodes.map(({ html }) => html).join(' | ');
      return `${id}: ${elements.slice(0, 400)}`;
    });
  });
}
