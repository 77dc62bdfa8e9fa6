/**
 * The address that opens a page at a quotation (URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/).
 * A fragment that the address already has is kept. PDF viewers read the fragment as their own parameters, so they get none.
 */
export function textFragment(address: string, quote: string | undefined): string {
  if (!quote || /\.pdf(?:[?#]|$)/i.test(address)) return address;
  // "-" and "," are syntax of the directive; encodeURIComponent leaves the hyphen alone.
  const directive = `:~:text=${encodeURIComponent(quote.toWellFormed()).replace(/-/g, '%2D')}`;
  return address.includes('#') ? `${address}${directive}` : `${address}#${directive}`;
}
