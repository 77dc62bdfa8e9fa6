/** The pages of a web archive (WARC, ISO 28500): responses and resources with HTML, and texts that were made of pages, as in Common Crawl's WET files. */
import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import { AsyncIterReader, StatusAndHeadersParser, WARCParser, type WARCRecord } from 'warcio';
import type { Item } from './answer.ts';
import { largestDocument, lost, type Tell } from './lost.ts';

/** What a record holds for a reader, or why it holds nothing. */
type Content = { type: string; body: Uint8Array; cut?: boolean } | { leftOut: string };

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number; finishFlush?: number }) => Promise<Uint8Array>;

/** How each coding is unpacked, and the flush by which it gives what there is of a page that is cut. */
const unpackers: Record<string, { unpack: Unpack; flush: number }> = {
  gzip: { unpack: promisify(gunzip), flush: constants.Z_SYNC_FLUSH },
  'x-gzip': { unpack: promisify(gunzip), flush: constants.Z_SYNC_FLUSH },
  br: { unpack: promisify(brotliDecompress), flush: constants.BROTLI_OPERATION_FLUSH },
  zstd: { unpack: promisify(zstdDecompress), flush: constants.ZSTD_e_flush },
  // The standard means zlib's format; some servers send what it wraps.
  deflate: {
    unpack: (bytes, options) => promisify((bytes[0]! & 0x0f) === 8 ? inflate : inflateRaw)(bytes, options),
    flush: constants.Z_SYNC_FLUSH,
  },
};

/**
 * Each page is known by the id of its record. What is left out is reported at the end, by reason. The HTTP part of a record is read here and not by the
 * library, which passes over a record that is cut and knows no Brotli.
 */
export async function* warcItems(bytes: AsyncIterable<Uint8Array>, file: string, tell: Tell): AsyncGenerator<Item> {
  const leftOut = new Map<string, number>();
  let number = 0;
  for await (const record of new WARCParser(new AsyncIterReader(bytes, null), { parseHttp: false })) {
    number++;
    const id = record.warcHeader('WARC-Record-ID') ?? null;
    const place = [file, `record ${number}`].filter(Boolean).join(', ');
    const length = Number(record.warcHeader('Content-Length') ?? Number.NaN);
    if (id === null || !(length >= 0)) {
      yield lost(place, id, 'expected a record with an id and a length; found a file that is cut or damaged here');
      break;
    }
    if (length > largestDocument) {
      yield lost(place, id, `expected at most ${largestDocument / 2 ** 20} MB; found ${length} bytes`);
      continue;
    }
    const payload = await record.readFully(false);
    if (payload.length < length) {
      yield lost(place, id, `expected ${length} bytes; found ${payload.length}: the file is cut`);
      break;
    }
    try {
      const content = await contentOf(record, payload);
      if ('leftOut' in content) leftOut.set(content.leftOut, (leftOut.get(content.leftOut) ?? 0) + 1);
      else {
        if (content.cut) tell(place, 'expected a whole page; found one that is cut: what there is of it is read');
        yield { place, id, size: content.body.length, ...page(content, record.warcTargetURI) };
      }
    } catch (error) {
      yield lost(place, id, (error as Error).message);
    }
  }
  if (leftOut.size > 0)
    tell(file || 'standard input', `left out: ${[...leftOut].map(([why, count]) => `${count} ${why}`).join(', ')}`);
}

function page({ type, body }: Extract<Content, { body: Uint8Array }>, target: string | null | undefined) {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1];
  // Some archives put addresses between angle brackets, as an early draft had it.
  const url = target?.replace(/^<(.*)>$/, '$1');
  const form = isHtml(type) ? ('html' as const) : ('text' as const);
  return { form, bytes: body, ...(url && { url }), ...(charset && { charset }) };
}

const isHtml = (type: string) => /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type);

async function contentOf(record: WARCRecord, payload: Uint8Array): Promise<Content> {
  const { warcType, warcContentType } = record;
  const type = warcContentType ?? '';
  if (warcType === 'resource')
    return isHtml(type) ? { type, body: payload } : { leftOut: 'resources that are no HTML' };
  if (warcType === 'conversion')
    return /^\s*text\/plain\b/i.test(type) ? { type, body: payload } : { leftOut: 'conversions that are no text' };
  if (warcType !== 'response' || !/^\s*application\/http\b/i.test(type))
    return { leftOut: `records of type ${warcType ?? 'unknown'}` };
  return responseOf(payload);
}

/** @throws {Error} when what the server packed cannot be unpacked */
async function responseOf(payload: Uint8Array): Promise<Content> {
  const reader = new AsyncIterReader([payload], null);
  const http = await new StatusAndHeadersParser().parse(reader, { headersClass: Headers });
  if (http === null) throw new Error('expected an HTTP response; found none');
  const header = (name: string) => http.headers.get(name) ?? '';
  if (http.statusCode !== 200) return { leftOut: `responses with status ${http.statusCode}` };
  const type = header('content-type');
  if (!isHtml(type)) return { leftOut: 'responses that are no HTML' };
  const chunked = /\bchunked\b/i.test(header('transfer-encoding'));
  let body = await new AsyncIterReader(reader, null, chunked).readFully();
  let cut = false;
  for (const coding of header('content-encoding').toLowerCase().split(',').reverse()) {
    const name = coding.trim();
    if (name === '' || name === 'identity') continue;
    const unpacker = unpackers[name];
    if (!unpacker) throw new Error(`expected gzip, deflate, br or zstd; found the encoding "${name}"`);
    // Many archives keep the header and store the page unpacked.
    if (!looksPacked(name, body)) continue;
    try {
      body = await unpacker.unpack(body, { maxOutputLength: largestDocument });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'Z_BUF_ERROR') throw error;
      body = await unpacker.unpack(body, { maxOutputLength: largestDocument, finishFlush: unpacker.flush });
      cut = true;
    }
  }
  return { type, body, cut };
}

/** Whether bytes can be what a server packed so. Brotli has no sign of its own, but does not begin like a page. */
function looksPacked(name: string, bytes: Uint8Array): boolean {
  if (name.endsWith('gzip')) return bytes[0] === 0x1f && bytes[1] === 0x8b;
  return !/^\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64)));
}
