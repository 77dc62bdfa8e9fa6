import { entityKinds } from '../dataset/kinds.ts';
import { type Items, settingsVersion } from './schema.ts';

/** Turns the items of one version into those of the next. */
export type Migration = (items: Items) => Items;

/** `migrations[n]` reads version `n + 1`. */
const migrations: readonly Migration[] = [kindsApart];

/**
 * Brings stored items up to the present version. Items of a later version (the extension was rolled back, or another
 * device is ahead) come back as they are: what is understood is used, the rest is reported and left in place.
 */
export function migrate(items: Items, steps = migrations, target = settingsVersion): Items {
  const from = versionOf(items);
  if (from >= target) return items;
  return { ...steps.slice(from - 1, target - 1).reduce((older, step) => step(older), items), version: target };
}

/** The version in which items are written; without a readable one, the first. */
export function versionOf({ version }: Items): number {
  return typeof version === 'number' && version >= 1 ? Math.floor(version) : 1;
}

/**
 * To 2: the kinds that are marked were one list, so of two devices that each left out another kind one lost, and a kind that came
 * later was off for everyone who had ever changed the list. Each kind that is off is an item now.
 */
function kindsApart(items: Items): Items {
  const { kinds: marked, ...others } = items;
  // Broken lists stay, to be reported.
  if (!Array.isArray(marked) || !marked.every((kind) => entityKinds.includes(kind))) return items;
  const off = entityKinds.filter((kind) => !marked.includes(kind));
  return { ...others, ...Object.fromEntries(off.map((kind) => [`kindOff.${kind}`, true])) };
}
