// @ts-check
/**
 * What a user does in a window, in terms of VS Code's own page structure. Every function waits for what
 * it asks for; none sleeps. All selectors of the workbench are here and nowhere else.
 */
import { mkdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { centreOfText, visibleEditorText } from './in-page.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */
/** @typedef {'error' | 'warning' | 'info' | 'hint'} Severity */

/**
 * A place in the editor: a squiggle of a severity, or a text within one line; `index` counts from 0, among
 * what is scrolled into view.
 * @typedef {{ severity?: Severity, text?: string, index?: number }} EditorPlace
 */

/**
 * Waits until the workbench is there and has its colours.
 * @param {Page} page
 * @returns {Promise<void>}
 */
export async function waitForWorkbench(page) {
  await page.locator('.monaco-workbench').waitFor();
  // Before the theme is known, the window has its light or dark class already.
  await page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor();
}

/**
 * Opens a file of the workspace by its name or relative path, as with "Go to File".
 * @param {Page} page
 * @param {string} path with `/`
 * @returns {Promise<void>}
 */
export async function openFile(page, path) {
  const name = basename(path);
  const input = await openQuickInput(page, 'Control+P');
  await input.fill(path);
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name });
  const folder = dirname(path);
  await (folder === '.' ? row : row.filter({ hasText: folder })).first().click();
  await page.locator(`.tab.active[data-resource-name=${JSON.stringify(name)}]`).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
}

/**
 * The text of the active editor, as far as it is scrolled into view.
 * @param {Page} page
 * @returns {Promise<string>}
 */
export function editorText(page) {
  return page.evaluate(visibleEditorText);
}

/**
 * The squiggles of a severity in the visible editors. VS Code draws a hint as dots.
 * @param {Page} page
 * @param {Severity} [severity]
 * @returns {Locator}
 */
export function squiggles(page, severity = 'warning') {
  return page.locator(`.monaco-editor .squiggly-${severity}`);
}

/**
 * Rests the mouse on a place and waits for the hover.
 * @param {Page} page
 * @param {EditorPlace} [place] default: the first warning
 * @param {string | RegExp} [expected] to wait for: the parts of a hover arrive one after the other
 * @returns {Promise<string>} the hover's text
 */
export async function hoverSquiggle(page, place = {}, expected = /\S/) {
  const { x, y } = await centreOf(page, place);
  const hover = page
    .locator('.monaco-hover:not(.hidden):has(.hover-contents)')
    .filter({ hasText: expected })
    .first();
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
  await hover.waitFor();
  return visibleText(hover);
}

/**
 * Puts the mouse where it hovers over nothing, so that hovers close.
 * @param {Page} page
 * @returns {Promise<void>}
 */
export async function closeHover(page) {
  await page.mouse.move(1, 1);
  await page.locator('.monaco-hover:not(.hidden):has(.hover-contents)').first().waitFor({ state: 'hidden' });
}

/**
 * Sets the cursor on a place and opens the menu of quick fixes.
 * @param {Page} page
 * @param {EditorPlace} [place] default: the first warning
 * @returns {Promise<string[]>} the titles offered
 */
export async function quickFixMenu(page, place = {}) {
  const { x, y } = await centreOf(page, place);
  await page.mouse.click(x, y);
  const rows = page.locator('.action-widget .monaco-list-row.action');
  await retry(
    page,
    async () => {
      await page.keyboard.press('Control+.');
      await rows.first().waitFor({ timeout: 2_000 });
    },
    () => page.keyboard.press('Escape'),
  );
  return (await rows.allInnerTexts()).map(text => text.trim());
}

/**
 * Chooses from the open menu of quick fixes.
 * @param {Page} page
 * @param {string | RegExp} title
 * @returns {Promise<void>}
 */
export async function chooseQuickFix(page, title) {
  const row = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
  await row.click();
  await row.waitFor({ state: 'hidden' });
}

/**
 * Opens the Problems panel, unless it is open, and waits for a problem.
 * @param {Page} page
 * @param {string | RegExp} [expected] default: any problem
 * @returns {Promise<string[]>} its rows: files and problems
 */
export async function problemsPanel(page, expected = /\S/) {
  const panel = page.locator('.markers-panel');
  await retry(page, async () => {
    if (!(await panel.isVisible())) await page.keyboard.press('Control+Shift+M');
    await panel.waitFor({ timeout: 2_000 });
  });
  const rows = panel.locator('.monaco-list-row');
  await rows.nth(1).waitFor();
  await rows.filter({ hasText: expected }).first().waitFor();
  return (await rows.allInnerTexts()).map(text => text.replaceAll(/\s+/g, ' ').trim());
}

/**
 * Closes the Problems panel if it is open.
 * @param {Page} page
 * @returns {Promise<void>}
 */
export async function closeProblemsPanel(page) {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) return;
  await panel.click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+Shift+M');
  await panel.waitFor({ state: 'hidden' });
}

/**
 * Waits for a row of a tree in the side bar.
 * @param {Page} page
 * @param {string | RegExp} text
 * @returns {Promise<Locator>}
 */
export async function treeRow(page, text) {
  const row = page.locator('.sidebar .monaco-list-row').filter({ hasText: text }).first();
  await row.waitFor();
  return row;
}

/**
 * Runs a command from the palette.
 * @param {Page} page
 * @param {string} title as the palette shows it, `Category: Title`
 * @returns {Promise<void>}
 */
export async function runCommand(page, title) {
  const input = await openQuickInput(page, 'F1');
  await input.fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
}

/**
 * Waits for an entry of the status bar.
 * @param {Page} page
 * @param {string | RegExp} text
 * @returns {Promise<string>} its whole text
 */
