/**
 * What the content script costs a page, in real Chromium: `npm run bench -- page`. Of the measurements of a page the lowest figure is taken: other
 * work on the machine only adds. Each page is loaded alone, with Sidelight, with Sidelight and 100,000 more names, with mark.js and with a naive
 * script that wraps every match, all looking for the same names; as the first page of a process, which is how browsers show nearly every site, and
 * in a process that has shown another.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { readOptions, wrongUse } from '../../../cli/command.ts';
import { cardTimes } from '../cards.ts';
import { launch, lowest, type Measured, measure, quietPage, workerTimes } from './measure.ts';
import { bundledNames, peerExtension, withManyNames } from './peers.ts';
import { printResults } from './print-results.ts';

/** Where a browser says that an extension's scripts come from; peers and Sidelight are the only extension in theirs. */
const extensionOrigin = 'chrome-extension://';

const usage = `npm run -s bench -- page [options]

  --pages DIR   the .html files of this folder too, beside the gallery
  --only WORD   the pages with this word in their path
  --part I/N    of these every Nth, from the Ith
  --runs N      measurements of each (default 3)
  --first       as the first page of a process alone
  --subjects A,B   these alone, beside the page alone
  --extension DIR  another build than .output/chrome-mv3-e2e
  --json        a line of JSON for each figure`;

export async function run(args: string[]): Promise<void> {
  const values = readOptions(
    usage,
    {
      pages: { type: 'string' },
      extension: { type: 'string', default: '.output/chrome-mv3-e2e' },
      subjects: { type: 'string' },
      only: { type: 'string' },
      part: { type: 'string', default: '1/1' },
      runs: { type: 'string', default: '3' },
      first: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    args,
  );
  const extension = resolve(values.extension);
  if (!existsSync(`${extension}/manifest.json`))
    wrongUse(usage, `Expected a build in ${values.extension}: run "npm run build" first.`);
  const [part = 0, parts = 0] = values.part.split('/').map(Number);
  if (!(part >= 1 && part <= parts)) wrongUse(usage, `--part: expected I/N, as 1/3; found "${values.part}".`);
  const folders = ['tests/pages', ...(values.pages ? [values.pages] : [])];
  const files = folders
    .flatMap((folder) => globSync(`${folder}/*.html`))
    .filter((file) => !values.only || file.includes(values.only))
    .sort()
    .filter((_, index) => index % parts === part - 1);
  if (!files.length) wrongUse(usage, 'Expected pages with these options; found none.');
  if (values.pages && !globSync(`${values.pages}/*.html`).length)
    wrongUse(usage, `--pages: expected a folder with .html files; found none in ${values.pages}.`);

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
  const firsts = new Map<string, Map<string, Measured>>();
  let cards: number[] = [];
  let workers: number[] = [];
  for (const subject of chosen) {
    const browser = await launch(await subjects[subject]!());
    const first = new Map<string, Measured>();
    const later = new Map<string, Measured>();
    firsts.set(subject, first);
    if (!values.first) results.set(subject, later);
    const measured = async (url: string, isFirst: boolean) => {
      const runs: Measured[] = [];
      for (let run = 0; run < Number(values.runs); run++) {
        runs.push(await measure(browser, extensionOrigin, url, isFirst));
      }
      return lowest(runs);
    };
    try {
      // The welcome page opens at install; a first page warms the worker up, as it is in use.
      await new Promise((done) => setTimeout(done, 1000));
      await measure(browser, extensionOrigin, `${origin}/0`);
      for (const [index, file] of files.entries()) {
        first.set(basename(file), await measured(`${origin}/${index}`, true));
        if (!values.first) later.set(basename(file), await measured(`${origin}/${index}`, false));
        if (!values.json) process.stderr.write(`\r${subject} ${index + 1}/${files.length}   `);
      }
      const article = files.findIndex((file) => file.endsWith('tests/pages/article.html'));
      if (article < 0 || values.first) continue;
      if (subject !== 'sidelight') continue;
      cards = await cardTimes(browser, `${origin}/${article}`, 11);
      workers = await workerTimes(browser, await quietPage(browser), 11);
    } finally {
      await browser.close();
    }
  }
  server.close();
  if (!values.json) process.stderr.write('\n');
  printResults({ results, firsts, cards, workers, names: names.length }, values.json);
}
