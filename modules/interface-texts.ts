/** The texts of the interface, for our own pages and for the manifest. */
import { globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineWxtModule } from 'wxt/modules';

/** The manifest can only speak through `_locales`: its texts are those of `locales/` whose key begins with `manifest.`. */
function manifestMessages(file: string): string {
  const texts = Object.entries<string>(JSON.parse(readFileSync(file, 'utf8')));
  const own = texts.filter(([key]) => key.startsWith('manifest.'));
  return JSON.stringify(Object.fromEntries(own.map(([key, message]) => [key.replace('.', '_'), { message }])));
}

export default defineWxtModule((wxt) => {
  wxt.hook('build:publicAssets', (_wxt, files) => {
    for (const file of globSync('locales/*.json')) {
      const language = basename(file, '.json');
      files.push({ absoluteSrc: resolve(file), relativeDest: `locales/${language}.json` });
      files.push({ contents: manifestMessages(file), relativeDest: `_locales/${language}/messages.json` });
    }
  });
});
