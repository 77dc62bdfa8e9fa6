/** Words that say what bears a name beside them, and nouns of states, for the indexes of packs. */
import states from '../../data/nouns-of-states.json' with { type: 'json' };
import words from '../../data/words-beside-names.json' with { type: 'json' };
import type { WordsBeside } from '../../src/match/index.ts';

export const wordsBesideNames: WordsBeside = { ...words, states };
