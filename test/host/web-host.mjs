// @ts-check
/**
 * The extension in a browser worker, as on vscode.dev: its `browser` entry, loaded over HTTP.
 *
 * An extension with a `vscode-remote:` address always runs in Node, hence a file server of our own, and a
 * context that ignores the page's content security policy, which forbids plain HTTP. The folder is the
 * usual one of the server. `env.remoteName` is still set, unlike in a pure web window.
 */
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import { startVsCode } from './browser.mjs';
import { deferred } from './deferred.mjs';
import { serveFolders } from './static-server.mjs';
import { waitForWorkbench } from './workbench.mjs';
import { patchConfig, workbenchUrl } from './workbench-page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} WebWindow
 * @property {Page} page
 * @property {() => Promise<void>} close ends window and file server
 */

/** Lines with this mark are the tests' own; the console is full of the workbench's. */
const mark = '[mocha]';
const lastLine = /^done (\d+)$/;
const timedOut = 124;

/** VS Code looks for the host of the tests by the extension they lie in, so they seem to lie in ours. */
const testsMount = '/extension/.tests';

/**
 * Opens a window with an extension in the worker extension host.
 * @param {import('./browser.mjs').VsCode} vscode from `startVsCode()`
 * @param {import('./workbench-page.mjs').WindowContent & { extensionPath: string, otherExtensionPaths?: string[], testsPath?: string, prepare?: (page: Page) => Promise<void> }} options
 *   `testsPath` is a CommonJS bundle that exports `run`; `prepare` is called before the page is loaded
 * @returns {Promise<WebWindow>}
 */
export async function openWebWindow(
  vscode,
  { extensionPath, otherExtensionPaths = [], testsPath, prepare, ...content },
) {
  const files = await serveFolders({
    '/extension': extensionPath,
    ...Object.fromEntries(otherExtensionPaths.map((path, index) => [`/other-${index}`, path])),
    ...(testsPath ? { [testsMount]: dirname(testsPath) } : {}),
  });
  const context = await vscode.browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    bypassCSP: true,
  });
  const close = async () => {
    await context.close();
    await files.close();
  };
  try {
    const page = await context.newPage();
    /** @param {string} path */
    const location = path => ({ scheme: 'http', authority: files.authority, path });
    await patchConfig(page, {
      extensions: [
        location('/extension'),
        ...otherExtensionPaths.map((_, index) => location(`/other-${index}`)),
      ],
      ...(testsPath ? { extensionTestsPath: location(`${testsMount}/${basename(testsPath)}`) } : {}),
    });
    await prepare?.(page);
    await page.goto(workbenchUrl(vscode.server.authority, content));
    await waitForWorkbench(page);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Runs a test bundle in the worker extension host and prints its output. The bundle logs its lines with
 * the mark `[mocha]` and ends with `[mocha]done <number of failures>`; without that last line the run has
 * failed, because VS Code says 0 after a crash as well.
 * @param {import('./browser.mjs').VsCodeOptions & import('./workbench-page.mjs').WindowContent & {
 *   extensionPath: string, otherExtensionPaths?: string[], testsPath: string, timeoutSeconds?: number, print?: (line: string) => void }} options
 * @returns {Promise<number>} exit code: 0, 1 or 124
 */
export async function runWebTests({ timeoutSeconds = 120, print = line => console.log(line), ...options }) {
  const vscode = await startVsCode(options);
  /** @type {import('./deferred.mjs').Deferred<number>} */
  const { promise: ended, resolve } = deferred();
  /** @type {number | undefined} */
  let failures;
  /** @type {WebWindow | undefined} */
  let window;

  /** @param {Page} page */
  async function prepare(page) {
    await page.exposeFunction(
      'codeAutomationLog',
      (/** @type {string} */ _type, /** @type {unknown[]} */ values) => {
        const text = format(...values);
        if (!text.startsWith(mark)) return;
        const line = text.slice(mark.length);
        const done = lastLine.exec(line);
        if (done) failures = Number(done[1]);
        else print(line);
      },
    );
    await page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => resolve(1));
  }

  try {
    window = await openWebWindow(vscode, { ...options, prepare });
    const code = await Promise.race([ended, sleep(timeoutSeconds * 1000, timedOut, { ref: false })]);
    if (code === timedOut) print(`no result after ${timeoutSeconds} s`);
    else if (failures === undefined) print('the tests did not come to their end');
    if (code === timedOut) return timedOut;
    return code === 0 && failures === 0 ? 0 : 1;
  } finally {
    await window?.close();
    await vscode.stop();
  }
}
