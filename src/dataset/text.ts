/** Words of a text as a reader counts them: what stands between spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

const quoted = /“([^”]*)”|"([^"]*)"|«([^»]*)»|‘([^’]*)’(?!\p{L})/gu;

/** What stands inside quotation marks. */
export function quotationsIn(text: string): string[] {
  return [...text.matchAll(quoted)].map(([, ...inside]) => inside.find((part) => part !== undefined) ?? '');
}

/** The text without what stands inside quotation marks; lengths are kept. */
export function withoutQuotations(text: string): string {
  return text.replace(quoted, (match) => ' '.repeat(match.length));
}

/** A form in which two spellings are compared: lower case, no marks, words joined by single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}’'ʼ]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
