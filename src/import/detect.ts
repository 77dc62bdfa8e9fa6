/** What a file is, from its first bytes: names and types of files are what their sender says. */
import { wideEncodingOf } from './decode.ts';
import { type Foreign, foreignOf, zipOf } from './foreign.ts';

export const importFormats = [
  'pack',
  'csv',
  'wikidata',
  'ftm',
  'claimreview',
  'popolo',
  'sources',
  'tei',
  'records',
] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface Detected {
  format?: ImportFormat;
  /** In which form: `xlsx` and `json` are tables too. */
  form?: 'xlsx' | 'ods' | 'json' | 'statements' | 'html' | 'ris' | 'bibtex' | 'query' | 'text';
  foreign?: Foreign;
}

/** Bytes of a head: enough for the first records of any file. */
export const headSize = 65_536;

const json: readonly [ImportFormat, RegExp, Detected['form']?][] = [
  ['pack', /"format"\s*:\s*"sidelight-pack"/],
  ['records', /^\s*\{\s*"entity"\s*:\s*\{\s*"id"/],
  [
    'claimreview',
    /"(?:schema:|https?:\/\/schema\.org\/)?ClaimReview"|"claimReview"\s*:|"claims"\s*:\s*\[\s*\{\s*"(?:text|claimant|claimDate)"/,
  ],
  [
    'csv',
    /"head"\s*:\s*\{\s*(?:"link"\s*:\s*\[[^\]]*\]\s*,\s*)?"vars"|"results"\s*:\s*\{\s*(?:"\w+"\s*:\s*\w+\s*,\s*)*"bindings"/,
    'json',
  ],
  ['ftm', /"schema"\s*:\s*"[A-Z]\w*"/],
  ['popolo', /"(?:persons|memberships)"\s*:\s*\[/],
  ['wikidata', /"(?:labels|claims|sitelinks)"\s*:\s*[{[]|"type"\s*:\s*"(?:item|property)"/],
  [
    'sources',
    /"type"\s*:\s*"(?:article(?:-\w+)?|book|chapter|report|thesis|webpage|paper-conference|motion_picture|broadcast|legislation|legal_case|manuscript|document|entry-\w+|post(?:-\w+)?|interview|speech|bill|treaty)"|"(?:citation-key|container-title|date-parts)"\s*:/,
  ],
];

/** `head`: the first bytes of the file, unpacked. Neither format nor foreign: JSON of no known kind. */
export function detect(head: Uint8Array): Detected {
  const latin = Array.from(head.subarray(0, 4096), (byte) => String.fromCharCode(byte)).join('');
  if (/^PK\p{Cc}\p{Cc}/u.test(latin)) {
    const zip = zipOf(Array.from(head, (byte) => String.fromCharCode(byte)).join(''));
    return typeof zip === 'string' ? { format: 'csv', form: zip } : { foreign: zip };
  }
  const text = new TextDecoder(wideEncodingOf(head) ?? 'utf-8').decode(head);
  const foreign = foreignOf(latin, text);
  if (foreign) return { foreign };
  if (/^\uFEFF?\s*[[{]/u.test(text)) return detectJson(text);
  if (/^\uFEFF?\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|script)\b/isu.test(text))
    return { format: 'claimreview', form: 'html' };
  if (/^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<[!?][^>]*>\s*)*<(?:TEI|teiCorpus|listPerson|listOrg|listPlace)\b/u.test(text))
    return { format: 'tei' };
  if (/^\uFEFF?\s*<\?xml/u.test(text))
    return { foreign: { is: 'an XML file', todo: 'make a table of its names, and bring that as CSV' } };
  // Some programs number the references, or write a note above them.
  if (/^\uFEFF?\s*TY {1,2}- ?\w+/mu.test(text) && /^(?:T[1I]|A[1U]|PY|ER) {1,2}-/mu.test(text))
    return { format: 'sources', form: 'ris' };
  if (/^\uFEFF?\s*(?:%[^\n]*\n\s*)*@\w+\s*[{(]/u.test(text)) return { format: 'sources', form: 'bibtex' };
  if (/^\uFEFF?"?canonical_id"?,|^\uFEFF?(?:[\w"]+,)*"?prop"?,(?:[\w"]+,)*"?value"?(?:,|\r?\n)/u.test(text))
    return { format: 'ftm', form: 'statements' };
  // Results of the query service of Wikidata, with or without the question marks of its variables.
  if (/^\uFEFF?(?:\?\w+(?:\t\?\w+)*|item(?:[,\t]\w+)*[,\t]itemLabel(?:[,\t]\w+)*)\r?\n/u.test(text))
    return { format: 'csv', form: 'query' };
  return { format: 'csv', form: 'text' };
}

function detectJson(text: string): Detected {
  const [format, , form] = json.find(([, sign]) => sign.test(text)) ?? [];
  if (format) return { format, ...(form && { form }) };
  if (/^\uFEFF?\s*(?:\[\s*)?\{/u.test(text)) return { format: 'csv', form: 'json' };
  return {};
}
