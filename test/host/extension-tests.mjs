// @ts-check
/** One run of extension tests: server, browser, extension host, verdict. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { saveEvidence } from './artifacts.mjs';
import { launchChromium } from './chromium.mjs';
import { deferred } from './deferred.mjs';
import { shortTempFolder, startServer } from './server.mjs';
import { setup } from './setup.mjs';
import { followReport } from './test-report.mjs';
import { patchConfig, remoteLocation, workbenchUrl } from './workbench-page.mjs';

/**
 * @typedef {object} TestRun
 * @property {string[]} extensionPaths folders of the extensions under development
 * @property {string} testsPath the test entry, a module that exports `run`
 * @property {import('./workbench-page.mjs').WindowContent} content
 * @property {import('./server.mjs').ServerOptions} server
 * @property {number} timeoutSeconds
 * @property {string | undefined} artifacts folder for what explains a failure
 * @property {AbortSignal} signal ends the run; its reason is the exit code
 */

/**
 * How a run ended, as seen from outside the extension host.
 * @typedef {{ kind: 'exit', code: number } | { kind: 'broken', reason: string } | { kind: 'timeout' } | { kind: 'cancelled', code: number }} Ending
 */

/**
 * Runs the tests and prints their output.
 * @param {TestRun} run
 * @returns {Promise<number>} exit code: 0, 1, 124, or the reason of the signal
 */
export async function runExtensionTests(run) {
  const installation = await setup();
  const folder = await mkdtemp(join(shortTempFolder(), 'vsh-'));
  const resultFile = join(folder, 'result.jsonl');
  const report = followReport(resultFile, process);
  const starting = startServer(installation, {
    ...run.server,
    env: { VSCODE_HOST_TESTS: run.testsPath, VSCODE_HOST_RESULT: resultFile },
  });
  const launching = launchChromium(installation);
  try {
    const [server, browser] = await Promise.all([starting, launching]);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    /** @type {string[]} */
    const workbenchLines = [];
    page.on('console', message => workbenchLines.push(`[${message.type()}] ${message.text()}`));

    const ending = await watch(run, page, server, report);
    report.read();
    const verdict = judge(ending, report, run);
    if (verdict.problem) {
      for (const line of server.log().match(/Extension Host Process exited.*/g) ?? [])
        console.error(`launcher: ${line}`);
      console.error(`launcher: ${verdict.problem}`);
      const saved = await saveEvidence({ page, server, workbenchLines, folder: run.artifacts });
      console.error(`launcher: screenshot and logs in ${saved}`);
    }
    return verdict.code;
  } finally {
    await launching.then(browser => browser.close()).catch(() => {});
    await starting.then(server => server.stop()).catch(() => {});
    report.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Opens the window and waits for whatever ends the run first.
 * @param {TestRun} run
 * @param {import('playwright-core').Page} page
 * @param {import('./server.mjs').Server} server
 * @param {import('./test-report.mjs').TestReport} report
 * @returns {Promise<Ending>}
 */
async function watch(run, page, server, report) {
  /** @type {import('./deferred.mjs').Deferred<Ending>} */
  const { promise: ended, resolve } = deferred();
  await page.exposeFunction('codeAutomationLog', () => {});
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) =>
    resolve({ kind: 'exit', code }),
  );
  page.on('crash', () => resolve({ kind: 'broken', reason: 'the browser page crashed' }));
  page
    .context()
    .browser()
    ?.on('disconnected', () => resolve({ kind: 'broken', reason: 'the browser ended' }));
  server.exited.then(reason => resolve({ kind: 'broken', reason }));
  await patchConfig(page, {
    extensions: run.extensionPaths.map(path => remoteLocation(server.authority, path)),
    extensionTestsPath: remoteLocation(server.authority, join(import.meta.dirname, 'shim.cjs')),
  });
  const timer = new AbortController();
  const timeout = sleep(run.timeoutSeconds * 1000, undefined, { signal: timer.signal, ref: false });
  try {
    page
      .goto(workbenchUrl(server.authority, run.content))
      .catch(error => resolve({ kind: 'broken', reason: `the workbench did not open: ${error.message}` }));
    return await Promise.race([
      ended,
      timeout.then(() => /** @type {const} */ ({ kind: 'timeout' })),
      aborted(run.signal),
    ]);
  } finally {
    timer.abort();
    timeout.catch(() => {});
    report.read();
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<Ending>}
 */
async function aborted(signal) {
  if (!signal.aborted) await once(signal, 'abort');
  return { kind: 'cancelled', code: signal.reason };
}

/**
 * Green needs both witnesses: the tests' own last line and VS Code's exit code, which alone is 0 after a
 * crash of the extension host, too.
 * @param {Ending} ending
 * @param {import('./test-report.mjs').TestReport} report
 * @param {TestRun} run
 * @returns {{ code: number, problem?: string }}
 */
function judge(ending, report, run) {
  const reported = report.code();
  switch (ending.kind) {
    case 'cancelled':
      return { code: ending.code };
    case 'timeout':
      return { code: 124, problem: `no result after ${run.timeoutSeconds} s (VSCODE_HOST_TIMEOUT)` };
    case 'broken':
      return { code: 1, problem: ending.reason };
    case 'exit':
      if (reported === undefined) {
        return {
          code: 1,
          problem: report.started()
            ? 'the extension host crashed during the tests'
            : 'the tests did not start',
        };
      }
      return { code: reported === 0 && ending.code === 0 ? 0 : 1 };
  }
}
