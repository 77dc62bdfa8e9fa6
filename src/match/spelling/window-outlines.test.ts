import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashFolded } from '../../text/token-list.ts';
import { compileIndex, openIndex } from '../index.ts';
import { alignName, mayAlign } from './align.ts';
import { coreOf, memoOf } from './index-memo.ts';
import { wordOf } from './page-vocabulary.ts';
import { createSpellingScratch } from './scratch.ts';
import { mayHoldName, outlineWindow } from './window-outlines.ts';

const names = [
  'Tobias Veldhoven', 'Robert Veldhoven', 'Musa Dawud Selim Tarqun', 'De la Marck Orsoly', 'Abderrahim Zarqoum', 'Veldhoven Guild of Tarqun', 'Central Bank of Orsolia', 'روح‌الله ترقون',
  'عبد الرحيم زرقوم', 'موسى داود سليم', 'Internationale Gesellschaft Orsolias',
]; // biome-ignore format: a list
const index = openIndex(compileIndex(names.map((name, i) => ({ id: `e${i}`, kind: 'person', name }))));

const word = fc.constantFrom(
  ...names.flatMap((name) => name.toLowerCase().split(' ')),
  ...names.flatMap((name) => name.toLowerCase().split(' ')),
  'bob', 'tobi', 'veldhofen', 'vel', 'dhoven', 'moussa', 'daoud', 'tarkoun', 'abd', 'ur', 'rahim', 'abdurrahim', 'zarqum', 'zentral', 'banque', 'guilde', 'ofveldhoven', 'bankof',
  'internationalegesellschaft', 'gesell', 'schaft', 'orsolya', 'احمد', 'ترقن', 'موسا', 'داوود', 'dr', 'al', 'the', 'j',
); // biome-ignore format: a list

test('no name that stands in a window is left out by what is told of it in outline', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 9 }), fc.boolean(), (letters, line) => {
      const scratch = createSpellingScratch();
      const read = memoOf(scratch, index, true);
      const words = letters.map((each) => wordOf(scratch.words, each, hashFolded(each)));
      const run = { words, tokens: words.map((_, place) => place) };
      outlineWindow(scratch.outlines, read, { names: run, all: run, placeInNames: run.tokens, comma: 0 });
      for (let name = 0; name < index.names; name++) {
        const core = coreOf(read, name);
        if (!mayAlign(scratch.aligning, read, core, words, line)) continue;
        for (let place = 0; place < words.length; place++)
          for (const token of core.tokens) {
            if (!alignName(scratch.aligning, core, words, 0, place, token, true)) continue;
            found++;
            expect(mayHoldName(scratch.outlines, name, line ? -1 : place)).toBe(true);
          }
      }
    }),
    { numRuns: 3000 },
  );
  expect(found).toBeGreaterThan(1000);
});
