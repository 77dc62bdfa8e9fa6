/** The host of an address, or nothing when the address is none. `example.org.` is `example.org`. */
export function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).hostname.replace(/\.$/u, '') : undefined;
}
