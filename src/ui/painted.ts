/** ms after which a page that is not painted, since nobody sees it, counts as if it were. */
const unseen = 100;

/** Resolves when what is in the document now has been painted. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, unseen);
  });
}
