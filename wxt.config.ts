import { defineConfig } from 'wxt';
import { iconSizes } from './tools/icons.ts';

const icons = Object.fromEntries(iconSizes.map((size) => [size, `icons/${size}.png`]));

/** `$STYLE` is the hash of the one style sheet (modules/shipped-code.ts). */
const extensionPages =
  "default-src 'self'; script-src 'self'; style-src 'self' '$STYLE'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types sidelight-inert sidelight-thread";

export default defineConfig({
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}-{{mode}}',
  modules: ['@wxt-dev/webextension-polyfill'],
  // Every import is written out, so that Node runs the same files without a build step.
  imports: false,
  // The browsers' floor. For older ones the build would rewrite what these know: `light-dark()` then no longer follows the system.
  vite: () => ({ build: { target: ['chrome129', 'firefox147'], cssTarget: ['chrome129', 'firefox147'] } }),
  manifest: ({ browser, command, mode }) => ({
    name: 'Sidelight',
    description: '__MSG_manifest_description__',
    default_locale: 'en',
    // `unlimitedStorage` for packs that readers bring.
    permissions: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
    // Development and the end-to-end tests have access from the start, since nobody is there to answer the browser's question.
    ...(mode !== 'production' ? { host_permissions: ['<all_urls>'] } : { optional_host_permissions: ['<all_urls>'] }),
    // In development WXT lets its own server in.
    ...(command === 'build' && { content_security_policy: { extension_pages: extensionPages } }),
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
