import type { EntityKind } from '../dataset/kinds.ts';

/** In the order in which a reader asks: who, which body, what happened, where it is written. */
export const kindsInOrder: readonly EntityKind[] = [
  'person',
  'organisation',
  'event',
  'document',
  'law',
  'role',
  'place',
  'term',
];
