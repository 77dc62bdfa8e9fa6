import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in the card, in words. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // axe sees no generated content, which browsers read out; that they do is a test of its own.
    const seal = globalThis.CardPage.unseal();
    // The page around the card is the test's own.
    const report = await axe.run({ include: ['div[popover=manual]'] }, { runOnly: { type: 'tag', values: rules } });
    seal();
    return { violations: report.violations, passes: report.passes.length } as { violations: Result[]; passes: number };
  });
  // A run that looked at nothing would find nothing.
  expect(found.passes).toBeGreaterThan(5);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
