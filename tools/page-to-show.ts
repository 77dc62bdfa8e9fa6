/** What `npm start` and `npm run dev` are told on the command line, and the page that they open. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../browser-driver/find-browser.mjs';
import type { BrowserName } from '../browser-driver/launch.ts';

const sample = 'public/sample.html';

export interface Options {
  browser: BrowserName;
  /** Address or file. */
  page: string;
  /** Asked for, or there is no display. */
  headless: boolean;
}

/** @throws {Error} with what was expected and found */
export function readOptions(): Options | 'help' {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string' },
      url: { type: 'string', default: sample },
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { browser = findBrowser('chromium') || !findBrowser('firefox') ? 'chromium' : 'firefox' } = values;
  if (browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`--browser: expected chromium or firefox; found "${browser}".`);
  }
  if (!/^https?:/.test(values.url) && !existsSync(values.url)) {
    throw new Error(`--url: expected an address (http://…) or a file; found "${values.url}", which is neither.`);
  }
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return { browser, page: values.url, headless: values.headless || !display };
}

/** The page's address: a file is served on a free loopback port, since extensions do not run on `file:` by default. */
export async function servePage(page: string): Promise<{ url: string; stop(): void }> {
  if (/^https?:/.test(page)) return { url: page, stop: () => undefined };
  if (statSync(page).isDirectory()) throw new Error(`--url: expected a file; found the folder "${page}".`);
  const types: Record<string, string> = {
    '.xml': 'application/xml',
    '.xhtml': 'application/xhtml+xml',
    '.txt': 'text/plain',
  };
  const type = types[extname(page).toLowerCase()] ?? 'text/html';
  const server = createServer((request, response) => {
    const known = request.url === '/';
    response.writeHead(known ? 200 : 404, { 'content-type': `${type}; charset=utf-8` });
    response.end(known ? readFileSync(page) : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
}
