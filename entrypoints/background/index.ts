import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../../src/messages/browser.ts';
import { on, type Reply, type Request, type Sender, type WorkerMessage } from '../../src/messages/index.ts';
import { openPanel } from '../../src/messages/panel.ts';
import { inject, injectViewer } from '../../src/messages/tabs.ts';
import { keepInStep } from '../../src/settings/index.ts';
import * as answers from '../../src/worker/answers.ts';
import { checked } from '../../src/worker/guard.ts';
import { injectOpenTabs, registerContentScript } from './access.ts';
import { ground, onSettings } from './ground.ts';
import { createMenu, listenForLookUps } from './look-up.ts';
import { clearCounts, runCommand, showCount, tellAllTabs } from './pages.ts';

/** Every listener is added before anything is awaited: a worker that was ended is started again for the event it missed. */
export default defineBackground(() => {
  handle('hello', (request, sender) => answers.pageConfig(ground, siteOf(sender) ?? request.host));
  handle('annotate', (request) => answers.answerAnnotate(ground, request));
  handle('card', (request) => answers.answerCard(ground, request));
  handle('viewer', (_request, sender) => injectViewer(sender));
  handle('cite', (request) => answers.answerCite(ground, request));
  handle('search', (request) => answers.answerSearch(ground, request));
  handle('packs', () => ground.packs.listings());
  handle('mute', (request) => answers.answerMute(ground, request));
  handle('site', (request, sender) =>
    answers.answerSite(ground, sender.own ? request : { ...request, host: siteOf(sender) ?? '' }),
  );
  handle('count', async ({ count }, { tab }) => {
    const { badge } = await ground.settings();
    if (badge && tab !== undefined) await showCount(tab, count);
    return undefined;
  });
  handle('activate', ({ tab }) => inject(tab));
  listenForLookUps();

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
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await registered;
    // Pages that are open keep the content script of the version before, which can ask nobody any more.
    await injectOpenTabs(await browser.permissions.getAll());
    await createMenu();
    // An update may bring other packs.
    await answers.liftOutdatedMutes(ground);
    if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('reader.html') });
  });
  browser.commands.onCommand.addListener((command, tab) => {
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

/** The site a content script speaks for: that of the tab, so that a frame follows the page it stands in. */
function siteOf({ own, top, url }: Sender): string | undefined {
  const address = own ? undefined : (top ?? url);
  return address === undefined ? undefined : new URL(address).hostname;
}
