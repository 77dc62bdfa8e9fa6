import type fc from 'fast-check';

export interface Target {
  name: string;
  /** How many inputs make a turn: about as long for each target. */
  turn: number;
  // biome-ignore lint/suspicious/noExplicitAny: each target has inputs of its own
  property: fc.IProperty<any> | fc.IAsyncProperty<any>;
}

/** @throws {Error} that says `what` does not hold */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
