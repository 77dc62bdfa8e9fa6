import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadedPack } from '../dataset/library.ts';
import { foldWords, foldWordsWithOffsets } from './fold-words.ts';
import { createSearch } from './index.ts';

const pack: LoadedPack = {
  id: 'test',
  title: 'Test',
  description: 'Names for the tests of the search.',
  language: 'en',
  license: 'CC-BY-4.0',
  released: '2026-11-22',
  sources: {},
  entities: [
    {
      id: 'khomeini',
      kind: 'person',
      name: 'Ruhollah Khomeini',
      names: [{ text: 'روح‌الله خمینی' }],
      description: 'Supreme Leader of Iran, 1979–1989',
    },
    {
      id: 'khamenei',
      kind: 'person',
      name: 'Ali Khamenei',
      names: [{ text: 'علی خامنه‌ای' }],
      description: 'Supreme Leader of Iran, 1989–2026',
    },
    {
      id: 'pmoi',
      kind: 'organisation',
      name: 'People’s Mojahedin Organization of Iran',
      names: [{ text: 'PMOI' }, { text: 'MEK' }],
    },
    { id: 'report', kind: 'document', name: 'Findings on atrocity crimes', names: [{ text: 'Khamenei’s reply' }] },
    { id: 'fatwa', kind: 'term', name: 'Fatwa', description: 'Opinion of an Islamic jurist on a point of law' },
    {
      id: 'un',
      kind: 'organisation',
      name: 'United Nations',
      names: [{ text: 'Nations Unies' }, { text: 'Vereinte Nationen' }, { text: '联合国' }],
    },
    { id: 'unga', kind: 'organisation', name: 'United Nations General Assembly' },
    { id: 'ahmad', kind: 'person', name: 'Ahmad Khomeini', description: 'Son of Ruhollah Khomeini' },
    { id: 'joseph', kind: 'person', name: 'James Joseph', names: [{ text: '@James_JosephTDL' }] },
  ],
};
const search = createSearch([pack]);
const ids = (query: string) => search.find(query, 10).map((hit) => hit.entity);

describe('a search', () => {
  test.each([
    ['Ruhollah Khomeini', 'khomeini'],
    ['mek', 'pmoi'],
    ['khome', 'khomeini'],
    ['iran people', 'pmoi'],
    ['خميني', 'khomeini'], // Arabic yeh for Persian yeh
    ['خامنه ای', 'khamenei'], // a space for the zero-width non-joiner
    ['peoples mojahedin', 'pmoi'],
    ['nations unies', 'un'],
    ['联合', 'un'],
    ['@james_josephtdl', 'joseph'],
    ['islamic jurist', 'fatwa'],
    ['Komeini', 'khomeini'],
    ['Mojahidin', 'pmoi'],
    ['untied nations', 'un'],
  ])('for "%s" finds %s first', (query, entity) => {
    expect(ids(query)[0]).toBe(entity);
  });

  test('puts the whole name before its beginning, and that before words within', () => {
    expect(ids('united nations')).toEqual(['un', 'unga']);
  });

  test("puts a person's last name before another thing's lesser name", () => {
    expect(ids('khame')).toEqual(['khamenei', 'report']);
  });

  test('of people with one last name, puts who has the most names first', () => {
    expect(ids('khomeini')).toEqual(['khomeini', 'ahmad']);
  });

  test('keeps names that differ by little apart when one of them is written exactly', () => {
    expect(ids('khamenei')[0]).toBe('khamenei');
    expect(ids('khomeini')[0]).toBe('khomeini');
  });

  test('says which name matched and where', () => {
    expect(search.find('mek', 1)[0]).toMatchObject({
      name: 'People’s Mojahedin Organization of Iran',
      matched: 'MEK',
      ranges: [[0, 3]],
    });
    expect(search.find('moj peop', 1)[0]!.ranges).toEqual([
      [0, 4],
      [9, 12],
    ]);
  });

  test('guesses only when nothing is written as it was typed, and says that it guesses', () => {
    expect(search.find('Mojahidin', 10)[0]).toMatchObject({ entity: 'pmoi', near: true });
    expect(search.find('nations', 10).some((hit) => hit.near)).toBe(false);
  });

  test('gives each entity once', () => {
    expect(ids('nations')).toEqual(['un', 'unga']);
  });

  test.each(['', '   ', '@', 'qqqqqqq', '\ud800'])('for %j finds nothing', (query) => {
    expect(ids(query)).toEqual([]);
  });

  test('never throws, keeps to its limit, and its ranges lie in the name in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 5 }), (query, limit) => {
        const hits = search.find(query, limit);
        expect(hits.length).toBeLessThanOrEqual(limit);
        for (const { matched, name, ranges } of hits) {
          let last = 0;
          for (const [start, end] of ranges) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual((matched ?? name).length);
        }
      }),
    );
  });

  test('finds every name by the name itself', () => {
    for (const { id, name, names = [] } of pack.entities) {
      for (const text of [name, ...names.map((each) => each.text)]) expect(ids(text)[0]).toBe(id);
    }
  });
});

describe('folding', () => {
  test('is the same for a text that was folded before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWords(foldWords(text))).toBe(foldWords(text));
      }),
    );
  });

  test('keeps offsets within the text and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, offsets } = foldWordsWithOffsets(text);
        expect(offsets.length).toBe(folded.length + 1);
        expect(offsets.every((offset, at) => offset >= (offsets[at - 1] ?? 0) && offset <= text.length)).toBe(true);
      }),
    );
  });
});
