/**
 * On which pages the reader's own packs are marked. A page can read the text of its marks, so a list that is the reader's own business
 * is marked only where the reader says so: in this tab, on this origin, until the tab leaves it.
 */
import { browser } from '../../src/browser/polyfilled.ts';
import type { Reply, Sender } from '../../src/messages/index.ts';
import type { Scope } from '../../src/worker/own-packs.ts';
import * as sender from '../../src/worker/sender.ts';
import { ground } from './ground.ts';
import { tellAllTabs } from './pages.ts';

/** In the storage of the session: the origin for which the reader asked in a tab. */
const keyOf = (tab: number) => `ownPacks.${tab}`;

/** Of which packs whoever sends a message may hear. */
export async function scopeFor(from: Sender): Promise<Scope> {
  return sender.scopeOf(from, from.tab === undefined ? undefined : await askedFor(from.tab));
}

export async function ownPacksIn(tab: number, mark: boolean | undefined): Promise<Reply<'packs/own'>> {
  const { packsOff } = await ground.settings();
  const packs = (await ground.own.list(packsOff, 'all')).filter((pack) => pack.mark === 'on demand');
  const origin = sender.originOf((await browser.tabs.get(tab)).url);
  if (mark !== undefined && origin !== undefined) {
    if (mark) await browser.storage.session.set({ [keyOf(tab)]: origin });
    else await forget(tab);
    await tellAllTabs();
  }
  return { packs: packs.length, marked: origin !== undefined && (await askedFor(tab)) === origin };
}

async function askedFor(tab: number): Promise<unknown> {
  return (await browser.storage.session.get(keyOf(tab)))[keyOf(tab)];
}

const forget = (tab: number) => browser.storage.session.remove(keyOf(tab));

/** What was asked for ends with its tab, and when the tab shows another origin, or one that we may not know. */
export function forgetLeftPages(): void {
  browser.tabs.onRemoved.addListener(forget);
  browser.tabs.onUpdated.addListener(async (tab, change, { url }) => {
    if (change.url === undefined && change.status !== 'loading') return;
    const asked = await askedFor(tab);
    if (asked !== undefined && asked !== sender.originOf(url)) await forget(tab);
  });
}

/** Pages ask anew when they are told; what is held of the packs as they were is let go before. */
export async function packsChanged(): Promise<undefined> {
  ground.own.forget();
  await tellAllTabs();
}
