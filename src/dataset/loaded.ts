import type { Name } from './schema.ts';

/** Whether a name is somebody's word for the entity rather than its name. Without the parser: cards ask too. */
export function isLoaded({ kind }: Pick<Name, 'kind'>): boolean {
  return kind === 'epithet' || kind === 'pejorative' || kind === 'self-designation';
}
