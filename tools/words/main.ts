/** `npm run words`: writes the list of common words that the matcher ships with. */
import { writeFileSync } from 'node:fs';
import { commonWordsModule } from './list.ts';

writeFileSync(new URL('../../src/text/common-words.data.ts', import.meta.url), commonWordsModule());
