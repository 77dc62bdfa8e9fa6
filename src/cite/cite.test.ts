/** What is written is read back by citation-js, parse-mediawiki-template and marked, parsers that are not ours. */
// @ts-expect-error The package has no types.
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import readTemplates from 'parse-mediawiki-template';
import { describe, expect, test } from 'vitest';
import { type Source, sourceSchema, sourceTypes } from '../dataset/schema.ts';
import { cite, citeAll } from './index.ts';

const report: Source = sourceSchema.parse({
  id: 'un-report-2024',
  type: 'report',
  title: '“Atrocity crimes” & other matters: 100% of {cases} in the Islamic Republic',
  author: [{ family: 'van der Berg', given: 'Ana María' }, { literal: 'Office of Truth and Justice' }],
  issued: { 'date-parts': [[2024, 7, 22]] },
  publisher: 'Research & Documentation Centre',
  number: 'A/HRC/1_2',
  URL: 'https://example.org/a_b?x=1&y=2#s',
  language: 'en',
  accessed: { 'date-parts': [[2026, 11, 22]] },
  publisherType: 'NGO',
  relation: 'wrote the report',
  checked: { on: '2026-11-22', how: 'stored copy', by: 'editor' },
});
const article: Source = {
  ...report,
  id: 'a-2024',
  type: 'article-journal',
  title: 'On lists',
  'container-title': 'Journal of Lists',
  page: '12-34',
  DOI: '10.1000/182',
};

const read = (text: string) => new Cite(text).data[0]!;

test('RIS is read back with its title, authors, date, publisher and address', () => {
  const item = read(cite(report, 'ris'));
  expect(item).toMatchObject({
    type: 'report',
    title: report.title,
    author: [{ family: 'van der Berg', given: 'Ana María' }, expect.anything()],
    issued: { 'date-parts': [[2024, 7, 22]] },
    publisher: report.publisher,
    URL: report.URL,
  });
  expect(read(cite(article, 'ris'))).toMatchObject({
    type: 'article-journal',
    'container-title': 'Journal of Lists',
    DOI: '10.1000/182',
  });
});

test('BibTeX is read back with its title, authors, date, publisher and address', () => {
  const item = read(cite(report, 'bibtex'));
  expect(item).toMatchObject({
    type: 'report',
    title: report.title,
    issued: { 'date-parts': [[2024, 7]] },
    publisher: report.publisher,
    URL: report.URL,
  });
  expect(item.author?.[0]?.given).toBe('Ana María');
  // "and" inside the name of a body does not make two authors of it.
  expect(item.author).toHaveLength(2);
  expect(read(cite(article, 'bibtex'))).toMatchObject({
    type: 'article-journal',
    'container-title': 'Journal of Lists',
    page: '12-34',
    DOI: '10.1000/182',
  });
});

test('a newspaper, a web page and a law keep their publisher where readers look for it', () => {
  const { 'container-title': _, ...alone } = article;
  for (const type of ['article-newspaper', 'article-magazine', 'webpage', 'post-weblog'] as const) {
    const publisher = 'Institute for Compilation and Publication';
    const ris = cite({ ...alone, type, publisher }, 'ris');
    expect(ris, type).toContain(`T2  - ${publisher}\r\n`);
    // citation-js reads it for what has a journal; Zotero for web pages and laws too.
    if (type.startsWith('article')) expect(read(ris)['container-title'], type).toBe(publisher);
  }
  expect(cite(article, 'ris')).toContain('T2  - Journal of Lists\r\n');
});

test('a BibTeX publisher with "and" in its name is one, and an article has a journal', () => {
  const publisher = 'Institute for Compilation and Publication';
  const { 'container-title': _, ...alone } = { ...article, type: 'article-newspaper' as const, publisher };
  const text = cite(alone, 'bibtex');
  expect(text).toContain(`publisher = {{${publisher}}}`);
  expect(read(text)['container-title']).toBe(publisher);
  expect(read(cite({ ...report, publisher }, 'bibtex')).publisher).toBe(publisher);
});

