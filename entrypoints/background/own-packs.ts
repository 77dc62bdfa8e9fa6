/**
 * On which pages the reader's own packs are marked. A page can read the text of its marks, so a list that is the reader's own business
 * is marked only where the reader says so: in this tab, on this origin, until the tab leaves it.
 */
import { browser } from '../../src/browser/polyfilled.ts';
import type { Reply, Sender } from '../../src/messages/index.ts';
import { type Asked, stillAsked } from '../../src/worker/asked-for.ts';
import type { Scope } from '../../src/worker/own-packs.ts';
import * as sender from '../../src/worker/sender.ts';
import { ground } from './ground.ts';
import { tellAllTabs } from './pages.ts';

/** In the storage of the session: what the reader asked for in a tab (`Asked`). */
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
    await change(tab, () => (mark ? { origin } : undefined));
    await tellAllTabs();
  }
  return { packs: packs.length, marked: origin !== undefined && (await askedFor(tab)) === origin };
}

async function askedFor(tab: number): Promise<unknown> {
  return (await read(tab))?.origin;
}

async function read(tab: number): Promise<Asked | undefined> {
  return (await browser.storage.session.get(keyOf(tab)))[keyOf(tab)] as Asked | undefined;
}

/** One after the other, as the browser told of them. */
let changes: Promise<unknown> = Promise.resolve();

function change(tab: number, next: (asked: Asked | undefined) => Asked | undefined): Promise<void> {
  const changed = changes.then(async () => {
    const before = await read(tab);
    const asked = next(before);
    if (asked !== undefined) await browser.storage.session.set({ [keyOf(tab)]: asked });
    else if (before !== undefined) await browser.storage.session.remove(keyOf(tab));
  });
  changes = changed.catch(() => undefined);
  return changed;
}

/** What was asked for ends with its tab, and when the tab leaves the origin. */
export function forgetLeftPages(): void {
  browser.tabs.onRemoved.addListener((tab) => change(tab, () => undefined));
  browser.tabs.onUpdated.addListener(async (tab, news, { url }) => {
    if (news.url === undefined && news.status === undefined) return;
    await change(tab, (asked) => asked && stillAsked(asked, news, url, import.meta.env.FIREFOX));
  });
}

/** Pages ask anew when they are told; what is held of the packs as they were is let go before. */
export async function packsChanged(): Promise<undefined> {
  ground.own.forget();
  await tellAllTabs();
}
