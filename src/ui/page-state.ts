/** What an extension page can say about the tab beside it. */

import { readAccess } from '../browser/access.ts';
import type { Tab } from '../browser/tabs.ts';
import { entityKinds } from '../dataset/kinds.ts';
import { send, sendToTab } from '../messages/index.ts';
import type { PageReport } from '../messages/protocol.ts';
import { isPaused, siteRule } from '../settings/sites.ts';
import type { Settings } from '../settings/types.ts';

export type PageState =
  | { state: 'report'; report: PageReport; host: string }
  /** No script runs there: the browser keeps extensions out, or no access was given. */
  | { state: 'protected' }
  | { state: 'no access'; host?: string };

/**
 * Asks the tab, and starts the content script there if pressing the toolbar button has given access to it. `last`: what it said before, which is answered
 * again where nothing has changed.
 */
export async function readTab(tab: Tab, last?: PageState): Promise<PageState> {
  const host = hostOf(tab.url);
  if (tab.url !== undefined && host === undefined) return { state: 'protected' };
  const ask = async (): Promise<PageState> => {
    if (last?.state === 'report' && last.report.version === (await sendToTab(tab.id, 'page/version', {}))) return last;
    const report = await sendToTab(tab.id, 'page/report', {});
    return { state: 'report', report, host: host ?? new URL(report.url).hostname };
  };
  try {
    return await ask();
  } catch {
    if ((await send('activate', { tab: tab.id })) === 'running') return ask();
    if (host !== undefined) return { state: 'no access', host };
    // The browser tells no address of its own pages: where access was given to all, it is one of these.
    return { state: (await readAccess()).everywhere ? 'protected' : 'no access' };
  }
}

/** The host of a page that extensions can read, else `undefined`. */
export function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !/^(?:https?|file):/.test(url)) return undefined;
  return new URL(url).hostname || 'file';
}

export type Silence =
  | 'paused'
  | 'siteOff'
  | 'optedOut'
  | 'protected'
  | 'noAccess'
  | 'scanning'
  | 'nothingKnown'
  /** The same, but for all that is known the reader's own choice may be why. */
  | 'nothingWanted'
  | 'kindsOff';

/** The real reason why nothing is marked, or `undefined` when something is. */
export function silence(page: PageState, settings: Settings, now: number): Silence | undefined {
  if (page.state === 'protected') return 'protected';
  if (isPaused(settings, now)) return 'paused';
  if (page.state === 'no access') return 'noAccess';
  const { report, host } = page;
  if (siteRule(settings, host) === 'off') return 'siteOff';
  if (report.state === 'opted-out') return 'optedOut';
  if (report.mentions.length > 0) return undefined;
  if (report.state === 'scanning') return 'scanning';
  if (settings.kinds.length === 0) return 'kindsOff';
  const leftOut =
    settings.kinds.length < entityKinds.length || settings.muted.length > 0 || settings.packsOff.length > 0;
  return leftOut ? 'nothingWanted' : 'nothingKnown';
}
