import { expect, test } from 'vitest';
import { termFinder } from './glossary.ts';

test('a term inside a longer one, or inside a name, is part of that', () => {
  const glossary = [
    { en: 'court', forms: ['Gericht'] },
    { en: 'Supreme Court', forms: ['Oberstes Gericht'] },
    { en: 'Human Rights', forms: ['Menschenrechte'] },
  ];
  expect(termFinder(glossary, [])('The Supreme Court sat.', 'Der Gerichtshof.')?.en).toBe('Supreme Court');
  expect(termFinder(glossary, [])('The Supreme Court sat.', 'Das Oberste Gericht tagte.')).toBe(undefined);
  const names = ['Human Rights Watch'];
  expect(termFinder(glossary, names)('Human Rights Watch said so.', 'Human Rights Watch sagte das.')).toBe(undefined);
  expect(termFinder(glossary, names)('Human Rights day', 'Tag der Rechte')?.en).toBe('Human Rights');
});
