import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { commands, extensions, Range, WorkspaceEdit, workspace } from 'vscode';
import type { ExtensionApi } from '../../../src/client/extension.ts';
import { closeAllEditors, documentsFollowDisk, extension, fileIn, open, poll } from './support.ts';

const IMAGE = 'FROM registry.cn-hangzhou.aliyuncs.com/shop/web:1\n';

describe('changes in a Git repository', () => {
  let view: ExtensionApi['findings'];

  before(async () => {
    view = ((await extension().activate()) as ExtensionApi).findings;
    const git = extensions.getExtension('vscode.git');
    assert.ok(git);
    const exported = await git.activate();
    await poll('the repository', () => exported.getAPI(1).repositories.length === 1);
  });
  afterEach(async () => {
    git('reset', '--hard', '-q', 'main');
    git('clean', '-fdq');
    await commands.executeCommand('vendorDiligence.showAll');
  });

  it('that move and reformat add nothing', async () => {
    git('mv', 'main.tf', 'shop.tf');
    git('commit', '-q', '-m', 'Rename');
    await write('variables.tf', 'variable "region" {\n\n  default     = "cn-north-1"\n}\n');
    assert.equal(await scanChanges(), 0);
    assert.deepEqual(await labels(), []);
  });

  it('are counted whether they are committed, staged, on disk, untracked or not saved', async () => {
    await write('a/Dockerfile', IMAGE);
    git('add', '.');
    git('commit', '-q', '-m', 'An image');
    await write('b/Dockerfile', IMAGE);
    git('add', '.');
    await write('c/Dockerfile', IMAGE);
    const document = await open(fileIn(0, 'variables.tf'));
    const edit = new WorkspaceEdit();
    const text = document.getText().replace('cn-north-1', 'cn-northwest-1');
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
    await workspace.applyEdit(edit);
    assert.equal(await scanChanges(), 4, (await labels()).join());
    assert.deepEqual(await labels(), ['Alibaba Cloud 3 · China', 'Amazon Web Services 1 · United States']);
    await commands.executeCommand('workbench.action.files.revert');
    await closeAllEditors();
  });

  it('come from values that another file sets', async () => {
    git('checkout', '-q', 'main');
    await write('variables.tf', 'variable "region" {\n  default = "eu-west-1"\n}\n');
    git('commit', '-aqm', 'Europe');
    git('checkout', '-q', 'move');
    git('reset', '--hard', '-q', 'main');
    await write('variables.tf', 'variable "region" {\n  default = "cn-north-1"\n}\n');
    assert.equal(await scanChanges(), 1);
  });

  it('that are staged are told from those that are not', async () => {
    await write('a/Dockerfile', IMAGE);
    git('add', '.');
    await write('b/Dockerfile', IMAGE);
    await write('a/Dockerfile', 'FROM scratch\n');
    assert.equal(await scanStaged(), 1);
  });

  it('in a submodule are compared with the commit that was recorded before', async () => {
    const library = await makeLibrary();
    git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', library, 'lib');
    git('commit', '-qm', 'The library');
    git('branch', '-f', 'main', 'HEAD');
    await write('lib/new/Dockerfile', IMAGE);
    assert.equal(await scanChanges(), 1, 'on disk in the submodule');
    gitIn('lib', 'add', '.');
    gitIn('lib', 'commit', '-qm', 'An image');
    assert.equal(await scanChanges(), 1, 'committed in the submodule');
    assert.equal(await scanStaged(), 0, 'not staged');
    git('add', 'lib');
    assert.equal(await scanStaged(), 1, 'staged');
    git('branch', '-f', 'main', 'HEAD~1');
    assert.equal(await scanChanges(), 2, 'the whole submodule');
  });

  it('cannot be compared with a branch that does not exist', async () => {
    assert.equal(await commands.executeCommand('vendorDiligence.scanChanges', 'nobody'), undefined);
  });

  async function labels(): Promise<string[]> {
    const nodes = await view.getChildren();
    return nodes
      .map(node => view.getTreeItem(node))
      .map(({ label, description }) => `${label} ${description}`);
  }
});

async function scanChanges(): Promise<unknown> {
  await documentsFollowDisk();
  return commands.executeCommand('vendorDiligence.scanChanges', 'main');
}

async function scanStaged(): Promise<unknown> {
  await documentsFollowDisk();
  return commands.executeCommand('vendorDiligence.scanStaged');
}

function git(...args: readonly string[]): void {
  gitIn('', ...args);
}

function gitIn(folder: string, ...args: readonly string[]): void {
  execFileSync('git', args, { cwd: fileIn(0, folder).fsPath, stdio: 'ignore' });
}

/** A repository with an image, where nobody looks for one. */
async function makeLibrary(): Promise<string> {
  await write('.git/library/base/Dockerfile', IMAGE);
  gitIn('.git/library', 'init', '-q', '-b', 'main');
  gitIn('.git/library', 'config', 'user.name', 'Tests');
  gitIn('.git/library', 'config', 'user.email', 'tests@vendor-diligence.example');
  gitIn('.git/library', 'add', '.');
  gitIn('.git/library', 'commit', '-qm', 'The library');
  return fileIn(0, '.git/library').fsPath;
}

async function write(path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(fileIn(0, path), new TextEncoder().encode(text));
}
