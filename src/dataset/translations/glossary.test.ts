import { expect, test } from 'vitest';
import { missingTerm } from './glossary.ts';

test('a term inside a longer one, or inside a name, is part of that', () => {
  const glossary = [
    { en: 'court', forms: ['Gericht'] },
    { en: 'Supreme Court', forms: ['Oberstes Gericht'] },
    { en: 'Human Rights', forms: ['Menschenrechte'] },
  ];
  expect(missingTerm('The Supreme Court sat.', 'Der Gerichtshof.', glossary, [])?.en).toBe('Supreme Court');
  expect(missingTerm('The Supreme Court sat.', 'Das Oberste Gericht tagte.', glossary, [])).toBe(undefined);
  const names = ['Human Rights Watch'];
  expect(missingTerm('Human Rights Watch said so.', 'Human Rights Watch sagte das.', glossary, names)).toBe(undefined);
  expect(missingTerm('Human Rights day', 'Tag der Rechte', glossary, names)?.en).toBe('Human Rights');
});
