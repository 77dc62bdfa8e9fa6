/** Pulling the plug in real browsers; every step of the database is failed in src/packs/faults.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, type Session, startBrowser } from './harness.ts';
import { longTable } from './packs-files.ts';
import { accept, bring } from './packs-parts.ts';
import { waitForText } from './ui-parts.ts';

const rows = 20_000;

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    // Firefox ends a background that is idle for 30 s; here sooner than a slow machine has read the file.
    session = await startBrowser(name, { preferences: { 'extensions.background.idle.timeout': 8000 } });
  });
  afterAll(() => session?.close());

  test('an import goes on when its page is closed, and is there when the page is opened again', async () => {
    const first = await session.openExtensionPage('options.html');
    await bring(first, 'long.csv', longTable(rows));
    await first.waitForSelector('.job.reading');
    await first.close();
    const second = await session.openExtensionPage('options.html');
    await second.waitForSelector('.job.ready', { timeout: 120_000 });
    expect(await second.$eval('.preview [role=status]', (part) => part.textContent)).toContain('20,000 entries');
    await accept(second);
    await second.close();
  }, 180_000);

  // Firefox gives no way to end its background from outside; the short patience above ends it.
  test.runIf(name === 'chromium')(
    'an import outlives the service worker and the document that reads it',
    async () => {
      const page = await session.openExtensionPage('options.html');
      await bring(page, 'other.csv', longTable(rows));
      await page.waitForSelector('.job.reading');
      const reading = await session.browser.waitForTarget((target) => target.url().endsWith('/importer.html'));
      const worker = await session.browser.waitForTarget((target) => target.type() === 'service_worker');
      const control = await session.browser.target().createCDPSession();
      // What the system does when memory is short.
      for (const target of [reading, worker])
        await control.send('Target.closeTarget', { targetId: (target as unknown as { _targetId: string })._targetId });
      await page.waitForSelector('.job.ready', { timeout: 120_000 });
      await waitForText(page, '20,000 entries', '.preview');
      await page.close();
    },
    180_000,
  );
});
