/** Reads on the first call and remembers, until it is to forget; a failure is not remembered, so that the next call tries again. */
export function once<T>(read: () => Promise<T>): { get(): Promise<T>; forget(): void } {
  let value: Promise<T> | undefined;
  return {
    get() {
      value ??= read().catch((error: unknown) => {
        value = undefined;
        throw error;
      });
      return value;
    },
    forget() {
      value = undefined;
    },
  };
}
