/** What kind of data a file holds, from its first bytes: names and types of files are what their sender says. */
export const importFormats = ['pack', 'wikidata', 'ftm', 'csv', 'claimreview'] as const;
export type ImportFormat = (typeof importFormats)[number];

const marks: readonly [ImportFormat, RegExp][] = [
  ['pack', /"format"\s*:\s*"sidelight-pack"/],
  ['claimreview', /"ClaimReview"/],
  ['wikidata', /"results"\s*:\s*\{\s*"bindings"|"head"\s*:\s*\{\s*"vars"/],
  ['ftm', /"schema"\s*:\s*"[A-Z]\w*"/],
  ['wikidata', /"(?:labels|claims|sitelinks)"\s*:|"type"\s*:\s*"item"/],
];

/** `head`: the first characters of the file, unpacked. Nothing for JSON that is none of the known kinds. */
export function guessFormat(head: string): ImportFormat | undefined {
  if (!/^\uFEFF?\s*[[{]/.test(head)) return 'csv';
  return marks.find(([, mark]) => mark.test(head))?.[0];
}
