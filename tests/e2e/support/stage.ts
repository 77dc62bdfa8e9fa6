/** What the tests of pages against cards share: a site with pages, the shared browser, and tabs that are gone after each test. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type BrowserName, type Session, type Site, serve, sharedBrowser } from './harness.ts';

export interface Stage {
  session: Session;
  site: Site;
  /** The extension's own page, with all its rights. */
  control: Page;
  /** What the page that was visited last has reported as an error. */
  errors: string[];
  /** A page of the site, loaded. */
  visit(path: string): Promise<Page>;
}

/** Sets up `pages`, HTML by path, around the tests of a `describe`. What it gives is there from the first test on. */
export function useStage(name: BrowserName, pages: Record<string, string>): Stage {
  const stage = {
    errors: [] as string[],
    async visit(path: string): Promise<Page> {
      const tab = await stage.session.tab();
      stage.errors.length = 0;
      tab.on('pageerror', (error) => stage.errors.push(String(error)));
      tab.on('console', (message) => message.type() === 'error' && stage.errors.push(message.text()));
      await tab.goto(stage.site.origin + path);
      return tab;
    },
  } as Stage;
  beforeAll(async () => {
    stage.site = await serve({ '/favicon.ico': { body: '', type: 'image/x-icon' }, ...pages });
    stage.session = await sharedBrowser(name);
    stage.control = await stage.session.control();
  });
  afterEach(async () => {
    for (const tab of await stage.session.browser.pages())
      if (tab.url().startsWith(stage.site.origin)) await tab.close();
  });
  afterAll(async () => {
    await stage.session?.close();
    await stage.site?.close();
  });
  return stage;
}
