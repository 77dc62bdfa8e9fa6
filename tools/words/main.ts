/** `npm run words`: writes the lists of words, given names and look-alikes that the extension ships with. */
import { writeFileSync } from 'node:fs';
import { commonWordsModule, givenNamesModule } from './list.ts';
import { looksModule } from './look-alikes.ts';

writeFileSync(new URL('../../src/text/common-words.data.ts', import.meta.url), commonWordsModule());
writeFileSync(new URL('../../src/text/given-names.data.ts', import.meta.url), givenNamesModule());
writeFileSync(new URL('../../src/dataset/look-alikes.data.ts', import.meta.url), looksModule());
