/** Marks and card in the ways in which a reader has the browser show pages: forced colours, page zoom. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames, inClosedShadow, type Session, type Site, serve, sharedBrowser } from '../support/harness.ts';
import { expectMarks } from '../support/marks.ts';
import { host, openCard } from '../support/real-card.ts';
import { until } from '../support/until.ts';

const article = `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
<style>body { background: #fdf6e3; color: #666; font: 18px/1.6 serif } p { margin-block: 3em }</style>
<p>Ebrahim Raisi was elected in 2021.</p><p>The People's Mojahedin Organization of Iran answered.</p><p>Maryam Rajavi spoke in Paris.</p>`;
const marks = ['Ebrahim Raisi', "People's Mojahedin Organization of Iran", 'Maryam Rajavi'];

/** Style of the underline of a mark, and its contrast to the ground (WCAG 2.2, relative luminance). */
function underline(page: Page, words: string) {
  return page.evaluate((wanted) => {
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
    for (const [name, layer] of CSS.highlights as unknown as Map<string, Highlight & Iterable<StaticRange>>) {
      for (const { startContainer, startOffset, endOffset } of layer) {
        if ((startContainer as Text).data.slice(startOffset, endOffset) !== wanted) continue;
        const style = getComputedStyle(startContainer.parentElement!, `::highlight(${name})`);
        const line = luminance(style.textDecorationColor);
        const ground = luminance(getComputedStyle(document.body).backgroundColor);
        const contrast = (Math.max(line, ground) + 0.05) / (Math.min(line, ground) + 0.05);
        return { line: style.textDecorationLine, style: style.textDecorationStyle, contrast };
      }
    }
    throw new Error(`Expected a mark "${wanted}" and found none.`);
  }, words);
}

describe.each(browserNames)('with forced colours in %s', (name) => {
  let session: Session;
  let site: Site;
  beforeAll(async () => {
    site = await serve({ '/favicon.ico': '', '/a.html': article });
    session = await sharedBrowser(name, 'e2e', { 'browser.display.document_color_use': 2 });
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  async function open(): Promise<Page> {
    // A tab of its own: what is emulated in it would stay.
    const page = await session.browser.newPage();
    await page.goto(`${site.origin}/a.html`);
    if (name === 'chromium') {
      const client = await page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    }
    await page.waitForFunction(() => matchMedia('(forced-colors: active)').matches);
    await expectMarks(page, marks);
    return page;
  }

  test('the lines stay, differ by category, and stand out from the ground', async () => {
    const page = await open();
    const disputed = await underline(page, marks[0]!);
    const known = await underline(page, marks[2]!);
    expect([disputed.line, known.line]).toEqual(['underline', 'underline']);
    expect(disputed.style).not.toBe(known.style);
    expect(Math.min(disputed.contrast, known.contrast)).toBeGreaterThan(3);
    await page.close();
  });

  test('the card has an edge, and its words the colours of the system', async () => {
    const page = await open();
    await openCard(page, marks[0]!);
    const seen = await inClosedShadow(page, (root) => {
      const card = root.querySelector('.card')!;
      const swatch = document.createElement('i');
      root.append(swatch);
      swatch.style.color = 'CanvasText';
      const text = getComputedStyle(swatch).color;
      swatch.style.color = 'Canvas';
      const ground = getComputedStyle(swatch).color;
      swatch.remove();
      const { borderTopStyle, borderTopWidth, backgroundColor } = getComputedStyle(card);
      const heading = getComputedStyle(root.querySelector('h2')!).color;
      return { edge: [borderTopStyle, borderTopWidth], same: [heading === text, backgroundColor === ground] };
    });
    expect(seen).toEqual({ edge: ['solid', '2px'], same: [true, true] });
    await page.close();
  });
});

describe.each(browserNames)('zoomed to twice the size in %s', (name) => {
  let session: Session;
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    site = await serve({ '/favicon.ico': '', '/a.html': article });
    session = await sharedBrowser(name);
    page = await session.open(`${site.origin}/a.html`);
  });
  afterAll(async () => {
    // Browsers keep it for the site, which for Chromium is every port of this machine.
    if (page) await zoom(1);
    await session?.close();
    await site?.close();
  });

  async function zoom(factor: number): Promise<void> {
    const control = await session.control();
    await control.evaluate(
      async (url, wanted) => {
        // biome-ignore lint/suspicious/noExplicitAny: the browser's own object, untyped in a function that is sent as text
        const { tabs } = (globalThis as any).browser ?? (globalThis as any).chrome;
        const tab = (await tabs.query({})).find((one: { url?: string }) => one.url === url);
        await tabs.setZoom(tab.id, wanted);
      },
      page.url(),
      factor,
    );
  }

  test('a mark answers where it is seen, and its card is wholly in the window', async () => {
    const before = await page.evaluate(() => innerWidth);
    await zoom(2);
    await page.waitForFunction((width) => innerWidth < width * 0.6, {}, before);
    await expectMarks(page, marks);
    const { x, y } = await openCard(page, marks[2]!);
    const look = () =>
      inClosedShadow(page, (root) => {
        const { left, top, right, bottom } = root.querySelector('.card')!.getBoundingClientRect();
        return { left, top, right, bottom, width: innerWidth, height: innerHeight };
      });
    // What a zoom changes comes in its own time.
    await until(async () => {
      const box = await look();
      if (!box) throw new Error(`Expected a card in ${host} and found none.`);
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(box.width);
      expect(box.bottom).toBeLessThanOrEqual(box.height);
      // The mark is not under its card.
      expect(y < box.top || y > box.bottom || x < box.left || x > box.right).toBe(true);
    });
  });
});