export async function statusBarText(page, text) {
  const item = page.locator('.statusbar-item:visible').filter({ hasText: text }).first();
  await item.waitFor();
  return visibleText(item);
}

/**
 * Waits for a notification.
 * @param {Page} page
 * @param {string | RegExp} text
 * @returns {Promise<Locator>} the toast; its buttons are `getByRole('button', { name })`
 */
export async function notification(page, text) {
  const toast = page.locator('.notification-toast').filter({ hasText: text }).first();
  await toast.waitFor();
  return toast;
}

/**
 * Waits for the newest webview.
 * @param {Page} page
 * @returns {Promise<import('playwright-core').FrameLocator>} its document
 */
export async function webview(page) {
  await page.locator('iframe.webview.ready').last().waitFor();
  return page
    .locator('iframe.webview.ready')
    .last()
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame();
}

/**
 * Answers the question whether the authors of the folder are trusted, which a window asks when
 * `security.workspace.trust.startupPrompt` is `always`.
 * @param {Page} page
 * @param {boolean} trust
 * @returns {Promise<void>}
 */
export async function answerTrustDialog(page, trust) {
  const dialog = page.locator('.monaco-dialog-box');
  await dialog.getByRole('button', { name: trust ? /^Yes/ : /^No/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/**
 * Waits for the signs of restricted mode.
 * @param {Page} page
 * @returns {Promise<void>}
 */
export async function waitForRestrictedMode(page) {
  await page.locator('.part.banner').filter({ hasText: 'Restricted Mode' }).waitFor();
  await statusBarText(page, 'Restricted Mode');
}

/**
 * Leaves restricted mode as a user does, by way of the workspace trust editor, and closes that editor.
 * @param {Page} page
 * @returns {Promise<void>}
 */
export async function grantTrust(page) {
  await page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).click();
  const editor = page.locator('.workspace-trust-editor');
  await editor.getByRole('button', { name: 'Trust', exact: true }).click();
  await page.locator('.part.banner').filter({ hasText: 'Restricted Mode' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Close Modal Editor' }).click();
  await editor.waitFor({ state: 'hidden' });
}

/**
 * Changes the colour theme, as a user does, and waits until the window shows it. (A changed settings file
 * is not enough: this VS Code reads it at the start only.)
 * @param {Page} page
 * @param {keyof typeof themes} theme the name that `workbench.colorTheme` has for it
 * @returns {Promise<void>}
 */
export async function setTheme(page, theme) {
  const { label, style } = themes[theme];
  await runCommand(page, 'Preferences: Color Theme');
  const input = page.locator('.quick-input-widget:visible input[type="text"][placeholder*="Theme"]');
  await input.fill(label);
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first();
  await row.click();
  await input.waitFor({ state: 'hidden' });
  await page.locator(`.monaco-workbench.vscode-theme-defaults-themes-${style}-json`).waitFor();
}

/** What the picker calls a theme, and the part of the workbench's class that tells it from the others. */
const themes = Object.freeze({
  'Dark 2026': { label: 'Dark 2026', style: '2026-dark' },
  'Light 2026': { label: 'Light 2026', style: '2026-light' },
  'Dark Modern': { label: 'Dark Modern', style: 'dark_modern' },
  'Light Modern': { label: 'Light Modern', style: 'light_modern' },
  'Default High Contrast': { label: 'Dark High Contrast', style: 'hc_black' },
  'Default High Contrast Light': { label: 'Light High Contrast', style: 'hc_light' },
});

/**
 * Saves a picture of the window as PNG, without a blinking cursor.
 * @param {Page} page
 * @param {string} file its folder is made if need be
 * @returns {Promise<void>}
 */
export async function screenshot(page, file) {
  await mkdir(dirname(file), { recursive: true });
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
}

/** @param {Locator} locator */
async function visibleText(locator) {
  return (await locator.allInnerTexts()).join('\n').trim();
}

/**
 * @param {Page} page
 * @param {EditorPlace} place
 * @returns {Promise<{ x: number, y: number }>}
 */
async function centreOf(page, { severity = 'warning', text, index = 0 }) {
  if (text !== undefined) return locateText(page, text, index);
  const squiggle = squiggles(page, severity).nth(index);
  await squiggle.waitFor({ state: 'attached' });
  const box = await squiggle.boundingBox();
  if (!box) throw new Error(`squiggle ${index} of severity ${severity} is not in view`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * @param {Page} page
 * @param {string} text
 * @param {number} index
 * @returns {Promise<{ x: number, y: number }>}
 */
async function locateText(page, text, index) {
  const place = await (await page.waitForFunction(centreOfText, { text, index })).jsonValue();
  if (!place) throw new Error(`${text} is not in view`);
  return place;
}

/**
 * Keys pressed before the workbench has bound them are lost, so they are pressed again.
 * @param {Page} page
 * @param {string} key
 * @returns {Promise<Locator>}
 */
async function openQuickInput(page, key) {
  const input = page.locator('.quick-input-widget:visible input[type="text"]');
  await retry(page, async () => {
    await page.keyboard.press(key);
    await input.waitFor({ timeout: 2_000 });
  });
  return input;
}

/**
 * @param {Page} page
 * @param {() => Promise<void>} attempt
 * @param {() => Promise<void>} [recover]
 * @returns {Promise<void>}
 */
async function retry(page, attempt, recover = async () => {}) {
  const attempts = 8;
  for (let number = 1; ; number++) {
    try {
      return await attempt();
    } catch (error) {
      if (number === attempts || page.isClosed()) throw error;
      await recover();
    }
  }
}
