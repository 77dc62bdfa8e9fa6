/**
 * Runs steps one after the other, each whether or not those before it went well: what a reader is promised at the end must not hang on what comes first.
 * What fails is told in the console.
 */
export async function inTurn(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps)
    try {
      await step();
    } catch (error) {
      console.error(error);
    }
}
