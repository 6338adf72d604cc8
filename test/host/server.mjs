// @ts-check
/** Starts and stops the VS Code server, one throwaway data folder per server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mergeSettings } from './settings.mjs';

/** @typedef {import('./setup.mjs').Installation} Installation */

/**
 * @typedef {object} ServerOptions
 * @property {Record<string, unknown>} [settings] user settings, on top of the quiet ones
 * @property {string | undefined} [extensionsDir] installed extensions; default: an empty folder of its own
 * @property {string | undefined} [userDataDir] default: a folder of its own, removed at the end
 * @property {boolean} [trusted] false turns workspace trust on, so that folders open in restricted mode
 * @property {boolean} [git] true adds the built-in git extension (and sets `git.enabled`)
 * @property {Record<string, string | undefined>} [env] extra variables for the extension host
 */

/**
 * @typedef {object} Server
 * @property {string} authority `127.0.0.1:<port>`, also the authority of its `vscode-remote:` addresses
 * @property {string} origin
 * @property {string} userDataDir
 * @property {string} extensionsDir
 * @property {() => string} log the last lines the server printed
 * @property {Promise<string>} exited resolves with the reason once the server has gone
 * @property {() => Promise<void>} stop ends the server and all it started, removes its temporary folder
 */

const readyLine = /Extension host agent listening on (\d+)/;
const readyTimeout = 60_000;
const stopTimeout = 5_000;
const keptOutput = 200_000;

/**
 * Starts a VS Code server on a free port of this machine only.
 * @param {Installation} installation from `setup()`
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(installation, options = {}) {
  const { trusted = true, git = false, env = {} } = options;
  const data = await mkdtemp(join(shortTempFolder(), 'vsh-'));
  const userDataDir = options.userDataDir ?? join(data, 'data');
  const extensionsDir = options.extensionsDir ?? join(data, 'extensions');
  const temp = join(data, 't');
  for (const folder of [userDataDir, extensionsDir, temp]) mkdirSync(folder, { recursive: true });
  // No question at the start: restricted mode is entered without a word unless a test wants the dialog.
  const quietTrust = trusted ? {} : { 'security.workspace.trust.startupPrompt': 'never' };
  mergeSettings(userDataDir, quietTrust, { 'git.enabled': git, ...options.settings });

  const child = spawn(
    installation.node,
    [
      join(import.meta.dirname, 'server-child.mjs'),
      installation.serverMain,
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--without-connection-token',
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      '--server-data-dir',
      data,
      '--user-data-dir',
      userDataDir,
      '--extensions-dir',
      extensionsDir,
      '--builtin-extensions-dir',
      git ? installation.extensionsWithGit : installation.extensions,
      ...(trusted ? ['--disable-workspace-trust'] : []),
    ],
    {
      // A group of its own, so that extension hosts and language servers end with it.
      detached: true,
      env: serverEnvironment(temp, env),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );

  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', chunk => {
      output = (output + chunk).slice(-keptOutput);
    });
  }
  const exited = once(child, 'exit').then(
    ([code, signal]) => `the VS Code server ended (code ${code}, signal ${signal})`,
    error => `the VS Code server did not start: ${error.message}`,
  );
  const killAtExit = () => {
    signalGroup(child.pid, 'SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  process.on('exit', killAtExit);

  const stop = async () => {
    await stopGroup(child.pid);
    process.off('exit', killAtExit);
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await readPort(() => output, exited);
    const authority = `127.0.0.1:${port}`;
    return {
      authority,
      origin: `http://${authority}`,
      userDataDir,
      extensionsDir,
      log: () => output,
      exited,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A folder for sockets, whose whole path may have 107 bytes only.
 * @returns {string}
 */
export function shortTempFolder() {
  return tmpdir().length <= 30 ? tmpdir() : '/tmp';
}

/**
 * The environment of the server and its extension hosts: what an outer VS Code or Node set up for
 * itself must not leak in.
 * @param {string} temp
 * @param {Record<string, string | undefined>} extra
 * @returns {NodeJS.ProcessEnv}
 */
export function serverEnvironment(temp, extra = {}) {
  const foreign = /^(VSCODE_(?!HOST_)|ELECTRON_|NODE_OPTIONS$|XDG_RUNTIME_DIR$)/;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(inherited),
    // Sockets and other leftovers go where they are removed.
    TMPDIR: temp,
    // No extension gallery: no waiting for name servers, no errors.
    EXTENSIONS_GALLERY: '{}',
    ...extra,
  };
}

/**
 * @param {() => string} output
 * @param {Promise<string>} exited
 * @returns {Promise<string>}
 */
async function readPort(output, exited) {
  let reason = '';
  exited.then(text => {
    reason = text;
  });
  for (const deadline = Date.now() + readyTimeout; Date.now() < deadline && !reason; ) {
    const port = readyLine.exec(output())?.[1];
    if (port) return port;
    await sleep(20);
  }
  throw new Error(`${reason || 'the VS Code server did not get ready'}\n${output().slice(-4000)}`);
}

/** @param {number | undefined} pid */
async function stopGroup(pid) {
  signalGroup(pid, 'SIGTERM');
  for (const deadline = Date.now() + stopTimeout; Date.now() < deadline; ) {
    if (!signalGroup(pid, 0)) return;
    await sleep(20);
  }
  signalGroup(pid, 'SIGKILL');
}

/**
 * @param {number | undefined} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anyone was there
 */
function signalGroup(pid, signal) {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
