/**
 * That reading leaves pages as they are: `npm run bench -- unchanged`. Each `.html` file of a folder is loaded without and with the extension, served from this machine, with every other host refused. The whole tree, open shadow
 * roots included, must be the same, and no error may appear that the page alone does not have. Chance and time are the same for the page in each visit,
 * so that a page is equal to itself; one that still is not is named. Ends with 1 when a page differs.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readOptions, wrongUse } from '../../cli/command.ts';
import { type BrowserName, type Session, serve, startBrowser } from '../../tests/e2e/support/harness.ts';
import { isolated } from '../../tests/e2e/support/real-card.ts';
import { treeOf } from '../../tests/e2e/support/tree.ts';
import { buildExtensions } from '../../tools/builds.ts';
import { printRows, type Row } from '../rows.ts';

/** ms after the load event: reading begins after 150 ms of calm and is over, with its marks painted, well within this time. */
const watched = 1500;

interface Seen {
  /** False when the browser gave up the navigation. */
  loaded: boolean;
  tree: string;
  errors: string[];
  marks: number;
}

/** In the page, before its own scripts: the same numbers and the same moments in each visit. */
function repeatTime(): void {
  let state = 1;
  Math.random = () => {
    state = (Math.imul(state, 48271) >>> 0) % 2147483647;
    return state / 2147483647;
  };
  // Each look at a clock finds it 1 ms on: a page that waits for time to pass gets its way.
  let moment = Date.UTC(2026, 0, 1);
  const now = () => ++moment;
  const OwnDate = Date;
  OwnDate.now = now;
  globalThis.Date = new Proxy(OwnDate, {
    construct: (target, args, self) => Reflect.construct(target, args.length ? args : [now()], self),
    apply: () => new OwnDate(now()).toString(),
  });
  performance.now = () => now() % 1e8;
}

async function look(session: Session, url: string): Promise<Seen> {
  const page = await session.browser.newPage();
  try {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.evaluateOnNewDocument(repeatTime);
    // Firefox refuses addresses that some saved pages send their frames to, and with them the navigation.
    const loaded = await page.goto(url, { waitUntil: 'load', timeout: 120_000 }).then(
      () => true,
      () => false,
    );
    const world = isolated(page);
    await world.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), watched);
    // In the page's own world: in the other one Firefox does not let us go through the registry.
    const marks = await page.evaluate(() =>
      [...(CSS.highlights as unknown as Map<string, Highlight>).values()].reduce((sum, { size }) => sum + size, 0),
    );
    return { loaded, tree: await treeOf(world), errors: errors.toSorted(), marks };
  } finally {
    await page.close();
  }
}

const usage = `npm run -s bench -- unchanged [options]

  --pages DIR   the .html files of this folder (default: the gallery of odd pages)
  --browser chromium|firefox   one browser (default: both)
  --json        a line of JSON for each figure`;

export async function run(args: string[]): Promise<void> {
  const values = readOptions(
    usage,
    {
      pages: { type: 'string', default: 'tests/pages' },
      browser: { type: 'string', default: 'chromium,firefox' },
      json: { type: 'boolean', default: false },
    },
    args,
  );
  const files = globSync(`${values.pages}/*.html`).sort();
  if (!files.length) wrongUse(usage, `--pages: expected a folder with .html files; found none in ${values.pages}.`);
  buildExtensions();
  const site = await serve(Object.fromEntries(files.map((file) => [`/${basename(file)}`, readFileSync(file, 'utf8')])));
  site.pages.set('/favicon.ico', '');
  const rows: Row[] = [];
  let differing = 0;
  for (const name of values.browser.split(',') as BrowserName[]) {
    const bare = await startBrowser(name, { build: 'none' });
    const own = await startBrowser(name);
    const add = (metric: string, value: number, page = 'all') =>
      rows.push({ suite: 'unchanged', case: page, subject: name, metric, value, unit: 'pages' });
    const counts = {
      'read, with marks': 0,
      changed: 0,
      'with new errors': 0,
      'unequal to themselves': 0,
      'not loaded, even alone': 0,
    };
    try {
      for (const file of files) {
        const url = `${site.origin}/${basename(file)}`;
        const [alone, read] = await Promise.all([look(bare, url), look(own, url)]);
        if (!alone.loaded) counts['not loaded, even alone']++;
        if (read.marks) counts['read, with marks']++;
        const changed = read.tree !== alone.tree;
        const errors = read.errors.filter((error) => !alone.errors.includes(error));
        if (alone.loaded && !read.loaded) errors.push('did not load');
        // A page that differs is looked at once more alone: some differ from themselves, by the order in which things arrive.
        const again = changed || errors.length ? await look(bare, url) : alone;
        if (changed && again.tree !== alone.tree) counts['unequal to themselves']++;
        else if (changed) counts.changed++;
        if (errors.some((error) => !again.errors.includes(error))) counts['with new errors']++;
        if (changed || errors.length) {
          const kind = again.tree === alone.tree ? 'differs' : 'differs from itself';
          console.error(`${name} ${basename(file)}: ${kind}${errors.map((error) => `\n  ${error}`).join('')}`);
        }
      }
    } finally {
      await own.close();
      await bare.close();
    }
    add('loaded twice', files.length);
    for (const [metric, value] of Object.entries(counts)) add(metric, value);
    differing += counts.changed + counts['with new errors'];
  }
  await site.close();
  printRows(rows, values.json);
  if (differing) process.exitCode = 1;
}
