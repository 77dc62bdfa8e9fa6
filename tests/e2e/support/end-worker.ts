import { endServiceWorker } from '../../../browser-driver/end-service-worker.ts';
import type { Session } from './harness.ts';
import { until } from './until.ts';

declare const browser: typeof import('webextension-polyfill');

/**
 * Ends the extension's background as the browser does when it likes, and resolves when it is gone. Firefox ends its own after
 * `extensions.background.idle.timeout` (ms), which the session was started with; it has no event for it.
 */
export async function endWorker(session: Session): Promise<void> {
  if (session.name === 'chromium') return endServiceWorker(session.browser);
  const control = await session.control();
  await until(async () => {
    const running = await control.evaluate(() => browser.extension.getBackgroundPage() !== null);
    if (running) throw new Error('Expected an idle background to be ended.');
  });
}
