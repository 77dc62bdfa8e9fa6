/** `npm run dev`: development mode. Builds the extension, opens a page in a browser with it, and reloads it when a file changes. */
import { resolve } from 'node:path';
import { createServer } from 'wxt';
import { pageReport } from '../browser-driver/ask-page.ts';
import { freePort } from '../browser-driver/controls.ts';
import { launch, openExtensionPage } from '../browser-driver/launch.ts';
import { patience } from '../browser-driver/patience.ts';
import { type Options, readOptions, servePage } from './page-to-show.ts';

const usage = `Usage: npm run dev [-- options]

  --browser chromium|firefox   which browser (default: Chromium, Chrome or Edge; else Firefox)
  --url URL|FILE               the page to show (default: the sample article)
  --headless                   no window: print how many mentions were found, then go on building`;

async function develop({ browser: name, page, headless }: Options): Promise<void> {
  const target = name === 'chromium' ? 'chrome' : 'firefox';
  // The browser is started here and not by WXT: found as everywhere in this project, with a new profile.
  const server = await createServer({
    browser: target,
    manifestVersion: 3,
    webExt: { disabled: true },
    // WXT's own choice is the same for two that start at once, and one of them would end.
    dev: { server: { port: await freePort() } },
  });
  await server.start();
  const site = await servePage(page);
  const launched = await launch(name, { extension: resolve('.output', `${target}-mv3-development`), headless });
  const end = async () => {
    site.stop();
    await launched.browser.close();
    await server.stop();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  launched.browser.once('disconnected', () => void end());
  console.log(`The extension runs in ${name}.`);
  // A page without a script of its own: those of the others are made when they are asked for.
  const control = headless ? await openExtensionPage(launched, 'manifest.json') : undefined;
  const shown = await launched.browser.newPage();
  await shown.goto(site.url);
  await shown.bringToFront();
  if (control) {
    const { mentions } = await pageReport(control, site.url, 2 * patience);
    console.log(`${site.url}: ${mentions.length} mentions`);
  }
  console.log(
    'Change a file and the extension is built and loaded anew. Close the browser, or press Ctrl+C here, to end.',
  );
}

try {
  const options = readOptions();
  if (options === 'help') console.log(usage);
  else await develop(options);
} catch (error) {
  console.error(`${(error as Error).message}\n\n${usage}`);
  process.exit(1);
}
