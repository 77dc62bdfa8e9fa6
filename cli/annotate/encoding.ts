import { ResultType, Sniffer } from 'encoding-sniffer/sniffer';

/**
 * The text of an HTML page, decoded as a browser does it: by its byte order mark, what the server said (`charset`), or what its first 1024 bytes say of
 * themselves. A page that says nothing is UTF-8 if it can be, else Windows-1252. Never throws: what is no letter becomes U+FFFD.
 */
export function decodeHtml(bytes: Uint8Array, charset?: string): string {
  const sniffer = new Sniffer(charset && isKnown(charset) ? { transportLayerEncodingLabel: charset } : {});
  sniffer.write(bytes.subarray(0, 1024));
  const { encoding, resultType } = sniffer;
  if (resultType !== ResultType.DEFAULT && isKnown(encoding)) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function isKnown(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}
