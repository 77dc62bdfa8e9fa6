/** The browser's own limit is reached in earnest: what was there stays, and the reader is told once, in clear words. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Launched, launch, openExtensionPage } from '../../../browser-driver/launch.ts';
import { patience } from '../../../browser-driver/patience.ts';
import { buildFolder } from '../../../tools/builds.ts';
import { patient } from '../support/explain.ts';
import { browserNames } from '../support/harness.ts';
import { press, texts, waitForText } from '../ui/parts.ts';
import { longTable, packFiles } from './files.ts';
import { accept, bring, exported } from './parts.ts';

/** Bytes that the browser gives. */
const quota = 3_000_000;
const noRoom = 'There is no room left on this device.';

/** Chromium remembers for half a minute how much room there was, so a new limit holds only then: whether it does. */
async function isFull(bytes: number): Promise<boolean> {
  const open = indexedDB.open('probe', 1);
  open.onupgradeneeded = () => open.result.createObjectStore('probe');
  await new Promise((done) => {
    open.onsuccess = done;
  });
  const change = open.result.transaction('probe', 'readwrite');
  change.objectStore('probe').put(new Blob([new Uint8Array(bytes)]), 1);
  const full = await new Promise<boolean>((done) => {
    change.oncomplete = () => done(false);
    change.onabort = () => done(true);
  });
  open.result.close();
  indexedDB.deleteDatabase('probe');
  return full;
}

describe.each(browserNames)('in %s', (name) => {
  let dir: string;
  let launched: Launched;
  let page: Page;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'quota-'));
    const extension = join(dir, 'extension');
    await cp(buildFolder(name, 'e2e'), extension, {
      recursive: true,
    });
    // `unlimitedStorage` lifts every limit in Chromium but the disk's own, which a test cannot fill; Firefox keeps its limit all the same.
    const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
    manifest.permissions = manifest.permissions.filter((each: string) => each !== 'unlimitedStorage');
    await writeFile(join(extension, 'manifest.json'), JSON.stringify(manifest));
    launched = await launch(name, {
      extension,
      // In whole KiB.
      preferences: { 'dom.quotaManager.temporaryStorage.fixedLimit': Math.floor(quota / 1024) },
    });
    page = patient(await openExtensionPage(launched, 'options.html'));
    if (name === 'chromium') {
      const control = await page.createCDPSession();
      await control.send('Storage.overrideQuotaForOrigin', { origin: launched.extensionOrigin, quotaSize: quota });
      await page.waitForFunction(isFull, { polling: 2000, timeout: 2 * patience }, quota + 1);
    }
    await bring(page, packFiles[0]!.name, packFiles[0]!.content);
    await accept(page);
  });
  afterAll(async () => {
    await launched?.browser.close();
    await rm(dir, { recursive: true, force: true });
  });

  const rest = () => page.waitForFunction(() => !document.querySelector('.job'), { polling: 50 });

  test('a file that the browser has no room for is refused, and the packs that are there stay', async () => {
    const before = await exported(page);
    await bring(page, 'large.csv', new Uint8Array(quota + 1_000_000).fill(97));
    await waitForText(page, noRoom, '.import > [role=alert]');
    expect(await texts(page, '#own-packs [role=alert]')).toHaveLength(1);
    expect(await texts(page, '.job')).toEqual([]);
    expect(await exported(page)).toEqual(before);
  });

  test('a pack that the browser has no room for is refused when it is stored, and small ones can still be added', async () => {
    const before = await exported(page);
    await bring(page, 'long.csv', longTable(30_000));
    // Refused only after all of it was read.
    await page.waitForSelector('.job.refused', { timeout: 2 * patience });
    await waitForText(page, noRoom, '.job.refused');
    expect(await texts(page, '#own-packs [role=alert]')).toHaveLength(1);
    expect(await exported(page)).toEqual(before);
    await press(page, '.job .discard');
    await rest();
    await bring(page, packFiles[2]!.name, packFiles[2]!.content);
    await accept(page);
    expect((await texts(page, '#own-packs .rows strong')).length).toBe(2);
  });
});
