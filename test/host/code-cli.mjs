// @ts-check
/** VS Code's command line for extensions: install, list, uninstall. Behind `bin/code`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArguments } from './arguments.mjs';
import { serverEnvironment, shortTempFolder } from './server.mjs';
import { setup } from './setup.mjs';

/**
 * Runs the command line and waits for its end.
 * @param {string[]} argv for instance `['--list-extensions', '--extensions-dir=...']`
 * @returns {Promise<{ code: number, output: string }>} output holds both streams
 */
export async function runCodeCli(argv) {
  const installation = await setup();
  const data = await mkdtemp(join(shortTempFolder(), 'vsh-'));
  try {
    const child = spawn(installation.node, [installation.serverMain, ...serverSwitches(argv, data)], {
      env: serverEnvironment(data),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        output += chunk;
      });
    const [code] = await once(child, 'close');
    return { code: code ?? 1, output };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/**
 * Installs a packaged extension, replacing an older copy.
 * @param {string} vsix
 * @param {string} extensionsDir
 * @returns {Promise<void>}
 */
export async function installVsix(vsix, extensionsDir) {
  const { code, output } = await runCodeCli([
    '--install-extension',
    vsix,
    '--force',
    '--extensions-dir',
    extensionsDir,
  ]);
  if (code !== 0) throw new Error(`installing ${vsix} failed with ${code}:\n${output}`);
}

const taken = ['install-extension', 'uninstall-extension', 'extensions-dir'];
const flags = ['list-extensions', 'show-versions', 'force', 'pre-release'];

/**
 * Passes on what the server understands; switches of the desktop (`--user-data-dir` and others) have no
 * meaning here.
 * @param {string[]} argv
 * @param {string} data
 */
function serverSwitches(argv, data) {
  const parsed = parseArguments(argv, [...taken, 'user-data-dir']);
  return [
    ...taken.flatMap(name => parsed.values(name).flatMap(value => [`--${name}`, value])),
    ...flags.filter(name => parsed.has(name)).map(name => `--${name}`),
    '--server-data-dir',
    data,
    '--accept-server-license-terms',
  ];
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { code, output } = await runCodeCli(process.argv.slice(2));
  process.stdout.write(output);
  process.exitCode = code;
}
