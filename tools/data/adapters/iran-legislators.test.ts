import { describe, expect, test } from 'vitest';
import { namesOf, readFixture, record } from '../fixture.ts';

describe('members of the Islamic Consultative Assembly', () => {
  const output = readFixture('iran-legislators');

  test('terms that follow each other are one, as of the day of the table', () => {
    expect(record(output, 'holder-q2').facts).toEqual([
      {
        property: 'office-held',
        value: 'Member of the Islamic Consultative Assembly',
        from: '2016-05-28',
        asOf: '2026-07-01',
        source: 'iran-legislators',
        locator: 'Q2',
      },
    ]);
  });

  test('a name is that of the table and the Persian one, without the remark behind it', () => {
    expect(namesOf(record(output, 'holder-q2'))).toEqual(['Beta Sample', 'بتا نمونه']);
  });

  test('who has no name in Latin letters, or one that was written in haste, is named in Persian', () => {
    expect(record(output, 'holder-q3').name).toBe('نمونه‌علی الگو');
    expect(namesOf(record(output, 'holder-q3'))).toEqual(['نمونه‌علی الگو']);
    expect(record(output, 'holder-q4').name).toBe('گاما الگوی دیگر');
  });

  test('a name asks for a word of the chamber, but for those of whom an article in English tells', () => {
    const needs = (id: string) => record(output, id).names!.map((name) => name.needs?.[0]);
    expect(needs('holder-q2')).toEqual(['parliament', 'مجلس']);
    expect(needs('holder-q1')).toEqual([undefined]);
  });

  test('who has no name, and a term that ends before it begins, are left out', () => {
    expect(output.entities.map(({ id }) => id)).toEqual([
      'holder-q1',
      'holder-q2',
      'holder-q3',
      'holder-q4',
      'holder-q7',
    ]);
  });

  test('somebody whom an earlier source knows by the item keeps the id and the name', () => {
    const earlier = [{ id: 'holder-x', kind: 'person' as const, name: 'Alpha the First', wikidata: 'Q1' }];
    const known = record(readFixture('iran-legislators', { earlier }), 'holder-x');
    expect(known.name).toBe('Alpha the First');
    expect(namesOf(known)).toEqual(['Alpha the First', 'Alpha Example']);
  });

  test('a table that lost its items stops the source', () => {
    const replace = ['Alpha Example,Q1', 'Alpha Example,no item'] as const;
    expect(() => readFixture('iran-legislators', { replace })).toThrow('expected an item of Wikidata, found "no item"');
  });
});
