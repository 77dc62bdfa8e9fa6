/** When a page was written, as far as it says so. */
import type { View } from '../evidence.ts';

export interface PageDate {
  /** Year of publication, where the page states one. */
  year: number | undefined;
  /** The newest of the years that the text names, where it names two or more. */
  newestNamed: () => number | undefined;
}

/** A number of four digits that stands alone. */
const YEAR = /(?<![\p{L}\p{Nd}.,])(?:1[5-9]|20)\d\d(?![\p{L}\p{Nd}]|[.,]\d)/gu;

/** `published`: ISO date of the page. The text is read when a name first asks. */
export function pageDate({ blocks }: Pick<View, 'blocks'>, published: string | undefined): PageDate {
  let newest: number | undefined | null = null;
  return {
    year: published === undefined ? undefined : Number(published.slice(0, 4)),
    newestNamed() {
      if (newest === null) {
        const years = new Set(blocks.flatMap(({ text }) => text.match(YEAR) ?? []).map(Number));
        newest = years.size > 1 ? Math.max(...years) : undefined;
      }
      return newest;
    },
  };
}
