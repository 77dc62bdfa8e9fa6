/** What is seen of a page and of the browser during a soak. */
import type { Page } from 'puppeteer-core';
import type { Session } from '../../tests/e2e/support/harness.ts';
import { host, isolated } from '../../tests/e2e/support/real-card.ts';

export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) =>
    errors.push(error instanceof Error ? `${error.message} ${error.stack}` : String(error)),
  );
  page.on(
    'console',
    (message) => message.type() === 'error' && errors.push(`${message.text()} ${message.location().url ?? ''}`),
  );
  return errors;
}

interface Answers {
  /** Middle of a mark that is in view, chosen by a number from 0 to 1. */
  place: { x: number; y: number } | null;
  hosts: number;
  html: boolean;
}

/** Asks the page, in a world that it cannot reach. `null` when it cannot answer. */
export function ask<What extends keyof Answers>(page: Page, what: What, choice = 0): Promise<Answers[What] | null> {
  return isolated(page)
    .evaluate(
      (wanted, tag, share) => {
        if (wanted === 'hosts') return document.querySelectorAll(tag).length;
        // Chromium shows XML as HTML of its own.
        if (wanted === 'html') return !document.contentType.endsWith('/xml');
        const places: { x: number; y: number }[] = [];
        for (const layer of (CSS.highlights as unknown as Map<string, Iterable<StaticRange>>).values()) {
          for (const { startContainer, startOffset, endContainer, endOffset } of layer) {
            const range = document.createRange();
            try {
              range.setStart(startContainer, startOffset);
              range.setEnd(endContainer, endOffset);
            } catch {
              continue;
            }
            const box = range.getClientRects()[0];
            if (box && box.top > 0 && box.bottom < innerHeight)
              places.push({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
          }
        }
        return places[Math.floor(share * places.length)] ?? null;
      },
      what,
      host,
      choice,
    )
    .catch(() => null) as Promise<Answers[What] | null>;
}

/** Bytes that the worker and one of our pages hold after garbage was collected. Firefox does not tell. */
export async function memoryOf(session: Session, control: Page): Promise<number | undefined> {
  if (session.name !== 'chromium') return undefined;
  const own = await control.createCDPSession();
  await own.send('HeapProfiler.collectGarbage');
  let { usedSize } = await own.send('Runtime.getHeapUsage');
  await own.detach();
  const target = session.browser.targets().find((one) => one.type() === 'service_worker');
  const worker = await target?.worker();
  if (worker) {
    await worker.client.send('HeapProfiler.collectGarbage');
    usedSize += (await worker.client.send('Runtime.getHeapUsage')).usedSize;
  }
  return usedSize;
}
