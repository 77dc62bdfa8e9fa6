/**
 * Pages that break tools of this kind (tests/pages), each read by the real extension in both browsers. A page says in its first comment
 * what it is, and in one line of JSON what is expected of it: `Expected`.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { patience } from '../../../browser-driver/patience.ts';
import {
  askPage,
  browserNames,
  inFront,
  pageReport,
  type Session,
  type Site,
  serve,
  sharedBrowser,
} from '../support/harness.ts';
import { expectMarks, marksOn } from '../support/marks.ts';
import { isolated } from '../support/real-card.ts';
import { treeOf } from '../support/tree.ts';
import { until } from '../support/until.ts';

interface Expected {
  /** Texts of the marks that are painted when the page has come to rest, in reading order. */
  marks: string[];
  /** The same for the frames in it that have any, in order. */
  frames?: string[][];
  /** Marks that are painted once `#far` has been scrolled to. */
  far?: string[];
  /** The mark that the pointer rests on; the first one when it is not given. `card: false`: none opens here. */
  hover?: string;
  card?: false;
  /** Selector of what is clicked first. */
  click?: string;
  /** Selector of a link that must lead to its fragment. */
  follow?: string;
  /** An expression that must be true in the end. */
  check?: string;
  /** Headers that the page is served with. */
  headers?: Record<string, string>;
  /** ms that the page needs for what it does by itself, or an expression that is true when it has done it. */
  calm?: number;
  done?: string;
  /** The page never comes to rest: its tree cannot be compared. */
  moving?: true;
  /** More to read than usual. */
  slow?: true;
  /** Elements of the page with the name of our host. */
  hosts?: number;
  /** What is otherwise in one browser. */
  in?: Partial<Record<string, Partial<Expected>>>;
  /** Run in the page before the test looks at it. */
  before?: string;
  /** How often Escape has to be pressed, where the browser wants it for itself. */
  escapes?: Partial<Record<string, number>>;
  state?: 'opted-out';
  capped?: string;
  /** The path that the page ends on. */
  path?: string;
  /** The style sheet with the lines is in place. */
  styled?: true;
  /** The lines have a contrast of at least 3 to the ground. */
  contrast?: true;
}

/** Pages of other types, which cannot carry a comment that says this. */
const others: Record<string, Expected & { type: string }> = {
  'plain.txt': { type: 'text/plain; charset=utf-8', marks: ['Maryam Rajavi', 'Javaid Rehman'] },
  'strict.xhtml': { type: 'application/xhtml+xml', marks: ['Maryam Rajavi', 'Javaid Rehman'] },
  'data.xml': { type: 'application/xml', marks: [], card: false },
};

function expectationOf(file: string, text: string): Expected & { type?: string } {
  const own = others[file];
  if (own) return own;
  const json = /<!--[\s\S]*?\n(\{.*\}) -->/.exec(text)?.[1];
  if (!json) throw new Error(`${file}: expected a first comment that ends with a line of JSON, and found none.`);
  return JSON.parse(json) as Expected;
}

/** ms in which every page of the gallery that does something by itself, but those that say otherwise, has done it. */
const usualCalm = 1300;

/** A page without scripts and frames is at rest as it arrives; that nothing is marked has to be waited for all the same. */
function calmOf({ body, marks, calm }: { body: string } & Pick<Expected, 'marks' | 'calm'>): number {
  return calm ?? (marks.length && !/<(?:script|i?frame|meta http-equiv)/i.test(body) ? 0 : usualCalm);
}

/** Whether a page becomes the same tree in a frame as on its own: nothing is done to it, and it is not about its window. */
function isSameInFrame({ type, ...expected }: Expected & { type?: string }): boolean {
  const about = ['headers', 'before', 'click', 'path', 'frames', 'far', 'moving'] as const;
  return !type && about.every((key) => expected[key] === undefined);
}

const pages = globSync('tests/pages/*.*')
  .sort()
  .map((path) => {
    const body = readFileSync(path, 'utf8');
    const expected = expectationOf(basename(path), body);
    return { file: basename(path), body, ...expected, calm: calmOf({ body, ...expected }) };
  });

const host = 'div[popover=manual]';

