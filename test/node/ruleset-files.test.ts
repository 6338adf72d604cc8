import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createRulesetFiles } from '../../src/node/ruleset-files.ts';
import { said } from '../support/said.ts';
import { type TemporaryTree, temporaryTree } from './temporary-tree.ts';

describe('node/ruleset-files', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    tree.write('outside.jsonc', '{}');
    tree.git('', 'init', 'repo');
    tree.write('repo/policy/base.jsonc', '{}');
    tree.write('repo/node_modules/@acme/policy/vendor-diligence.jsonc', '{}');
    tree.write('repo/node_modules/@acme/policy/strict.jsonc', '{}');
  });
  afterEach(() => tree.remove());

  const files = () => createRulesetFiles(tree.root);
  const base = (confined: boolean) => ({
    location: join(tree.root, 'repo', 'app', '.vendor-diligence.jsonc'),
    confined,
  });

  async function place(answer: ReturnType<ReturnType<typeof files>['readFile']>): Promise<string> {
    const content = await answer;
    return content.ok
      ? content.location.slice(tree.root.length + 1).replaceAll('\\', '/')
      : said(content.reason);
  }

  it('start from the folder of the ruleset that names them, or from the working folder', async () => {
    assert.equal(
      await place(files().readFile('../policy/base.jsonc', base(false))),
      'repo/policy/base.jsonc',
    );
    const nowhere = { location: undefined, confined: false };
    assert.equal(await place(files().readFile('repo/policy/base.jsonc', nowhere)), 'repo/policy/base.jsonc');
  });

  it('of a repository stay in the repository, whatever dots and links they go by', async () => {
    symlinkSync(join(tree.root, 'outside.jsonc'), join(tree.root, 'repo', 'link.jsonc'));
    assert.equal(await place(files().readFile('../policy/base.jsonc', base(true))), 'repo/policy/base.jsonc');
    for (const path of ['../../outside.jsonc', '../link.jsonc', join(tree.root, 'outside.jsonc')])
      assert.equal(await place(files().readFile(path, base(true))), 'it lies outside the repository');
  });

  it('of an npm package are looked for in node_modules here and above', async () => {
    const names = [
      '@acme/policy',
      '@acme/policy/strict.jsonc',
      '@acme/none',
      '../evil',
      '@acme/policy/../../../x',
      '',
    ];
    const places = await Promise.all(names.map(name => place(files().readPackage(name, base(true)))));
    assert.deepEqual(places, [
      'repo/node_modules/@acme/policy/vendor-diligence.jsonc',
      'repo/node_modules/@acme/policy/strict.jsonc',
      'it is not installed (no node_modules/@acme/none/vendor-diligence.jsonc here or above)',
      ...Array.from({ length: 3 }, () => 'that is no name of an npm package'),
    ]);
  });

  it('that are folders, pipes or too large are not read', async () => {
    tree.pipe('pipe');
    tree.write('large', 'x'.repeat(1024 * 1024 + 1));
    const nowhere = { location: undefined, confined: false };
    const places = await Promise.all(
      ['repo', 'pipe', 'large', 'none'].map(name => place(files().readFile(name, nowhere))),
    );
    assert.deepEqual(places, [
      'it is no file',
      'it is no file',
      'it is larger than 1 MiB',
      'there is no such file or folder',
    ]);
  });
});
