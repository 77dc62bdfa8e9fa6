/** The ways to open a card, and that none of them takes anything from the page. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../support/harness.ts';
import { setup } from './data.ts';
import {
  beforeTimers,
  type Cards,
  clickOn,
  drawn,
  gone,
  inSight,
  isShown,
  letTimersRun,
  logged,
  middle,
  moveTo,
  openAll,
  openByKey,
  press,
  shown,
  startCards,
} from './open.ts';
import type { Setup } from './page.ts';
import { violations } from './violations.ts';

const opening = (open: 'hover' | 'modifier' | 'click'): Partial<Setup> => ({
  config: { ...setup().config, settings: { open, dwell: 50, theme: 'light' } },
});

/** A pen, moved or pressed on a mark. Puppeteer has none; Chromium's protocol below it has. */
async function pen(page: Page, mark: string, press = false) {
  const { x, y } = await middle(page, mark);
  const client = await page.createCDPSession();
  const event = { x, y, pointerType: 'pen', button: press ? 'left' : 'none', clickCount: press ? 1 : 0 } as const;
  await client.send('Input.dispatchMouseEvent', { ...event, type: press ? 'mousePressed' : 'mouseMoved' });
  await client.detach();
}

describe.each(browserNames)('opening in %s', (name) => {
  let cards: Cards;
  beforeAll(async () => {
    cards = await startCards(name, {
      viewport: { width: 800, height: 700, hasTouch: true },
      // Where Firefox has no touch screen, its pointer is coarse when it is told so.
      preferences: { 'ui.primaryPointerCapabilities': 1, 'ui.allPointerCapabilities': 1 },
    });
  });
  afterAll(() => cards?.close());

  test('a tap on a mark opens its card as a sheet at the bottom; a tap elsewhere closes it', async () => {
    const page = await cards.open();
    const { x, y } = await middle(page, 'everest');
    await page.touchscreen.tap(x, y);
    await shown(page);
    const { left, right, bottom, view } = await page.evaluate(() => globalThis.CardPage.box());
    expect({ left, right, bottom }).toEqual({ left: 0, right: view.width, bottom: view.height });
    await page.touchscreen.tap(400, 20);
    await gone(page);
    await page.close();
  });

  test('axe finds nothing in the sheet of a tap, nor in what a tapped number shows', async () => {
    const page = await cards.open();
    const { x, y } = await middle(page, 'everest');
    await page.touchscreen.tap(x, y);
    await shown(page);
    await inSight(page, '.statements li:nth-child(1) .cites button');
    const number = await page.evaluate(() => globalThis.CardPage.box('.statements li:nth-child(1) .cites button'));
    await page.touchscreen.tap(number.left + number.width / 2, number.top + number.height / 2);
    await page.waitForFunction(() => globalThis.CardPage.query('.passage'));
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('a finger finds 44 px of each source number and button, the undo of a mute among them', async () => {
    const page = await cards.open();
    const pressed = () =>
      page.evaluate(() =>
        // Links within sentences are as high as their line, as WCAG 2.5.8 has it.
        [...globalThis.CardPage.shadow().querySelectorAll('button:not(.link), summary, .actions a')]
          .filter((element) => element.checkVisibility())
          .map((element) => [element.textContent, element.getBoundingClientRect()] as const)
          .map(([words, { width, height }]) => ({ words, width, height })),
      );
    const small = (found: Awaited<ReturnType<typeof pressed>>) =>
      found.filter(({ width, height }) => width < 44 || height < 44);
    await openByKey(page, 'figure');
    await openAll(page);
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
    expect(small(await pressed())).toEqual([]);
    await press(page, '.actions button');
    await inSight(page, '.undo');
    const after = await pressed();
    expect(after.map(({ words }) => words)).toContain('Undo');
    expect(small(after)).toEqual([]);
    await page.close();
  });

  test('a finger copies a sentence with its source, and what a page presses copies and shows nothing', async () => {
    const page = await cards.open();
    await page.evaluate(() => {
      globalThis.seen = [];
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => globalThis.seen.push(text) },
      });
    });
    await openByKey(page, 'everest');
    const tap = async (selector: string) => {
      // A browser makes a click of a tap in its own time.
      await inSight(page, selector);
      await page.evaluate(
        (wanted) => globalThis.CardPage.query(wanted)!.scrollIntoView({ block: 'center', behavior: 'instant' }),
        selector,
      );
      const { left, top, width, height } = await page.evaluate((wanted) => globalThis.CardPage.box(wanted), selector);
      await page.touchscreen.tap(left + width / 2, top + height / 2);
    };
    await tap('.statements .cites button');
    await tap('.passage .copy summary');
    await tap('.dispute:last-of-type > summary');
    await tap('.dispute:last-of-type > .copy summary');
    await page.waitForFunction(() => globalThis.CardPage.query('.dispute:last-of-type > .copy button'));
    const pressed = await page.evaluate(() => {
      const buttons = [...globalThis.CardPage.shadow().querySelectorAll<HTMLElement>('.copy button')];
      for (const button of buttons) button.click();
      return buttons.map(({ textContent }) => textContent);
    });
    expect(pressed).toEqual([
      ...['Text', 'Markdown', 'Picture'],
      ...['Text', 'RIS', 'BibTeX', 'Wikipedia', 'Markdown', 'CSL-JSON'],
    ]);
    await letTimersRun(page);
    expect(await page.evaluate(() => globalThis.seen)).toEqual([]);
    await tap('.passage .copy button');
    await page.waitForFunction(() => globalThis.CardPage.query('[role=status]')?.textContent === 'Copied');
    await tap('.dispute:last-of-type > .copy button:last-child');
    await page.waitForFunction(() => globalThis.CardPage.log.some((line) => line.startsWith('picture')));
    expect(await page.evaluate(() => globalThis.seen)).toEqual([
      'text of It stands in the Mahalangur range of the Himalayas. for mount-everest',
    ]);
    expect((await logged(page)).filter((line) => line.startsWith('picture'))).toEqual([
      'picture mount-everest everest-name Whose name should the mountain have?',
    ]);
    await page.close();
  });

  test('a tap on a marked link follows the link; a long press opens its card', async () => {
    const page = await cards.open();
    const { x, y } = await middle(page, 'everest-link');
    await page.touchscreen.tap(x, y);
    await page.waitForFunction(() => location.hash === '#there');
    await letTimersRun(page);
    expect(await isShown(page)).toBe(false);
    await page.evaluate(() => {
      location.hash = '';
      scrollTo(0, 0);
    });
    // The event of this scroll, which comes with the next frame, would end a press that has begun.
    await drawn(page);
    const at = await middle(page, 'everest-link');
    const finger = await page.touchscreen.touchStart(at.x, at.y);
    await shown(page);
    await finger.end();
    expect(await isShown(page)).toBe(true);
    await page.close();
  });

  test('a finger that scrolls opens nothing', async () => {
    const page = await cards.open();
    const { x, y } = await middle(page, 'everest-link');
    await beforeTimers(page, async () => {
      const finger = await page.touchscreen.touchStart(x, y);
      await finger.move(x, y - 60);
      await finger.move(x, y - 160);
      await finger.end();
    });
    await letTimersRun(page);
    expect(await isShown(page)).toBe(false);
    await page.close();
  });

  // Firefox answers "Unimplemented pointerMove for pointerType pen".
  test.runIf(name === 'chromium')('a pen that hovers is a pointer like a mouse; one that draws is not', async () => {
    const page = await cards.open();
    await pen(page, 'nepal');
    await shown(page);
    await page.evaluate(() => globalThis.CardPage.close());
    await pen(page, 'everest', true);
    await pen(page, 'everest');
    await letTimersRun(page);
    expect(await isShown(page)).toBe(false);
    await page.close();
  });

  test('with the Alt key wanted, rest alone opens nothing, Alt opens the mark that the pointer is already on', async () => {
    const page = await cards.open(opening('modifier'));
    await moveTo(page, 'nepal');
    await letTimersRun(page);
    expect(await isShown(page)).toBe(false);
    await page.keyboard.down('Alt');
    await shown(page);
    await page.keyboard.up('Alt');
    expect(await isShown(page)).toBe(true);
    await page.close();
  });

  test('a name that is not painted opens its card only with the Alt key', async () => {
    const page = await cards.open({ quiet: ['nepal'] });
    await moveTo(page, 'nepal');
    await clickOn(page, 'nepal');
    await letTimersRun(page);
    expect(await isShown(page)).toBe(false);
    await page.keyboard.down('Alt');
    await shown(page);
    await page.keyboard.up('Alt');
    await page.close();
  });

  test('in click mode rest opens nothing, a click does', async () => {
    const page = await cards.open(opening('click'));
    await moveTo(page, 'nepal');
    await letTimersRun(page);
    expect(await isShown(page)).toBe(false);
    await clickOn(page, 'nepal');
    await shown(page);
    await page.close();
  });

  test('a click that the page has used, or that selects, opens nothing', async () => {
    const page = await cards.open(opening('click'));
    await page.evaluate(() => {
      document.querySelector('#one')!.addEventListener('click', (event) => event.preventDefault());
    });
    await clickOn(page, 'nepal');
    await letTimersRun(page);
    expect(await isShown(page)).toBe(false);
    const { x, y } = await middle(page, 'epithet');
    await page.mouse.click(x, y, { count: 2 });
    await letTimersRun(page);
    expect(await page.evaluate(() => String(getSelection()).trim())).toMatch(/^\w+$/);
    expect(await isShown(page)).toBe(false);
    await page.close();
  });

  test('the keys of the page are its own while a card is open, and keys in the card are not the page’s', async () => {
    const page = await cards.open();
    await page.evaluate(() => {
      globalThis.seen = [];
      document.addEventListener('keydown', (event) => globalThis.seen.push(event.key));
      document.addEventListener('focusin', (event) => globalThis.seen.push((event.target as Element).localName));
      document.addEventListener('click', (event) => globalThis.seen.push((event.target as Element).localName));
    });
    await moveTo(page, 'everest');
    await shown(page);
    await page.keyboard.press('j');
    expect(await page.evaluate(() => globalThis.seen)).toEqual(['j']);
    await openByKey(page, 'everest');
    await page.keyboard.press('k');
    // Past the button that keeps the card to the one that closes it.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await gone(page);
    expect(await page.evaluate(() => globalThis.seen)).toEqual(['j']);
    await page.close();
  });

  test('the wheel over the card scrolls the card and not the page', async () => {
    const page = await cards.open();
    await openByKey(page, 'figure');
    const { left, top, width, height } = await page.evaluate(() => globalThis.CardPage.box('.body'));
    await page.mouse.move(left + width / 2, top + height / 2);
    await drawn(page);
    await page.mouse.wheel({ deltaY: 120 });
    await page.waitForFunction(() => globalThis.CardPage.query('.body')!.scrollTop > 0);
    await page.mouse.wheel({ deltaY: 5000 });
    await page.mouse.wheel({ deltaY: 5000 });
    await letTimersRun(page);
    const { scrolled, style } = await page.evaluate(() => ({
      scrolled: scrollY,
      style: getComputedStyle(globalThis.CardPage.query('.body')!).overscrollBehaviorY,
    }));
    // Wheel events of Firefox's automation do not go through the compositor, which is where it holds a scroll in its box.
    if (name === 'firefox') expect(style).toBe('contain');
    else expect(scrolled).toBe(0);
    await page.close();
  });

  test('a scroll of the page lets a hovering card go, and a pinned one follows its mark', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    const before = await page.evaluate(() => globalThis.CardPage.box().top);
    await page.evaluate(() => scrollBy(0, 40));
    await page.waitForFunction((top) => Math.abs(globalThis.CardPage.box().top - (top - 40)) < 2, {}, before);
    await page.evaluate(() => globalThis.CardPage.close());
    await moveTo(page, 'nepal');
    await shown(page);
    await page.evaluate(() => scrollBy(0, 30));
    await gone(page);
    await page.close();
  });
});
