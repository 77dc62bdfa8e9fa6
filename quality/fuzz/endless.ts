/** Texts made to take for ever. `npm run fuzz` reads them in full size, `npm test` a tenth of each. */
import fc from 'fast-check';
import { annotate, compileIndex, openIndex } from '../../src/match/index.ts';
import { must, type Target } from './must.ts';

const index = openIndex(
  compileIndex([
    { id: 'a', kind: 'person', name: 'Ruhollah Khomeini', cues: ['revolution'] },
    { id: 'b', kind: 'organisation', name: 'United Nations', names: [{ text: 'UN', kind: 'acronym' }] },
    { id: 'c', kind: 'person', name: '赖清德' },
    { id: 'd', kind: 'person', name: 'روح‌الله خمینی' },
    { id: 'e', kind: 'term', name: 'x' },
    {
      id: 'f',
      kind: 'organisation',
      name: 'Government of Oslo',
      names: [{ text: 'GOX', kind: 'acronym', exactCase: true }],
      facts: [{ property: 'type', value: 'government' }],
      related: ['g'],
      cues: ['Osloland'],
    },
    {
      id: 'h',
      kind: 'organisation',
      name: 'Bank of Oslo',
      names: [{ text: 'EOX', kind: 'acronym', needs: ['GOX'] }],
      facts: [{ property: 'type', value: 'public-body' }],
    },
    { id: 'g', kind: 'place', name: 'Osloland', facts: [{ property: 'type', value: 'country-or-territory' }] },
  ]),
);

/** The text of each in so many repetitions, which are given for its full size. */
const texts: Record<string, [times: number, text: (times: number) => string]> = {
  'ten million letters without a space': [10_000_000, (times) => 'k'.repeat(times)],
  'two million combining marks': [2_000_000, (times) => `Ruhollah Khomeini e${'\u0301'.repeat(times)}`],
  'a million at signs': [1_000_000, (times) => '@'.repeat(times)],
  'a million apostrophes between letters': [1_000_000, (times) => "a'".repeat(times)],
  'half a million hash signs and capitals': [500_000, (times) => '#Aa'.repeat(times)],
  'a million initials': [500_000, (times) => 'A.'.repeat(times)],
  '200,000 capitalised words in one sentence': [200_000, (times) => 'Khomeyni '.repeat(times)],
  '400 KB of one name': [21_000, (times) => 'Ruhollah Khomeini, '.repeat(times)],
  '500 KB of a body in other words': [20_000, (times) => 'The Osloland government said. '.repeat(times)],
  '500 KB of letters in brackets': [20_000, (times) => 'United Nations (UN), GOX. '.repeat(times)],
  '500 KB of letters that ask for each other': [50_000, (times) => 'UN GOX EOX '.repeat(times)],
  'a million digits with commas': [500_000, (times) => '1,'.repeat(times)],
  'half a million flags': [500_000, (times) => '🇮🇷'.repeat(times)],
};
export const endless = Object.keys(texts);

/** Annotates such a text. @throws {Error} when it ends otherwise than with mentions inside the text */
export function readEndless(name: string, share: number): void {
  const [times, textOf] = texts[name]!;
  const text = textOf(Math.ceil(times * share));
  for (const { start, end } of annotate(index, { blocks: [text] }))
    must(start >= 0 && start < end && end <= text.length, `a mention outside the text: ${name}`);
}

export const endlessTexts: Target = {
  name: 'texts made to take for ever',
  turn: 1,
  property: fc.property(fc.constantFrom(...endless), (name) => readEndless(name, 1)),
};
