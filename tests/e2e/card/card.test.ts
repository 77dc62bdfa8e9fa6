import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../support/harness.ts';
import { setup } from './data.ts';
import {
  article,
  beforeTimers,
  type Cards,
  cardText,
  clickOn,
  gone,
  isShown,
  letTimersRun,
  middle,
  moveTo,
  openAll,
  openByKey,
  press,
  shown,
  startCards,
} from './open.ts';

const markup = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

describe.each(browserNames)('the card in %s', (name) => {
  let cards: Cards;
  beforeAll(async () => {
    cards = await startCards(name);
  });
  afterAll(() => cards?.close());

  test('rest on a mark opens its card beside it, leaving closes it, and the page is unchanged', async () => {
    const page = await cards.open();
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
    const page = await cards.open();
    await moveTo(page, 'everest');
    await shown(page);
    const { left, top } = await page.evaluate(() => globalThis.CardPage.box('h2'));
    await beforeTimers(page, () => page.mouse.move(left + 5, top + 5, { steps: 12 }));
    await page.mouse.down();
    await page.mouse.up();
    await page.mouse.move(5, 5);
    // The press pinned it: without that the grace would close it, or the other mark would open.
    await moveTo(page, 'nepal');
    await letTimersRun(page);
    expect(await cardText(page)).toContain('Mount Everest');
    await page.close();
  });

  test('Escape closes the card from anywhere and the page never sees the key', async () => {
    const page = await cards.open();
    await page.evaluate(() => {
      globalThis.seen = [];
      for (const type of ['keydown', 'keyup']) {
        window.addEventListener(type, (event) => globalThis.seen.push(`${type} ${(event as KeyboardEvent).key}`), true);
      }
    });
    await openByKey(page, 'everest');
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await page.evaluate(() => globalThis.seen)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => globalThis.seen)).toEqual(['keydown Escape', 'keyup Escape']);
    await page.close();
  });

  test('opened by command the focus moves in without a scroll, and returns when the card is closed', async () => {
    const page = await cards.open();
    await page.focus('#button');
    const scroll = await page.evaluate(() => scrollY);
    await openByKey(page, 'everest');
    expect(await page.evaluate(() => globalThis.CardPage.focused())).toContain('card');
    expect(await page.evaluate(() => scrollY)).toBe(scroll);
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('button');
    await page.close();
  });

  test('opened by the pointer the focus stays in the page', async () => {
    const page = await cards.open();
    await page.focus('#button');
    await moveTo(page, 'everest');
    await shown(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('button');
    await page.close();
  });

  test('every source is a link that opens beside the page and tells nothing of it', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    await openAll(page);
    await press(page, '.statements > li:nth-child(2) .cites button');
    const links = await page.evaluate(() =>
      [...globalThis.CardPage.shadow().querySelectorAll('a')].map(({ href, target, rel }) => ({ href, target, rel })),
    );
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(link).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' });
    expect(links.map(({ href }) => href)).toContain('https://example.org/china#:~:text=over%20the%20top');
    await page.close();
  });

  test('a marked link is still a link, and its click opens no card', async () => {
    const page = await cards.open();
    await clickOn(page, 'everest-link');
    await page.waitForFunction(() => location.hash === '#there');
    await letTimersRun(page);
    expect(await isShown(page)).toBe(false);
    await page.close();
  });

  test('a click on a mark opens its card at once, a second one closes it', async () => {
    const page = await cards.open({
      config: { ...setup().config, settings: { open: 'click', dwell: 50, theme: 'light' } },
    });
    const { x, y } = await middle(page, 'nepal');
    await page.mouse.click(x, y);
    await shown(page);
    expect(await cardText(page)).toContain('This pack has only the name.');
    await page.mouse.click(x, y);
    await gone(page);
    await page.close();
  });

  test('text is selected across marks and nothing opens', async () => {
    const page = await cards.open();
    const from = await middle(page, 'everest');
    const to = await middle(page, 'nepal');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    // A hand does not hold still after it let go.
    await page.mouse.move(to.x + 1, to.y);
    expect(await page.evaluate(() => String(getSelection()))).toContain('in ');
    await letTimersRun(page);
    expect(await isShown(page)).toBe(false);
    await page.close();
  });

  test('in a modal dialog the card is in the dialog, so it can be used', async () => {
    const page = await cards.open();
    await page.evaluate(() => (document.querySelector('dialog') as HTMLDialogElement).showModal());
    await openByKey(page, 'dialog');
    expect(await page.evaluate(() => globalThis.CardPage.host()!.parentElement?.id)).toBe('dialog');
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
    const page = await cards.open();
    await openByKey(page, 'everest');
    await page.evaluate(() => globalThis.CardPage.host()!.remove());
    await shown(page);
    await page.evaluate(() => globalThis.CardPage.host()!.hidePopover());
    await shown(page);
    const rounds = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let count = 0;
          const host = globalThis.CardPage.host()!;
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
      div[popover=manual] { transform: scale(3) !important; opacity: 0 !important; inset: 400px !important; font-size: 50px !important }</style><h1>`,
    );
    const plain = await cards.open();
    await openByKey(plain, 'everest');
    const { width } = await plain.evaluate(() => globalThis.CardPage.box());
    const page = await cards.open({}, hostile);
    await openByKey(page, 'everest');
    expect((await page.evaluate(() => globalThis.CardPage.box())).width).toBe(width);
    const style = await page.evaluate(() => {
      const { opacity, transform } = getComputedStyle(globalThis.CardPage.host()!);
      return { opacity, transform, color: getComputedStyle(globalThis.CardPage.query('h2')!).color };
    });
    expect(style).toEqual({ opacity: '1', transform: 'none', color: 'rgb(27, 29, 33)' });
    await plain.close();
    await page.close();
  });

  test('a related entity opens in place, with a way back', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    await press(page, '.more');
    await press(page, '.names .link');
    await page.waitForFunction(() => globalThis.CardPage.query('h2')?.textContent === 'Nepal');
    await press(page, '.back');
    await page.waitForFunction(() => globalThis.CardPage.query('h2')?.textContent === 'Mount Everest');
    expect(await page.evaluate(() => globalThis.CardPage.query('.back'))).toBe(null);
    await page.close();
  });

  test('a card is kept while others open and close beside it, and Escape ends it last', async () => {
    const page = await cards.open();
    await page.evaluate(() => {
      globalThis.seen = [];
      document.addEventListener('click', () => globalThis.seen.push('click'));
    });
    const cardsShown = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('div[popover=manual]')].map(({ shadowRoot }) => {
          const { left, right } = shadowRoot!.querySelector('.card')!.getBoundingClientRect();
          const name = shadowRoot!.querySelector('h2 [data-t]')!.getAttribute('data-t');
          return { name, left, right };
        }),
      );
    await openByKey(page, 'everest');
    await press(page, '.more');
    await press(page, '.keep');
    await moveTo(page, 'nepal');
    await page.waitForFunction(() => document.querySelectorAll('div[popover=manual]').length === 2);
    const [first, second] = await cardsShown();
    expect([first!.name, second!.name]).toEqual(['Mount Everest', 'Nepal']);
    expect(second!.right).toBeLessThanOrEqual(first!.left);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('div[popover=manual]').length === 1);
    // A name in the card that is kept opens beside it.
    const at = await page.evaluate(() => {
      const kept = document.querySelector('div[popover=manual]')!.shadowRoot!;
      const link = kept.querySelector('.names .link')!;
      link.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { x, y, width, height } = link.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.click(at.x, at.y);
    await page.waitForFunction(() => document.querySelectorAll('div[popover=manual]').length === 2);
    expect((await cardsShown()).map((one) => one.name)).toEqual(['Mount Everest', 'Nepal']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await gone(page);
    // A phone has no room for two.
    await page.setViewport({ width: 390, height: 700 });
    await page.waitForFunction(() => innerWidth === 390, { polling: 50 });
    await openByKey(page, 'everest');
    await page.waitForFunction(() => globalThis.CardPage.box('.keep').width === 0, { polling: 50 });
    expect(await page.evaluate(() => globalThis.seen)).toEqual([]);
    await page.close();
  });

  test('in a frame of 300 by 120 the card shows a name and what it is', async () => {
    const page = await cards.open(
      {},
      `<!doctype html><iframe width=300 height=120 srcdoc="<!doctype html><body style='margin:6px;font:15px sans-serif'>
        <p style='margin:0'>Read also: up <span data-mark=everest>Mount Everest</span></p><p>And more.</p>"></iframe>`,
    );
    const frame = page.frames()[1]!;
    await frame.addScriptTag({ url: `${cards.site.origin}/card.js` });
    await frame.evaluate((given) => globalThis.CardPage.start(given), setup());
    await frame.hover('[data-mark]');
    await frame.waitForFunction(() => globalThis.CardPage.isShown(), { polling: 50 });
    const [card, body, name, description] = await frame.evaluate(() =>
      ['.card', '.body', 'h2', '.description'].map((part) => globalThis.CardPage.box(part)),
    );
    expect(card!.top).toBeGreaterThanOrEqual(0);
    expect(card!.bottom).toBeLessThanOrEqual(120);
    expect(name!.top).toBeGreaterThanOrEqual(body!.top);
    // A line of it at least.
    expect(description!.top + 18).toBeLessThanOrEqual(body!.bottom);
    await page.close();
  });

  test('another mark opens its own card in place of the first, by pointer and by command', async () => {
    const page = await cards.open();
    await moveTo(page, 'everest');
    await shown(page);
    await moveTo(page, 'nepal');
    await page.waitForFunction(() => globalThis.CardPage.query('h2')?.textContent === 'Nepal');
    await page.focus('#button');
    await openByKey(page, 'everest');
    await page.waitForFunction(() => globalThis.CardPage.query('h2')?.textContent === 'Mount Everest');
    await openByKey(page, 'nepal');
    await page.waitForFunction(() => globalThis.CardPage.query('h2')?.textContent === 'Nepal');
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('button');
    await page.close();
  });

  test('an entry that is gone and a worker that is gone are both told', async () => {
    const page = await cards.open();
    await openByKey(page, 'gone');
    expect(await cardText(page)).toContain('no longer in any pack');
    await page.close();
    const lost = await cards.open({ unreachable: true });
    await moveTo(lost, 'everest');
    await shown(lost);
    expect(await cardText(lost)).toContain('Reload the page');
    await lost.close();
  });

  test('where what shows a card cannot be loaded nothing is shown, and the next rest tries again', async () => {
    const page = await cards.open({ viewersLost: 3 });
    // Asked for when the rest begins, half way through it, and when it is over.
    await moveTo(page, 'everest');
    await letTimersRun(page);
    expect(await page.evaluate(() => globalThis.CardPage.host())).toBe(null);
    await page.mouse.move(5, 5);
    await moveTo(page, 'nepal');
    await shown(page);
    expect(await cardText(page)).toContain('Nepal');
    await page.close();
  });

  test('where there is no canvas to ready its fonts with, a card opens all the same', async () => {
    const page = await cards.open();
    await page.evaluate(() => Object.assign(globalThis, { OffscreenCanvas: undefined }));
    await moveTo(page, 'everest');
    await shown(page);
    await page.close();
  });

  test('the shadow root is closed to the page', async () => {
    const page = await cards.open({ closed: true });
    await openByKey(page, 'everest');
    expect(await page.evaluate(() => globalThis.CardPage.host()!.shadowRoot)).toBe(null);
    await page.close();
  });
});
