/** WCAG 2.2 AA: axe on every state of the card, and every function by keyboard alone. */
import type { Page, SerializedAXNode } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../support/harness.ts';
import { setup, translatedInto } from './data.ts';
import {
  beforeTimers,
  type Cards,
  cardText,
  clickOn,
  gone,
  isShown,
  letTimersRun,
  logged,
  middle,
  moveTo,
  openByKey,
  press,
  shown,
  startCards,
} from './open.ts';
import type { Setup } from './page.ts';
import { violations } from './violations.ts';

const config = setup().config;
const dark = { ...config, settings: { ...config.settings, theme: 'dark' as const } };
interface State {
  state: string;
  mark: string;
  setup?: Partial<Setup>;
  press?: string[];
  /** What is there when all was done that was asked for. */
  shows?: string;
  /** A mark whose card opens beside the first one, which is kept. */
  beside?: string;
  /** Looked at in each browser. What axe finds in the others is the same in all: it reads the tree and the computed styles. */
  each?: boolean;
}

const states: State[] = [
  { state: 'short', mark: 'everest' },
  { state: 'a dispute with its sides', mark: 'everest', press: ['details.dispute:last-of-type > summary'] },
  { state: 'a line of time', mark: 'everest', press: ['.life > summary'] },
  { state: 'the menu', mark: 'everest', press: ['.actions > summary'] },
  { state: 'what was done', mark: 'nepal', press: ['.actions > summary', '.actions button'], shows: '.undo' },
  { state: 'a card that is kept, and another beside it', mark: 'everest', press: ['.more', '.keep'], beside: 'figure' },
  {
    state: 'a pair in the dark, from right to left',
    each: true,
    mark: 'everest',
    setup: { config: { ...dark, language: 'ar', direction: 'rtl' } },
    press: ['.keep'],
    beside: 'nepal',
  },
  { state: 'dark', mark: 'everest', setup: { config: dark } },
  {
    state: 'everything open',
    each: true,
    mark: 'everest',
    press: ['.more', 'details.dispute:last-of-type > summary', '.life > summary', '.copy summary', '.actions summary'],
  },
  {
    state: 'everything open in the dark',
    each: true,
    mark: 'figure',
    setup: { config: dark },
    press: ['.more', '.plot > details > summary', '.copy summary', '.actions summary'],
  },
  {
    state: 'what sources say',
    mark: 'figure',
    press: [
      '.more',
      '.plot li:nth-child(2) summary',
      '.plot .cites button',
      '.statements li:nth-child(2) .cites button',
    ],
  },
  { state: 'a figure and its table', mark: 'figure', press: ['.plot > details > summary'] },
  { state: 'an event with a review overdue', mark: 'ascent', setup: { published: '2000-05-01' }, press: ['.more'] },
  { state: 'a loaded word', mark: 'epithet' },
  { state: 'a name and nothing else', mark: 'nepal' },
  { state: 'no entry', mark: 'gone' },
  { state: 'no worker', mark: 'everest', setup: { unreachable: true } },
  {
    state: 'right to left',
    mark: 'everest',
    setup: { config: { ...config, language: 'fa', direction: 'rtl' } },
    press: ['.more', '.statements li:nth-child(2) .cites button'],
  },
];

