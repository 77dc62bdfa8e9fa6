/** The values that records of the dataset are made of. */
import * as z from 'zod/mini';

z.config({ jitless: true });

export const text = z.string().check(z.minLength(1));
/** A lower-case identifier, unique among the entities (or sources) of all loaded packs. `constructor` is a key of every object. */
export const id = z
  .string()
  .check(z.regex(/^(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens'));
/** `2024`, `2024-07` or `2024-07-22`: a date keeps the precision its source has. */
export const partialDate = z
  .string()
  .check(z.regex(/^-?\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD'));
export const fullDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected YYYY-MM-DD'));
export const httpUrl = z.string().check(z.regex(/^https?:\/\/[^\s\p{Cc}<>"']+$/u, 'expected an http or https address'));
