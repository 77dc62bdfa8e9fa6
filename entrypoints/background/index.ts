import { defineBackground } from 'wxt/utils/define-background';
import type { Pack } from '../../src/dataset/schema.ts';
import { chooseLanguage, translated } from '../../src/locale/texts.ts';
import { browser } from '../../src/messages/browser.ts';
import { readFile, readTexts } from '../../src/messages/files.ts';
import {
  on,
  type Reply,
  type Request,
  type Sender,
  sendToTab,
  tellTab,
  type WorkerMessage,
} from '../../src/messages/index.ts';
import { inject, injectViewer } from '../../src/messages/tabs.ts';
import { createSearch } from '../../src/search/index.ts';
import { siteRule } from '../../src/settings/sites.ts';
import { createStore } from '../../src/settings/store.ts';
import type { Settings } from '../../src/settings/types.ts';
import * as answers from '../../src/worker/answers.ts';
import { checked } from '../../src/worker/guard.ts';
import { createPacks, type PackListing } from '../../src/worker/packs.ts';
import { injectOpenTabs, registerContentScript } from './access.ts';

/** The browser may end the worker at any moment: all that is kept here is read again when it is next needed. */
export default defineBackground(() => {
  const store = createStore(browser.storage.local);
  const packs = createPacks({
    list: async () => (await readFile('packs/list.json')).json() as Promise<PackListing[]>,
    pack: async (id) => (await readFile(`packs/${id}.json`)).json() as Promise<Pack>,
    index: async (id) => (await readFile(`packs/${id}.index`)).arrayBuffer(),
  });
  let settings: Promise<Settings> | undefined;
  let search: { key: string; value: ReturnType<answers.Ground['search']> } | undefined;

  const ground: answers.Ground = {
    packs,
    settings: () => {
      settings ??= store.read().then((stored) => stored.settings);
      return settings;
    },
    update: store.update,
    texts: async ({ language }) => {
      const chosen = chooseLanguage(language, navigator.languages, translated);
      return { language: chosen, texts: await readTexts(chosen) };
    },
    search: (off) => {
      const key = off.join();
      if (search?.key !== key)
        search = { key, value: packs.library(off).then(({ packs: held }) => createSearch(held)) };
      return search.value;
    },
    now: Date.now,
  };

  handle('hello', (request, sender) => answers.pageConfig(ground, siteOf(sender) ?? request.host));
  handle('annotate', (request) => answers.answerAnnotate(ground, request));
  handle('card', (request) => answers.answerCard(ground, request));
  handle('viewer', (_request, sender) => injectViewer(sender));
  handle('cite', (request) => answers.answerCite(ground, request));
  handle('search', (request) => answers.answerSearch(ground, request));
  handle('packs', () => packs.listings());
  handle('mute', (request) => answers.answerMute(ground, request));
  handle('site', (request, sender) =>
    answers.answerSite(ground, sender.own ? request : { ...request, host: siteOf(sender) ?? '' }),
  );
  handle('activate', ({ tab }) => inject(tab));

  store.watch(() => {
    settings = undefined;
    tellAllTabs(ground);
  });

  registerContentScript();
  browser.permissions.onAdded.addListener(async (granted) => {
    await registerContentScript();
    await injectOpenTabs(granted);
    // Scripts that stopped when access was taken back are still there and begin again.
    await tellAllTabs(ground);
  });
  browser.permissions.onRemoved.addListener(async () => {
    await registerContentScript();
    await tellAllTabs(ground);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') browser.tabs.create({ url: browser.runtime.getURL('reader.html') });
  });
  browser.commands.onCommand.addListener(async (command, pressedOn) => {
    const tab = pressedOn ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
    if (tab?.id !== undefined) await run(ground, command, tab.id, tab.url);
  });
});

function handle<Name extends WorkerMessage>(
  name: Name,
  answer: (request: Request<Name>, sender: Sender) => Reply<Name> | Promise<Reply<Name>>,
): void {
  on(name, (request, sender) => answer(checked(name, request), sender));
}

/** The site a content script speaks for: that of the tab, so that a frame follows the page it stands in. */
function siteOf({ own, top, url }: Sender): string | undefined {
  const address = own ? undefined : (top ?? url);
  return address === undefined ? undefined : new URL(address).hostname;
}

async function tellAllTabs(ground: answers.Ground): Promise<void> {
  for (const { id, url } of await browser.tabs.query({})) {
    if (id === undefined) continue;
    // A tab whose address we may not know is one that we have no access to (any more): whatever runs there stops.
    const config = await answers.pageConfig(ground, url === undefined ? '' : new URL(url).hostname);
    await tellTab(id, 'page/config', url === undefined ? { ...config, state: 'off' } : config);
  }
}

async function run(ground: answers.Ground, command: string, tab: number, url: string | undefined): Promise<void> {
  if (command === 'toggle-site') {
    if (url === undefined) return;
    const { hostname } = new URL(url);
    const state = siteRule(await ground.settings(), hostname) === 'off' ? 'on' : 'off';
    await answers.answerSite(ground, { host: hostname, state });
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
