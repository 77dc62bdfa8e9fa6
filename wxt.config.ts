import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { compilePacks } from './cli/pack/compile.ts';
import { iconSizes, renderIcon } from './tools/icons.ts';

/** WXT's own build writes only text: the compiled packs are files, made anew here and copied into the extension. */
const packsDir = resolve('.output', 'packs');
const iconsDir = resolve('.output', 'icons');
const icons = Object.fromEntries(iconSizes.map((size) => [size, `icons/${size}.png`]));

/** The manifest can only speak through `_locales`: its texts are those of `locales/` whose key begins with `manifest.`. */
function manifestMessages(file: string): string {
  const texts = Object.entries<string>(JSON.parse(readFileSync(file, 'utf8')));
  const own = texts.filter(([key]) => key.startsWith('manifest.'));
  return JSON.stringify(Object.fromEntries(own.map(([key, message]) => [key.replace('.', '_'), { message }])));
}

/** The licence of each library that ships, which most of them want shown wherever they go. */
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

/**
 * Preact can make markup from a string (`dangerouslySetInnerHTML`). Nothing here does, and the store linter warns of the
 * code that could: it ships as text. A Preact that has changed in these places stops the build.
 */
function preactWithoutMarkup() {
  return {
    name: 'sidelight:preact-without-markup',
    transform(code: string, id: string) {
      if (!id.endsWith('/preact/dist/preact.mjs')) return undefined;
      const parts = code.split('.innerHTML');
      if (parts.length !== 3)
        throw new Error(`Expected Preact to name innerHTML twice; found ${parts.length - 1}. Look again.`);
      return { code: parts.join('.textContent'), map: null };
    },
  };
}

/** What the popup needs before it can show itself, and every other page needs too. */
const beforeFirstPaint =
  /node_modules\/(?:preact|webextension-polyfill)\/|src\/(?:messages|settings|locale)\/|src\/ui\/(?:Search|context|mount|painted|reading|recall|use-reading)\.tsx?$|src\/ui\/app\.css|virtual:wxt-/;

/**
 * Two files for all that pages share: what the popup shows itself with, and the rest, which it reads when it is there. Each further
 * file is another question to the browser before anything is seen.
 */
function fewFiles() {
  return {
    name: 'sidelight:few-files',
    outputOptions(options: { format?: string; codeSplitting?: unknown }) {
      // The scripts that are no modules are one file each as it is.
      if (options.format !== 'es') return null;
      const groups = [
        { name: 'first', test: beforeFirstPaint, minShareCount: 2, priority: 1 },
        { name: 'pages', minShareCount: 3 },
      ];
      return { ...options, codeSplitting: { groups } };
    },
  };
}

/** Of the one inline style sheet, as the content security policy names it. */
let styleHash = '';

interface Asset {
  type: 'asset' | 'chunk';
  fileName: string;
  source?: string | Uint8Array;
  code?: string;
}

/**
 * A page paints when its style sheet is there, and what runs before that stands in its way: the sheet goes into the page, the script to its
 * end. In the popup that is a sixth of the time to the first paint.
 */
function paintFirst() {
  return {
    name: 'sidelight:paint-first',
    enforce: 'post' as const,
    generateBundle(_options: unknown, bundle: Record<string, Asset>) {
      const assets = Object.values(bundle).filter(({ type }) => type === 'asset');
      const pages = assets.filter(({ fileName }) => fileName.endsWith('.html'));
      if (!pages.length) return;
      const sheets = assets.filter(({ fileName }) => fileName.endsWith('.css'));
      const [sheet] = sheets;
      if (!sheet || sheets.length > 1)
        throw new Error(`Expected one style sheet for all pages; found ${sheets.length}.`);
      const style = String(sheet.source).trim();
      styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
      delete bundle[sheet.fileName];
      for (const page of pages) {
        const scripts: string[] = [];
        const html = String(page.source)
          .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
          .replace(/\s*(?:<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>)/g, (tag) => {
            scripts.push(tag);
            return '';
          });
        page.source = html.replace('</body>', () => `${scripts.join('')}</body>`);
      }
    },
  };
}

