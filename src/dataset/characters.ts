import { pathText } from './problem.ts';

/** Controls, bidirectional overrides and what cannot be seen; the joiners of Persian and of emoji are left. */
const disguise = /\p{Cc}|\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/gu;
const joiners = /[\u200c\u200d]/u;
/** Flags of regions (England, Scotland) are written with tag characters after a black flag. */
const tag = /[\u{e0020}-\u{e007f}]/u;

/** The characters of a text that a reader cannot see and that could disguise it. */
export function disguisesIn(text: string): string[] {
  return [...text.matchAll(disguise)].map(([char]) => char).filter((char) => !joiners.test(char) && !tag.test(char));
}

/** Every text in a value, with its path. */
export function textsIn(value: unknown, base: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path: base, text: value }];
  if (value === null || typeof value !== 'object') return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, item]) => textsIn(item, pathText(base, [key])));
}
