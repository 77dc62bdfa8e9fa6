/** What the worker does with the pages in the tabs. */
import { browser } from '../../src/browser/polyfilled.ts';
import { inject } from '../../src/browser/tabs.ts';
import { type Request, type Sender, sendToTab, tellTab } from '../../src/messages/index.ts';
import type { PageConfig } from '../../src/messages/protocol.ts';
import { siteRule } from '../../src/settings/sites.ts';
import { answerSite, pageConfig } from '../../src/worker/answers.ts';
import { siteOf } from '../../src/worker/sender.ts';
import { ground } from './ground.ts';

/**
 * Lets every open page know that settings, access or texts have changed. What holds there it asks for itself: between the look at a tab and
 * the arrival of what is said to it, the tab may have gone to another page.
 */
export async function tellAllTabs(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    // Not awaited: a page that is stuck in a loop of its own answers nobody, and the other tabs must hear all the same.
    if (id !== undefined) tellTab(id, 'page/changed', {});
  }
}

/** What holds in the document that asks. Where the reader took access back, what runs there stops. */
export async function configFor(sender: Sender, host: string): Promise<PageConfig> {
  const config = await pageConfig(ground, siteOf(sender) ?? host);
  return (await mayRead(sender)) ? config : { ...config, state: 'off' };
}

/** Whether we have access to the page, which tells us the address of its tab then, or to the frame that asks. */
async function mayRead({ own, top, url = '' }: Sender): Promise<boolean> {
  if (own || top !== undefined) return true;
  const { protocol, hostname } = new URL(url);
  // A frame without an address of its own has that of its page, which we would know.
  return hostname !== '' && browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/** Carries out a command of the keyboard in a tab. */
export async function runCommand(command: string, tab: number, url: string | undefined): Promise<void> {
  if (command === 'toggle-site') {
    if (url === undefined) return;
    const { hostname } = new URL(url);
    const state = siteRule(await ground.settings(), hostname) === 'off' ? 'on' : 'off';
    await answerSite(ground, { host: hostname, state }, { own: true });
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
