/** `npm run words`: writes the lists of words and given names that the matcher ships with. */
import { writeFileSync } from 'node:fs';
import { commonWordsModule, givenNamesModule } from './list.ts';

writeFileSync(new URL('../../src/text/common-words.data.ts', import.meta.url), commonWordsModule());
writeFileSync(new URL('../../src/text/given-names.data.ts', import.meta.url), givenNamesModule());
