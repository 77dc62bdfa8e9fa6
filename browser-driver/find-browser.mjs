/**
 * Finds a browser that can load the extension. Plain JavaScript: `npm start` runs it on the machine's own Node,
 * before anything is installed.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

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

function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
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
  if (isDebian() && process.getuid?.() === 0) {
    console.log(
      `No ${name} was found. Running as root on Debian or Ubuntu: "apt-get update", then "apt-get install ${debian}" with the packages that it needs …`,
    );
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debian], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    const installed = findBrowser(name);
    if (installed) return installed;
  }
  const how = isDebian() ? `run "sudo apt-get install ${debian}"` : `install ${wanted}`;
  throw new Error(
    `Expected ${wanted} and found none on PATH or in its usual place. To go on, ${how}, or set ${variable} to its executable.`,
  );
}