/** Where a mark is seen now, in client coordinates: scrolled to. A text that the page has replaced holds its mark until the page is read again. */
function placeOf(world: Frame, text: string): Promise<{ x: number; y: number } | undefined> {
  return world.evaluate(async (wanted) => {
    for (const [name, layer] of CSS.highlights as unknown as Map<string, Highlight & Iterable<StaticRange>>) {
      if (!/^m[0-9a-f]{32}$/.test(name)) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of layer) {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        if (range.toString() !== wanted) continue;
        startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const [rect] = range.getClientRects();
        if (rect) return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
      }
    }
    return undefined;
  }, text);
}

/** Hosts of a card in the page, in shadow trees and dialogs too. */
function hostsOn(world: Frame): Promise<number> {
  return world.evaluate((tag) => document.querySelectorAll(tag).length, host);
}

/** Contrast between the line of a mark and the ground of the page (WCAG 2.2, relative luminance). */
function contrastOf(world: Frame): Promise<number> {
  return world.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const luminance = (color: string) => {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [name = ''] = [...CSS.highlights].find(([, layer]) => layer.size > 0) ?? [];
    const line = luminance(getComputedStyle(document.querySelector('p')!, `::highlight(${name})`).textDecorationColor);
    const ground = luminance(getComputedStyle(document.body).backgroundColor);
    return (Math.max(line, ground) + 0.05) / (Math.min(line, ground) + 0.05);
  });
}

/** What `look` finds, once it finds anything. */
function found<Found>(what: string, look: () => Promise<Found>, timeout?: number): Promise<NonNullable<Found>> {
  return until(async () => {
    const one = await look();
    if (!one) throw new Error(`Expected ${what}.`);
    return one;
  }, timeout);
}

/** Waits by the page's own timers, so that on a busy machine those that were set before have fired. */
async function rest(page: Page, { calm = 0, done }: Expected): Promise<void> {
  if (done) await found(done, () => page.evaluate(done) as Promise<boolean>);
  await isolated(page).evaluate((ms) => new Promise((over) => setTimeout(over, ms)), calm);
}

