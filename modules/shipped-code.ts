/** What is done to the code that ships and would stand in a developer's way: none of it runs in `wxt` (development mode). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';

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

/** What the store linter warns of in the PDF library, and what stands there instead; neither runs here. */
const pdfLibrary = [
  // Its thread and its decoders, by addresses that it is given. Ours is given none, and its thread is started by `startThread`.
  [
    /await import\(\s*\/\*webpackIgnore: true\*\/\s*\/\*@vite-ignore\*\/[^;]*\);/,
    "(() => { throw new Error('Nothing is loaded.'); })();",
  ],
  // How core-js finds the global object where there is no `globalThis`.
  [/Function\('return this'\)\(\)/, 'globalThis'],
] as const;

/** The PDF library without code from strings or addresses. One that has changed in these places stops the build. */
function pdfWithoutLoading() {
  return {
    name: 'sidelight:pdf-without-loading',
    transform(code: string, id: string) {
      if (!/\/pdfjs-dist\/legacy\/build\/pdf(?:\.worker)?\.mjs$/.test(id)) return undefined;
      let changed = code;
      for (const [pattern, instead] of pdfLibrary) {
        const parts = changed.split(pattern);
        if (parts.length !== 2)
          throw new Error(`Expected ${pattern} once in ${id}; found ${parts.length - 1}. Look again.`);
        changed = parts.join(instead);
      }
      return { code: changed, map: null };
    },
  };
}

const entrypoints = resolve('entrypoints');

/** An entrypoint that exports its function itself, without what WXT wraps around it. WXT also reads entrypoints emptied of their function. */
function withoutDefinition(code: string) {
  const definition = /^import \{ defineUnlistedScript \} from .+$/m;
  const wrapped = /^export default defineUnlistedScript\((?!\))/m;
  if (!definition.test(code) || !wrapped.test(code)) return undefined;
  return { code: code.replace(definition, '').replace(wrapped, 'export default ('), map: null };
}

/**
 * A script of ours, and no more: what WXT puts around it is for its plugins, of which there are none in a script of a page, and writes to the console
 * that it failed, which it does not where it ships. It would be half a kilobyte of each script in every page.
 */
function bareScripts() {
  return {
    name: 'sidelight:bare-scripts',
    transform(code: string, id: string) {
      if (id.startsWith(entrypoints)) return withoutDefinition(code);
      if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return undefined;
      const [own] = /^import definition from .+$/m.exec(code) ?? [];
      if (!own) throw new Error(`Expected WXT to import the script as "definition" in ${id}. Look again.`);
      return { code: `${own}\ndefinition();`, map: null };
    },
  };
}

/** The custom properties of what shows an entity, in the order in which they are named. */
const properties = [...readFileSync('src/entry-view/tokens.css', 'utf8').matchAll(/^\s*(--[\w-]+):/gm)].map(
  ([, name]) => name,
);

/** A custom property is as good by one letter: in what scripts carry and in what pages have, since an entity in a page takes its colours from there. */
function withShortNames(css: string): string {
  return css.replace(/--[\w-]+/g, (name) => {
    const at = properties.indexOf(name);
    return at < 0 ? name : `--${String.fromCharCode(97 + at)}`;
  });
}

/** Style sheets that scripts carry, without what the minifier writes and browsers from the floor on need not read: `& p` within a rule is `p` there. */
function shortStyles() {
  return {
    name: 'sidelight:short-styles',
    enforce: 'post' as const,
    transform(code: string, id: string) {
      if (!id.endsWith('.css?inline')) return undefined;
      // It leaves what it does not know as it was written: custom properties, and properties that are young.
      const plain = code.replace(/(?<=[{},;])&(?: (?=[\w.:[*])|(?=[>+]))/g, '').replace(/ ?([,/]) /g, '$1');
      return { code: withShortNames(plain), map: null };
    },
  };
}

/** What the popup needs before it can show itself, and every other page needs too. */
const beforeFirstPaint =
  /node_modules\/(?:preact|webextension-polyfill)\/|src\/(?:messages|settings|locale)\/|src\/ui\/(?:Search|context|mount|painted|page-state|recall|use-page-state)\.tsx?$|src\/ui\/app\.css|virtual:wxt-|vite\/preload-helper/;

/**
 * The scripts of pages, which are to be small: a constant that is used once stands where it is used. Not where it was made a `var`, as everywhere else,
 * since that is quicker in long work.
 */
const inPages = /^(?:annotate|follow|marks|card|keys)$/;

/**
 * Two files for all that pages share: what the popup shows itself with, and the rest, which it reads when it is there. Each further
 * file is another question to the browser before anything is seen.
 */
function fewFiles() {
  return {
    name: 'sidelight:few-files',
    outputOptions(options: { format?: string; name?: string; codeSplitting?: unknown }) {
      // The scripts that are no modules are one file each as it is.
      if (options.format !== 'es') return inPages.test(options.name ?? '') ? { ...options, topLevelVar: false } : null;
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
      const style = withShortNames(String(sheet.source).trim());
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

export default defineWxtModule((wxt) => {
  if (wxt.config.command === 'serve') return;
  addViteConfig(wxt, () => ({
    plugins: [preactWithoutMarkup(), pdfWithoutLoading(), bareScripts(), shortStyles(), fewFiles(), paintFirst()],
    // Every browser from the floor on preloads modules by itself. One style sheet, which `paintFirst` puts into the pages: a part that is read
    // later must not look for it as a file.
    build: {
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      // Numbers that have a name in one module and are used in another stand where they are used.
      rolldownOptions: { optimization: { inlineConst: { mode: 'all', pass: 2 } } },
    },
  }));
  wxt.hook('build:manifestGenerated', (_wxt, manifest) => {
    const policy = manifest.content_security_policy as { extension_pages: string };
    policy.extension_pages = policy.extension_pages.replace('$STYLE', styleHash);
  });
});
