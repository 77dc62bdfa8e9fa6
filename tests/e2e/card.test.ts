import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setup } from './card-data.ts';
import type { Setup } from './card-page.ts';
import { browserNames, bundleForPage, type Session, type Site, serve, startBrowser } from './harness.ts';

declare global {
  var CardPage: typeof import('./card-page.ts');
  /** What the page saw. */
  var seen: string[];
}

const article = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mountains</title>
<style>body { font: 18px/1.5 serif; margin: 60px } [data-mark] { text-decoration: underline } .far { margin-top: 2000px }</style>
<h1>News of mountains</h1>
<p id="one">Snow fell on <span data-mark="everest">Mount Everest</span> in <span data-mark="nepal">Nepal</span> today.</p>
<p>They call it the <span data-mark="epithet">Roof of the World</span>, <span data-mark="figure">8,844 metres</span> high,
since the <span data-mark="ascent">first ascent</span>. See <a href="#there" data-mark="everest-link">Everest</a>.</p>
<button id="button">A button</button>
<dialog id="dialog"><p>In a dialog: <span data-mark="dialog">Everest</span></p></dialog>
<p class="far" id="there">The end, and <span data-mark="gone">Nobody</span></p>`;

describe.each(browserNames)('the card in %s', (name) => {
  let session: Session;
  let site: Site;

  beforeAll(async () => {
    const script = await bundleForPage('tests/e2e/card-page.ts', 'CardPage');
    site = await serve({ '/card.js': { body: script, type: 'text/javascript' }, '/': article });
    session = await startBrowser(name, { build: 'none' });
  });
  afterAll(async () => {
    await session?.close();
    await site?.close();
  });

  const mentions = {
    ...setup().mentions,
    'everest-link': { entity: 'mount-everest' },
    dialog: { entity: 'mount-everest' },
  };

  async function openPage(more: Partial<Setup> = {}, html?: string): Promise<Page> {
    if (html) site.pages.set('/other', html);
    const page = await session.open(`${site.origin}${html ? '/other' : '/'}`);
    await page.addScriptTag({ url: '/card.js' });
    await page.evaluate((given) => globalThis.CardPage.start(given), setup({ mentions, ...more }));
    return page;
  }
  const shown = (page: Page) => page.waitForFunction(() => globalThis.CardPage.isShown());
  const gone = (page: Page) => page.waitForFunction(() => !globalThis.CardPage.host().isConnected);
  const cardText = (page: Page) => page.evaluate(() => globalThis.CardPage.text());
  const middle = (page: Page, mark: string) =>
    page.evaluate((selector) => {
      const rect = document.querySelector(selector)!.getBoundingClientRect();
      return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    }, `[data-mark="${mark}"]`);
  const moveTo = async (page: Page, mark: string) => {
    const { x, y } = await middle(page, mark);
    await page.mouse.move(x, y);
  };
  const markup = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

  test('rest on a mark opens its card beside it, leaving closes it, and the page is as it was', async () => {
    const page = await openPage();
    const before = await markup(page);
    await moveTo(page, 'everest');
    await shown(page);
    expect(await cardText(page)).toContain('Highest mountain above sea level');
    const { card, mark } = await page.evaluate(() => ({
      card: globalThis.CardPage.box(),
      mark: document.querySelector('[data-mark="everest"]')!.getBoundingClientRect().toJSON(),
    }));
    expect(card.top).toBeGreaterThanOrEqual(mark.bottom);
    expect(card.left).toBeCloseTo(mark.left + 6, -1);
    expect(card.right).toBeLessThanOrEqual(card.view.width);
    await page.mouse.move(5, 5);
    await gone(page);
    expect(await markup(page)).toBe(before);
    await page.close();
  });

  test('the pointer can move from the mark into the card and stay there', async () => {
    const page = await openPage();
    await moveTo(page, 'everest');
    await shown(page);
    const { left, top } = await page.evaluate(() => globalThis.CardPage.box('h2'));
    await page.mouse.move(left + 5, top + 5, { steps: 12 });
    await page.mouse.down();
    await page.mouse.up();
    await page.mouse.move(5, 5);
    // The press pinned it: a grace that ran out would have closed it before the next card could be asked for.
    await moveTo(page, 'nepal');
    expect(await cardText(page)).toContain('Mount Everest');
    await page.close();
  });

  test('Escape closes the card from anywhere and the page never sees the key', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      globalThis.seen = [];
      for (const type of ['keydown', 'keyup']) {
        window.addEventListener(type, (event) => globalThis.seen.push(`${type} ${(event as KeyboardEvent).key}`), true);
      }
    });
    await page.evaluate(() => globalThis.CardPage.open('everest'));
    await shown(page);
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await page.evaluate(() => globalThis.seen)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => globalThis.seen)).toEqual(['keydown Escape', 'keyup Escape']);
    await page.close();
  });

  test('opened by command the focus moves in without a scroll, and returns when the card is closed', async () => {
    const page = await openPage();
    await page.focus('#button');
    const scroll = await page.evaluate(() => scrollY);
    await page.evaluate(() => globalThis.CardPage.open('everest'));
    await shown(page);
    expect(await page.evaluate(() => globalThis.CardPage.focused())).toContain('card');
    expect(await page.evaluate(() => scrollY)).toBe(scroll);
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('button');
    await page.close();
  });

  test('opened by the pointer the focus stays in the page', async () => {
    const page = await openPage();
    await page.focus('#button');
    await moveTo(page, 'everest');
    await shown(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('button');
    await page.close();
  });

  test('every source is a link that opens beside the page and tells nothing of it', async () => {
    const page = await openPage();
    await page.evaluate(() => globalThis.CardPage.open('everest'));
    await shown(page);
    const links = await page.evaluate(() =>
      [...globalThis.CardPage.shadow().querySelectorAll('a')].map(({ href, target, rel }) => ({ href, target, rel })),
    );
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(link).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' });
    expect(links.map(({ href }) => href)).toContain('https://example.org/china#:~:text=over%20the%20top');
    await page.close();
  });

  test('a marked link is still a link, and its click opens no card', async () => {
    const page = await openPage();
    const { x, y } = await middle(page, 'everest-link');
    await page.mouse.click(x, y);
    await page.waitForFunction(() => location.hash === '#there');
    expect(await page.evaluate(() => globalThis.CardPage.isShown())).toBe(false);
    await page.close();
  });

  test('a click on a mark opens its card at once, a second one closes it', async () => {
    const page = await openPage({
      config: { ...setup().config, settings: { open: 'click', dwell: 50, theme: 'light' } },
    });
    const { x, y } = await middle(page, 'nepal');
    await page.mouse.click(x, y);
    await shown(page);
    expect(await cardText(page)).toContain('This pack holds the name and nothing else.');
    await page.mouse.click(x, y);
    await gone(page);
    await page.close();
  });

  test('text is selected across marks and nothing opens', async () => {
    const page = await openPage();
    const from = await middle(page, 'everest');
    const to = await middle(page, 'nepal');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()))).toContain('in ');
    expect(await page.evaluate(() => globalThis.CardPage.isShown())).toBe(false);
    await page.close();
  });

  test('in a modal dialog the card is in the dialog, so it can be used', async () => {
    const page = await openPage();
    await page.evaluate(() => (document.querySelector('dialog') as HTMLDialogElement).showModal());
    await page.evaluate(() => globalThis.CardPage.open('dialog'));
    await shown(page);
    expect(await page.evaluate(() => globalThis.CardPage.host().parentElement?.id)).toBe('dialog');
    const { left, top, width, height } = await page.evaluate(() => globalThis.CardPage.box('.more'));
    await page.evaluate(() => globalThis.CardPage.query('.more')!.scrollIntoView());
    const at = await page.evaluate(() => globalThis.CardPage.box('.more'));
    await page.mouse.click((at.left || left) + width / 2, (at.top || top) + height / 2);
    expect(await page.evaluate(() => globalThis.CardPage.query('.more')!.getAttribute('aria-expanded'))).toBe('true');
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await page.evaluate(() => (document.querySelector('dialog') as HTMLDialogElement).open)).toBe(true);
    await page.close();
  });

  test('a card that the page takes away comes back, and gives in to a page that never stops', async () => {
    const page = await openPage();
    await page.evaluate(() => globalThis.CardPage.open('everest'));
    await shown(page);
    await page.evaluate(() => globalThis.CardPage.host().remove());
    await shown(page);
    await page.evaluate(() => globalThis.CardPage.host().hidePopover());
    await shown(page);
    const rounds = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let count = 0;
          const host = globalThis.CardPage.host();
          const observer = new MutationObserver(() => {
            if (host.isConnected) {
              count++;
              host.remove();
            } else queueMicrotask(() => host.isConnected || setTimeout(() => host.isConnected || done(count), 50));
          });
          observer.observe(document.documentElement, { childList: true });
          host.remove();
        }),
    );
    expect(rounds).toBeLessThan(20);
    await page.close();
  });

  test('no style of the page reaches the card', async () => {
    const hostile = article.replace(
      '<h1>',
      `<style>* { display: none !important; color: red !important } html, body, p, span { display: block !important }
      sidelight-card { transform: scale(3) !important; opacity: 0 !important; inset: 400px !important; font-size: 50px !important }</style><h1>`,
    );
    const plain = await openPage();
    await plain.evaluate(() => globalThis.CardPage.open('everest'));
    await shown(plain);
    const { width } = await plain.evaluate(() => globalThis.CardPage.box());
    const page = await openPage({}, hostile);
    await page.evaluate(() => globalThis.CardPage.open('everest'));
    await shown(page);
    expect((await page.evaluate(() => globalThis.CardPage.box())).width).toBe(width);
    const style = await page.evaluate(() => {
      const { opacity, transform } = getComputedStyle(globalThis.CardPage.host());
      return { opacity, transform, color: getComputedStyle(globalThis.CardPage.query('h2')!).color };
    });
    expect(style).toEqual({ opacity: '1', transform: 'none', color: 'rgb(27, 29, 33)' });
    await plain.close();
    await page.close();
  });

  test('a related entity opens in place, with a way back', async () => {
    const page = await openPage();
    await page.evaluate(() => globalThis.CardPage.open('everest'));
    await shown(page);
    await page.evaluate(() => globalThis.CardPage.query('.more')!.click());
    await page.evaluate(() => globalThis.CardPage.query('.names .link')!.click());
    await page.waitForFunction(() => globalThis.CardPage.query('h2')?.textContent === 'Nepal');
    await page.evaluate(() => globalThis.CardPage.query('.back')!.click());
    await page.waitForFunction(() => globalThis.CardPage.query('h2')?.textContent === 'Mount Everest');
    expect(await page.evaluate(() => globalThis.CardPage.query('.back'))).toBe(null);
    await page.close();
  });

  test('an entry that is gone and a worker that is gone are both told', async () => {
    const page = await openPage();
    await page.evaluate(() => globalThis.CardPage.open('gone'));
    await shown(page);
    expect(await cardText(page)).toContain('no longer in any pack');
    await page.close();
    const lost = await openPage({ unreachable: true });
    await moveTo(lost, 'everest');
    await shown(lost);
    expect(await cardText(lost)).toContain('Reload the page');
    await lost.close();
  });

  test('the shadow root is closed to the page', async () => {
    const page = await openPage({ closed: true });
    await page.evaluate(() => globalThis.CardPage.open('everest'));
    await shown(page);
    expect(await page.evaluate(() => globalThis.CardPage.host().shadowRoot)).toBe(null);
    await page.close();
  });
});
