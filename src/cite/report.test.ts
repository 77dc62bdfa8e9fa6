import Ajv from 'ajv';
import fc from 'fast-check';
import { lexer, type Tokens } from 'marked';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { quoted, type Report, type ReportedMention, reportCsv, reportMarkdown, webAnnotations } from './report.ts';

type Selector = { exact: string; prefix: string; suffix: string; start: number; end: number };
const selectors = (item: Record<string, unknown> | undefined) =>
  (item!.target as { selector: [Selector, Selector] }).selector;

const made: Report['made'] = {
  engine: '1.2.3',
  packs: [{ id: 'iran', title: 'Iran', released: '2026-11-22', hash: 'ab12' }],
};
const about = { entity: 'javaid-rehman', name: 'Javaid Rehman', kind: 'person', why: { rule: 'name' } };

function reportOn(text: string, mentions: (Partial<ReportedMention> & { start: number; end: number })[]): Report {
  return {
    ...{ url: 'https://news.example/a', title: 'A page', made },
    mentions: quoted(
      text,
      mentions.map((mention) => ({ ...about, ...mention })),
    ),
  };
}

test('a mention is given by its quotation, its position in code points and the address of what it names', () => {
  const text = '🇮🇷 Javaid Rehman spoke.';
  const start = text.indexOf('Javaid');
  const page = webAnnotations(reportOn(text, [{ start, end: start + 13, wikipedia: 'Javaid Rehman' }]));
  expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
  expect(page.items).toHaveLength(1);
  expect(page.items[0]).toMatchObject({
    id: 'https://news.example/a#sidelight-1',
    type: 'Annotation',
    motivation: 'identifying',
    body: [
      { purpose: 'identifying', source: 'https://en.wikipedia.org/wiki/Javaid_Rehman' },
      { purpose: 'tagging', value: 'Javaid Rehman' },
      { purpose: 'describing', value: 'name' },
    ],
    target: { source: { id: 'https://news.example/a', title: 'A page' } },
  });
  const [quote, position] = selectors(page.items[0]);
  expect(quote).toEqual({ type: 'TextQuoteSelector', exact: 'Javaid Rehman', prefix: '🇮🇷 ', suffix: ' spoke.' });
  // The flag is two code points in four UTF-16 code units.
  expect(position).toEqual({ type: 'TextPositionSelector', start: 3, end: 16 });
});

test('people read why in words where they are given, programs get the rule', () => {
  const report = reportOn('Javaid Rehman', [
    { start: 0, end: 13, name: 'جاوید رحمان', reason: 'با نام «Javaid Rehman»' },
  ]);
  expect(reportMarkdown(report)).toContain('- **Javaid Rehman**: جاوید رحمان (با نام «Javaid Rehman»)');
  expect(reportMarkdown(reportOn('Javaid Rehman', [{ start: 0, end: 13 }]))).toContain('Javaid Rehman (name)');
  expect(reportCsv(report)).toContain(',name,');
});

test('every form of a report says with which version of what it was made', () => {
  const report = reportOn('Javaid Rehman', [{ start: 0, end: 13 }]);
  const page = webAnnotations(report);
  expect(page.items[0]?.generator).toMatchObject({ name: 'Sidelight', 'schema:softwareVersion': '1.2.3' });
  expect(page['schema:isBasedOn']).toEqual([
    {
      ...{ id: 'urn:sidelight:pack:iran', type: 'Dataset', name: 'Iran' },
      ...{ 'schema:version': '2026-11-22', 'schema:sha256': 'ab12' },
    },
  ]);
  const { data } = Papa.parse<Record<string, string>>(reportCsv(report), { header: true });
  expect(data[0]).toMatchObject({
    ...{ text: 'Javaid Rehman', start: '0', end: '13' },
    ...{ engine: '1.2.3', dataset: 'Iran 2026-11-22 (sha256:ab12)' },
  });
  expect(reportMarkdown(report)).toContain('Sidelight 1.2.3; Iran 2026-11-22 (sha256:ab12)');
});

test('a Wikidata item is preferred as the address, and an entity that no one else knows has a URN', () => {
  const source = (known: { wikipedia?: string; wikidata?: string }) => {
    const [item] = webAnnotations(reportOn('A', [{ start: 0, end: 1, entity: 'a', ...known }])).items;
    return (item!.body as { source: string }[])[0]!.source;
  };
  expect(source({ wikipedia: 'A', wikidata: 'Q9659' })).toBe('http://www.wikidata.org/entity/Q9659');
  expect(source({})).toBe('urn:sidelight:entity:a');
});

test('a mention that has no place in the text is given by its quotation alone', () => {
  const [mention] = reportOn('A', [{ start: 0, end: 1 }]).mentions;
  const [item] = webAnnotations({ made, mentions: [{ ...mention!, position: undefined }] }).items;
  expect(selectors(item).map((selector) => Object.keys(selector))).toEqual([['type', 'exact', 'prefix', 'suffix']]);
});

