import { type Items, settingsVersion } from './schema.ts';

/** Turns the items of one version into those of the next. */
export type Migration = (items: Items) => Items;

/** `migrations[n]` reads version `n + 1`. */
const migrations: readonly Migration[] = [];

/**
 * Brings stored items up to the present version. Items of a later version (the extension was rolled back, or another
 * device is ahead) come back as they are: what is understood is used, the rest is reported and left in place.
 */
export function migrate(items: Items, steps = migrations, target = settingsVersion): Items {
  const from = typeof items.version === 'number' && items.version >= 1 ? Math.floor(items.version) : 1;
  return steps.slice(from - 1, target - 1).reduce((older, step) => step(older), items);
}
