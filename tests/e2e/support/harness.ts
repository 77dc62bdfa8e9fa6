/**
 * Real browsers, real pages, the real extension. A test file that changes what the extension stores, or the browser itself, starts
 * a browser of its own; all others take the shared one of their kind, since a start costs as much as ten tests. All traffic of a
 * browser goes through a recording proxy, so a test can say what left it.
 */
import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Browser, Page, Viewport } from 'puppeteer-core';
import { build } from 'vite';
import { type Controls, type Preferences, setPreferences } from '../../../browser-driver/controls.ts';
import { type BrowserName, goToExtensionPage, launch, openExtensionPage } from '../../../browser-driver/launch.ts';
import { note } from '../../../browser-driver/left-over.ts';
import { patience } from '../../../browser-driver/patience.ts';
import { buildFolder } from '../../../tools/builds.ts';
import { explained, patient } from './explain.ts';

/** Both, or the one named in SIDELIGHT_BROWSER while working on something. */
export const browserNames: BrowserName[] = (process.env.SIDELIGHT_BROWSER?.split(',') as BrowserName[] | undefined) ?? [
  'chromium',
  'firefox',
];

export { askPage, pageReport } from '../../../browser-driver/ask-page.ts';
export { inClosedShadow } from '../../../browser-driver/closed-shadow.ts';
export type { BrowserName } from '../../../browser-driver/launch.ts';

export interface Response {
  body: string | Uint8Array;
  type?: string;
  headers?: Record<string, string>;
}

export interface Site {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** Paths that were asked for, in order. */
  requests: string[];
  pages: Map<string, string | Response>;
  close(): Promise<void>;
}

function listen(server: Server): Promise<number> {
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));
}

function shut(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/** Serves `pages` by path (`/a.html`); a string is HTML in UTF-8. Pages may be added while it runs. */
export async function serve(pages: Record<string, string | Response>): Promise<Site> {
  const map = new Map(Object.entries(pages));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(request.url ?? '/');
    const page = map.get(pathname);
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { body, type = 'text/html; charset=utf-8', headers = {} } = typeof page === 'string' ? { body: page } : page;
    response.writeHead(200, { 'content-type': type, ...headers }).end(body);
  });
  const port = await listen(server);
  return { origin: `http://127.0.0.1:${port}`, requests, pages: map, close: () => shut(server) };
}

/** A name for this machine that browsers do not trust: pages under it are no secure context, like all that come without TLS. */
export const insecureHost = 'plain.example';

