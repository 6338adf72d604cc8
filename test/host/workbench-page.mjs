// @ts-check
/** Addresses of a workbench page and the configuration it carries. */
import { patchDevelopmentOptions } from './in-page.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * A place as the workbench's configuration writes it.
 * @typedef {{ scheme: string, authority: string, path: string }} Location
 */

/**
 * What a window shows.
 * @typedef {object} WindowContent
 * @property {string} [folder] absolute path
 * @property {string} [workspace] absolute path of a `.code-workspace` file, instead of a folder
 * @property {string} [file] absolute path of a file to open at the start
 * @property {boolean} [disableExtensions] start without the installed extensions
 */

/**
 * A path on the server's machine.
 * @param {string} authority
 * @param {string} path absolute
 * @returns {Location}
 */
export function remoteLocation(authority, path) {
  return { scheme: 'vscode-remote', authority, path };
}

/**
 * Adds development options (extensions, test entry) to the configuration in the page before the
 * workbench reads it. The official way, a payload in the address, needs a server switch that hides all
 * notifications.
 * @param {Page} page before its first navigation
 * @param {{ extensions?: Location[], extensionTestsPath?: Location }} developmentOptions
 * @returns {Promise<void>}
 */
export async function patchConfig(page, developmentOptions) {
  await page.addInitScript(patchDevelopmentOptions, developmentOptions);
}

/**
 * The address of a window.
 * @param {string} authority of the server
 * @param {WindowContent} [content]
 * @returns {string}
 */
export function workbenchUrl(authority, { folder, workspace, file, disableExtensions } = {}) {
  /** @type {[string, string][]} */
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (disableExtensions) payload.push(['disableExtensions', 'true']);
  if (file)
    payload.push([
      'openFile',
      `vscode-remote://${authority}${file.split('/').map(encodeURIComponent).join('/')}`,
    ]);
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (workspace) query.set('workspace', workspace);
  else if (folder) query.set('folder', folder);
  else query.set('ew', 'true');
  // The workbench does not read "+" as a blank.
  return `http://${authority}/?${query.toString().replaceAll('+', '%20')}`;
}
