/** The gallery through both readers of HTML: the extension, which sees the page, and the command line, which sees its source. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHtml } from '../../../cli/annotate/html.ts';
import { loadPacks } from '../../../cli/annotate/packs.ts';
import { candidatesIn, firstDate } from '../../../src/dataset/publication-date.ts';
import { annotate, type MatchIndex } from '../../../src/match/index.ts';
import { browserNames, bundleForPage, type Session, type Site, serve, sharedBrowser } from '../support/harness.ts';
import type * as Parts from './parts.ts';

declare const parts: typeof Parts;

/** Pages on which only layout, or how a browser builds the tree, decides what is read, with the reason. */
const exceptions: Record<string, string> = {
  'display-contents.html': 'a style sheet says that divisions are no lines of their own',
  'notes-and-items.html': 'a style sheet makes items of two links',
  'shadow-roots.html': 'the browser puts shadow trees in the place of their hosts',
};

const files = globSync('tests/pages/*.html')
  .filter((file) => !(basename(file) in exceptions))
  .sort();

describe.each(browserNames)('both readers in %s', (name) => {
  let session: Session;
  let site: Site;
  let page: Page;
  let indexes: MatchIndex[];

  beforeAll(async () => {
    // What the gallery names is in these; the packs of open data would take four times as long to compile.
    ({ indexes } = await loadPacks(['data/institutions', 'data/iran'], false));
    site = await serve({ '/a': '<!doctype html><meta charset=utf-8><title>A page</title><body>' });
    session = await sharedBrowser(name, 'none');
    page = await session.open(`${site.origin}/a`);
    await page.evaluate(await bundleForPage('tests/e2e/page/parts.ts', 'parts'));
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  test.each(files)('find the same in %s', async (file) => {
    const html = readFileSync(file, 'utf8');
    const { blocks, meta } = await page.evaluate((source) => parts.blocksOf(source), html);
    const source = readHtml(html);
    const marks = (texts: readonly string[]) =>
      annotate(indexes, { blocks: texts }).map(({ block, start, end }) =>
        texts[block]!.slice(start, end).replace(/\s+/g, ' '),
      );
    expect(marks(source.blocks)).toEqual(marks(blocks));
    expect(source.published).toBe(firstDate(candidatesIn(meta.dates!)));
  });
});