/** Passes requests for this machine on, refuses and records all others. */
async function recordingProxy() {
  const urls: string[] = [];
  let waitingRoom = '';
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '');
    if (url.origin === waitingRoom) {
      response.writeHead(200, { 'content-type': 'image/gif', 'cache-control': 'max-age=9999' }).end();
      return;
    }
    urls.push(url.href);
    if (url.hostname !== '127.0.0.1' && url.hostname !== insecureHost) {
      response.writeHead(502).end();
      return;
    }
    url.hostname = '127.0.0.1';
    const onward = forward(url, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('connect', (request, socket) => {
    urls.push(`https://${request.url}`);
    // A browser that is closed meanwhile resets the connection.
    socket.on('error', () => {});
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const port = await listen(server);
  // Where a tab waits: on the host of the sites, so that their process is kept, and of a type that is not read.
  waitingRoom = `http://127.0.0.1:${port}`;
  return { port, urls, waitingRoom, close: () => shut(server) };
}

export interface Session {
  name: BrowserName;
  browser: Browser;
  /** Every address that left the browser since it started. */
  traffic: string[];
  /** Address of one of the extension's own pages: `extensionUrl('popup.html')`. */
  extensionUrl(path: string): string;
  /**
   * An empty tab in front. Its `close` leaves its page, and keeps the tab and its process for the next page: a new one
   * takes three times as long. What is set on a tab besides its viewport (media, CDP) asks for a tab of `browser`.
   */
  tab(): Promise<Page>;
  /** A tab of that kind on `url`, loaded. */
  open(url: string): Promise<Page>;
  /** A tab of that kind on one of the extension's own pages, ready to be evaluated. */
  openExtensionPage(path: string): Promise<Page>;
  /** The same page each time: it has the extension's rights, and nothing runs in it but what a test puts to it. */
  control(): Promise<Page>;
  /** The browser's own: its question for access, its shortcuts. Of a browser that was started with them. */
  controls?: Controls | undefined;
  /** Ends the browser; a shared one only closes the tabs that were left open in it. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** `e2e` (default): host access is granted at install. `production`: the build that ships. `none`: no extension. */
  build?: 'e2e' | 'production' | 'none';
  /** Another folder to load the extension from. */
  folder?: string;
  /** Firefox preferences for this session. */
  preferences?: Record<string, unknown>;
  viewport?: Viewport;
  backForwardCache?: boolean;
  /** It asks as it asks readers, and `Session.controls` answers. */
  controls?: boolean;
}

/**
 * Of Firefox: 20 frames a second are enough for what waits for one, and no throbber turns in its tabs. A page that is opened and
 * pointed at then takes a sixth less of a processor.
 */
const fewerFrames = { 'layout.frame_rate': 20, 'ui.prefersReducedMotion': 1 };

/**
 * Brings a tab to the front and waits until it draws there, since a page is read after a frame; a tab that does not is brought to the front again.
 *
 * @throws {Error} at the end of patience
 */
export async function inFront(page: Page): Promise<void> {
  const deadline = AbortSignal.timeout(patience);
  do {
    if (deadline.aborted)
      return explained(page, new Error(`Expected the page to be in front within ${patience / 1000} s.`));
    await page.bringToFront();
  } while (
    !(await page.evaluate(
      () =>
        new Promise((done) => {
          // A hidden tab draws no frame.
          requestAnimationFrame(() => done(true));
          setTimeout(done, 2000, false);
        }),
    ))
  );
}

/** Gives tabs out and takes them back: those that are closed wait, empty, to be given out again. */
function tabs(fresh: () => Promise<Page>, empty: (page: Page) => Promise<unknown>): () => Promise<Page> {
  const waiting: Page[] = [];
  return async () => {
    for (let old = waiting.pop(); old; old = waiting.pop()) {
      // An update closes the extension's own.
      if (old.isClosed()) continue;
      await inFront(old);
      // Only now: Chromium gives a hidden tab no input, and says so after 5 s.
      await old.mouse.move(0, 0);
      return old;
    }
    const page = await fresh();
    const viewport = JSON.stringify(page.viewport());
    const end = page.close.bind(page);
    page.close = async () => {
      if (page.isClosed() || waiting.includes(page)) return;
      if (JSON.stringify(page.viewport()) !== viewport) return end();
      page.off('pageerror').off('console');
      await empty(page);
      waiting.push(page);
    };
    return page;
  };
}

export async function startBrowser(name: BrowserName, options: StartOptions = {}): Promise<Session> {
  const {
    build: mode = 'e2e',
    folder,
    viewport = { width: 1000, height: 800 },
    preferences = {},
    backForwardCache = false,
    controls = false,
  } = options;
  const proxy = await recordingProxy();
  const launched = await launch(name, {
    ...(mode !== 'none' && { extension: folder ?? buildFolder(name, mode) }),
    viewport,
    proxy: proxy.port,
    preferences: { ...fewerFrames, ...preferences },
    backForwardCache,
    controls,
  });
  const { browser, extensionOrigin } = launched;
  const { newPage, waitForTarget } = browser;
  browser.newPage = async (...given) => patient(await newPage.apply(browser, given));
  browser.waitForTarget = (predicate, given) => waitForTarget.call(browser, predicate, { timeout: patience, ...given });
  const sites = tabs(
    () => browser.newPage(),
    (page) => page.goto(proxy.waitingRoom),
  );
  const own = tabs(
    () => browser.newPage(),
    (page) => goToExtensionPage(page, `${extensionOrigin}/icons/16.png`),
  );
  const extensionUrl = (path: string) => `${extensionOrigin}/${path}`;
  let control: Promise<Page> | undefined;
  return {
    name,
    browser,
    controls: launched.controls,
    traffic: proxy.urls,
    extensionUrl,
    tab: sites,
    async open(url) {
      const page = await sites();
      await page.goto(url);
      return page;
    },
    async openExtensionPage(path) {
      const page = await own();
      await goToExtensionPage(page, extensionUrl(path));
      return page;
    },
    control() {
      control ??= openExtensionPage(launched, 'manifest.json');
      return control;
    },
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}

/** Where the browsers call home by themselves; the switches that would stop all of it also stop what is tested. */
const ownServices = {
  chromium:
    /^(?:update|clients2|accounts|www|content-autofill|optimizationguide-pa|safebrowsing)\.(?:google|googleapis)\.com$/,
  firefox: /\.(?:mozilla\.(?:com|org|net)|mozgcp\.net|firefox\.com)$/,
};

/** Addresses that left a browser, but for those of this machine and those that the browser asks for itself. */
export const elsewhere = ({ name, traffic }: Session): string[] =>
  traffic.filter((address) => {
    const { hostname } = new URL(address);
    return hostname !== '127.0.0.1' && !ownServices[name].test(hostname);
  });

const shared = new Map<string, Promise<{ session: Session; own: Set<Page> }>>();

/**
 * What is shared: the browser with that build, alone, or (`kept`) with the build of the end-to-end tests and its back/forward cache, which
 * Puppeteer turns off in Chromium and not in Firefox.
 */
type Kind = 'e2e' | 'none' | 'kept';

/**
 * The browser of that kind that the test files of this process share, one after the other. For tests that leave in it what they found:
 * no setting, no mute, no pack. It ends with the run (browser-driver/left-over.ts). `preferences`: of Firefox, which looks at them while
 * it runs; they hold until `close`.
 */
export async function sharedBrowser(
  name: BrowserName,
  wanted: Kind = 'e2e',
  preferences: Preferences = {},
): Promise<Session> {
  const kept = wanted === 'kept';
  const build = kept ? 'e2e' : wanted;
  const key = `${name} ${kept && name === 'firefox' ? build : wanted}`;
  const start = async () => {
    const session = await startBrowser(name, { build, backForwardCache: kept });
    note(name, session.browser.process()!);
    if (build !== 'none') await session.control();
    return { session, own: new Set(await session.browser.pages()) };
  };
  // One that a test brought down is replaced.
  if (!(await shared.get(key))?.session.browser.connected) shared.set(key, start());
  const { session, own } = await shared.get(key)!;
  session.traffic.length = 0;
  const changed = name === 'firefox' ? Object.keys(preferences) : [];
  if (changed.length > 0) await setPreferences(session.browser, preferences);
  return {
    ...session,
    async close() {
      for (const page of await session.browser.pages()) if (!own.has(page)) await page.close();
      const defaults = changed.map((preference) => [preference, undefined]);
      if (changed.length > 0) await setPreferences(session.browser, Object.fromEntries(defaults));
    },
  };
}

/**
 * Bundles one source module for a page: a script that puts the module's exports on `globalThis[name]`.
 * For parts that need a real DOM but not the whole extension.
 */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(entry), name, formats: ['iife'], fileName: () => 'bundle.js' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`Expected one bundle of ${entry} and found none.`);
  return `${output.output[0].code}\nglobalThis.${name} = ${name};`;
}