/** What the Web Annotation Data Model says that must be so (https://www.w3.org/TR/annotation-model/), of what is used here. */
const iri = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:\\S+$' };
const model = {
  type: 'object',
  required: ['@context', 'id', 'type', 'items'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    type: { const: 'AnnotationPage' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'type', 'target'],
        properties: {
          id: iri,
          type: { const: 'Annotation' },
          motivation: { enum: ['identifying', 'tagging', 'describing', 'classifying', 'linking'] },
          generator: {
            type: 'object',
            required: ['id', 'type', 'name'],
            properties: { id: iri, type: { enum: ['Person', 'Organization', 'Software'] } },
          },
          body: {
            type: 'array',
            items: {
              oneOf: [
                {
                  type: 'object',
                  required: ['type', 'source'],
                  properties: { type: { const: 'SpecificResource' }, source: iri, purpose: { type: 'string' } },
                },
                {
                  type: 'object',
                  required: ['type', 'value'],
                  properties: { type: { const: 'TextualBody' }, value: { type: 'string' }, format: { type: 'string' } },
                },
              ],
            },
          },
          target: {
            type: 'object',
            required: ['type', 'source', 'selector'],
            properties: {
              type: { const: 'SpecificResource' },
              source: { anyOf: [iri, { type: 'object', required: ['id'], properties: { id: iri } }] },
              selector: {
                type: 'array',
                minItems: 1,
                items: {
                  oneOf: [
                    {
                      type: 'object',
                      required: ['type', 'exact'],
                      properties: { type: { const: 'TextQuoteSelector' }, exact: { type: 'string' } },
                    },
                    {
                      type: 'object',
                      required: ['type', 'start', 'end'],
                      properties: {
                        type: { const: 'TextPositionSelector' },
                        start: { type: 'integer', minimum: 0 },
                        end: { type: 'integer', minimum: 0 },
                      },
                    },
                  ],
                },
              },
            },
          },
        },
      },
    },
  },
};

test('in any text, the positions cut the same words out of its code points, no context holds half a character, and the model holds', () => {
  const valid = new Ajv({ strict: true, strictRequired: false }).compile(model);
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
  const cuts = fc.array(fc.tuple(fc.nat(200), fc.nat(40)), { maxLength: 8 });
  fc.assert(
    fc.property(text, cuts, fc.string(), (whole, pairs, wikipedia) => {
      const points = [...whole];
      const unit = (point: number) => points.slice(0, point).join('').length;
      const mentions = pairs.map(([at, length]) => {
        const start = at % points.length;
        return { start: unit(start), end: unit(Math.min(points.length, start + length + 1)), entity: 'x', wikipedia };
      });
      const page = webAnnotations(reportOn(whole, mentions));
      expect(valid(page), JSON.stringify(valid.errors)).toBe(true);
      for (const item of page.items) {
        const [quote, position] = selectors(item);
        expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
        expect((quote.prefix + quote.exact + quote.suffix).isWellFormed()).toBe(true);
        expect(whole).toContain(quote.prefix + quote.exact + quote.suffix);
      }
    }),
  );
});

test.each([
  'https://news.example/a><img src=x onerror=alert(1)>',
  'https://news.example/a\n\n# Another headline',
  'https://news.example/?q=a>b\r\n- **Somebody**: else#<b>',
  'script',
  'javascript:alert(1)>\n\n# x',
  'urn:x:a>\n- b',
])('an address of a page that is %j stays one paragraph of Markdown without markup', (url) => {
  const tokens = lexer(reportMarkdown({ ...reportOn('Javaid Rehman', [{ start: 0, end: 13 }]), url }));
  expect(tokens.filter(({ type }) => type !== 'space').map(({ type }) => type)).toEqual([
    'heading',
    'paragraph',
    'list',
    'paragraph',
  ]);
  const [paragraph] = tokens.filter(({ type }) => type === 'paragraph') as Tokens.Paragraph[];
  expect(
    paragraph!.tokens.map(({ type }) => type).filter((type) => !['text', 'escape', 'link'].includes(type)),
  ).toEqual([]);
  for (const link of paragraph!.tokens) if (link.type === 'link') expect(link.href).toMatch(/^https:/);
});

test('a list in Markdown is read back as a headline and an item for each mention, whatever they say', () => {
  const title = fc.string({ unit: fc.constantFrom(...'ab _*`[]()\\<>!#~|-+.1\n'.split('')), maxLength: 20 });
  fc.assert(
    fc.property(title, fc.integer({ min: 1, max: 4 }), (between, count) => {
      const text = `a${between}b`;
      const mentions = Array.from({ length: count }, () => ({ start: 0, end: text.length, name: text }));
      const tokens = lexer(reportMarkdown({ ...reportOn(text, mentions), title: text }));
      expect(tokens.filter(({ type }) => type !== 'space').map(({ type }) => type)).toEqual([
        'heading',
        'paragraph',
        'list',
        'paragraph',
      ]);
      expect(tokens.flatMap((token) => (token.type === 'list' ? token.items : []))).toHaveLength(count);
    }),
  );
});
