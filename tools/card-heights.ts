/**
 * How high the card of each entity that people edit is at its first paint, in a real browser with room for all of it:
 * `npm run heights`. Fails when fewer than 95 of a hundred are within 420 px.
 */
import { readFile } from 'node:fs/promises';
import { readDataset } from '../cli/pack/files.ts';
import { createLibrary } from '../src/dataset/library.ts';
import { cardData } from '../src/dataset/link.ts';
import { withTitles } from '../src/entry-view/tongue.ts';
import type { Setup } from '../tests/e2e/card/page.ts';
import { bundleForPage, serve, startBrowser } from '../tests/e2e/support/harness.ts';

const most = 420;
const share = 0.95;

const today = new Date().toISOString().slice(0, 10);
const library = createLibrary((await readDataset('data')).map(({ pack }) => pack));
const ids = [...library.entities.keys()];
const setup: Setup = {
  entries: Object.fromEntries(ids.map((id) => [id, withTitles(cardData(library, id, today)!, 'en')])),
  mentions: Object.fromEntries(ids.map((id) => [id, { entity: id }])),
  config: {
    texts: JSON.parse(await readFile('locales/en.json', 'utf8')),
    ...{ language: 'en', direction: 'ltr', settings: { open: 'click', dwell: 0, theme: 'light' } },
  },
  // A page that says its date has one line more.
  published: today,
};
const marks = ids.map((id) => `<i data-mark="${id}">x</i>`).join(' ');
const site = await serve({
  '/card.js': { body: await bundleForPage('tests/e2e/card/page.ts', 'CardPage'), type: 'text/javascript' },
  '/': `<!doctype html><meta charset="utf-8"><title>Cards</title><style>i { position: fixed; top: 8px }</style>${marks}`,
});
const session = await startBrowser('chromium', { viewport: { width: 800, height: 1600 }, build: 'none' });
try {
  const page = await session.open(site.origin);
  await page.addScriptTag({ url: '/card.js' });
  const heights = await page.evaluate(
    async (given, wanted) => {
      const card = globalThis.CardPage;
      card.start(given);
      const found: [string, number][] = [];
      for (const id of wanted) {
        card.open(id);
        // The entry is there with the next tasks; its texts are sealed before the frame.
        do await new Promise((done) => requestAnimationFrame(done));
        while (!card.isShown());
        found.push([id, card.query('.card')!.offsetHeight]);
        card.close();
      }
      return found;
    },
    setup,
    ids,
  );
  const high = heights.filter(([, height]) => height > most).sort((a, b) => b[1] - a[1]);
  for (const [id, height] of high) console.log(`${height} px  ${id}`);
  const sorted = heights.map(([, height]) => height).sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1];
  const within = sorted.filter((height) => height <= most).length;
  console.log(`${sorted.length} cards, px: median ${at(0.5)}, 95th percentile ${at(0.95)}, highest ${at(1)}`);
  console.log(`${within} of ${sorted.length} (${((100 * within) / sorted.length).toFixed(1)} %) within ${most} px`);
  if (within < share * sorted.length) process.exitCode = 1;
} finally {
  await session.close();
  await site.close();
}
