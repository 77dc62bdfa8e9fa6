/** RIS (Research Information Systems, 2011) as items of CSL-JSON. Thirty lines of ours: the libraries that read it bring a network client. */

const types: Readonly<Record<string, string>> = {
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  JFULL: 'article-journal',
  ABST: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  CONF: 'chapter',
  CPAPER: 'chapter',
  ENCYC: 'entry-encyclopedia',
  DICT: 'entry-encyclopedia',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'report',
  THES: 'thesis',
  ELEC: 'webpage',
  BLOG: 'post-weblog',
  CASE: 'legal_case',
  STAT: 'legislation',
  BILL: 'bill',
  HEAR: 'hearing',
  PAMP: 'pamphlet',
  PCOMM: 'personal_communication',
  MPCT: 'broadcast',
  VIDEO: 'broadcast',
  SOUND: 'broadcast',
};

export interface Reference {
  /** Line on which it begins, from 1. */
  line: number;
  item?: Record<string, unknown>;
  problem?: string;
}

export function* readRis(text: string): Generator<Reference> {
  let fields: Map<string, string[]> | undefined;
  let begun = 0;
  let last: string[] | undefined;
  for (const [i, line] of text.split(/\r\n?|\n/u).entries()) {
    const [, tag, value = ''] = /^\uFEFF?([A-Z][A-Z\d])\s{1,2}-\s?(.*)$/u.exec(line) ?? [];
    if (tag === 'TY') {
      if (fields) yield { line: begun, problem: 'a reference without its end (ER)' };
      [fields, begun, last] = [new Map([['TY', [value.trim()]]]), i + 1, undefined];
    } else if (tag === 'ER') {
      if (fields) yield { line: begun, item: itemOf(fields) };
      fields = undefined;
    } else if (fields && tag) {
      last = [...(fields.get(tag) ?? []), value.trim()];
      fields.set(tag, last);
    } else if (fields && last && line.trim() !== '') last[last.length - 1] += ` ${line.trim()}`;
    // Lines between references that only number them are no loss.
    else if (!/^\uFEFF?\s*(?:\d+\.?)?\s*$/u.test(line))
      yield { line: i + 1, problem: `a line outside a reference: ${line.slice(0, 60)}` };
  }
  if (fields) yield { line: begun, problem: 'a reference without its end (ER)' };
}

function itemOf(fields: ReadonlyMap<string, readonly string[]>): Record<string, unknown> {
  const first = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? []).find((value) => value !== '');
  const [year, month, day] = (first('DA', 'PY', 'Y1') ?? '').split(/[/-]/u).map(Number);
  const pages = [first('SP'), first('EP')].filter(Boolean).join('-');
  return {
    id: first('ID'),
    type: types[first('TY') ?? ''] ?? 'document',
    title: first('TI', 'T1', 'CT', 'BT'),
    author: ['AU', 'A1']
      .flatMap((tag) => fields.get(tag) ?? [])
      .map((name) => {
        const [family, given] = name.split(/,\s*/u);
        return given ? { family, given } : { literal: name };
      }),
    issued: { 'date-parts': [[year, month, day].filter((part) => part !== undefined)] },
    'container-title': first('T2', 'JO', 'JF', 'JA', 'BT'),
    publisher: first('PB'),
    number: first('M1', 'IS'),
    page: pages,
    DOI: first('DO'),
    ISBN: first('SN'),
    language: first('LA'),
    URL: first('UR'),
  };
}
