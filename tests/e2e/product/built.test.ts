/** The files that ship, as the build made them: what they ask for, and what is not in them. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../support/harness.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const manifestOf = (browser: string, mode: string) => JSON.parse(read(`.output/${browser}-mv3-${mode}/manifest.json`));

/** None of these shows a warning at install. Another one needs a reason in docs/store/permissions.md, and its line here. */
const permissions: Record<string, string[]> = {
  chrome: ['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'],
  firefox: ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'],
};

describe.each(browserNames.map((name) => (name === 'chromium' ? 'chrome' : name)))('the build for %s', (browser) => {
  const folder = `.output/${browser}-mv3-production`;
  const manifest = manifestOf(browser, 'production');
  const scripts = globSync(`${folder}/**/*.js`);
  const justified = read('docs/store/permissions.md');

  test('asks for nothing at install that would show a warning, and for each permission the store is told why', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(permissions[browser]).toEqual(expect.arrayContaining(manifest.permissions));
    expect(manifest.host_permissions).toBe(undefined);
    expect(manifest.optional_permissions).toBe(undefined);
    expect(manifest.optional_host_permissions).toEqual(['<all_urls>']);
    for (const permission of [...manifest.permissions, '<all_urls>']) expect(justified).toContain(`\`${permission}\``);
  });

  test('has no door to pages: no content script of its own, no file that a page may load, no page that may connect', () => {
    for (const key of ['content_scripts', 'web_accessible_resources', 'externally_connectable', 'sandbox', 'oauth2']) {
      expect(manifest).not.toHaveProperty(key);
    }
  });

  test('is updated by its store alone', () => {
    expect(manifest).not.toHaveProperty('update_url');
    expect(manifest.browser_specific_settings?.gecko ?? {}).not.toHaveProperty('update_url');
  });

  test('lets its own pages load nothing from elsewhere', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    const rules = Object.fromEntries(policy.split(';').map((rule) => rule.trim().split(/\s+(.*)/s, 2)));
    expect(rules).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'sidelight-inert sidelight-thread',
    });
    expect(policy).not.toMatch(/unsafe|https?:|\*|blob:|data:/);
  });

  test('differs from the build of the end-to-end tests in host access alone', () => {
    const { host_permissions, ...tested } = manifestOf(browser, 'e2e');
    const { optional_host_permissions, ...shipped } = manifest;
    expect(host_permissions).toEqual(optional_host_permissions);
    expect(tested).toEqual(shipped);
  });

  test('holds no code that makes code or markup from text, and loads none', () => {
    expect(scripts.length).toBeGreaterThan(3);
    const found = scripts.flatMap((file) =>
      (
        read(file).match(
          // Scripts may be loaded where `src/trusted` looks at their address.
          /\beval\(|new Function\b|\.innerHTML\b|\.outerHTML\s*=|insertAdjacentHTML|document\.write\b|importScripts\((?![\w$]+\(\)\.createScriptURL\()|import\(\s*["'`]https?:/g,
        ) ?? []
      ).map((what) => `${file}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  test('holds no map, no source, no path of the machine that made it', () => {
    const files = globSync(`${folder}/**/*.*`);
    expect(files.filter((file) => /\.(?:map|tsx?|pem|crx)$/.test(file))).toEqual([]);
    const here = process.cwd();
    expect([...scripts, ...globSync(`${folder}/*.{html,json}`)].filter((file) => read(file).includes(here))).toEqual(
      [],
    );
  });
});

test.runIf(browserNames.includes('firefox'))('the Firefox build says that it collects nothing', () => {
  expect(manifestOf('firefox', 'production').browser_specific_settings.gecko.data_collection_permissions).toEqual({
    required: ['none'],
  });
});
