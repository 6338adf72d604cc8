// @ts-check
/** User settings for a quiet, reproducible VS Code. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Nothing that talks, moves, updates or advertises. The first two also halve the start-up time. */
const quietSettings = Object.freeze({
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.experimentalOnboarding': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.colorTheme': 'Dark 2026',
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'remote.autoForwardPorts': false,
  'editor.minimap.enabled': false,
});

/**
 * Writes the user settings. Later ones win: quiet ones, defaults, what the file already holds, given ones.
 * @param {string} userDataDir
 * @param {Record<string, unknown>} defaults
 * @param {Record<string, unknown>} settings
 * @returns {void}
 */
export function mergeSettings(userDataDir, defaults, settings) {
  const file = join(userDataDir, 'User', 'settings.json');
  mkdirSync(dirname(file), { recursive: true });
  const merged = { ...quietSettings, ...defaults, ...readSettings(file), ...settings };
  writeFileSync(file, `${JSON.stringify(merged, null, 2)}\n`);
}

/**
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
function readSettings(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: user settings of a test must be plain JSON, without comments`, {
      cause: error,
    });
  }
}
