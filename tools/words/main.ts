/** `npm run words [-- --names DIR]`: writes the lists of words, names and look-alikes that the extension ships with; frequent names from the sets in DIR. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { frequentNamesModule } from './frequent-names.ts';
import { commonWordsModule, givenNamesModule } from './list.ts';
import { looksModule } from './look-alikes.ts';

writeFileSync(new URL('../../src/text/common-words.data.ts', import.meta.url), commonWordsModule());
writeFileSync(new URL('../../src/text/given-names.data.ts', import.meta.url), givenNamesModule());
writeFileSync(new URL('../../src/dataset/look-alikes.data.ts', import.meta.url), looksModule());

const { values } = parseArgs({ options: { names: { type: 'string' } } });
if (values.names !== undefined)
  writeFileSync(new URL('../../src/text/frequent-names.data.ts', import.meta.url), frequentNamesModule(values.names));