test('CSL-JSON is what CSL knows of a source and nothing that Sidelight added', () => {
  const [item] = JSON.parse(cite(report, 'csl'));
  expect(read(cite(report, 'csl'))).toMatchObject({ title: report.title, type: 'report', publisher: report.publisher });
  expect(Object.keys(item)).not.toEqual(expect.arrayContaining(['publisherType']));
  expect(item).not.toHaveProperty('relation');
  expect(item).not.toHaveProperty('checked');
});

test('a list of references is read back whole in every format', () => {
  const list = sourceTypes.map((type): Source => ({ ...article, id: `a-${type.replace('_', '-')}`, type }));
  for (const format of ['csl', 'ris', 'bibtex'] as const)
    expect(new Cite(citeAll(list, format)).data.length, format).toBe(list.length);
  const wiki = citeAll(list, 'wiki').trim().split('\n');
  expect(wiki.map((line) => readWiki(line, 'cite [a-z]+').url)).toEqual(list.map(({ URL }) => URL));
  expect(citeAll(list, 'markdown').trim().split('\n').length).toBe(list.length);
});

test('every type of source becomes RIS and BibTeX that can be read back', () => {
  for (const type of sourceTypes) {
    for (const format of ['ris', 'bibtex'] as const) {
      const item = read(cite({ ...article, type }, format));
      expect(item.title, `${type} as ${format}`).toBe('On lists');
      expect(item.URL, `${type} as ${format}`).toBe(article.URL);
    }
  }
});

test('no title can break out of RIS, BibTeX, a wiki template or a footnote', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(...'ab {}|\\%&$#_~^"@,=]*<>\n'.split(''), '}}', 'ER  - '),
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(
      hostile.filter((title) => /[ab]/.test(title)),
      (title) => {
        const source = { ...report, title };
        const ris = cite(source, 'ris');
        expect(ris.split('\r\n').every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
        expect(ris.match(/^ER {2}- /gm)).toHaveLength(1);
        expect(new Cite(cite(source, 'bibtex')).data).toHaveLength(1);
        expect(readWiki(cite(source, 'wiki'), 'cite report')).toMatchObject({
          title: title.replace(/\s+/g, ' ').trim(),
          url: report.URL,
        });
        expect(cite(source, 'markdown')).not.toContain('\n');
      },
    ),
  );
});

/** The parameters of the one template of a wiki reference, with its characters as they would be shown. */
function readWiki(text: string, template: string): Record<string, string> {
  const inner = /^<ref name="[^"<>]+">([^<>]*)<\/ref>$/.exec(text)?.[1] ?? '';
  // MediaWiki ends a parameter's name at the first "="; the parser (0.2.2) would go on to the last.
  const found = readTemplates(inner.replace(/(?<=\|[a-z\d-]+=[^|]*)=/g, '&#61;'), template);
  expect(found, text).toHaveLength(1);
  const shown = (value: string) =>
    value.replaceAll('{{!}}', '|').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  return Object.fromEntries(Object.entries(found[0]!).map(([name, value]) => [name, shown(value)]));
}

test('a wiki citation is a named reference with the template of its type', () => {
  expect(cite(article, 'wiki')).toBe(
    '<ref name="a-2024">{{cite journal |last1=van der Berg |first1=Ana María |author2=Office of Truth and Justice |title=On lists ' +
      '|journal=Journal of Lists |publisher=Research & Documentation Centre |date=2024-07-22 |number=A/HRC/1_2 |pages=12-34 |doi=10.1000/182 ' +
      '|language=en |url=https://example.org/a_b?x=1&y=2#s |access-date=2026-11-22}}</ref>',
  );
  expect(cite({ ...article, issued: { 'date-parts': [[2024, 7]] } }, 'wiki')).toContain('|date=July 2024');
});

test('what would end a wiki parameter or open a link is escaped in an address as addresses do it', () => {
  const hostile = { ...article, URL: 'https://example.org/[a]|{{b}}?x=1&y=2' };
  expect(readWiki(cite(hostile, 'wiki'), 'cite journal').url).toBe(
    'https://example.org/%5Ba%5D%7C%7B%7Bb%7D%7D?x=1&y=2',
  );
});

