/** A list that is the reader's own business is marked where the reader asked for it: on that origin, in that tab, until the tab leaves it. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import { comeBack, tellsReturn } from '../support/come-back.ts';
import {
  browserNames,
  inFront,
  insecureHost,
  type Session,
  type Site,
  serve,
  sharedBrowser,
} from '../support/harness.ts';
import { expectMarks } from '../support/marks.ts';
import { press, speakingOf } from '../ui/parts.ts';
import { packFiles } from './files.ts';
import { accept, bring, forgetPacks } from './parts.ts';

const text = '<p>The Millbrook Harbour Trust met the United Nations.</p>';
const both = ['Millbrook Harbour Trust', 'United Nations'];
const known = ['United Nations'];

describe.each(browserNames)('a list asked for on a page in %s', (name) => {
  let session: Session;
  let site: Site;
  /** Another port of the same host. */
  let other: Site;

  beforeAll(async () => {
    other = await serve({ '/favicon.ico': '', '/page.html': `<!doctype html><title>Other</title>${text}` });
    const frames = {
      own: 'src="/frame.html"',
      inline: `srcdoc="${text}"`,
      sealed: `sandbox="allow-scripts" srcdoc="${text}"`,
      port: `src="${other.origin}/page.html"`,
      host: `src="${other.origin.replace('127.0.0.1', insecureHost)}/page.html"`,
    };
    const inside = Object.entries(frames).map(
      ([id, source]) => `<iframe name="${id}" width="400" height="100" ${source}></iframe>`,
    );
    site = await serve({
      '/favicon.ico': '',
      '/news.html': `<!doctype html><title>News</title>${text}${tellsReturn}`,
      '/frame.html': `<!doctype html>${text}`,
      '/frames.html': `<!doctype html><title>Frames</title>${text}${inside.join('')}`,
    });
    session = await sharedBrowser(name, 'kept');
    const options = await session.openExtensionPage('options.html');
    await bring(options, packFiles[0]!.name, packFiles[0]!.content);
    await accept(options);
    await options.close();
  });
  afterEach(async () => {
    for (const page of await session.browser.pages()) if (page.url().startsWith(site.origin)) await page.close();
  });
  afterAll(async () => {
    await forgetPacks(session);
    await session?.close();
    await site?.close();
    await other?.close();
  });

  /** A page of the site in a tab of its own, whose reader has pressed "mark here" in the popup. */
  async function asked(path: string): Promise<Page> {
    const page = await session.browser.newPage();
    await page.goto(site.origin + path);
    await inFront(page);
    await expectMarks(page, known);
    const popup = await speakingOf(session, 'popup', site.origin + path);
    await popup.waitForSelector('.own-here input');
    await press(popup, '.own-here input');
    await popup.waitForSelector('.own-here input:checked');
    await popup.close();
    await inFront(page);
    await expectMarks(page, both);
    return page;
  }

  /** What is put into it now is read after all that was asked before. */
  const add = (frame: Frame) =>
    frame.evaluate(() => {
      const added = document.createElement('p');
      added.textContent = 'Maryam Rajavi met the Millbrook Harbour Trust.';
      document.body.append(added);
    });

  test('is marked in frames of its origin and in no other', async () => {
    const page = await asked('/frames.html');
    const frame = async (id: string) => (await (await page.$(`iframe[name=${id}]`))!.contentFrame())!;
    for (const id of ['own', 'inline']) await expectMarks(await frame(id), both);
    for (const id of ['sealed', 'port', 'host']) {
      await expectMarks(await frame(id), known);
      await add(await frame(id));
      await expectMarks(await frame(id), [...known, 'Maryam Rajavi']);
    }
    await page.close();
  });

  test('is marked on other pages of the origin, and no more once the tab was elsewhere', async () => {
    const page = await asked('/news.html');
    await page.goto(`${site.origin}/frame.html`);
    await expectMarks(page, both);
    await page.goto(`${other.origin}/page.html`);
    await expectMarks(page, known);
    await page.goto(`${site.origin}/news.html`);
    await expectMarks(page, known);
    await add(page.mainFrame());
    await expectMarks(page, [...known, 'Maryam Rajavi']);
    await page.close();
  });

  test('is gone from a page that comes back from the back/forward cache', async () => {
    // A browser may drop a page that it could have kept: then it is asked for once more, until there is something to test.
    for (let isKept = false; !isKept; ) {
      const page = await asked('/news.html');
      await page.goto(`${other.origin}/page.html`);
      await expectMarks(page, known);
      isKept = await comeBack(page, '/news.html');
      await expectMarks(page, known);
      await page.close();
    }
  });
});
