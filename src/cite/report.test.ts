import fc from 'fast-check';
import { expect, test } from 'vitest';
import { webAnnotations } from './report.ts';

type Selector = { exact: string; prefix: string; suffix: string; start: number; end: number };
const selectors = (item: Record<string, unknown> | undefined) =>
  (item!.target as { selector: [Selector, Selector] }).selector;

test('a mention is given by its quotation, its position in code points and the address of what it names', () => {
  const text = '🇮🇷 Javaid Rehman spoke.';
  const start = text.indexOf('Javaid');
  const page = webAnnotations(
    { url: 'https://news.example/a', title: 'A page', text },
    [{ start, end: start + 13, entity: 'javaid-rehman', wikipedia: 'Javaid Rehman', why: { rule: 'name' } }],
    () => 'Javaid Rehman',
  );
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

test('a Wikidata item is preferred as the address, and an entity that no one else knows has a URN', () => {
  const source = (known: { wikipedia?: string; wikidata?: string }) => {
    const [item] = webAnnotations({ text: 'A' }, [{ start: 0, end: 1, entity: 'a', ...known }], () => 'A').items;
    return (item!.body as { source: string }[])[0]!.source;
  };
  expect(source({ wikipedia: 'A', wikidata: 'Q9659' })).toBe('http://www.wikidata.org/entity/Q9659');
  expect(source({})).toBe('urn:sidelight:entity:a');
});

test('in any text, the positions cut the same words out of its code points, and no context holds half a character', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
  const cuts = fc.array(fc.tuple(fc.nat(200), fc.nat(40)), { maxLength: 8 });
  fc.assert(
    fc.property(text, cuts, (whole, pairs) => {
      const points = [...whole];
      const unit = (point: number) => points.slice(0, point).join('').length;
      const mentions = pairs.map(([at, length]) => {
        const start = at % points.length;
        return { start: unit(start), end: unit(Math.min(points.length, start + length + 1)), entity: 'x' };
      });
      for (const item of webAnnotations({ text: whole }, mentions, (id) => id).items) {
        const [quote, position] = selectors(item);
        expect(points.slice(position.start, position.end).join('')).toBe(quote.exact);
        expect((quote.prefix + quote.exact + quote.suffix).isWellFormed()).toBe(true);
        expect(whole).toContain(quote.prefix + quote.exact + quote.suffix);
      }
    }),
  );
});
