/** `npm run words`: writes the lists of words, names and look-alikes that the extension ships with. */
import { writeFileSync } from 'node:fs';
import { readOptions } from '../../cli/command.ts';
import { frequentNamesModule, worldGivenNames } from './frequent-names.ts';
import { commonWordsModule, givenNamesModule, worldFile } from './list.ts';
import { looksModule } from './look-alikes.ts';

const usage = `npm run words -- [options]

  --names DIR   frequent names too, from the sets in this folder`;
const { names } = readOptions(usage, { names: { type: 'string' } });

if (names !== undefined) {
  writeFileSync(worldFile, `${worldGivenNames(names).join('\n')}\n`);
  writeFileSync(new URL('../../src/text/frequent-names.data.ts', import.meta.url), frequentNamesModule(names));
}
writeFileSync(new URL('../../src/text/common-words.data.ts', import.meta.url), commonWordsModule());
writeFileSync(new URL('../../src/text/given-names.data.ts', import.meta.url), givenNamesModule());
writeFileSync(new URL('../../src/dataset/look-alikes.data.ts', import.meta.url), looksModule());
