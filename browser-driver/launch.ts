import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Page, type Viewport } from 'puppeteer-core';
import { type Controls, chromiumControls, firefoxControls, freePort, inspected } from './controls.ts';
import { ensureBrowser } from './find-browser.mjs';
import { patience } from './patience.ts';

/** ms: a start is many things one after the other. */
const toStart = 2 * patience;

export type BrowserName = 'chromium' | 'firefox';

/** Fixed, so that the extension's own pages can be opened: Firefox otherwise draws a new one for every profile. */
const firefoxUuid = '2c7e1f0a-6f0e-4b52-9d0c-51de11647000';
const firefoxId = 'sidelight@sidelight.example';

export interface LaunchOptions {
  /** Folder of the built extension; none: the browser alone. */
  extension?: string;
  headless?: boolean;
  /** `null`: the window's own size. */
  viewport?: Viewport | null;
  /** Port on 127.0.0.1 of a proxy for everything, this machine's own addresses included. */
  proxy?: number;
  /** Firefox preferences. */
  preferences?: Record<string, unknown>;
  /** Keeps pages that were left, as browsers do; Puppeteer turns that off in Chromium. */
  backForwardCache?: boolean;
  /** The browser asks as it asks readers, and its own controls can be pressed: `Launched.controls`. */
  controls?: boolean;
}

export interface Launched {
  browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  extensionOrigin: string;
  controls?: Controls | undefined;
}

/** Starts a browser with a new, empty profile and the extension loaded. */
export function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Launched> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

async function launchChromium({
  extension,
  headless = true,
  viewport = null,
  proxy,
  backForwardCache = false,
  controls: wanted = false,
}: LaunchOptions): Promise<Launched> {
  const port = wanted ? await freePort() : 0;
  const controls = wanted ? chromiumControls(port) : undefined;
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser('chromium'),
    headless,
    timeout: toStart,
    pipe: true,
    ignoreDefaultArgs: backForwardCache ? ['--disable-back-forward-cache'] : [],
    enableExtensions: extension ? [extension] : false,
    defaultViewport: viewport,
    args: [
      // A browser that runs as root cannot sandbox itself; nothing but the pages of this project is opened in it.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(proxy ? [`--proxy-server=127.0.0.1:${proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
      ...(wanted ? inspected(port) : []),
    ],
  });
  if (!extension) return { browser, extensionOrigin: '', controls };
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker', { timeout: toStart });
  // The welcome page is the last thing that happens at install; until then it may still take the place in front.
  const welcome = await browser.waitForTarget((target) => target.url().endsWith('/reader.html'), { timeout: toStart });
  // It is there before it is in front.
  await (await welcome.page())?.waitForFunction(() => document.visibilityState === 'visible', {
    polling: 50,
    timeout: toStart,
  });
  return { browser, extensionOrigin: worker.url().split('/').slice(0, 3).join('/'), controls };
}

async function launchFirefox({
  extension,
  headless = true,
  viewport = null,
  proxy,
  preferences,
  controls = false,
}: LaunchOptions): Promise<Launched> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureBrowser('firefox'),
    headless,
    timeout: toStart,
    defaultViewport: viewport,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [firefoxId]: firefoxUuid }),
      // Fewer processes beside the ones that pages need: a third less work to start.
      'dom.ipc.processPrelaunch.enabled': false,
      'browser.newtab.preload': false,
      'media.rdd-process.enabled': false,
      'media.utility-process.enabled': false,
      'network.process.enabled': false,
      // ms, as for readers. The 0 of automated browsers makes a tab that cannot be put away yet a loop that takes a whole processor.
      'browser.tabs.remote.unloadDelayMs': 300,
      // Where nobody presses the button, optional permissions are granted on request.
      'extensions.webextOptionalPermissionPrompts': controls,
      ...(proxy && {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxy,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxy,
        'network.proxy.allow_hijacking_localhost': true,
      }),
      ...preferences,
    },
  });
  if (extension) {
    const before = new Set(browser.targets());
    await browser.installExtension(extension);
    // The welcome page, as above; Firefox does not tell its address.
    await browser.waitForTarget((target) => target.type() === 'page' && !before.has(target), { timeout: toStart });
  }
  return {
    browser,
    extensionOrigin: `moz-extension://${firefoxUuid}`,
    ...(controls && { controls: firefoxControls(browser) }),
  };
}

/** Opens one of the extension's own pages in a tab and waits until it can be evaluated. */
export async function openExtensionPage({ browser, extensionOrigin }: Launched, path: string): Promise<Page> {
  const page = await browser.newPage();
  await goToExtensionPage(page, `${extensionOrigin}/${path}`);
  return page;
}

/** Brings a tab to one of the extension's own pages. @throws {Error} when it cannot be evaluated at the end of patience */
export async function goToExtensionPage(page: Page, url: string): Promise<void> {
  let failed = false;
  // Firefox loads the page and never settles the promise (seen with ESR 153), so readiness is asked of the page itself.
  const go = () => {
    failed = false;
    page.goto(url).catch(() => {
      failed = true;
    });
  };
  go();
  const deadline = AbortSignal.timeout(patience);
  for (;;) {
    // A question that meets the change of documents fails (Firefox): it is put to the next one.
    const ready = await page
      .evaluate((wanted) => location.href.startsWith(wanted) && document.readyState === 'complete', url)
      .catch(() => false);
    if (ready) return;
    deadline.throwIfAborted();
    await pause(20);
    // An extension that is being loaded anew has no pages for a moment.
    if (failed) go();
  }
}
