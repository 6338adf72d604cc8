// @ts-check
/** The browser that shows the workbench. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** @typedef {import('playwright-core').Browser} Browser */

/**
 * Starts a headless Chromium that can reach this machine only.
 * @param {import('./setup.mjs').Installation} installation
 * @returns {Promise<Browser>}
 */
export function launchChromium(installation) {
  /** @type {typeof import('playwright-core')} */
  const { chromium } = createRequire(join(installation.root, 'package.json'))('playwright-core');
  return chromium.launch({
    executablePath: installation.chromium,
    env: { ...definedVariables(), ...installation.chromiumEnvironment },
    // The starter cleans up itself, in the right order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      // Root in a container has no sandbox; only our own pages are loaded.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost',
    ],
  });
}

/** @returns {Record<string, string>} */
function definedVariables() {
  /** @type {Record<string, string>} */
  const variables = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) variables[name] = value;
  }
  return variables;
}
