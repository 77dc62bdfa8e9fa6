/**
 * Finds a browser that can load the extension. Plain JavaScript: `npm start` runs it on the machine's own Node,
 * before anything is installed.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, install, isDebian } from './debian.mjs';

/** Executable names on PATH, then fixed places, in order of preference. */
const candidates = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    variable: 'SIDELIGHT_CHROMIUM',
    debian: 'chromium',
    wanted: 'Chromium, Chrome or Edge 129 or later',
  },
  firefox: {
    names: ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    variable: 'SIDELIGHT_FIREFOX',
    debian: 'firefox-esr',
    wanted: 'Firefox 147 or later',
  },
};

/** @typedef {keyof typeof candidates} BrowserName */

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {BrowserName} name
 * @returns {string | undefined} path of the executable
 */
export function findBrowser(name) {
  const { names, places, variable } = candidates[name];
  const named = process.env[variable];
  if (named) {
    if (!existsSync(named)) throw new Error(`${variable} names ${named}, and there is no such file. Mend or unset it.`);
    return named;
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((file) => folders.map((folder) => join(folder, file)));
  return [...onPath, ...places].find(isExecutable);
}

/**
 * The browser, installed through apt where that can be done without asking anyone.
 * @param {BrowserName} name
 * @returns {string} path of the executable
 * @throws {Error} what to install, where it cannot be installed from here
 */
export function ensureBrowser(name) {
  const found = findBrowser(name);
  if (found) return found;
  const { debian, wanted, variable } = candidates[name];
  if (canInstall()) {
    install(`No ${name} was found.`, [debian]);
    const installed = findBrowser(name);
    if (installed) return installed;
  }
  const how = isDebian() ? `run "sudo apt-get install ${debian}"` : `install ${wanted}`;
  throw new Error(
    `Expected ${wanted} and found none on PATH or in its usual place. To go on, ${how}, or set ${variable} to its executable.`,
  );
}
