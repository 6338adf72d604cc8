// @ts-check
/**
 * Small JavaScript stand-ins for VS Code's native packages, which would need a compiler, and the two
 * links without which the browser shows no token colours.
 */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// VS Code polls the parent's process id in JavaScript as well, so nothing is lost.
const watchdog = `'use strict';
exports.start = () => {};
exports.exit = code => process.exit(code || 0);
`;

// Without log files a failed run could not be explained.
const spdlog = `'use strict';
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];
let defaultLevel = 2;

class Logger {
  constructor(file) {
    this.file = file;
    this.level = defaultLevel;
    this.plain = false;
    mkdirSync(dirname(file), { recursive: true });
  }
  write(level, text) {
    if (level < this.level) return;
    const line = this.plain ? text : new Date().toISOString() + ' [' + names[level] + '] ' + text + '\\n';
    try { appendFileSync(this.file, line); } catch { /* a log must never break its program */ }
  }
  trace(text) { this.write(0, text); }
  debug(text) { this.write(1, text); }
  info(text) { this.write(2, text); }
  warn(text) { this.write(3, text); }
  error(text) { this.write(4, text); }
  critical(text) { this.write(5, text); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.plain = false; }
  clearFormatters() { this.plain = true; }
  flush() {}
  drop() {}
}

exports.version = 0;
exports.Logger = Logger;
exports.setLevel = level => { defaultLevel = level; };
exports.setFlushOn = () => {};
exports.createRotatingLogger = async (name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`;

// The git extension loads this when it starts.
const copyFile = `'use strict';
const fs = require('node:fs/promises');
exports.copyFile = fs.copyFile;
exports.cp = fs.cp;
`;

/** @type {Record<string, string>} */
const standIns = {
  '@vscode/native-watchdog': watchdog,
  '@vscode/spdlog': spdlog,
  '@vscode/fs-copyfile': copyFile,
};

/** The workbench loads these from the server's own node_modules, where npm does not put them. */
const servedToBrowser = ['vscode-oniguruma', 'vscode-textmate'];

/**
 * @param {string} root folder in which "npm ci" has run
 * @returns {Promise<void>}
 */
export async function addStandIns(root) {
  const modules = join(root, 'node_modules');
  for (const [name, source] of Object.entries(standIns)) {
    const folder = join(modules, name);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.js'), source);
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name, version: '0.0.0', main: 'index.js' }),
    );
  }
  const served = join(modules, 'code-server/lib/vscode/node_modules');
  await mkdir(served, { recursive: true });
  for (const name of servedToBrowser) {
    // Relative, because the whole folder is renamed later.
    await symlink(join('../../../..', name), join(served, name));
  }
}
