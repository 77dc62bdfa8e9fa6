/**
 * On which pages the reader's own packs are marked. A page can read the text of its marks, so a list that is the reader's own business
 * is marked only where the reader says so: in this tab, until it shows another site.
 */
import { browser } from '../../src/browser/polyfilled.ts';
import type { Reply, Sender } from '../../src/messages/index.ts';
import type { Scope } from '../../src/worker/own-packs.ts';
import { ground } from './ground.ts';
import { tellAllTabs } from './pages.ts';
import { siteOf } from './site.ts';

/** In the storage of the session: the site for which the reader asked in a tab. */
const keyOf = (tab: number) => `ownPacks.${tab}`;

/** Extension pages hear of all packs; a page of those that are always marked, or of all when the reader asked for it. */
export async function scopeOf(sender: Sender): Promise<Scope> {
  if (sender.own) return 'all';
  if (sender.tab === undefined) return 'always';
  const site = siteOf(sender);
  return site !== undefined && (await askedFor(sender.tab)) === site ? 'all' : 'always';
}

export async function ownPacksIn(tab: number, mark: boolean | undefined): Promise<Reply<'packs/own'>> {
  const { packsOff } = await ground.settings();
  const packs = (await ground.own.list(packsOff, 'all')).filter((pack) => pack.mark === 'on demand');
  const { url } = await browser.tabs.get(tab);
  const site = url === undefined ? undefined : new URL(url).hostname;
  if (mark !== undefined && site !== undefined) {
    if (mark) await browser.storage.session.set({ [keyOf(tab)]: site });
    else await browser.storage.session.remove(keyOf(tab));
    await tellAllTabs();
  }
  return { packs: packs.length, marked: site !== undefined && (await askedFor(tab)) === site };
}

async function askedFor(tab: number): Promise<unknown> {
  return (await browser.storage.session.get(keyOf(tab)))[keyOf(tab)];
}

export function forgetClosedTabs(): void {
  browser.tabs.onRemoved.addListener((tab) => browser.storage.session.remove(keyOf(tab)));
}

/** Pages ask anew when they are told; what is held of the packs as they were is let go before. */
export async function packsChanged(): Promise<undefined> {
  ground.own.forget();
  await tellAllTabs();
}
