/** The whole extension on a page that is as early with its key listeners as a page can be. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  askPage,
  browserNames,
  inFront,
  pageReport,
  type Session,
  type Site,
  serve,
  sharedBrowser,
} from '../support/harness.ts';

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Keys</title><script>
  seen = [];
  for (const type of ['keydown', 'keyup', 'focusin'])
    addEventListener(type, (event) => seen.push(event.key ?? event.type), true);
</script></head><body><p>Ebrahim Raisi was elected in 2021.</p></body></html>`;

describe.each(browserNames)('in %s', (name) => {
  let session: Session;
  let site: Site;
  beforeAll(async () => {
    site = await serve({ '/keys.html': page });
    session = await sharedBrowser(name);
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  test('even a page that listens before all others sees neither the Escape that closes a card nor the focus in it', async () => {
    const control = await session.control();
    const url = `${site.origin}/keys.html`;
    const tab = await session.open(url);
    await inFront(tab);
    await pageReport(control, url);
    await inFront(tab);
    expect(await askPage(control, url, 'page/command', { command: 'next' })).toBe(true);
    expect(await askPage(control, url, 'page/command', { command: 'open' })).toBe(true);
    await tab.waitForSelector('div[popover=manual]');
    await tab.waitForFunction(() => document.activeElement?.matches('div[popover=manual]'));
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Escape');
    await tab.waitForSelector('div[popover=manual]', { hidden: true });
    await tab.keyboard.press('x');
    expect(await tab.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual(['x', 'x']);
  });
});
