import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Entity, entitySchema, type Source, sourceSchema } from '../dataset/schema.ts';
import type { CardData } from '../messages/protocol.ts';
import { excerptMarkdown, excerptOf, excerptText, sentenceLine } from './excerpt.ts';

const textsIn = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`locales/${language}.json`, 'utf8'));

const source = (id: string, more: Partial<Source> = {}): Source =>
  sourceSchema.parse({
    id,
    type: 'report',
    title: `Report of ${id}`,
    publisher: `House of ${id}`,
    issued: { 'date-parts': [[2005, 10, 9]] },
    URL: `https://example.org/${id}`,
    publisherType: 'government',
    relation: 'measured it',
    checked: { on: '2026-11-22', how: 'stored copy', by: 'editor' },
    ...more,
  });

const cites = (id: string, locator?: string) => ({
  source: id,
  supports: 'direct' as const,
  ...(locator && { locator }),
});

const entity: Entity = entitySchema.parse({
  id: 'hill',
  kind: 'place',
  name: 'The Hill',
  statements: [
    { text: 'It is *high*.', kind: 'identity', citations: [cites('alpha', 'p. 4'), cites('beta')] },
    { text: 'It was climbed.', kind: 'event', date: '1953-05-29', citations: [cites('beta')] },
  ],
  disputes: [
    {
      id: 'height',
      question: 'How high is it?',
      unit: 'metres',
      positions: [
        { holder: 'North', relation: 'owner', text: 'We measured.', low: 10, high: 10, citations: [cites('alpha')] },
        {
          ...{ holder: 'South', relation: 'neighbour', text: 'We measured.', low: 12, date: '2005' },
          citations: [cites('beta')],
        },
      ],
    },
    {
      id: 'owner',
      question: 'Whose is it?',
      sides: ['Ours', 'Theirs'],
      positions: [
        { holder: 'Third', relation: 'watches', text: 'Nobody’s.', citations: [cites('beta')] },
        { holder: 'South', relation: 'neighbour', side: 'Theirs', text: 'Ours.', citations: [cites('beta')] },
        { holder: 'North', relation: 'owner', side: 'Ours', text: 'No, ours.', citations: [cites('alpha')] },
      ],
    },
  ],
});

const data: CardData = {
  entity,
  pack: {
    ...{ id: 'hills', title: 'Hills', description: 'For tests', language: 'en' },
    ...{ license: 'CC-BY-4.0', released: '2026-11-22' },
  },
  sources: { alpha: source('alpha'), beta: source('beta', { URL: undefined, issued: undefined }) },
  linked: {},
  stale: false,
};
const texts = textsIn('en');
const excerpt = (taken: Parameters<typeof excerptOf>[1], of = data, language = 'en') =>
  excerptOf(of, taken, textsIn(language), language);

describe('an excerpt', () => {
  test('is a sentence with publisher, title, date, place and address of each source', () => {
    expect(excerptText(excerpt({ text: 'It is *high*.' })!).split('\n')).toEqual([
      'The Hill',
      '',
      'It is *high*. [1][2]',
      '',
      '[1] House of alpha (government) · “Report of alpha” · 9 October 2005 · p. 4',
      'https://example.org/alpha',
      '[2] House of beta (government) · “Report of beta” · no date',
      '',
      'Sidelight · From the pack “Hills”, 22 November 2026',
      '',
    ]);
  });

  test('says when, and of a position whose it is and how many: the same words may be two holders’', () => {
    expect(sentenceLine(excerpt({ text: 'It was climbed.' })!.groups[0]!.said[0]!)).toBe(
      '29 May 1953: It was climbed.',
    );
    const of = (holder: string) => sentenceLine(excerpt({ text: 'We measured.', holder })!.groups[0]!.said[0]!);
    expect(of('North')).toBe('North (owner): 10. We measured.');
    expect(of('South')).toBe('South (neighbour), 2005: at least 12. We measured.');
  });

  test('is a dispute with every side in the order of the card, and every source', () => {
    const whole = excerptText(excerpt({ dispute: 'owner', question: 'Whose is it?' })!);
    expect(whole.split('\n').slice(0, 11)).toEqual([
      'Whose is it?',
      'The Hill',
      '',
      'Ours',
      '• North (owner): No, ours. [1]',
      '',
      'Theirs',
      '• South (neighbour): Ours. [2]',
      '',
      '• Third (watches): Nobody’s. [2]',
      '',
    ]);
    expect(excerptText(excerpt({ dispute: 'height', question: 'How high is it?' })!)).toContain('Counted: metres');
  });

  test('has footnotes in Markdown, and nothing of the dataset is markup there', () => {
    const written = excerptMarkdown(excerpt({ text: 'It is *high*.' })!);
    expect(written).toContain('It is \\*high\\*.[^alpha][^beta]');
    expect(written).toContain('[^alpha]: "[Report of alpha](<https://example.org/alpha>)"');
    const dispute = excerptMarkdown(excerpt({ dispute: 'owner', question: 'Whose is it?' })!);
    expect(dispute).toContain('### Whose is it?');
    for (const side of ['**Ours**', '**Theirs**']) expect(dispute).toContain(side);
    for (const holder of ['North', 'South', 'Third']) expect(dispute).toContain(`- **${holder} (`);
  });

  test('says that it is a translation of ours only where it is one', () => {
    const shown = (kept: Record<string, 'missing'>): CardData => ({
      ...data,
      translation: { language: 'de', state: 'shown', kept },
    });
    const note = textsIn('de')['card.copy.translated']!.replace('{language}', 'Englisch');
    expect(excerpt({ text: 'It is *high*.' }, shown({}), 'de')!.notes).toContain(note);
    expect(excerpt({ text: 'It is *high*.' }, shown({ 'It is *high*.': 'missing' }), 'de')!.notes).toHaveLength(1);
    expect(excerpt({ text: 'It is *high*.' }, data, 'de')!.notes).toHaveLength(1);
  });

  test('keeps names of another script apart in a language that runs from the right', () => {
    const { lines, groups } = excerpt({ text: 'We measured.', holder: 'North' }, data, 'fa')!;
    expect(lines[0]).toContain('\u2068House of alpha\u2069');
    expect(groups[0]!.said[0]!.who).toBe('\u2068North\u2069 (\u2068owner\u2069)');
    expect(excerpt({ text: 'We measured.', holder: 'North' })!.lines[0]).not.toContain('\u2068');
  });

  test('is nothing of what the entry does not say', () => {
    expect(excerptOf(data, { text: 'It is low.' }, texts, 'en')).toBe(null);
    expect(excerptOf(data, { text: 'We measured.' }, texts, 'en')).toBe(null);
    expect(excerptOf(data, { text: 'We measured.', holder: 'West' }, texts, 'en')).toBe(null);
    expect(excerptOf(data, { dispute: 'owner', question: 'Wem gehört er?' }, texts, 'en')).toBe(null);
  });
});
