import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { packageExtension } from '../../src/tools/pack.ts';
import { installVsix } from '../host/code-cli.mjs';
import { setup } from '../host/setup.mjs';

/**
 * Runs the suites in a real VS Code: in the folder with the sources, and as the package that people install.
 * `npx tsx test/client/run.ts [suite…]` runs only the named ones.
 */
const root = join(import.meta.dirname, '..', '..');
const launcher = join(root, 'test', 'host', 'launcher.mjs');
const bundle = join(root, 'out', 'client-tests.cjs');
const wanted = process.argv.slice(2);

/** One start of VS Code. */
interface Suite {
  readonly name: string;
  readonly tests: string;
  /** Folders of `fixtures`, made anew for every run. */
  readonly folders: readonly string[];
  readonly packaged?: true;
  readonly untrusted?: true;
  /** The only folder is a repository, on a branch of its own, and the Git extension is there. */
  readonly repository?: true;
  /** The only folder gets 20,000 findings; only run when it is named. */
  readonly large?: true;
}

const SUITES: readonly Suite[] = [
  { name: 'activation', tests: 'activation', folders: ['empty'] },
  { name: 'folder', tests: 'folder', folders: ['shop'] },
  { name: 'findings', tests: 'findings', folders: ['shop'] },
  { name: 'fixes', tests: 'fixes', folders: ['mirrors', 'cloud'] },
  { name: 'changes', tests: 'changes', folders: ['shop'], repository: true },
  { name: 'reports', tests: 'reports', folders: ['shop'] },
  { name: 'recovery', tests: 'recovery', folders: ['shop'] },
  { name: 'large', tests: 'large', folders: ['empty'], large: true },
  { name: 'ruleset', tests: 'ruleset', folders: ['shop'] },
  { name: 'multi-root', tests: 'multi-root', folders: ['shop', 'blog'] },
  { name: 'untrusted', tests: 'untrusted', folders: ['blog'], untrusted: true },
  { name: 'package', tests: 'folder', folders: ['shop'], packaged: true },
];

await setup();
await bundleTests();
for (const suite of SUITES) {
  if (wanted.length > 0 ? !wanted.includes(suite.name) : suite.large) continue;
  console.log(`\n${suite.name}`);
  await runSuite(suite);
}

async function bundleTests(): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'suite', 'index.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

async function runSuite(suite: Suite): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vdt-'));
  try {
    const extensionsDir = join(folder, 'extensions');
    const userDataDir = join(folder, 'user');
    if (suite.untrusted) neverAskForTrust(userDataDir);
    const workspace = makeWorkspace(folder, suite.folders);
    if (suite.repository) makeRepository(workspace);
    if (suite.large) makeLarge(workspace);
    await runTests({
      vscodeExecutablePath: launcher,
      extensionDevelopmentPath: suite.packaged ? await installPackage(folder, extensionsDir) : root,
      extensionTestsPath: bundle,
      launchArgs: [workspace, `--extensions-dir=${extensionsDir}`, `--user-data-dir=${userDataDir}`],
      extensionTestsEnv: {
        SUITE: suite.tests,
        ...(suite.packaged ? { EXPECTED_EXTENSION: extensionsDir } : {}),
        ...(suite.repository ? { VSCODE_HOST_GIT: '1' } : {}),
        ...(suite.untrusted ? { VSCODE_HOST_TRUST: '1' } : {}),
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies of the fixtures, because tests change files. A window of several folders needs a file that names them. */
function makeWorkspace(folder: string, names: readonly string[]): string {
  const workspace = join(folder, 'work');
  mkdirSync(workspace);
  for (const name of names)
    cpSync(join(import.meta.dirname, 'fixtures', name), join(workspace, name), { recursive: true });
  const [only = ''] = names;
  if (names.length === 1) return join(workspace, only);
  const file = join(workspace, 'all.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: names.map(path => ({ path })) }));
  return file;
}

function makeRepository(folder: string): void {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Tests');
  git('config', 'user.email', 'tests@vendor-diligence.example');
  git('add', '.');
  git('commit', '-q', '-m', 'The shop');
  git('checkout', '-q', '-b', 'move');
}

/** 2,000 modules of ten buckets: resources that hold data are findings of their own. */
function makeLarge(folder: string): void {
  const buckets = Array.from({ length: 10 }, (_, index) => `resource "alicloud_oss_bucket" "b${index}" {}\n`);
  for (let index = 0; index < 2000; index++) {
    mkdirSync(join(folder, 'modules', `m${index}`), { recursive: true });
    writeFileSync(join(folder, 'modules', `m${index}`, 'main.tf'), buckets.join('\n'));
  }
}

/** VS Code starts a test run only with some folder of an extension under development: an empty one. */
async function installPackage(folder: string, extensionsDir: string): Promise<string> {
  await installVsix(packageExtension(folder), extensionsDir);
  const dummy = join(folder, 'dummy');
  mkdirSync(dummy);
  const manifest = { name: 'dummy', publisher: 'test', version: '1.0.0', engines: { vscode: '*' } };
  writeFileSync(join(dummy, 'package.json'), JSON.stringify(manifest));
  return dummy;
}

function neverAskForTrust(userDataDir: string): void {
  mkdirSync(join(userDataDir, 'User'), { recursive: true });
  const settings = { 'security.workspace.trust.startupPrompt': 'never' };
  writeFileSync(join(userDataDir, 'User', 'settings.json'), JSON.stringify(settings));
}
