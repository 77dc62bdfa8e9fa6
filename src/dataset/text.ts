/** Words of a text as a reader counts them: what stands between spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Quotations with their marks, of the languages of the interface; an apostrophe ends none. */
export const quotations = /„[^“”]*[“”]|“[^”]*”|«[^»]*»|‹[^›]*›|"[^"]*"|‘[^’]*’(?!\p{L})/gu;

/** What stands inside quotation marks. */
export function quotationsIn(text: string): string[] {
  return (text.match(quotations) ?? []).map((quotation) => quotation.slice(1, -1));
}

/** The text without what stands inside quotation marks; lengths are kept. */
export function withoutQuotations(text: string): string {
  return text.replace(quotations, (match) => ' '.repeat(match.length));
}

/** Words by which a sentence says that somebody says it, by how they begin. */
export const attribution =
  /\b(?:accus|accord|allege|announc|answer|argu|banner|call|claim|conclud|condemn|confirm|count(?:ed|s)\b|declar|demand|den(?:y|ied|ies)|describ|designat|document|estimat|f(?:ound|inds?)\b|g(?:ave|ives?)\b|headline|label|list|name|not(?:ed|es)\b|phrase|publish|quot|recommend|record|refer|reject|report|said|say|slogan|speak|spoke|state|term|title|told|urg|use|verif|warn|word|write|wrote)/iu;

/** A form in which two spellings are compared: lower case, no marks, words joined by single spaces. */
export function plainForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}’'ʼ]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