describe.each(browserNames)('access in %s', (name) => {
  let cards: Cards;
  beforeAll(async () => {
    cards = await startCards(name);
  });
  afterAll(() => cards?.close());

  const inThisBrowser = states.filter(({ each }) => each || name === 'chromium');
  test.each(inThisBrowser)('axe finds nothing in the state: $state', async (state) => {
    const page = await cards.open(state.setup);
    await openByKey(page, state.mark);
    for (const selector of state.press ?? []) await press(page, selector);
    if (state.shows) await page.waitForFunction((wanted) => globalThis.CardPage.query(wanted), {}, state.shows);
    if (state.beside) {
      await page.evaluate((mark) => globalThis.CardPage.open(mark), state.beside);
      await page.waitForFunction(() => document.querySelectorAll('div[popover=manual]').length === 2);
    }
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test.each(['fa', 'ar', 'fr', 'de', 'es'])(
    'nothing sticks out of a card in %s, no number is cut off, and axe finds nothing in it',
    async (language) => {
      const page = await cards.open(translatedInto(language));
      await openByKey(page, 'figure');
      await press(page, '.more');
      if (name === 'chromium') expect(await violations(page)).toEqual([]);
      const figures = await page.evaluate(() =>
        [...globalThis.CardPage.shadow().querySelectorAll('.strip .figure')].map(
          ({ textContent, scrollWidth, clientWidth }) => ({ textContent, cut: scrollWidth > clientWidth }),
        ),
      );
      expect(figures.length).toBeGreaterThan(3);
      expect(figures.filter(({ cut }) => cut)).toEqual([]);
      const { clientWidth, scrollWidth } = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = globalThis.CardPage.query('.body')!;
        return { clientWidth, scrollWidth };
      });
      expect(scrollWidth).toBe(clientWidth);
      await page.close();
    },
  );

  test.runIf(name === 'chromium')('axe finds nothing in an entity that was opened in place', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    await press(page, '.more');
    await press(page, '.names .link');
    await page.waitForFunction(() => globalThis.CardPage.query('.back'));
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  /** Presses Tab until `label` (accessible name or text) has the focus. */
  async function tabTo(page: Page, label: string | RegExp): Promise<void> {
    const seen: string[] = [];
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = globalThis.CardPage.shadow().activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
      if (typeof label === 'string' ? focused === label : label.test(focused)) return;
      seen.push(focused);
    }
    throw new Error(`Expected the focus to reach ${label}; it went through ${seen.join(' | ')}.`);
  }

  const undoFocused = (page: Page) =>
    page.waitForFunction(() => globalThis.CardPage.shadow().activeElement?.textContent === 'Undo');

  test('everything that the card can do is done by keyboard alone', async () => {
    const page = await cards.open();
    await page.evaluate(() => {
      globalThis.seen = [];
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => globalThis.seen.push(text) },
      });
    });
    await openByKey(page, 'everest');
    await tabTo(page, 'How high is Mount Everest?');
    await page.keyboard.press('Enter');
    await tabTo(page, /^State Bureau of Surveying/);
    await page.keyboard.press('Enter');
    expect(await cardText(page)).toContain('Chinese authority');
    await tabTo(page, 'As a table');
    await page.keyboard.press(' ');
    expect(await cardText(page)).toContain('How it was counted');
    await tabTo(page, 'More');
    await page.keyboard.press('Enter');
    expect(await cardText(page)).toContain('Also called');
    await tabTo(page, /^Source \d: china/);
    await page.keyboard.press('Enter');
    expect(await cardText(page)).toContain('over the top');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => globalThis.CardPage.shadow().activeElement?.textContent)).toBe('Report of china');
    await tabTo(page, 'Copy citation');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Markdown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => globalThis.seen.length === 1);
    await openByKey(page, 'everest');
    await tabTo(page, 'Nepal');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => globalThis.CardPage.query('h2')?.textContent === 'Nepal');
    expect(await page.evaluate(() => globalThis.CardPage.focused())).toContain('card');
    await tabTo(page, 'Back');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => globalThis.CardPage.query('h2')?.textContent === 'Mount Everest');
    await tabTo(page, 'About this card');
    await page.keyboard.press('Enter');
    await tabTo(page, 'No marks on this site');
    await page.keyboard.press('Enter');
    await undoFocused(page);
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await logged(page)).toContain('site off');
    const choices = [
      ['Nepal is not meant on this page', 'not nepal page'],
      ['Never mark Nepal', 'not nepal always'],
      ['Stop marking Nepal until this entry changes', 'mute nepal'],
    ] as const;
    for (const [label, carriedOut] of choices) {
      await openByKey(page, 'nepal');
      await tabTo(page, 'About this card');
      await page.keyboard.press('Enter');
      await tabTo(page, label);
      await page.keyboard.press('Enter');
      await undoFocused(page);
      await page.keyboard.press('Enter');
      await gone(page);
      expect((await logged(page)).filter((line) => !line.startsWith('active')).slice(-2)).toEqual([
        carriedOut,
        `undo ${carriedOut}`,
      ]);
    }
    await openByKey(page, 'nepal');
    await tabTo(page, 'About this card');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Copy a report of a mistake');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => globalThis.seen.length === 2);
    expect(await page.evaluate(() => globalThis.seen[1])).toMatch(/whoever gave you this pack.*Nepal/s);
    await openByKey(page, 'nepal');
    await tabTo(page, 'Close');
    await page.keyboard.press(' ');
    await gone(page);
    await page.close();
  });

  test('the dialog is named after its entity and the bar after its kind', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    const { role, label } = await page.evaluate(() => {
      const card = globalThis.CardPage.query('.card')!;
      const id = card.getAttribute('aria-labelledby') ?? '';
      return { role: card.getAttribute('role'), label: globalThis.CardPage.query(`#${id}`)?.textContent };
    });
    expect({ role, label }).toEqual({ role: 'dialog', label: 'Mount Everest' });
    await page.close();
  });

  // Firefox shows its accessibility tree to no protocol.
  test.runIf(name === 'chromium')('generated text is in the tree that screen readers get', async () => {
    const page = await cards.open();
    await openByKey(page, 'everest');
    const names: string[] = [];
    const walk = (node: SerializedAXNode) => {
      names.push(`${node.role} ${node.name}`);
      node.children?.forEach(walk);
    };
    walk((await page.accessibility.snapshot({ interestingOnly: false }))!);
    const expected = ['dialog Mount Everest', 'heading Mount Everest', 'button More'];
    expect(names).toEqual(expect.arrayContaining(expected));
    await page.close();
  });

  test('what hovering shows can be hovered, stays, and can be dismissed without moving (WCAG 1.4.13)', async () => {
    const page = await cards.open();
    await moveTo(page, 'everest');
    await shown(page);
    // Persistent: with the pointer at rest it stays.
    await letTimersRun(page);
    expect(await isShown(page)).toBe(true);
    // Hoverable: on the way to the card and on it, it stays.
    const { left, top, width } = await page.evaluate(() => globalThis.CardPage.box());
    await beforeTimers(page, () => page.mouse.move(left + width - 30, top + 60, { steps: 20 }));
    await letTimersRun(page);
    expect(await isShown(page)).toBe(true);
    // Dismissible: Escape, with the pointer where it is, and it does not come back by itself.
    await moveTo(page, 'everest');
    await page.keyboard.press('Escape');
    await gone(page);
    await letTimersRun(page);
    expect(await isShown(page)).toBe(false);
    await page.close();
  });

  test('at 320 CSS pixels and at twice the reader’s font size nothing is cut off or scrolls sideways', async () => {
    for (const width of [320, 640]) {
      const page = await cards.open();
      await page.setViewport({ width, height: 640 });
      await page.waitForFunction((wanted) => innerWidth === wanted, { polling: 50 }, width);
      await openByKey(page, 'figure');
      await press(page, '.more');
      await press(page, '.plot > details > summary');
      if (width === 640)
        await page.evaluate(() => globalThis.CardPage.query('.card')!.style.setProperty('font-size', '2em'));
      const { card, overflow } = await page.evaluate(() => {
        const body = globalThis.CardPage.query('.body')!;
        return { card: globalThis.CardPage.box(), overflow: body.scrollWidth - body.clientWidth };
      });
      expect(card.left).toBeGreaterThanOrEqual(0);
      expect(card.right).toBeLessThanOrEqual(width);
      expect(card.bottom).toBeLessThanOrEqual(640);
      expect(overflow).toBe(0);
      await page.close();
    }
  });

  test('near every edge of the window the card is wholly visible and not on its mark', async () => {
    const styles = [
      'left: 0; top: 0',
      'right: 0; top: 0',
      'left: 0; bottom: 0',
      'right: 0; bottom: 0',
      'left: 45%; top: 48%',
    ];
    const marks = styles.map(
      (style, i) => `<p style="position: fixed; margin: 0; ${style}"><span data-mark="${i}">Everest</span></p>`,
    );
    const page = await cards.open(
      { mentions: Object.fromEntries(marks.map((_, i) => [i, { entity: 'mount-everest' }])) },
      `<!doctype html><html lang="en"><title>Corners</title>${marks.join('')}`,
    );
    for (const [i, style] of styles.entries()) {
      await clickOn(page, String(i));
      await shown(page);
      const { x, y } = await middle(page, String(i));
      const { left, right, top, bottom, view } = await page.evaluate(() => globalThis.CardPage.box());
      expect({ style, inside: left >= 0 && top >= 0 && right <= view.width && bottom <= view.height }).toEqual({
        style,
        inside: true,
      });
      expect({ style, covered: y > top && y < bottom && x > left && x < right }).toEqual({ style, covered: false });
      await page.keyboard.press('Escape');
      await gone(page);
    }
    await page.close();
  });
});
