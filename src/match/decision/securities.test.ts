/** What news of markets writes beside the names of bodies. */
import { expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const body = (id: string, name: string, type: string, names: NamedEntity['names']): NamedEntity => ({
  id,
  kind: 'organisation',
  name,
  names,
  facts: [{ property: 'type', value: type }],
  cues: ['Examplia', 'Examplian'],
});
const index = openIndex(
  compileIndex([
    body('reserve', 'Zorbserve', 'central-bank', [{ text: 'Zorb', kind: 'full' }]),
    body('farmers', 'Zorbian Union of Farmers', 'political-party', [{ text: 'ZUF', kind: 'full', exactCase: true }]),
    body('nation', 'The Zorbation', 'news-outlet', [{ text: 'The Zorbation', kind: 'full' }]),
  ]),
);
const on = (text: string) =>
  annotate(index, { blocks: ['Examplia, Examplian news.', text] }).map(({ entity }) => entity);

test('what a body issues is not the body', () => {
  expect(on('They say that Zorb cut its rate.')).toEqual(['reserve']);
  expect(on('They say that Zorb funds rose, and a Zorb 13-1/2 pct stock.')).toEqual([]);
});

test('letters on a list of shares are no body', () => {
  expect(on('They say that the ZUF rose.')).toEqual(['farmers']);
  expect(on('They say that Halgate Corp <ZUF> rose.')).toEqual([]);
});

test('an outlet has its capitals', () => {
  expect(on('So writes The Zorbation today.')).toEqual(['nation']);
  expect(on('It is late. The zorbation demands an answer.')).toEqual([]);
});
