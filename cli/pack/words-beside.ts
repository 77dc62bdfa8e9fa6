/** Words that say what bears a name beside them, for the indexes of packs. */
import words from '../../data/words-beside-names.json' with { type: 'json' };
import type { WordsBeside } from '../../src/match/index.ts';

export const wordsBesideNames: WordsBeside = words;
