export interface Figures {
  counts: Map<string, number>;
  /** Errors of ours that a page's console showed. */
  errors: string[];
  /** Bytes in use by the worker and our own page after garbage was collected; `undefined` where the browser does not tell. */
  memory: (number | undefined)[];
  /** Of some counts, which pages they were. */
  notes: Map<string, string[]>;
}

export const figures = (): Figures => ({ counts: new Map(), errors: [], memory: [], notes: new Map() });

export function note(done: Figures, what: string, which: string): void {
  count(done, what);
  done.notes.set(what, [...(done.notes.get(what) ?? []), which]);
}

export function count(done: Figures, what: string, by = 1): void {
  done.counts.set(what, (done.counts.get(what) ?? 0) + by);
}
