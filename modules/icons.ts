/** The icon in every size that browsers ask for, drawn from one SVG. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineWxtModule } from 'wxt/modules';
import { iconSizes, renderIcon } from '../tools/icons.ts';

export default defineWxtModule((wxt) => {
  const folder = resolve('.output', 'icons');
  wxt.hook('build:publicAssets', async (_wxt, files) => {
    mkdirSync(folder, { recursive: true });
    for (const size of iconSizes) {
      const absoluteSrc = resolve(folder, `${size}.png`);
      writeFileSync(absoluteSrc, await renderIcon(readFileSync('public/icon.svg', 'utf8'), size));
      files.push({ absoluteSrc, relativeDest: `icons/${size}.png` });
    }
  });
});
