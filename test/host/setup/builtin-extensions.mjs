// @ts-check
/**
 * A slim set of VS Code's built-in extensions: what a reader of our screenshots sees (themes, colours)
 * and what our own extension leans on (JSON schemas, git). Everything else costs start-up time.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const looks = ['theme-defaults', 'theme-seti', 'theme-modern-icons'];
const json = ['json', 'json-language-features', 'configuration-editing'];
const grammars = [
  'docker',
  'dotenv',
  'go',
  'groovy',
  'ini',
  'java',
  'javascript',
  'make',
  'markdown-basics',
  'python',
  'ruby',
  'rust',
  'shellscript',
  'typescript-basics',
  'xml',
  'yaml',
];
const git = ['git', 'git-base'];

/** Two thirds of the whole folder. The rest stays: the workbench fetches grammars and snippets from it. */
const neverUsed = ['copilot', 'mermaid-markdown-features'];

/**
 * @param {string} root folder in which "npm ci" has run
 * @returns {Promise<void>}
 */
export async function buildExtensionFolders(root) {
  const all = join(root, 'node_modules/code-server/lib/vscode/extensions');
  const wanted = [...looks, ...json, ...grammars];
  await buildFolder(all, join(root, 'extensions'), wanted);
  await buildFolder(all, join(root, 'extensions-git'), [...wanted, ...git]);
  for (const name of neverUsed) await rm(join(all, name), { recursive: true, force: true });
}

/**
 * @param {string} all
 * @param {string} target
 * @param {string[]} wanted
 */
async function buildFolder(all, target, wanted) {
  for (const name of await readdir(all)) {
    const source = join(all, name);
    if (wanted.includes(name)) {
      await cp(source, join(target, name), { recursive: true });
    } else {
      await maskWebBuild(source, join(target, name));
    }
  }
}

/**
 * The workbench has a list of its own of built-ins that can run in the browser and starts them unless
 * the server knows the same extension. Their web builds are not in the package, and the failures would
 * show up as error toasts. A manifest without any code is enough to prevent that.
 * @param {string} source
 * @param {string} target
 */
async function maskWebBuild(source, target) {
  const text = await readFile(join(source, 'package.json'), 'utf8').catch(() => '{}');
  const { name, publisher, version, engines, browser } = JSON.parse(text);
  if (!browser) return;
  await mkdir(target, { recursive: true });
  await writeFile(join(target, 'package.json'), JSON.stringify({ name, publisher, version, engines }));
}
