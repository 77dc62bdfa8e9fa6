/**
 * Kinds of entities and of names, for the schema, the matcher and the settings alike: no zod here, which pages must not load.
 * The name index stores a kind as its place in the list, in three bits: an order that changes makes every stored index say something else.
 */
export const entityKinds = ['person', 'organisation', 'event', 'document', 'place', 'role', 'law', 'term'] as const;
export const nameKinds = [
  'full',
  'short',
  'acronym',
  'handle',
  'epithet',
  'self-designation',
  'pejorative',
  'variant',
] as const;

export type EntityKind = (typeof entityKinds)[number];
export type NameKind = (typeof nameKinds)[number];
