/**
 * What the content script costs a page, in real Chromium: `npm run bench -- page [--pages DIR] [--extension DIR] [--json]`. Pages are those
 * of the gallery and the `.html` files of DIR. Each page is loaded alone, with Sidelight, with Sidelight and 100,000 more names, with mark.js
 * and with a naive script that wraps every match, all looking for the same names.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core';
import { ensureBrowser } from '../../tools/browsers.mjs';
import { bundledNames, peerExtension, withManyNames } from './peers.ts';
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

interface Row {
  suite: 'page';
  case: string;
  subject: string;
  metric: string;
  value: number;
  unit: string;
}

interface Measured extends Cost {
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

async function traced(session: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
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

async function measure(browser: Browser, origin: string, url: string): Promise<Measured> {
  const page = await browser.newPage();
  try {
    let errors = 0;
    page.on('pageerror', () => errors++);
    await page.evaluateOnNewDocument(noteFirstMark);
    // The same process serves the page then: no start of a renderer falls into the measurement.
    await page.goto(new URL('/blank', url).href);
    const session = await page.createCDPSession();
    const events = await traced(session, async () => {
      await page.goto(url, { waitUntil: 'load', timeout: 30_000 });
      await new Promise((done) => setTimeout(done, watched));
    });
    const firstMark = await page.evaluate(() => (globalThis as { firstMark?: number }).firstMark);
    await session.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize = 0 } = await page.metrics();
    return { ...costOf(events, origin, url), firstMark, heap: JSHeapUsedSize / 1e6, errors };
  } finally {
    await page.close();
  }
}

const quantile = (values: readonly number[], q: number) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
};

/** Where a browser says that an extension's scripts come from; peers and Sidelight are the only extension in theirs. */
const extensionOrigin = 'chrome-extension://';

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      pages: { type: 'string' },
      extension: { type: 'string', default: '.output/chrome-mv3-e2e' },
      subjects: { type: 'string' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const extension = resolve(values.extension);
  if (!existsSync(`${extension}/manifest.json`))
    throw new Error(`Expected a build in ${values.extension}: run "npx wxt build --mv3 --mode e2e" first.`);
  const folders = ['tests/pages', ...(values.pages ? [values.pages] : [])];
  const files = folders
    .flatMap((folder) => globSync(`${folder}/*.html`))
    .filter((file) => !values.only || file.includes(values.only))
    .sort();
  if (values.pages && !files.some((file) => file.startsWith(values.pages!)))
    throw new Error(`Expected .html files in ${values.pages} and found none.`);

  const server = createServer((request, response) => {
    const file = files[Number(/^\/(\d+)$/.exec(request.url ?? '')?.[1] ?? -1)];
    response.writeHead(file || request.url === '/blank' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(file ? readFileSync(file) : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const names = bundledNames(extension);
  const subjects: Record<string, () => string | undefined | Promise<string>> = {
    'page alone': () => undefined,
    sidelight: () => extension,
    'sidelight +100k names': () => withManyNames(extension, 100_000),
    'mark.js': () => peerExtension('mark.js', names),
    'naive wrap': () => peerExtension('naive wrap', names),
  };
  const chosen = values.subjects?.split(',') ?? Object.keys(subjects);
  const results = new Map<string, Map<string, Measured>>();
  for (const subject of chosen) {
    const browser = await launch(await subjects[subject]!());
    const found = new Map<string, Measured>();
    results.set(subject, found);
    try {
      // The welcome page opens at install; a first page warms the worker up, as it is in use.
      await new Promise((done) => setTimeout(done, 1000));
      await measure(browser, extensionOrigin, `${origin}/0`);
      for (const [index, file] of files.entries()) {
        found.set(basename(file), await measure(browser, extensionOrigin, `${origin}/${index}`));
        if (!values.json) process.stderr.write(`\r${subject} ${index + 1}/${files.length}   `);
      }
    } finally {
      await browser.close();
    }
  }
  server.close();
  if (!values.json) process.stderr.write('\n');
  report(results, names.length, values.json);
}

function report(results: Map<string, Map<string, Measured>>, names: number, json: boolean): void {
  const rows: Row[] = [];
  const add = (name: string, subject: string, metric: string, value: number, unit: string) =>
    rows.push({ suite: 'page', case: name, subject, metric, value: Math.round(value * 100) / 100, unit });
  const alone = results.get('page alone');
  for (const [subject, pages] of results) {
    for (const [name, cost] of pages) {
      add(name, subject, 'script', cost.script, 'ms');
      add(name, subject, 'longest slice', cost.slice, 'ms');
      if (cost.firstMark !== undefined) add(name, subject, 'first mark', cost.firstMark, 'ms');
    }
    const all = [...pages.values()];
    const scripts = all.map(({ script }) => script);
    add('all', subject, 'script, median', quantile(scripts, 0.5), 'ms');
    add('all', subject, 'script, p95', quantile(scripts, 0.95), 'ms');
    add('all', subject, 'longest slice, max', Math.max(...all.map(({ slice }) => slice)), 'ms');
    const marked = all.flatMap(({ firstMark }) => firstMark ?? []);
    if (marked.length) add('all', subject, 'first mark, median', quantile(marked, 0.5), 'ms');
    add('all', subject, 'pages marked', marked.length, 'pages');
    if (!alone || alone === pages) continue;
    const added = (of: (cost: Measured) => number) =>
      quantile(
        [...pages].map(([name, cost]) => of(cost) - of(alone.get(name)!)),
        0.5,
      );
    add(
      'all',
      subject,
      'rendering added, median',
      added(({ rendering }) => rendering),
      'ms',
    );
    add(
      'all',
      subject,
      'heap added, median',
      added(({ heap }) => heap),
      'MB',
    );
    const broken = [...pages].filter(([name, { errors }]) => errors > alone.get(name)!.errors);
    add('all', subject, 'pages with new errors', broken.length, 'pages');
  }
  const own = results.get('sidelight');
  if (own) {
    const total = (pages: Map<string, Measured>) => [...pages.values()].reduce((sum, { script }) => sum + script, 0);
    for (const [subject, pages] of results) {
      if (pages !== own && pages !== alone)
        add('all', subject, 'script, of sidelight’s', total(pages) / total(own), '×');
    }
  }
  if (json) for (const row of rows) console.log(JSON.stringify(row));
  else {
    console.log(`${results.values().next().value?.size} pages, ${names} names`);
    for (const { case: name, subject, metric, value, unit } of rows) {
      if (name === 'all')
        console.log(`${subject.padEnd(24)}${metric.padEnd(28)}${value.toFixed(2).padStart(10)} ${unit}`);
    }
  }
}
