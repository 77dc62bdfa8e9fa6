/** Words that say what bears a name beside them, nouns of states, beginnings of words of countries, and words of names of parties, for the indexes of packs. */
import states from '../../data/nouns-of-states.json' with { type: 'json' };
import countries from '../../data/stems-of-countries.json' with { type: 'json' };
import words from '../../data/words-beside-names.json' with { type: 'json' };
import parties from '../../data/words-of-parties.json' with { type: 'json' };
import type { WordsBeside } from '../../src/match/index.ts';

export const wordsBesideNames: WordsBeside = { ...words, states, countries, parties };
