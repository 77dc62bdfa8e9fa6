/** What reading and comparing sounds writes on: one for each list of sounds, used again for each token. */
import { SYMBOLS } from './sound-codes.ts';

/** Letters of a token; more are not compared. */
export const LONGEST = 24;
/** Sounds of a token; more are not compared. */
export const MOST_SOUNDS = 47;

/** The token that is read: its Latin letters, its sounds, and those for comparison with a script without vowels. */
export interface SpokenWord {
  roman: Uint8Array;
  codes: Uint8Array;
  /** Codes in use. */
  count: number;
  apart: Uint8Array;
}

/** The token whose skeleton is read: its sounds, and which there are. */
export interface SkeletonWord {
  codes: Uint8Array;
  count: number;
  abjad: boolean;
  there: Uint8Array;
}

/** One row of the table of a distance: costs, and beside them the edits on the cheapest path. */
interface Row {
  costs: Float64Array;
  edits: Uint8Array;
}

export interface SoundScratch {
  word: SpokenWord;
  skeleton: SkeletonWord;
  rows: [Row, Row, Row];
  /** Sounds of the second token, and the cost of each if the first has it not. */
  right: Uint8Array;
  added: Float64Array;
}

export function createSoundScratch(): SoundScratch {
  const row = () => ({ costs: new Float64Array(MOST_SOUNDS + 1), edits: new Uint8Array(MOST_SOUNDS + 1) });
  return {
    word: {
      roman: new Uint8Array(LONGEST),
      codes: new Uint8Array(2 * MOST_SOUNDS),
      count: 0,
      apart: new Uint8Array(4 * MOST_SOUNDS),
    },
    skeleton: { codes: new Uint8Array(MOST_SOUNDS), count: 0, abjad: false, there: new Uint8Array(SYMBOLS) },
    rows: [row(), row(), row()],
    right: new Uint8Array(MOST_SOUNDS),
    added: new Float64Array(MOST_SOUNDS + 1),
  };
}
