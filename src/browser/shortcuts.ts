import { browser } from './polyfilled.ts';

/** A command of the keyboard, as the browser holds it. */
export interface Shortcut {
  name: string;
  description: string;
  /** Empty when no key is set. */
  keys: string;
}

export async function readShortcuts(): Promise<Shortcut[]> {
  const all = (await browser.commands?.getAll()) ?? [];
  return all.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, keys: shortcut ?? '' }));
}

/** Opens the browser's own page for changing them. */
export async function openShortcutPage(): Promise<void> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
