export interface Figures {
  counts: Map<string, number>;
  /** Errors of ours that a page's console showed. */
  errors: string[];
  /** Bytes in use by the worker and our own page after garbage was collected; `undefined` where the browser does not tell. */
  memory: (number | undefined)[];
  last?: string;
}

export const figures = (): Figures => ({ counts: new Map(), errors: [], memory: [] });

export function count(done: Figures, what: string, by = 1): void {
  done.counts.set(what, (done.counts.get(what) ?? 0) + by);
}
