/** The packs, compiled anew, and the editorial policy. WXT's own build writes only text: the packs are files, copied into the extension. */
import { resolve } from 'node:path';
import { defineWxtModule } from 'wxt/modules';
import { compilePacks } from '../cli/pack/compile.ts';

export default defineWxtModule((wxt) => {
  const folder = resolve('.output', 'packs');
  wxt.hook('build:publicAssets', async (_wxt, files) => {
    for (const name of await compilePacks('data', folder)) {
      files.push({ absoluteSrc: resolve(folder, name), relativeDest: `packs/${name}` });
    }
    files.push({ absoluteSrc: resolve('data/POLICY.md'), relativeDest: 'policy.txt' });
  });
});