describe.each(browserNames)('the gallery in %s', (name) => {
  let site: Site;
  let bare: Session;
  let session: Session;
  let control: Page;
  const opened: Page[] = [];
  /** Trees without the extension of the pages that were looked at in frames. */
  const untouched = new Map<string, string>();

  beforeAll(async () => {
    const framed = pages.filter(isSameInFrame);
    const frames = framed.map(({ file }) => `<iframe src="/${file}"></iframe>`).join('');
    const style = 'iframe { position: fixed; inset: 0; width: 100%; height: 100% }';
    site = await serve({ '/favicon.ico': '', '/frames': `<!doctype html><style>${style}</style>${frames}` });
    for (const { file, body, type, headers } of pages) {
      site.pages.set(`/${file}`, { body, ...(type && { type }), ...(headers && { headers }) });
    }
    bare = await sharedBrowser(name, 'none');
    session = await sharedBrowser(name);
    control = await session.control();
    // All in one page: each would be a page opened in a second browser only to see that nothing happens to it.
    const { page, errors } = await visit(bare, 'frames');
    await rest(page, { marks: [], calm: usualCalm });
    for (const frame of page.mainFrame().childFrames()) {
      const { file, done } = framed.find((one) => frame.url() === `${site.origin}/${one.file}`)!;
      if (done) await found(`${file}: ${done}`, () => frame.evaluate(done) as Promise<boolean>);
      untouched.set(file, await treeOf(isolated(frame)));
    }
    expect(untouched.size).toBe(framed.length);
    expect(errors).toEqual([]);
    await page.close();
  });

  afterEach(async () => {
    for (const page of opened.splice(0)) await page.close();
  });

  afterAll(async () => {
    await session?.close();
    await bare?.close();
    await site?.close();
  });

  /** A page in a browser, with the errors that it shows in its console. */
  async function visit(where: Session, file: string): Promise<{ page: Page; errors: string[] }> {
    const page = await where.tab();
    opened.push(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`${site.origin}/${file}`, { waitUntil: 'load' });
    return { page, errors };
  }

  async function visitAlone(file: string, wanted: Expected): Promise<{ tree: string; errors: string[] }> {
    const { page, errors } = await visit(bare, file);
    await rest(page, wanted);
    if (wanted.before) await page.evaluate(wanted.before);
    return { tree: await treeOf(isolated(page)), errors };
  }

  test.each(pages)('$file', async ({ file, body: _body, type: _type, ...usual }) => {
    const wanted = { ...usual, ...usual.in?.[name] };
    // The same page without the extension, at the same time in a browser of its own.
    const framed = untouched.get(file);
    const withoutUs = framed === undefined ? visitAlone(file, wanted) : { tree: framed, errors: [] };
    const { page, errors } = await visit(session, file);
    const world = isolated(page);
    if (wanted.click) await page.click(wanted.click);
    await rest(page, wanted);
    const view = page.mainFrame();
    if (wanted.before) await page.evaluate(wanted.before);
    await expectMarks(view, wanted.marks, wanted.slow ? 2 * patience : patience);

    if (wanted.frames) {
      const inside = async () => {
        const all = await Promise.all(
          page
            .frames()
            .slice(1)
            .map((frame) => marksOn(frame)),
        );
        return JSON.stringify(all.filter((marks) => marks.length)) === JSON.stringify(wanted.frames);
      };
      await found(`the marks ${JSON.stringify(wanted.frames)} in frames`, inside);
    }
    if (wanted.far) {
      const seen = () =>
        view.evaluate(() => {
          const far = document.querySelector('#far');
          if (far) far.scrollIntoView({ block: 'center' });
          else scrollTo(0, document.documentElement.scrollHeight);
          return far !== null;
        });
      await found('the far end', seen);
      await found(`the marks ${wanted.far} at the far end`, async () => {
        const marks = await marksOn(view);
        return wanted.far!.every((mark) => marks.includes(mark));
      });
      await view.evaluate(() => scrollTo(0, 0));
    }

    const hosts = wanted.hosts ?? 0;
    const hover = wanted.hover ?? wanted.marks[0];
    if (wanted.card !== false && hover) {
      await inFront(page);
      // Marks are there a moment before the page listens for the pointer, and some pages put others in their place: it has to move again.
      await until(async () => {
        const { x, y } = await found(`the mark "${hover}"`, () => placeOf(view, hover));
        await page.mouse.move(x - 3, y);
        await page.mouse.move(x, y);
        await found(`a card for "${hover}"`, async () => (await hostsOn(world)) === hosts + 1, 5000);
      });
      for (let i = wanted.escapes?.[name] ?? 1; i > 0; i--) {
        await page.keyboard.press('Escape');
        // The browser keeps every Escape to itself until full screen has been left.
        if (i > 1) await found('no full screen', () => world.evaluate(() => document.fullscreenElement === null));
      }
      await found('no card after Escape', async () => (await hostsOn(world)) === hosts);
    }
    if (wanted.follow) {
      await page.click(wanted.follow);
      await found('the fragment of the link in the address', async () => page.url().includes('#'));
    }
    if (wanted.check) await found(wanted.check, () => page.evaluate(wanted.check!));
    if (wanted.path) await expect.poll(() => new URL(page.url()).pathname).toBe(wanted.path);
    if (wanted.capped) expect(await pageReport(control, page.url())).toMatchObject({ capped: wanted.capped });
    if (wanted.state) {
      const state = async () => (await askPage(control, page.url(), 'page/report', {}))?.state;
      await found(`the state ${wanted.state}`, async () => (await state()) === wanted.state);
    }
    if (wanted.styled) {
      const rules = () =>
        view.evaluate(() =>
          document.adoptedStyleSheets.some((sheet) =>
            [...sheet.cssRules].some(({ cssText }) => cssText.includes('::highlight')),
          ),
        );
      await found('the lines’ style sheet', rules);
    }

    if (wanted.contrast) await expect.poll(() => contrastOf(view)).toBeGreaterThan(3);

    const alone = await withoutUs;
    if (!wanted.moving && !wanted.far) expect(await treeOf(world)).toBe(alone.tree);
    // Browsers tell of them in their own time.
    await expect.poll(() => errors.toSorted()).toEqual(alone.errors.toSorted());
  });
});
