/** Imports that end with something to show. */

import { placeText } from '../import/record.ts';
import type { ImportJob } from './database.ts';
import { ImportError } from './input.ts';
import type { PlacedProblem, Preview } from './preview.ts';

type Refused = NonNullable<ImportJob['refusal']>;

/** A pack whose author must fix it: every problem is shown. */
export class ProblemsError extends ImportError {
  readonly shown: Pick<Refused, 'problems'>;

  constructor(problems: Preview['problems']) {
    super('problems', problemText(problems.first[0]));
    this.shown = { problems };
  }
}

/** Nothing could be used: what was wrong is shown, and the columns, so that they can be put right. */
export class EmptyError extends ImportError {
  readonly shown: Pick<Refused, 'problems' | 'table' | 'format'>;

  constructor({ problems, remarks, table, format }: Preview) {
    super('empty', problemText(problems.first[0] ?? remarks.first[0]));
    this.shown = { problems, ...(table && { table }), format };
  }
}

export function problemText(problem: PlacedProblem | undefined): string {
  if (!problem) return '';
  const { path, expected, found, todo } = problem;
  return [placeText(problem) || path, `expected ${expected}, found ${found}; ${todo}`].filter(Boolean).join(': ');
}
