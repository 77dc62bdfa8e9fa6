import type { Target } from 'puppeteer-core';
import { vi } from 'vitest';
import type { Session } from './harness.ts';

declare const browser: typeof import('webextension-polyfill');

/** Ends a service worker. The browser may take away our session with it before we have said that we leave it: it is gone as asked. */
async function endServiceWorker({ browser: running }: Session): Promise<void> {
  const target = running.targets().find((one) => one.type() === 'service_worker');
  const worker = await target?.worker();
  if (!worker) return;
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const onGone = (one: Target) => one === target && resolve();
  running.on('targetdestroyed', onGone);
  await worker.close().catch((error: Error) => {
    if (!error.message.includes('No session with given id')) throw error;
  });
  await gone;
  running.off('targetdestroyed', onGone);
}

/**
 * Ends the extension's background as the browser does when it likes, and resolves when it is gone. Firefox ends its own after
 * `extensions.background.idle.timeout` (ms), which the session was started with; it has no event for it.
 */
export async function endWorker(session: Session): Promise<void> {
  if (session.name === 'chromium') return endServiceWorker(session);
  const control = await session.control();
  await vi.waitFor(
    async () => {
      const running = await control.evaluate(() => browser.extension.getBackgroundPage() !== null);
      if (running) throw new Error('Expected an idle background to be ended.');
    },
    { timeout: 40_000, interval: 200 },
  );
}
