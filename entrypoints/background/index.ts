// Before anything else: see there.
import './early.ts';

import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../src/browser/polyfilled.ts';
import { openPanel } from '../../src/browser/side-panel.ts';
import { inject, injectLater } from '../../src/browser/tabs.ts';
import { on, type Reply, type Request, type Sender, type WorkerMessage } from '../../src/messages/index.ts';
import { keepInStep } from '../../src/settings/index.ts';
import * as answers from '../../src/worker/answers.ts';
import { joined } from '../../src/worker/asked-again.ts';
import { answerBrowse } from '../../src/worker/browse.ts';
import { inTurn } from '../../src/worker/in-turn.ts';
import { answerPacks } from '../../src/worker/listings.ts';
import { checked } from '../../src/worker/validate-request.ts';
import { injectOpenTabs, registerContentScript } from './access.ts';
import { datasetUpdates } from './dataset.ts';
import { ground, onSettings } from './ground.ts';
import { keepImporter, resumeImports, startImporter } from './importer.ts';
import { createMenu, listenForLookUps } from './look-up.ts';
import { forgetLeftPages, ownPacksIn, packsChanged, scopeFor } from './own-packs.ts';
import { clearCounts, configFor, runCommand, showCount, tellAllTabs } from './pages.ts';

/** Every listener is added before anything is awaited: a worker that was ended is started again for the event it missed. */
export default defineBackground(() => {
  handle('hello', ({ host }, sender) => configFor(sender, host));
  handle(
    'annotate',
    joined(async (request, sender) => answers.answerAnnotate(ground, request, await scopeFor(sender), sender.front)),
  );
  handle('card', async (request, sender) => answers.answerCard(ground, request, await scopeFor(sender)));
  handle('seen', async (request, sender) => answers.answerSeen(ground, request, sender, await scopeFor(sender)));
  handle('follow', ({ paint }, sender) => injectLater(sender, 'follow', ...(paint ? (['marks'] as const) : [])));
  handle('marks', (_request, sender) => injectLater(sender, 'marks'));
  handle('viewer', (_request, sender) => injectLater(sender, 'viewer'));
  handle('cite', async (request, sender) => answers.answerCite(ground, request, await scopeFor(sender)));
  // Joined: a card that is asked again while its tab is being made gets no second one.
  handle(
    'picture',
    joined(async ({ entity, what }: Request<'picture'>) => {
      if (!('dispute' in what)) throw new Error('expected a dispute');
      const url = browser.runtime.getURL(`/picture.html?${new URLSearchParams({ entity, ...what })}`);
      await browser.tabs.create({ url });
      return undefined;
    }),
  );
  handle('report', (request) => answers.answerReport(ground, request));
  handle('sources', (request) => answers.answerSources(ground, request));
  handle('search', (request) => answers.answerSearch(ground, request));
  handle('browse', (request) => answerBrowse(ground, request));
  handle('packs', ({ language }) => answerPacks(ground, language));
  handle('changes', datasetUpdates);
  handle('packs/changed', packsChanged);
  handle('packs/import', startImporter);
  handle('packs/own', ({ tab, mark }) => ownPacksIn(tab, mark));
  handle('mute', (request) => answers.answerMute(ground, request));
  handle('site', (request, sender) => answers.answerSite(ground, request, sender));
  handle('count', async ({ count }, { tab }) => {
    const { badge } = await ground.settings();
    if (badge && tab !== undefined) await showCount(tab, count);
    return undefined;
  });
  handle('activate', ({ tab }) => inject(tab));
  listenForLookUps();
  forgetLeftPages();
  keepImporter();
  resumeImports();

  ground.settings().then(({ sync }) => keepInStep(sync));
  onSettings((settings) => {
    keepInStep(settings.sync);
    tellAllTabs();
    createMenu();
    if (!settings.badge) clearCounts();
  });

  const registered = registerContentScript();
  browser.permissions.onAdded.addListener(async (granted) => {
    await registerContentScript();
    await injectOpenTabs(granted);
    // Scripts that stopped when access was taken back are still there and begin again.
    await tellAllTabs();
  });
  browser.permissions.onRemoved.addListener(async () => {
    await registerContentScript();
    await tellAllTabs();
  });
  browser.runtime.onInstalled.addListener(({ reason }) =>
    inTurn([
      () => registered,
      // Pages that are open keep the content script of the version before, which can ask nobody any more.
      async () => injectOpenTabs(await browser.permissions.getAll()),
      createMenu,
      // An update may bring another form of the index.
      startImporter,
      // An update may bring other packs.
      () => answers.liftOutdatedMutes(ground),
      async () => {
        if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('reader.html') });
      },
      // Where it fails the options say so, and try again.
      datasetUpdates,
    ]),
  );
  // Firefox for Android has neither shortcuts nor menus nor badges.
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'side-panel') openPanel(tab);
    else if (tab?.id !== undefined) runCommand(command, tab.id, tab.url);
  });
});

function handle<Name extends WorkerMessage>(
  name: Name,
  answer: (request: Request<Name>, sender: Sender) => Reply<Name> | Promise<Reply<Name>>,
): void {
  on(name, (request, sender) => answer(checked(name, request), sender));
}
