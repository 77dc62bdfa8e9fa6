import { parseArgs } from 'node:util';
import { createLibrary } from '../../src/dataset/library.ts';
import type { Source } from '../../src/dataset/schema.ts';
import { readDataset } from './files.ts';

/** ms until an address counts as not answering. */
const patience = 20_000;
/** Addresses opened at once, never two of one host. */
const atOnce = 6;
/** Bytes read of a page in search of its title. */
const titleBytes = 200_000;

export interface LinkReport {
  id: string;
  url: string;
  /** HTTP status; absent when nobody answered. */
  status?: number;
  /** Where redirects led, when that is another address. */
  moved?: string;
  title?: string;
  error?: string;
  /** A stored copy, when the address fails and the archive has one. */
  archive?: string;
}

/**
 * `pack links [SOURCE…]`: opens the address of every source, for a maintainer with a network. Notes status, redirects and
 * title, and proposes a stored copy where a page is gone. It changes no file and never runs in tests.
 */
export async function links(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' }, json: { type: 'boolean' } },
  });
  const library = createLibrary((await readDataset(values.data)).map(({ pack }) => pack));
  const sources = [...library.sources.values()]
    .map(({ source }) => source)
    .filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  let failures = 0;
  await openAll(sources, (found) => {
    if (found.error !== undefined || (found.status ?? 0) >= 400) failures++;
    console.log(values.json ? JSON.stringify(found) : line(found));
  });
  return failures === 0 ? 0 : 1;
}

function line({ id, url, status, moved, title, error, archive }: LinkReport): string {
  const details = [moved && `moved to ${moved}`, title && `"${title}"`, error, archive && `stored copy: ${archive}`];
  return [`${status ?? '---'}  ${id}  ${url}`, ...details.filter(Boolean).map((detail) => `       ${detail}`)].join(
    '\n',
  );
}

/** Opens the addresses host by host, so that no host gets two requests at once. */
export async function openAll(
  sources: readonly Source[],
  done: (report: LinkReport) => void,
  archive = findArchived,
): Promise<void> {
  const addresses = sources.flatMap(({ id, URL: url }) =>
    url !== undefined && URL.canParse(url) ? [{ id, url }] : [],
  );
  const hosts = [...Map.groupBy(addresses, ({ url }) => new URL(url).host).values()];
  const worker = async () => {
    for (let host = hosts.pop(); host !== undefined; host = hosts.pop())
      for (const { id, url } of host) {
        const found = await open(id, url);
        const gone = found.error !== undefined || (found.status ?? 0) >= 400;
        const copy = gone ? await archive(url) : undefined;
        done(copy === undefined ? found : { ...found, archive: copy });
      }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function open(id: string, url: string): Promise<LinkReport> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience), headers: { accept: 'text/html,*/*' } });
    const title = response.headers.get('content-type')?.includes('html') ? titleIn(await start(response)) : undefined;
    await response.body?.cancel();
    return {
      id,
      url,
      status: response.status,
      ...(response.url === url ? {} : { moved: response.url }),
      ...(title === undefined ? {} : { title }),
    };
  } catch (error) {
    const { message, cause } = error as Error;
    return { id, url, error: cause instanceof Error ? cause.message : message };
  }
}

/** The first bytes of a page as text. Releases the body, so that the rest is not fetched. */
async function start(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader && text.length < titleBytes && !/<\/title>/iu.test(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  reader?.releaseLock();
  return text;
}

function titleIn(html: string): string | undefined {
  return /<title[^>]*>([^<]*)</iu.exec(html)?.[1]?.replace(/\s+/gu, ' ').trim() || undefined;
}

async function findArchived(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(`https://archive.org/wayback/available?url=${encodeURIComponent(url)}`, {
      signal: AbortSignal.timeout(patience),
    });
    const found = (await response.json()) as { archived_snapshots?: { closest?: { url?: string } } };
    return found.archived_snapshots?.closest?.url;
  } catch {
    // The archive is a help; without it the report stands as it is.
    return undefined;
  }
}
