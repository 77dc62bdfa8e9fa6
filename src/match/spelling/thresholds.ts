/** What a spelling must say, and what it may cost, to count. */
import type { MatchOptions } from '../types.ts';

export type Strictness = NonNullable<MatchOptions['strictness']>;

const LOCAL = 0.5;

/**
 * Surplus bits (`weight.ts`) from which a spelling stands alone, in running text and where a name is all that the block holds (a caption, a
 * cell, a line of a list), and from which evidence on the page lets it stand. The first is set by the strangers that a megabyte of news names;
 * persons of open data need it everywhere.
 * `local` is what a person of open data needs in place of `running` in letters without case that only transcribe the name, where the country stands beside it.
 * `differs` is what the letters of a spelling in the same script may cost in running text without evidence: two people of whom one is known are as often one
 * letter apart as one person is from a misspelling, and only the page can tell.
 */
export const SPELLING_BITS = {
  strict: {
    running: Number.POSITIVE_INFINITY,
    isolated: Number.POSITIVE_INFINITY,
    least: Number.POSITIVE_INFINITY,
    local: Number.POSITIVE_INFINITY,
    differs: 0,
  },
  normal: { running: 3.8, isolated: -3, least: 1, local: LOCAL, differs: 0.1 },
  generous: { running: 2.5, isolated: -4, least: -1, local: LOCAL, differs: Number.POSITIVE_INFINITY },
};
/** What the letters of a near spelling cost at most. */
export const NEAR_SPELLING = SPELLING_BITS.normal.differs;
