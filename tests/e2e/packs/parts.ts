/** Bringing packs, as a reader does it on the options page. */
import type { Page } from 'puppeteer-core';
import { patience } from '../../../browser-driver/patience.ts';
import type { Session } from '../support/harness.ts';
import { press } from '../ui/parts.ts';

declare const browser: typeof import('webextension-polyfill');

/** Hands a file to the page by its button, or by dropping it. */
export async function bring(
  page: Page,
  name: string,
  content: Uint8Array,
  how: 'choose' | 'drop' = 'choose',
): Promise<void> {
  await page.waitForSelector('.import input[type=file]');
  await page.evaluate(
    (file, text, way) => {
      const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], file));
      if (way === 'drop') {
        const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
        document.querySelector('.drop')!.dispatchEvent(event);
        return;
      }
      const input = document.querySelector<HTMLInputElement>('.import input[type=file]')!;
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    Buffer.from(content).toString('base64'),
    how,
  );
}

/** The import of the file with that name. */
export const jobOf = (name: string) => `.job[aria-label=${JSON.stringify(name)}]`;

/**
 * Drops files all at once and waits until all have been read: one thread reads them, so what it needs beside the files (libraries,
 * the names of our own packs) is loaded once. Each is then a job to look at, to take in or to discard.
 */
export async function bringAll(page: Page, files: readonly { name: string; content: Uint8Array }[]): Promise<void> {
  await page.waitForSelector('.drop');
  await page.evaluate(
    (all) => {
      const transfer = new DataTransfer();
      for (const { name, text } of all)
        transfer.items.add(new File([Uint8Array.from(atob(text), (char) => char.charCodeAt(0))], name));
      const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
      document.querySelector('.drop')!.dispatchEvent(event);
    },
    files.map(({ name, content }) => ({ name, text: Buffer.from(content).toString('base64') })),
  );
  await page.waitForFunction(
    (count) => document.querySelectorAll('.job:is(.ready, .refused)').length === count,
    { polling: 100, timeout: 2 * patience },
    files.length,
  );
}

/** Takes the import in that is ready, or that one of several, and waits until its pack stands in the list. */
export async function accept(page: Page, job = '.job'): Promise<void> {
  await page.waitForSelector(`${job}.ready .accept`);
  await press(page, `${job}.ready .accept`);
  await page.waitForFunction(
    (taken) => !document.querySelector(taken) && document.querySelector('#own-packs .rows li'),
    { polling: 50 },
    job,
  );
}

/** Removes the packs in the list, one after the other. */
export async function removeAll(page: Page): Promise<void> {
  for (;;) {
    const left = await page.$$eval('#own-packs .rows > li', (rows) => rows.length);
    if (left === 0) return;
    await press(page, '#own-packs .remove');
    // It asks once more.
    await press(page, '#own-packs .remove');
    await page.waitForFunction(
      (before) => document.querySelectorAll('#own-packs .rows > li').length < before,
      { polling: 50 },
      left,
    );
  }
}

/** The text of the file that a button gives out. */
export function savedBy(page: Page, button: string): Promise<string> {
  return page.evaluate(async (selector) => {
    const file = new Promise<Blob>((done) => {
      const original = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        URL.createObjectURL = original;
        done(blob as Blob);
        return original(blob);
      };
    });
    document.querySelector<HTMLElement>(selector)!.click();
    return (await file).text();
  }, button);
}

/** The pack that the first row of the list gives out as a file. */
export async function exported(
  page: Page,
): Promise<{ entities: { id: string }[]; sources: object } & Record<string, unknown>> {
  return JSON.parse(await savedBy(page, '#own-packs .export'));
}

/** Forgets every pack and import. */
export async function forgetPacks(session: Session): Promise<void> {
  const control = await session.control();
  await control.evaluate(async () => {
    const open = indexedDB.open('sidelight.packs');
    await new Promise((done) => {
      open.onsuccess = done;
    });
    const stores = [...open.result.objectStoreNames];
    if (stores.length > 0) {
      const change = open.result.transaction(stores, 'readwrite');
      for (const store of stores) change.objectStore(store).clear();
      await new Promise((done) => {
        change.oncomplete = done;
      });
    }
    open.result.close();
    await browser.runtime.sendMessage({ sidelight: 'packs/changed', request: {} });
  });
}
