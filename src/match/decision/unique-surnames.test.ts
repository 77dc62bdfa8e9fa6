import { expect, test } from 'vitest';
import { annotate, compileIndex, openIndex } from '../index.ts';
import type { NamedEntity } from '../types.ts';

const person = (id: string, name: string, more: Partial<NamedEntity> = {}): NamedEntity => ({
  id,
  kind: 'person',
  name,
  ...more,
});
const harbour: NamedEntity = { id: 'harbour', kind: 'place', name: 'Kvarnholm' };
const tobias = person('tobias', 'Tobias Veldhoven', { cues: ['strike'] });
const anton = person('anton', 'Anton Orsolek', { cues: ['lamp'] });
const subject = openIndex(compileIndex([harbour, tobias, anton]));

/** Enough people for a surname that none of them has to say something; one of them may have one of those above. */
const world = (last = 'Marodin') =>
  openIndex(
    compileIndex(Array.from({ length: 1100 }, (_, i) => person(`p${i}`, `Emil${i} ${i === 0 ? last : `Szorek${i}`}`))),
  );
const everybody = world();
const rival = world('Veldhoven');

function marks(text: string, others = everybody) {
  return annotate([subject, others], { blocks: [text], lang: 'en' })
    .map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`)
    .filter((each) => !each.endsWith('→ harbour'));
}

test.each([
  ['a word of its bearer', 'Veldhoven ended the strike.'],
  ['another name of its subject', 'Veldhoven left Kvarnholm.'],
])('a surname that nobody else has needs one piece of evidence: %s', (_, text) => {
  expect(marks(text)).toEqual(['Veldhoven → tobias']);
  expect(marks(text, rival)).toEqual([]);
  expect(annotate(subject, { blocks: [text], lang: 'en' }).filter(({ entity }) => entity === 'tobias')).toEqual([]);
});

test('it is nobody’s where nothing speaks for its bearer', () => {
  expect(marks('Veldhoven left the town.')).toEqual([]);
});

test('two such surnames in a paragraph speak for each other', () => {
  const text = 'Veldhoven met Orsolek in the town.';
  expect(marks(text)).toEqual(['Veldhoven → tobias', 'Orsolek → anton']);
  expect(marks(text, rival)).toEqual([]);
});
