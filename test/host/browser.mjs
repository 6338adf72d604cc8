// @ts-check
/**
 * A VS Code to look at: server and browser together, for tests of what a user sees and for screenshots.
 * What to do with a window is in `workbench.mjs`, which this module passes on.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { saveEvidence } from './artifacts.mjs';
import { launchChromium } from './chromium.mjs';
import { installVsix } from './code-cli.mjs';
import { shortTempFolder, startServer } from './server.mjs';
import { setup } from './setup.mjs';
import { waitForWorkbench } from './workbench.mjs';
import { patchConfig, remoteLocation, workbenchUrl } from './workbench-page.mjs';

export * from './workbench.mjs';
export { patchConfig } from './workbench-page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @typedef {import('./server.mjs').ServerOptions & { vsix?: string[] }} VsCodeOptions */

/**
 * @typedef {import('./workbench-page.mjs').WindowContent & {
 *   developmentPaths?: string[],
 *   viewport?: { width: number, height: number },
 *   scale?: number,
 * }} WindowOptions
 */

/**
 * @typedef {object} VsCode
 * @property {import('./server.mjs').Server} server
 * @property {import('playwright-core').Browser} browser
 * @property {(options?: WindowOptions) => Promise<Page>} openWindow opens a window in a browser context of
 *   its own and waits for the workbench. `developmentPaths` are extensions to load from their folders,
 *   `scale` makes pictures sharper (2 for print).
 * @property {(page: Page) => string[]} consoleLines what the window printed to its console
 * @property {() => Promise<void>} stop
 */

const actionTimeout = 20_000;

/**
 * Starts server and browser. `vsix` are packages to install first; the other options are those of the
 * server: `settings`, `extensionsDir`, `userDataDir`, `trusted` (false = restricted mode), `git`, `env`.
 * @param {VsCodeOptions} [options]
 * @returns {Promise<VsCode>}
 */
export async function startVsCode({ vsix = [], ...options } = {}) {
  const installation = await setup();
  const folder = await mkdtemp(join(shortTempFolder(), 'vsh-'));
  const extensionsDir = options.extensionsDir ?? join(folder, 'extensions');
  const launching = launchChromium(installation);
  const starting = installAll(vsix, extensionsDir).then(() =>
    startServer(installation, { ...options, extensionsDir }),
  );
  const stop = async () => {
    await launching.then(browser => browser.close()).catch(() => {});
    await starting.then(server => server.stop()).catch(() => {});
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const [server, browser] = await Promise.all([starting, launching]);
    return vsCode(server, browser, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Starts VS Code, opens one window, runs the steps and stops everything, however they end. When they
 * fail, a screenshot and the logs are kept and their folder is named in the error.
 * @param {VsCodeOptions & WindowOptions} options
 * @param {(page: Page, vscode: VsCode) => Promise<void>} steps
 * @returns {Promise<void>}
 */
export async function withWindow(options, steps) {
  const vscode = await startVsCode(options);
  /** @type {Page | undefined} */
  let page;
  try {
    page = await vscode.openWindow(options);
    await steps(page, vscode);
  } catch (error) {
    page ??= vscode.browser.contexts().at(-1)?.pages().at(-1);
    const saved = await saveEvidence({
      page,
      server: vscode.server,
      workbenchLines: page ? vscode.consoleLines(page) : [],
      folder: process.env.VSCODE_HOST_ARTIFACTS,
    });
    throw new Error(`${error instanceof Error ? error.message : error}\nscreenshot and logs in ${saved}`, {
      cause: error,
    });
  } finally {
    await vscode.stop();
  }
}

/**
 * @param {string[]} packages
 * @param {string} extensionsDir
 */
async function installAll(packages, extensionsDir) {
  for (const vsix of packages) await installVsix(vsix, extensionsDir);
}

/**
 * @param {import('./server.mjs').Server} server
 * @param {import('playwright-core').Browser} browser
 * @param {() => Promise<void>} stop
 * @returns {VsCode}
 */
function vsCode(server, browser, stop) {
  /** @type {WeakMap<Page, string[]>} */
  const consoles = new WeakMap();

  /** @param {WindowOptions} [options] */
  async function openWindow({
    developmentPaths = [],
    viewport = { width: 1280, height: 800 },
    scale = 1,
    ...content
  } = {}) {
    // Without reduced motion hovers and toasts are caught half faded.
    const context = await browser.newContext({ viewport, deviceScaleFactor: scale, reducedMotion: 'reduce' });
    context.setDefaultTimeout(actionTimeout);
    const page = await context.newPage();
    /** @type {string[]} */
    const lines = [];
    consoles.set(page, lines);
    page.on('console', message => lines.push(`[${message.type()}] ${message.text()}`));
    page.on('pageerror', error => lines.push(`[uncaught] ${error.stack ?? error.message}`));
    if (developmentPaths.length > 0) {
      await patchConfig(page, {
        extensions: developmentPaths.map(path => remoteLocation(server.authority, path)),
      });
    }
    await page.goto(workbenchUrl(server.authority, content));
    await waitForWorkbench(page);
    return page;
  }

  return {
    server,
    browser,
    openWindow,
    consoleLines: page => consoles.get(page) ?? [],
    stop,
  };
}
