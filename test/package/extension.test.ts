import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFiles, root } from './built.ts';

describe('the extension’s package', function () {
  this.timeout(120_000);
  let files: readonly string[];

  before(() => {
    bundledFiles();
    const list = execFileSync('npx', ['vsce', 'ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' });
    files = list.trim().split('\n');
  });

  it('has no source, no test and no package, and few files', () => {
    const unwanted = files.filter(file => /\.(ts|map|test\.\w+)$|^(test|node_modules|\.)/.test(file));
    assert.deepEqual(unwanted, []);
    assert.ok(files.length < 40, `${files.length} files`);
  });

  it('has every file that its manifest names', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { main, browser, icon, contributes } = manifest;
    const views = contributes.viewsContainers.activitybar;
    const named = [main, browser, icon, ...views.map(({ icon }: { icon: string }) => icon)]
      .concat(contributes.jsonValidation.map(({ url }: { url: string }) => url))
      .filter((file): file is string => file !== undefined)
      .map(file => file.replace(/^\.\//, ''));
    assert.deepEqual(
      named.filter(file => !files.includes(file)),
      [],
    );
  });

  it('is one that nobody publishes to npm by mistake', () => {
    assert.equal(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).private, true);
  });
});
