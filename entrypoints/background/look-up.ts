/** Ways to look something up from anywhere: the menu on a selection, and the keyword in the address bar. */
import type { Omnibox } from 'webextension-polyfill';
import { browser } from '../../src/browser/polyfilled.ts';
import { openPanel, panelPage } from '../../src/browser/side-panel.ts';
import { translator } from '../../src/locale/texts.ts';
import { answerSearch } from '../../src/worker/answers.ts';
import { ground } from './ground.ts';

const menuId = 'look-up';
/** What the address bar hands back for a suggestion that was taken, before the id of the entry. */
const entryPrefix = 'entry:';
/** The address bar shows no more. */
const suggestions = 6;

/** Makes the menu in the reader's language; called again when the language changes. */
export async function createMenu(): Promise<void> {
  if (!browser.contextMenus) return;
  const t = await ownTranslator();
  const title = t('menu.lookUp', { selection: '%s' });
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: menuId, title, contexts: ['selection'] });
}

export function listenForLookUps(): void {
  browser.contextMenus?.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    // Opened before anything is awaited: browsers let a panel open only while the click is being handled.
    if (menuItemId === menuId && selectionText) openPanel(tab, { query: selectionText });
  });

  // Firefox for Android has no such keyword.
  browser.omnibox?.onInputChanged.addListener(async (typed, suggest) => {
    const t = await ownTranslator();
    browser.omnibox.setDefaultSuggestion({ description: asDescription(t('menu.lookUp', { selection: typed })) });
    suggest(await suggestionsFor(typed));
  });
  browser.omnibox?.onInputEntered.addListener((entered, disposition) => {
    const url = browser.runtime.getURL(
      panelPage(entered.startsWith(entryPrefix) ? { entity: entered.slice(entryPrefix.length) } : { query: entered }),
    );
    if (disposition === 'currentTab') browser.tabs.update({ url });
    else browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

async function ownTranslator(): Promise<ReturnType<typeof translator>> {
  const settings = await ground.settings();
  return translator(await ground.texts(settings), ground.language(settings));
}

export async function suggestionsFor(typed: string): Promise<Omnibox.SuggestResult[]> {
  const hits = await answerSearch(ground, { query: typed.slice(0, 1000), limit: suggestions });
  return hits.map(({ entity, matched, name, description }) => ({
    content: entryPrefix + entity,
    description: asDescription([name, matched, description].filter(Boolean).join(' – ')),
  }));
}

/** Chromium reads descriptions as XML; Firefox shows them as they are. */
function asDescription(text: string): string {
  if (import.meta.env.FIREFOX) return text;
  return text.replace(/[<>&'"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
