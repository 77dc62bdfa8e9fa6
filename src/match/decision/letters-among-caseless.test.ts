import { expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const index = openIndex(
  compileIndex([
    {
      id: 'land',
      kind: 'place',
      name: 'Examplia',
      names: [{ text: 'مثاليا', kind: 'full' }],
      cues: ['Examplian'],
      facts: [{ property: 'type', value: 'country-or-territory' }],
    },
    {
      id: 'party',
      kind: 'organisation',
      name: 'Rivers Party',
      names: ['RPX', 'R66'].map((text) => ({ text, kind: 'acronym', exactCase: true, needs: ['Examplian'] }) as const),
      cues: ['Examplian'],
      facts: [{ property: 'type', value: 'political-party' }],
      related: ['land'],
    },
  ] satisfies NamedEntity[]),
);
const found = (text: string, lang = 'ar') =>
  annotate(index, { blocks: [text], lang }).flatMap(({ start, end, entity }) =>
    entity === 'party' ? text.slice(start, end) : [],
  );

test('Latin letters of a party in a text of Arabic ones are no text in capitals', () => {
  expect(found('فاز حزب RPX في مثاليا أمس.')).toEqual(['RPX']);
  expect(found('EXAMPLIA: EXAMPLIAN RPX WINS', 'en')).toEqual([]);
});

test('digits of another script are the digits of a name', () => {
  expect(found('حزب R۶۶ در مثاليا برنده شد.', 'fa')).toEqual(['R۶۶']);
});
