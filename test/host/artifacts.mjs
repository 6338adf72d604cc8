// @ts-check
/** Keeps what explains a failed run: screenshot, console of the workbench, logs of the server. */
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const screenshotTimeout = 5_000;

/**
 * @param {object} evidence
 * @param {import('playwright-core').Page | undefined} evidence.page
 * @param {import('./server.mjs').Server} evidence.server
 * @param {string[]} evidence.workbenchLines
 * @param {string | undefined} evidence.folder default: a new folder below `test/artifacts`
 * @returns {Promise<string>} the folder
 */
export async function saveEvidence({ page, server, workbenchLines, folder = newFolder() }) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'workbench.log'), workbenchLines.join('\n'));
  await writeFile(join(folder, 'server.log'), server.log());
  await copyLatestLogs(join(server.userDataDir, 'logs'), join(folder, 'logs')).catch(() => {});
  if (page && !page.isClosed()) {
    // A page whose process hangs never answers.
    const shot = page
      .screenshot({ path: join(folder, 'window.png'), timeout: screenshotTimeout })
      .catch(() => {});
    await Promise.race([shot, sleep(screenshotTimeout + 500, undefined, { ref: false })]);
  }
  return folder;
}

/**
 * A user data folder that serves many runs holds the logs of all of them.
 * @param {string} logs
 * @param {string} target
 */
async function copyLatestLogs(logs, target) {
  const latest = (await readdir(logs)).sort().at(-1);
  if (latest) await cp(join(logs, latest), target, { recursive: true });
}

function newFolder() {
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
  return resolve(import.meta.dirname, '../artifacts', `host-${time}-${process.pid}`);
}
