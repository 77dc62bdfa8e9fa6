/** Words that say what bears a name beside them, and those of names of parties, for the indexes of packs. */

import countries from '../../data/stems-of-countries.json' with { type: 'json' };
import words from '../../data/words-beside-names.json' with { type: 'json' };
import parties from '../../data/words-of-parties.json' with { type: 'json' };
import type { WordsBeside } from '../../src/match/index.ts';

export const wordsBesideNames: WordsBeside = { ...words, countries, parties };
