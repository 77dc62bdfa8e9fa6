import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** The browser's message bus with a sender of our choice: the real one always says the truth about who speaks. */
type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;
const own = { id: 'sidelight', url: 'chrome-extension://sidelight/popup.html' };
let sender: unknown = own;
const listeners = new Set<Listener>();

function deliver(message: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const waiting = [...listeners].map((listener) => listener(structuredClone(message), sender, resolve));
    if (!waiting.includes(true)) resolve(undefined);
  });
}
Object.assign(globalThis, {
  // webextension-polyfill looks for an extension's `chrome` first and then takes `browser` as it is.
  chrome: { runtime: { id: 'sidelight' } },
  browser: {
    runtime: {
      id: 'sidelight',
      getURL: (path: string) => `chrome-extension://sidelight/${path}`,
      sendMessage: deliver,
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
    tabs: { sendMessage: (_tab: number, message: unknown) => deliver(message) },
  },
});
// Another test may have read them with another browser.
vi.resetModules();
const { on, send, sendToTab } = await import('./index.ts');
const { extensionIsGone } = await import('./ask.ts');

beforeEach(() => {
  listeners.clear();
  sender = own;
});

test('a message is answered by the handler of its name', async () => {
  on('packs', () => []);
  on('search', ({ query }) => [{ entity: query, pack: 'p', kind: 'term', name: query, ranges: [] }]);
  expect(await send('search', { query: 'fatwa', limit: 5 })).toMatchObject([{ entity: 'fatwa' }]);
});

test('an answer may come later, and null is an answer', async () => {
  on('card', async () => null);
  expect(await send('card', { entity: 'nobody' })).toBe(null);
});

test('a handler that throws is an error at the sender that names the message', async () => {
  on('card', () => {
    throw new Error('the pack could not be read');
  });
  await expect(send('card', { entity: 'x' })).rejects.toThrow('card: the pack could not be read');
});

test('a message that nobody handles is an error that says so', async () => {
  await expect(send('packs', { language: 'en' })).rejects.toThrow('packs: nobody answered');
});

test('what a content script asks is asked once more when the worker is ended before it answers', async () => {
  const { runtime } = (globalThis as unknown as { browser: { runtime: { sendMessage: typeof deliver } } }).browser;
  const lost = new Error('Promised response from onMessage listener went out of scope');
  let ended = 0;
  runtime.sendMessage = (message) => (ended-- > 0 ? Promise.reject(lost) : deliver(message));
  on('card', () => null);
  on('packs', () => []);
  ended = 1;
  expect(await send('card', { entity: 'x' })).toBe(null);
  ended = 2;
  await expect(send('card', { entity: 'x' })).rejects.toBe(lost);
  runtime.sendMessage = (message) => (ended-- > 0 ? Promise.resolve(undefined) : deliver(message));
  ended = 1;
  expect(await send('card', { entity: 'x' })).toBe(null);
  runtime.sendMessage = (message) => (ended-- > 0 ? Promise.reject(lost) : deliver(message));
  // What only our own pages ask may not bear to be carried out twice.
  ended = 1;
  await expect(send('packs', { language: 'en' })).rejects.toBe(lost);
  runtime.sendMessage = deliver;
});

describe('a question that nobody answers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is asked again by a content script after a silence, as the same question', async () => {
    const questions: (number | undefined)[] = [];
    on('card', (_request, { question }) => {
      questions.push(question);
      return questions.length < 3 ? new Promise<null>(() => undefined) : null;
    });
    const reply = send('card', { entity: 'x' });
    await vi.runAllTimersAsync();
    expect(await reply).toBe(null);
    expect(questions).toEqual([expect.any(Number), questions[0], questions[0]]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is an error at last', async () => {
    on('card', () => new Promise<null>(() => undefined));
    const reply = expect(send('card', { entity: 'x' })).rejects.toThrow('card: nobody answered');
    await vi.runAllTimersAsync();
    await reply;
  });

  test('is another than the next one', async () => {
    const questions = new Set<number | undefined>();
    on('card', (_request, { question }) => {
      questions.add(question);
      return null;
    });
    await send('card', { entity: 'x' });
    await send('card', { entity: 'x' });
    expect(questions.size).toBe(2);
  });
});

test('a handler that was taken away answers no more', async () => {
  on('packs', () => [])();
  await expect(send('packs', { language: 'en' })).rejects.toThrow('nobody answered');
});

test('a message of another extension gets no answer', async () => {
  on('packs', () => []);
  on('card', () => null);
  for (const url of ['chrome-extension://stranger/x.html', 'chrome-extension://sidelight/popup.html', undefined]) {
    sender = { id: 'stranger', url };
    await expect(send('packs', { language: 'en' })).rejects.toThrow('nobody answered');
    await expect(send('card', { entity: 'x' })).rejects.toThrow('nobody answered');
  }
});

test('a content script can ask for cards but not search the dataset or start scripts in other tabs', async () => {
  on('card', () => null);
  on('search', () => []);
  on('activate', () => 'running');
  sender = { id: 'sidelight', url: 'https://news.example/', tab: { id: 7, url: 'https://news.example/' }, frameId: 2 };
  expect(await send('card', { entity: 'x' })).toBe(null);
  await expect(send('search', { query: 'x', limit: 1 })).rejects.toThrow('nobody answered');
  await expect(send('activate', { tab: 1 })).rejects.toThrow('nobody answered');
});

test('the handler learns from the browser, not from the message, who speaks', async () => {
  let seen: unknown;
  on('mute', (_request, from) => {
    seen = from;
    return undefined;
  });
  const [url, top, origin] = ['https://frame.example/a', 'https://top.example/', 'https://frame.example'];
  sender = { id: 'sidelight', url, origin, tab: { id: 7, url: top, incognito: true }, frameId: 2 };
  await send('mute', { entity: 'x', muted: true, own: true, tab: 1, url: top } as Parameters<typeof send>[1] as never);
  expect(seen).toEqual({ own: false, tab: 7, private: true, frame: 2, url, top, origin, question: expect.any(Number) });
});

test('values that are no message of ours are passed by in silence', async () => {
  on('packs', () => []);
  for (const message of [null, undefined, 0, 'packs', [], {}, { sidelight: 'nothing' }]) {
    expect(await deliver(message)).toBe(undefined);
  }
});

test('a content script answers the worker and no other content script', async () => {
  on('page/jump', ({ index }) => index === 0);
  expect(await sendToTab(1, 'page/jump', { index: 0 })).toBe(true);
  sender = { id: 'sidelight', url: 'https://news.example/', tab: { id: 3 } };
  await expect(sendToTab(1, 'page/jump', { index: 0 })).rejects.toThrow('nobody answered');
});

test('a page can tell that the extension was removed under it', () => {
  expect(extensionIsGone()).toBe(false);
});
