/** Bringing packs, as a reader does it on the options page. */
import type { Page } from 'puppeteer-core';
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

/** Takes the import in that is ready, and waits until its pack stands in the list. */
export async function accept(page: Page): Promise<void> {
  await page.waitForSelector('.job.ready .accept');
  await press(page, '.job.ready .accept');
  await page.waitForFunction(() => !document.querySelector('.job') && document.querySelector('#own-packs .rows li'), {
    polling: 50,
  });
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