/**
 * Chromium 136 and later compile all of the content script at once when they are told so: its functions are not compiled one by one on each
 * page, but once for all pages of a process (docs/adr/0004-content-script.md). Others read a comment.
 */
function compiledAtOnce() {
  return {
    name: 'sidelight:compiled-at-once',
    enforce: 'post' as const,
    generateBundle(_options: unknown, bundle: Record<string, Asset>) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.fileName === 'annotate.js')
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      }
    },
  };
}

export default defineConfig({
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}-{{mode}}',
  modules: ['@wxt-dev/webextension-polyfill'],
  // Every import is written out, so that Node runs the same files without a build step.
  imports: false,
  vite: () => ({
    plugins: [preactWithoutMarkup(), fewFiles(), paintFirst(), compiledAtOnce()],
    // Every browser from the floor on preloads modules by itself. One style sheet, which `paintFirst` puts into the pages: a part that is read
    // later must not look for it as a file.
    build: { modulePreload: { polyfill: false }, cssCodeSplit: false },
  }),
  hooks: {
    'build:manifestGenerated': (_wxt, manifest) => {
      const policy = manifest.content_security_policy as { extension_pages: string };
      policy.extension_pages = policy.extension_pages.replace('$STYLE', styleHash);
    },
    'build:publicAssets': async (_wxt, files) => {
      for (const name of await compilePacks('data', packsDir)) {
        files.push({ absoluteSrc: resolve(packsDir, name), relativeDest: `packs/${name}` });
      }
      mkdirSync(iconsDir, { recursive: true });
      for (const size of iconSizes) {
        const absoluteSrc = resolve(iconsDir, `${size}.png`);
        writeFileSync(absoluteSrc, await renderIcon(readFileSync('public/icon.svg', 'utf8'), size));
        files.push({ absoluteSrc, relativeDest: `icons/${size}.png` });
      }
      files.push({ absoluteSrc: resolve('data/POLICY.md'), relativeDest: 'policy.txt' });
      files.push({ contents: libraryLicences(), relativeDest: 'licences.txt' });
      for (const file of globSync('locales/*.json')) {
        const language = basename(file, '.json');
        files.push({ absoluteSrc: resolve(file), relativeDest: `locales/${language}.json` });
        files.push({ contents: manifestMessages(file), relativeDest: `_locales/${language}/messages.json` });
      }
    },
  },
  manifest: ({ browser, mode }) => ({
    name: 'Sidelight',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    // `unlimitedStorage` for packs that readers bring.
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    // The end-to-end build differs in this one line: Chromium's permission prompt cannot be answered without a display.
    ...(mode === 'e2e' ? { host_permissions: ['<all_urls>'] } : { optional_host_permissions: ['<all_urls>'] }),
    content_security_policy: {
      extension_pages:
        "default-src 'self'; script-src 'self'; style-src 'self' '$STYLE'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sidelight-inert sidelight-thread",
    },
    icons,
    action: { default_title: 'Sidelight', default_icon: icons },
    // Chromium keeps Alt+Shift+N and Alt+Shift+P for itself and gives no word of it.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_manifest_commandPopup__' },
      'next-mark': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_manifest_commandNext__' },
      'previous-mark': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_manifest_commandPrevious__' },
      'open-card': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_manifest_commandOpen__' },
      'toggle-site': { description: '__MSG_manifest_commandToggle__' },
      'side-panel': { description: '__MSG_manifest_commandPanel__' },
    },
    omnibox: { keyword: 'sl' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sidelight@sidelight.example',
              strict_min_version: '147.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '147.0' },
          },
        }
      : { minimum_chrome_version: '129' }),
  }),
});
