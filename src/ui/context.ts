import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Texts, Translate } from '../locale/texts.ts';
import type { Language, Settings } from '../settings/types.ts';

/** What every part of an extension page needs. */
export interface App {
  t: Translate;
  texts: Texts;
  language: Language;
  settings: Settings;
  /** Stores a change. A failure is shown to the reader by the page. */
  update(change: (settings: Settings) => Settings): void;
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('Expected the component inside mount() of src/ui/mount.tsx.');
  return app;
}