/** The links in Markdown, with their text as it is shown. */
function linksIn(markdown: string): { href: string; text: string }[] {
  const within = (tokens: Token[]): Token[] =>
    tokens.flatMap((token) => [token, ...within(('tokens' in token && token.tokens) || [])]);
  const textOf = (tokens: Token[] = []): string =>
    tokens
      .map((token) =>
        'tokens' in token && token.tokens ? textOf(token.tokens) : 'text' in token ? token.text : token.raw,
      )
      .join('');
  return within(lexer(markdown)).flatMap((token) =>
    token.type === 'link' ? [{ href: token.href, text: textOf(token.tokens) }] : [],
  );
}

test('what stands in a Markdown footnote is read back as one link to the source, whatever its title', () => {
  const noted = (title: string) => cite({ ...report, title }, 'markdown').replace(/^\[\^[a-z0-9-]+\]: /, '');
  const title = fc.string({ unit: fc.constantFrom(...'ab _*`[]()\\<>!#~|'.split('')), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(title, (between) => {
      const whole = `a${between}b`.replace(/\s+/g, ' ');
      expect(linksIn(noted(whole))).toEqual([{ href: report.URL, text: whole }]);
    }),
  );
});

test('a Markdown citation is the definition of a footnote', () => {
  expect(cite(report, 'markdown')).toBe(
    '[^un-report-2024]: Ana María van der Berg, Office of Truth and Justice, "[“Atrocity crimes” & other matters: 100% of {cases} in the Islamic Republic](<https://example.org/a_b?x=1&y=2#s>)", Research & Documentation Centre, 2024-07-22 (accessed 2026-11-22).',
  );
});

describe('a source of which little is known', () => {
  const bare: Source = {
    id: 'leaflet',
    type: 'pamphlet',
    title: 'On nothing',
    publisher: 'House Press',
    publisherType: 'not stated',
    relation: 'not a party',
    checked: { on: '2026-11-22', how: 'stored copy', by: 'editor' },
  };

  test('is cited with what there is, and no empty field', () => {
    expect(cite(bare, 'ris')).toBe(
      'TY  - PAMP\r\nID  - leaflet\r\nTI  - On nothing\r\nPB  - House Press\r\nER  - \r\n',
    );
    expect(cite(bare, 'wiki')).toBe(
      '<ref name="leaflet">{{cite document |title=On nothing |publisher=House Press}}</ref>',
    );
    expect(cite(bare, 'markdown')).toBe('[^leaflet]: "On nothing", House Press.');
    expect(cite(bare, 'bibtex')).toBe(
      '@booklet{leaflet,\n  title = {{On nothing}},\n  howpublished = {House Press}\n}\n',
    );
  });

  test('keeps a family name that stands alone, one of several words whole, and a year alone', () => {
    const by = (family: string): Source => ({ ...bare, author: [{ family }], issued: { 'date-parts': [[988]] } });
    expect(cite(by('Okoro'), 'bibtex')).toContain('author = {Okoro}');
    expect(cite(by('van Dyk'), 'bibtex')).toContain('author = {{van Dyk}}');
    expect(cite(by('Okoro'), 'ris')).toContain('AU  - Okoro\r\n');
    expect(cite(by('Okoro'), 'ris')).toContain('DA  - 0988\r\n');
    expect(cite(by('Okoro'), 'markdown')).toBe('[^leaflet]: Okoro, "On nothing", House Press, 0988.');
    expect(cite(by('Okoro'), 'wiki')).toContain('|last1=Okoro |title=');
  });

  test('on the web, or within a book, gets the template for it', () => {
    const post: Source = { ...bare, type: 'post', URL: 'https://example.org/1', 'container-title': 'A board' };
    expect(cite(post, 'wiki')).toContain('{{cite web |title=On nothing |website=A board |');
    const chapter: Source = { ...bare, type: 'chapter', 'container-title': 'The whole book' };
    expect(cite(chapter, 'wiki')).toContain('{{cite book |chapter=On nothing |title=The whole book |');
    expect(cite({ ...chapter, type: 'book', 'container-title': undefined }, 'wiki')).toContain(
      '{{cite book |title=On nothing |',
    );
  });
});
