import type { Texts } from '../locale/texts.ts';
import type { Language, Settings } from '../settings/types.ts';

/** All that a page needs before it can show itself. */
export interface Loaded {
  settings: Settings;
  language: Language;
  texts: Texts;
}

const key = 'page';
/** Characters. With more rules than fit, pages wait for the storage as they would without this. */
const longest = 200_000;

/**
 * What the last page of the extension was shown with, to be put right as soon as storage and texts have answered: those two answers
 * take longer than all the rest of opening the popup, and are nearly always what they were. Texts of another build are not used.
 */
export function recall(build: string): Loaded | undefined {
  try {
    const [of, loaded] = JSON.parse(localStorage.getItem(key) ?? '[]') as [string?, Loaded?];
    return of === build ? loaded : undefined;
  } catch {
    // Not ours, or the browser gives no such storage.
    return undefined;
  }
}

export function remember(build: string, loaded: Loaded): void {
  try {
    const text = JSON.stringify([build, loaded]);
    // Writing takes far longer than looking.
    if (text === localStorage.getItem(key)) return;
    if (text.length <= longest) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // As above: the next page waits.
  }
}
