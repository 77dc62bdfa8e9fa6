import type { Texts } from '../locale/texts.ts';
import type { Language } from '../settings/types.ts';
import { browser } from './polyfilled.ts';

/** Reads a file of the extension itself: the only thing that is ever fetched. */
export async function readFile(path: string): Promise<Response> {
  return fetch(browser.runtime.getURL(path));
}

/** Version of this build: what an older one kept may not fit it. */
export function build(): string {
  return browser.runtime.getManifest().version;
}

const texts = new Map<Language, Promise<Texts>>();

/** The interface texts of a language, read once. */
export function readTexts(language: Language): Promise<Texts> {
  let read = texts.get(language);
  if (!read) {
    read = readFile(`locales/${language}.json`).then((response) => response.json() as Promise<Texts>);
    texts.set(language, read);
  }
  return read;
}
