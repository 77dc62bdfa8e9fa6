/**
 * The browser's own controls, which are part of no page: the question whether an extension may have access, and the shortcuts of
 * extensions. Chromium's interface is pressed through its own inspector (`--enable-ui-devtools`), Firefox's through WebDriver BiDi
 * in the scope of the browser window.
 */
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'puppeteer-core';
import { patience } from './patience.ts';

export interface Controls {
  /** Presses that button of the browser's question, once it is asked. @throws {Error} when nothing is asked, or the question stays, to the end of patience */
  answer(button: Answer): Promise<void>;
  /** Alt and Shift with a letter, as a keyboard sends it to the browser. */
  shortcut(letter: string): Promise<void>;
}

/** As a browser in English says it. */
export type Answer = 'Allow' | 'Deny';

/** Calls every `interval` ms until `done`. */
async function until(done: () => Promise<boolean>, wanted: string, interval: number): Promise<void> {
  const deadline = AbortSignal.timeout(patience);
  while (!(await done())) {
    if (deadline.aborted) throw new Error(`Expected ${wanted} within ${patience / 1000} s.`);
    await pause(interval);
  }
}

/**
 * ms between two presses of one button. A browser takes no answer in the first half second, nor one within a double click (half a
 * second) of the press before, taken or not: whoever presses faster is never heard (Chromium's InputEventActivationProtector).
 */
const unhurried = 700;

/** Presses as long as there is something to press; then the question was asked and is gone. */
async function answered(press: () => Promise<boolean>, button: Answer): Promise<void> {
  await until(press, `a question of the browser with the button "${button}"`, 50);
  await pause(unhurried);
  await until(async () => !(await press()), `the question of the browser to be gone after "${button}"`, unhurried);
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Let the inspector of Chromium's interface listen, and press. */
export const inspected = (port: number): string[] => [
  `--enable-ui-devtools=${port}`,
  '--enable-features=ui-debug-tools-enable-synthetic-events',
];

/** A part of Chromium's interface. Attributes are names and values by turns. */
interface View {
  nodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: View[];
}

interface Styles {
  matchedCSSRules: { rule: { style: { cssProperties: { name: string; value: string }[] } } }[];
}

export function chromiumControls(port: number): Controls {
  let asked = 0;
  let connected: Promise<WebSocket> | undefined;
  const answers = new Map<number, (answer: { result: unknown; error?: { message: string } }) => void>();
  async function connect(): Promise<WebSocket> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/0`);
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data));
      answers.get(answer.id)?.(answer);
    });
    await new Promise((done, failed) => {
      socket.addEventListener('open', done);
      socket.addEventListener('error', () => failed(new Error(`Expected Chromium to listen on port ${port}.`)));
    });
    return socket;
  }
  async function send<Result>(method: string, params: object = {}): Promise<Result> {
    connected ??= connect();
    const socket = await connected;
    const id = ++asked;
    const answer = new Promise<{ result: unknown; error?: { message: string } }>((done) => answers.set(id, done));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answer;
    answers.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  }
  async function views(): Promise<View[]> {
    await send('DOM.enable');
    const { root } = await send<{ root: View }>('DOM.getDocument');
    const all = (view: View): View[] => [view, ...(view.children ?? []).flatMap(all)];
    return all(root);
  }
  const isOf = (name: string) => (view: View) => view.attributes?.includes(name) ?? false;
  async function textOf({ nodeId }: View): Promise<string | undefined> {
    const { matchedCSSRules } = await send<Styles>('CSS.getMatchedStylesForNode', { nodeId });
    const properties = matchedCSSRules.flatMap(({ rule }) => rule.style.cssProperties);
    return properties.find(({ name }) => name === 'Text')?.value;
  }
  async function press(label: string): Promise<boolean> {
    const all = await views();
    if (!all.some(isOf('ExtensionInstallDialogView'))) return false;
    for (const view of all.filter(isOf('MdTextButton'))) {
      if ((await textOf(view)) !== label) continue;
      for (const type of ['mouseEntered', 'mousePressed', 'mouseReleased'])
        await send('DOM.dispatchMouseEvent', {
          nodeId: view.nodeId,
          // DIP, from the button's corner.
          event: { type, x: 5, y: 5, button: 'left', wheelDirection: 'none' },
        });
      return true;
    }
    return false;
  }
  return {
    answer: (button) => answered(() => press(button), button),
    async shortcut(letter) {
      const nodeId = (await views()).find((view) => view.nodeName === 'Window' && isOf('BrowserWidget')(view))?.nodeId;
      for (const type of ['keyPressed', 'keyReleased'])
        await send('DOM.dispatchKeyEvent', {
          nodeId,
          // Chromium's own flags for Shift and Alt.
          event: { type, keyCode: letter.charCodeAt(0), code: 0, key: 0, isChar: false, flags: (1 << 1) | (1 << 3) },
        });
    },
  };
}

/** Puppeteer has no call for the window of the browser itself; its own connection carries any command. */
interface BidiInside {
  connection: { send(method: string, params: unknown): Promise<{ result: unknown }> };
}

/** Evaluates the body of a function in the window of Firefox itself. */
async function inWindow(browser: Browser, use: string): Promise<unknown> {
  const { connection } = browser as unknown as BidiInside;
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = (tree as { contexts: { context: string }[] }).contexts[0]?.context;
  const call = { expression: `(() => { ${use} })()`, target: { context }, awaitPromise: false };
  const { result } = await connection.send('script.evaluate', call);
  const { type, result: value, exceptionDetails } = result as Evaluated;
  if (type !== 'success') throw new Error(`In the window of Firefox: ${exceptionDetails?.text}`);
  return value?.value;
}

/** Of a Firefox that runs. For preferences that it looks at while it runs; `undefined` gives one its default. */
export async function setPreferences(browser: Browser, values: Preferences): Promise<void> {
  const calls: Record<string, string> = { boolean: 'setBoolPref', number: 'setIntPref', string: 'setStringPref' };
  const changes = Object.entries(values).map(([name, value]) =>
    value === undefined
      ? `Services.prefs.clearUserPref(${JSON.stringify(name)});`
      : `Services.prefs.${calls[typeof value]}(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await inWindow(browser, changes.join(' '));
}

export type Preferences = Record<string, boolean | number | string | undefined>;

export function firefoxControls(browser: Browser): Controls {
  const buttons: Record<Answer, string> = { Allow: 'button', Deny: 'secondaryButton' };
  return {
    answer(button) {
      const press = `const { panel } = PopupNotifications;
        const asked = panel.state === 'open' && panel.querySelector('#addon-webext-permissions-notification');
        asked?.${buttons[button]}?.click();
        return Boolean(asked);`;
      return answered(async () => (await inWindow(browser, press)) === true, button);
    },
    async shortcut(letter) {
      await inWindow(
        browser,
        `const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        input.beginInputTransactionForTests(window);
        const keys = [['Alt', 'AltLeft'], ['Shift', 'ShiftLeft'], ['${letter}', 'Key${letter}']]
          .map(([key, code]) => new KeyboardEvent('', { key, code }));
        for (const key of keys) input.keydown(key);
        for (const key of keys.reverse()) input.keyup(key);`,
      );
    },
  };
}

interface Evaluated {
  type: string;
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}
