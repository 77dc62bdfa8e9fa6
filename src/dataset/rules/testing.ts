import { context, pack } from '../builders.ts';
import { checkDataset } from '../check.ts';
import type { Entity, Source } from '../schema.ts';

/** What every sentence owes to its quotations and its second reader has tests of its own; the sentences of these have neither. */
const elsewhere = ['carried-sentence', 'passed-review'];

/** Rules and places of the problems of a pack made of these records. */
export function problemsOf(entities: Entity[], sources: Source[] = []): string[] {
  return checkDataset(context(pack(entities, sources)))
    .filter(({ rule }) => !elsewhere.includes(rule))
    .map(({ rule, path }) => `${rule} ${path}`);
}
