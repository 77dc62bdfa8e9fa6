/** What the browser says of a sender decides for which site it speaks, and of which packs of the reader it hears. */
import type { Sender } from '../messages/index.ts';
import type { Scope } from './own-packs.ts';

/** The host a content script speaks for: that of the tab, so that a frame follows the page it stands in. */
export function siteOf({ own, top, url }: Sender): string | undefined {
  const address = own ? undefined : (top ?? url);
  return address === undefined ? undefined : new URL(address).hostname;
}

/** Scheme, host and port of an address; nothing for one that has none (`about:blank`, `data:`), or that is not known. */
export function originOf(address: string | undefined): string | undefined {
  const origin = address === undefined ? undefined : URL.parse(address)?.origin;
  return origin === 'null' ? undefined : origin;
}

/**
 * Extension pages hear of all packs; a frame of those that are always marked, or of all when the reader asked for it on the page of the
 * tab, at `asked` (an origin), and the frame is of the same origin: a page can read the text of its marks.
 */
export function scopeOf({ own, top, origin }: Sender, asked: unknown): Scope {
  if (own) return 'all';
  return origin !== undefined && origin === asked && originOf(top) === asked ? 'all' : 'always';
}
