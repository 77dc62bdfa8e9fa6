/** The licence of each library that ships, which most of them want shown wherever they go. */
import { globSync, readFileSync } from 'node:fs';
import { defineWxtModule } from 'wxt/modules';

/** @throws {Error} when a library has no licence file */
function libraryLicences(): string {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  return Object.entries(dependencies)
    .map(([name, version]) => {
      const [file] = globSync(`node_modules/${name}/LICEN[CS]E*`);
      if (!file) throw new Error(`Expected a licence file in node_modules/${name}; it ships with the extension.`);
      return `${name} ${version}\n\n${readFileSync(file, 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}

export default defineWxtModule((wxt) => {
  wxt.hook('build:publicAssets', (_wxt, files) => {
    files.push({ contents: libraryLicences(), relativeDest: 'licences.txt' });
  });
});
