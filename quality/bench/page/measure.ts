/** One page in real Chromium with one extension, or none. */
import puppeteer, {
  type Browser,
  type CDPSession,
  type Page,
  type Target,
  TimeoutError,
  type WebWorker,
} from 'puppeteer-core';
import { endServiceWorker } from '../../../browser-driver/end-service-worker.ts';
import { ensureBrowser } from '../../../browser-driver/find-browser.mjs';
import { type Cost, costOf, type TraceEvent } from './trace.ts';

const categories = [
  'toplevel',
  'v8',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
  'disabled-by-default-v8.compile',
];

/** ms after the load event that a page is watched: all work of a subject is over by then, or is work without end. */
const watched = 2500;

/** ms after which the scripts of an extension have run on an empty page. */
const settled = 300;

/** ms in which a page must have loaded. A subject that holds it for longer is measured up to then. */
const patience = 30_000;

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ reply?: { mentions: unknown[] } } | undefined> };
};

export interface Measured extends Cost {
  /** ms from the start of the navigation to the first frame with a mark; none when nothing was marked. */
  firstMark: number | undefined;
  /** MB of JavaScript heap after a collection. */
  heap: number;
  errors: number;
}

export async function launch(extension: string | undefined): Promise<Browser> {
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser('chromium'),
    pipe: true,
    enableExtensions: extension ? [extension] : false,
    defaultViewport: { width: 1200, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
  return browser;
}

/** What Chromium noted while `work` ran. */
export async function traced(session: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, recordMode: 'recordAsMuchAsPossible' },
  });
  await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** In the page, before its own scripts: notes the first frame that has a mark of any subject. */
function noteFirstMark(): void {
  const state = globalThis as { firstMark?: number };
  const look = () => {
    const painted = [...CSS.highlights].some(([name, layer]) => /^m[0-9a-f]{32}$/.test(name) && layer.size > 0);
    if (painted || document.querySelector('mark')) state.firstMark = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * A page in a process that has shown another before: the scripts of the extension are compiled then, and no start of a renderer falls into
 * the measurement. With `first`, the first page of a process, where they are not.
 */
export async function measure(browser: Browser, origin: string, url: string, first = false): Promise<Measured> {
  const page = await browser.newPage();
  try {
    let errors = 0;
    page.on('pageerror', () => errors++);
    await page.evaluateOnNewDocument(noteFirstMark);
    if (!first) {
      await page.goto(new URL('/blank', url).href);
      await new Promise((done) => setTimeout(done, settled));
    }
    const session = await page.createCDPSession();
    let held = false;
    const events = await traced(session, async () => {
      await page.goto(url, { waitUntil: 'load', timeout: patience }).catch((error) => {
        if (!(error instanceof TimeoutError)) throw error;
        held = true;
      });
      await new Promise((done) => setTimeout(done, watched));
    });
    if (held) return { ...costOf(events, origin, url), firstMark: undefined, heap: Number.NaN, errors };
    const firstMark = await page.evaluate(() => (globalThis as { firstMark?: number }).firstMark);
    await session.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize = 0 } = await page.metrics();
    return { ...costOf(events, origin, url), firstMark, heap: JSHeapUsedSize / 1e6, errors };
  } finally {
    await page.close();
  }
}

export function lowest(runs: readonly Measured[]): Measured {
  const least = (of: (cost: Measured) => number) => Math.min(...runs.map(of));
  const marks = runs.flatMap(({ firstMark }) => firstMark ?? []);
  return {
    script: least(({ script }) => script),
    slice: least(({ slice }) => slice),
    rendering: least(({ rendering }) => rendering),
    heap: least(({ heap }) => heap),
    errors: least(({ errors }) => errors),
    firstMark: marks.length ? Math.min(...marks) : undefined,
  };
}

const isWorker = (target: Target) => target.type() === 'service_worker';

/** A page of the extension in which nothing of it runs. It stays, where the worker is stopped when nothing asks it. */
export async function quietPage(browser: Browser): Promise<Page> {
  const first = await browser.waitForTarget(isWorker);
  const page = await browser.newPage();
  await page.goto(new URL('/manifest.json', first.url()).href);
  return page;
}

/** The worker, where it runs. */
export async function workerOf(browser: Browser): Promise<WebWorker | undefined> {
  return (await browser.targets().find(isWorker)?.worker()) ?? undefined;
}

/** ms from a message of the page to the mentions in it, by a worker that the browser has to start first, `count` times. */
export async function workerTimes(browser: Browser, page: Page, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    await endServiceWorker(browser);
    times.push(
      await page.evaluate(async () => {
        const start = performance.now();
        const text = { blocks: ['Maryam Rajavi spoke to Javaid Rehman in Geneva.'] };
        const answer = await chrome.runtime.sendMessage({ sidelight: 'annotate', request: { page: text, known: [] } });
        if (!answer?.reply?.mentions.length) throw new Error(`expected mentions; found ${JSON.stringify(answer)}`);
        return performance.now() - start;
      }),
    );
  }
  return times;
}
