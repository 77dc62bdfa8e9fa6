/** What the worker does with the pages in the tabs. */
import { browser } from '../../src/messages/browser.ts';
import { type Request, sendToTab, tellTab } from '../../src/messages/index.ts';
import { inject } from '../../src/messages/tabs.ts';
import { siteRule } from '../../src/settings/sites.ts';
import { answerSite, pageConfig } from '../../src/worker/answers.ts';
import { ground } from './ground.ts';

/** Lets every open page know of settings, access or texts that changed. */
export function tellAllTabs(): Promise<void> {
  telling = telling.then(tellNow, tellNow);
  return telling;
}

/** One after the other: what a tab hears last must be what holds. */
let telling: Promise<void> = Promise.resolve();

async function tellNow(): Promise<void> {
  for (const { id, url } of await browser.tabs.query({})) {
    if (id === undefined) continue;
    // A tab whose address we may not know is one that we have no access to (any more): whatever runs there stops.
    const config = await pageConfig(ground, url === undefined ? '' : new URL(url).hostname);
    // Not awaited: a page that is stuck in a loop of its own answers nobody, and the other tabs must hear all the same.
    tellTab(id, 'page/config', url === undefined ? { ...config, state: 'off' } : config);
  }
}

/** Carries out a command of the keyboard in a tab. */
export async function runCommand(command: string, tab: number, url: string | undefined): Promise<void> {
  if (command === 'toggle-site') {
    if (url === undefined) return;
    const { hostname } = new URL(url);
    const state = siteRule(await ground.settings(), hostname) === 'off' ? 'on' : 'off';
    await answerSite(ground, { host: hostname, state });
    return;
  }
  const order = pageCommands[command];
  if (order === undefined) return;
  const tell = () => sendToTab(tab, 'page/command', { command: order });
  // Pressing a shortcut gives access to the tab, as pressing the toolbar button does.
  await tell().catch(async () => {
    if ((await inject(tab)) === 'running') await tell();
  });
}

const pageCommands: Record<string, Request<'page/command'>['command']> = {
  'next-mark': 'next',
  'previous-mark': 'previous',
  'open-card': 'open',
};

/** Grey: the number is there for who wants it, and calls nobody. */
const badgeColour = '#5f6368';

export async function showCount(tab: number, count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor?.({ color: badgeColour });
  await browser.action.setBadgeText?.({ tabId: tab, text: count === 0 ? '' : String(count) });
}

export async function clearCounts(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) await browser.action.setBadgeText?.({ tabId: id, text: '' });
  }
}
