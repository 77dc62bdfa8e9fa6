/** What becomes of one document of a corpus. Runs in every thread. */
import type { MatchIndex } from '../../../src/match/index.ts';
import type { PageText } from '../../../src/match/types.ts';
import { type Bare, type Document, type FindOptions, find, fromHtml, fromText } from '../document.ts';
import { decodeHtml } from '../encoding.ts';

/** A document as it comes out of a corpus, not yet understood. */
export type Item = {
  /** Where it stands, for messages: `corpus.jsonl, line 7`. */
  place: string;
  /** Bytes, unpacked. */
  size: number;
} & (
  | { form: 'line'; line: string }
  | { form: 'html' | 'text'; id: string; bytes: Uint8Array; url?: string; charset?: string }
  /** It could not be read. */
  | { form: 'lost'; id: string | null; problem: string }
);

/** One line of output, but for what the packs know of the mentioned. */
export type Answer =
  | { id: unknown; error: string }
  | ({ id: unknown; outlet?: string; published?: string; mentions: Bare[] } & {
      /** Of pages: mentions stand in a text that only this program has. */
      url?: string;
      title?: string;
      lang?: string;
      text?: string;
    });

/** @returns an answer with an `error` where the document cannot be used; never throws */
export function answerTo(item: Item, indexes: readonly MatchIndex[], options: FindOptions): Answer {
  let id: unknown = item.form === 'line' ? null : item.id;
  try {
    if (item.form === 'lost') return { id, error: item.problem };
    if (item.form === 'line') {
      const value = readLine(item.line);
      id = value.id ?? null;
      const { document, outlet } = readDocument(value);
      return {
        id,
        ...(outlet && { outlet }),
        ...(document.published && { published: document.published }),
        mentions: find(document, indexes, options),
      };
    }
    const document = item.form === 'html' ? fromHtml(decodeHtml(item.bytes, item.charset)) : plain(item.bytes);
    const { title, lang, published, text } = document;
    const url = item.url ?? document.url;
    const outlet = hostOf(url);
    return {
      id,
      ...(url && { url }),
      ...(outlet && { outlet }),
      ...(title && { title }),
      ...(lang && { lang }),
      ...(published && { published }),
      text,
      mentions: find(document, indexes, options),
    };
  } catch (error) {
    return { id, error: (error as Error).message };
  }
}

const plain = (bytes: Uint8Array): Document => fromText(new TextDecoder().decode(bytes));

/** @throws {Error} that says what was expected and found */
export function readLine(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`expected an object with "id" and "text"; found ${line.slice(0, 60)}`);
  return value as Record<string, unknown>;
}

function readDocument(value: Record<string, unknown>): { document: Document; outlet: string | undefined } {
  const { id, text: body, title, lang, published, outlet, url } = value;
  if (typeof body !== 'string') return refuse('text', body);
  if (id === undefined) return refuse('id', id);
  for (const [key, found] of Object.entries({ title, lang, published, outlet, url }))
    if (found !== undefined && found !== null && typeof found !== 'string') return refuse(key, found);
  const about = Object.entries({ title, lang, published }).filter(([, found]) => found);
  return {
    document: fromText(body, Object.fromEntries(about) as Omit<PageText, 'blocks'>),
    outlet: (outlet as string | undefined) || hostOf(url as string | undefined),
  };
}

function refuse(key: string, found: unknown): never {
  throw new Error(`expected "${key}" to be a text; found ${JSON.stringify(found) ?? 'nothing'}`);
}

/** The host of an address, by which an outlet is known that is not named otherwise. */
function hostOf(url: string | null | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || undefined : undefined;
}
