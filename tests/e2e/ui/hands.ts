/** Three ways in which a reader works: with the mouse, with a finger, and with the keyboard alone. All go through the browser's own input. */
import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';

export interface Hand {
  /** Presses a button or a link, ticks a box. */
  press(page: Page, selector: string): Promise<void>;
  /** Takes the radio button at `place` of its group. */
  choose(page: Page, selector: string, place: number): Promise<void>;
  /** Writes into a field instead of what is there. Letters are typed by everyone. */
  write(page: Page, selector: string, text: string): Promise<void>;
  /** Gives a file to a file field. */
  give(page: Page, selector: string, file: string): Promise<void>;
}

async function found(page: Page, selector: string): Promise<ElementHandle> {
  const element = await page.waitForSelector(selector);
  if (!element) throw new Error(`expected ${selector}`);
  return element;
}

/** Ends when it stands still: what comes above it on its own would move it away from under the pointer. */
const still = (element: ElementHandle) =>
  element.evaluate(async (one) => {
    for (let now = '', before = ' '; now !== before; await new Promise((done) => setTimeout(done, 50))) {
      before = now;
      now = JSON.stringify(one.getBoundingClientRect());
    }
  });

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

/** Puppeteer is not told of the window for files that Firefox opens (ESR 153): there the field is given the file at once. */
async function answer(page: Page, selector: string, file: string, open: () => Promise<void>): Promise<void> {
  if (/firefox/i.test(await page.browser().version())) {
    await ((await found(page, selector)) as ElementHandle<HTMLInputElement>).uploadFile(file);
    return;
  }
  const chooser = page.waitForFileChooser();
  // Input goes another way than this wish: it must have reached the page before the window is asked for.
  await page.evaluate(() => undefined);
  await open();
  await (await chooser).accept([file]);
}

/** A hand that points at what it wants. */
const pointing = (touch: (element: ElementHandle) => Promise<void>): Hand => {
  const point = async (element: ElementHandle) => {
    await still(element);
    await touch(element);
  };
  return {
    async press(page, selector) {
      await point(await found(page, selector));
    },
    async choose(page, selector, place) {
      await found(page, selector);
      await point((await page.$$(selector))[place]!);
    },
    async write(page, selector, text) {
      await this.press(page, selector);
      await type(page, text);
    },
    async give(page, selector, file) {
      // The field itself is out of sight: its label is what can be pressed.
      const label = await (await found(page, selector)).evaluateHandle((field) => field.closest('label')!);
      await answer(page, selector, file, () => point(label));
    },
  };
};

export const mouse = pointing((element) => element.click());
export const finger = pointing((element) => element.tap());

/** More than the largest page has places to stop at. */
const mostStops = 200;

/** Goes on, or back, with the Tab key until the focus is where it is wanted. */
async function reach(page: Page, selector: string): Promise<void> {
  await found(page, selector);
  for (let stops = 0; stops < mostStops; stops++) {
    const way = await page.evaluate((wanted) => {
      const now = document.activeElement!;
      if (now.matches(wanted)) return 'there';
      const [first] = document.querySelectorAll(wanted);
      const before = now.compareDocumentPosition(first!) & Node.DOCUMENT_POSITION_PRECEDING;
      return before && !now.contains(first!) ? 'back' : 'on';
    }, selector);
    if (way === 'there') return;
    if (way === 'back') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (way === 'back') await page.keyboard.up('Shift');
  }
  throw new Error(`expected ${selector} to be reached by Tab`);
}

async function keyOn(page: Page, selector: string, key: KeyInput): Promise<void> {
  await reach(page, selector);
  await page.keyboard.press(key).catch((error) => {
    // A popup that goes when the key is down hears no more that it is up.
    if (error.name !== 'TargetCloseError') throw error;
  });
}

export const keyboard: Hand = {
  async press(page, selector) {
    const box = await (await found(page, selector)).evaluate((element) => element.matches('[type=checkbox]'));
    await keyOn(page, selector, box ? ' ' : 'Enter');
  },
  async choose(page, selector, place) {
    // Tab stops once for the whole group, at the one that is taken; arrows go from there.
    await reach(page, selector);
    for (;;) {
      const at = await page.$$eval(selector, (radios) => radios.indexOf(document.activeElement as HTMLElement));
      if (at === place) return;
      await page.keyboard.press(at < place ? 'ArrowDown' : 'ArrowUp');
    }
  },
  async write(page, selector, text) {
    await reach(page, selector);
    await type(page, text);
  },
  async give(page, selector, file) {
    await reach(page, selector);
    await answer(page, selector, file, () => page.keyboard.press(' '));
  },
};
