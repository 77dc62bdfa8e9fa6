/** Kinds by number, as the index stores them. The schema's own lists would bring zod into every caller of the matcher. */
import type { EntityKind, NameKind } from '../../dataset/schema.ts';

export const entityKinds: readonly EntityKind[] = [
  'person',
  'organisation',
  'event',
  'document',
  'place',
  'role',
  'law',
  'term',
];
export const nameKinds: readonly NameKind[] = [
  'full',
  'short',
  'acronym',
  'handle',
  'epithet',
  'self-designation',
  'pejorative',
  'variant',
];
