import type { Browser, Target } from 'puppeteer-core';

/**
 * Ends the service worker of the extension, where there is one, and resolves when it is gone. The browser may take away our session with it before we
 * have said that we leave it: it is gone as asked.
 */
export async function endServiceWorker(browser: Browser): Promise<void> {
  const target = browser.targets().find((one) => one.type() === 'service_worker');
  const worker = await target?.worker();
  if (!worker) return;
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const onGone = (one: Target) => one === target && resolve();
  browser.on('targetdestroyed', onGone);
  // While its session was asked for, it may have ended by itself.
  if (!browser.targets().includes(target!)) resolve();
  await worker.close().catch((error: Error) => {
    if (!error.message.includes('No session with given id')) throw error;
  });
  await gone;
  browser.off('targetdestroyed', onGone);
}
