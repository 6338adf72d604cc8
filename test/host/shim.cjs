// @ts-check
'use strict';
/**
 * Runs in the extension host in the place of the real test entry, loads that entry and reports through a
 * file. VS Code's own channel says 0 when the extension host crashes; a file that lacks the last line
 * cannot lie.
 *
 * Environment: VSCODE_HOST_TESTS = real entry, VSCODE_HOST_RESULT = file to append to.
 * Lines of the file: {stream, text} output, {started} process id, {done, code} the end.
 */
const fs = require('node:fs');
const path = require('node:path');
const { Writable } = require('node:stream');
const { pathToFileURL } = require('node:url');
const util = require('node:util');

/** @typedef {((event: Record<string, unknown>) => void) & { close: () => void }} Report */

exports.run = async function run() {
  const { VSCODE_HOST_TESTS: entry = '', VSCODE_HOST_RESULT: file = '' } = process.env;
  const report = openReport(file);
  captureOutput(report);
  report({ started: process.pid });
  let code = 1;
  try {
    code = (await runEntry(entry)) > 0 ? 1 : 0;
  } catch (error) {
    report({ stream: 'stderr', text: `${describe(error)}\n` });
  }
  report({ done: true, code });
  report.close();
  if (code !== 0) throw new Error('tests failed');
};

/**
 * Synchronous writes survive a crash of the process. What VS Code prints after the end is its own affair.
 * @param {string} file
 * @returns {Report}
 */
function openReport(file) {
  const descriptor = fs.openSync(file, 'a');
  let open = true;
  return Object.assign(
    (/** @type {Record<string, unknown>} */ event) => {
      if (open) fs.writeSync(descriptor, `${JSON.stringify(event)}\n`);
    },
    {
      close: () => {
        open = false;
      },
    },
  );
}

/**
 * Both conventions of a test entry: `run()` returning a promise, `run(testsRoot, callback)`.
 * @param {string} entry
 * @returns {Promise<number>} failures
 */
async function runEntry(entry) {
  const module = entry.endsWith('.mjs') ? await import(pathToFileURL(entry).href) : require(entry);
  return new Promise((resolve, reject) => {
    const promise = module.run(
      path.dirname(entry),
      (/** @type {unknown} */ error, /** @type {number} */ failures) => {
        if (error) reject(error);
        else resolve(failures ?? 0);
      },
    );
    promise?.then?.(() => resolve(0), reject);
  });
}

/**
 * VS Code has taken over console and the streams' write methods, so both are replaced as a whole.
 * @param {Report} report
 */
function captureOutput(report) {
  const streamOf = { log: 'stdout', info: 'stdout', debug: 'stdout', warn: 'stderr', error: 'stderr' };
  for (const [method, stream] of Object.entries(streamOf)) {
    const write = (/** @type {unknown[]} */ ...values) =>
      report({ stream, text: `${util.format(...values)}\n` });
    Object.defineProperty(console, method, { configurable: true, get: () => write, set() {} });
  }
  for (const stream of ['stdout', 'stderr']) {
    const writable = new Writable({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        report({ stream, text: String(chunk) });
        done();
      },
    });
    Object.defineProperty(process, stream, { configurable: true, get: () => writable });
  }
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, error => report({ stream: 'stderr', text: `${event}: ${describe(error)}\n` }));
  }
}

/** @param {unknown} error */
function describe(error) {
  return (error instanceof Error && error.stack) || String(error);
}
