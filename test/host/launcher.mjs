#!/usr/bin/env node
// @ts-check
/**
 * Stands in for the VS Code executable in extension tests: `vscodeExecutablePath` of
 * @vscode/test-electron, `useInstallation.fromPath` of @vscode/test-cli.
 *
 * Exit codes: 0 tests passed, 1 tests failed or the extension host crashed, 2 wrong call,
 * 124 time is up, 128 + n ended by signal n.
 * Environment: VSCODE_HOST_TIMEOUT = seconds (300), VSCODE_HOST_TRUST = 1 keeps workspace trust on,
 * VSCODE_HOST_GIT = 1 adds the git extension, VSCODE_HOST_ARTIFACTS = folder for what explains a failure.
 */
import { statSync } from 'node:fs';
import { constants } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { absolutePath, parseArguments } from './arguments.mjs';
import { runExtensionTests } from './extension-tests.mjs';

const { argv, env } = process;

/** @returns {Promise<number>} */
async function main() {
  const request = testRequest(parseArguments(argv.slice(2), ['extensions-dir', 'user-data-dir']));
  if (!request) {
    console.error('launcher: needs --extensionDevelopmentPath=<folder> and --extensionTestsPath=<file>');
    return 2;
  }
  const cancel = new AbortController();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => cancel.abort(128 + constants.signals[signal]));
  }
  return runExtensionTests({ ...request, signal: cancel.signal });
}

/**
 * @param {import('./arguments.mjs').Arguments} parsed
 * @returns {Omit<import('./extension-tests.mjs').TestRun, 'signal'> | undefined}
 */
function testRequest(parsed) {
  const extensionPaths = parsed.values('extensionDevelopmentPath').map(absolutePath);
  const [testsPath] = parsed.values('extensionTestsPath').map(absolutePath);
  if (!testsPath || extensionPaths.length === 0) return undefined;
  const [extensionsDir] = parsed.values('extensions-dir').map(absolutePath);
  const [userDataDir] = parsed.values('user-data-dir').map(absolutePath);
  return {
    extensionPaths,
    testsPath,
    content: {
      ...windowContent(parsed.positionals.map(absolutePath)),
      disableExtensions: parsed.has('disable-extensions'),
    },
    server: {
      extensionsDir,
      userDataDir,
      // test-electron always passes --disable-workspace-trust, even to a test of restricted mode.
      trusted: parsed.has('disable-workspace-trust') && env.VSCODE_HOST_TRUST !== '1',
      git: env.VSCODE_HOST_GIT === '1',
    },
    timeoutSeconds: Number(env.VSCODE_HOST_TIMEOUT) || 300,
    artifacts: env.VSCODE_HOST_ARTIFACTS,
  };
}

/**
 * @param {string[]} paths
 * @returns {import('./workbench-page.mjs').WindowContent}
 */
function windowContent(paths) {
  /** @type {import('./workbench-page.mjs').WindowContent} */
  const content = {};
  for (const path of paths) {
    if (path.endsWith('.code-workspace')) content.workspace = path;
    else if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) content.folder = path;
    else content.file = path;
  }
  return content;
}

let code = 1;
try {
  code = await main();
} catch (error) {
  console.error(error);
}
// test-electron drops the pipes at our exit, so what is still in them would be lost.
await Promise.all(
  [process.stdout, process.stderr].map(stream => new Promise(done => stream.write('', done))),
);
await sleep(150);
process.exit(code);
