/** For how long a tab keeps what its reader asked for there: until it leaves the origin. */
import { originOf } from './sender.ts';

export interface Asked {
  origin: string;
  /** The browser has told of a load while the tab had no address. */
  loading?: true;
}

/**
 * What is left of it when the browser tells of a change in the tab, which shows `address` then, if we may know it; `undefined`: nothing,
 * since the tab shows another origin, or one that we may not know.
 * @param early the browser tells of a load before its page is there: Firefox does, and a tab that it hands to another process has no
 *   address meanwhile. That is where the page comes from, so the next word decides: for a page of that origin, its address.
 *   A page that we may not know says nothing twice.
 */
export function stillAsked(
  asked: Asked,
  { status }: { status?: string },
  address: string | undefined,
  early: boolean,
): Asked | undefined {
  const origin = originOf(address);
  if (origin === asked.origin) return { origin };
  if (address !== undefined) return undefined;
  return early && status === 'loading' && !asked.loading ? { origin: asked.origin, loading: true } : undefined;
}
