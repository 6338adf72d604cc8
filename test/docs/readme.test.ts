import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { root } from './page.ts';
import { environmentWithProgram } from './program.ts';

/** Runs what the README tells its three users to run, in a copy of the example folder. */

const page = readFileSync(join(root, 'README.md'), 'utf8');

describe('README.md', function () {
  this.timeout(120_000);
  let tree: TemporaryTree;
  let environment: NodeJS.ProcessEnv;

  beforeEach(() => {
    tree = temporaryTree();
    environment = environmentWithProgram(tree, 'vendor-diligence');
    tree.write('.gitignore', 'bin/\n');
    tree.git('', 'init', '-b', 'main');
    commitAll('start');
    tree.git('', 'checkout', '-b', 'work');
    cpSync(join(root, 'test', 'example'), tree.root, { recursive: true });
    commitAll('the shop');
  });
  afterEach(() => tree.remove());

  it('a developer sees what is flagged, why, and how it can be changed', () => {
    const [scan, explain, fix] = runSection('For a developer');
    assert.match(scan ?? '', /infra\/main\.tf:1:/);
    assert.match(explain ?? '', /Alibaba Cloud/);
    assert.match(fix ?? '', /^--- /m);
  });

  it('a security team has a policy that is right and in force', () => {
    const [, check, show, scan] = runSection('For a security team');
    assert.equal(check, '');
    assert.match(show ?? '', /us-federal-contractor/);
    assert.match(scan ?? '', /for us, us-federal-contractor/);
    assert.ok(existsSync(join(tree.root, '.vendor-diligence.jsonc')));
  });

  it('a reviewer sees what the branch adds, in a terminal and on a page', () => {
    const [text] = runSection('For a reviewer');
    assert.match(text ?? '', /infra\/main\.tf:1:/);
    assert.match(readFileSync(join(tree.root, 'report.html'), 'utf8'), /^<!doctype html>/i);
  });

  it('names only scripts that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const [, script = ''] of page.matchAll(/npm run ([\w:-]+)/g)) assert.ok(script in scripts, script);
  });

  /** What each command of a section's block writes to standard output; a mistake of the command line fails. */
  function runSection(heading: string): string[] {
    const start = page.indexOf(`## ${heading}`);
    const block = /^```sh\n([\s\S]*?)^```/m.exec(page.slice(start))?.[1] ?? assert.fail(heading);
    return block
      .trim()
      .split('\n')
      .map(command => {
        const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
          cwd: tree.root,
          env: environment,
          encoding: 'utf8',
        });
        assert.ok(status === 0 || status === 1, `${command}: ${stderr}`);
        return stdout;
      });
  }

  function commitAll(message: string): void {
    tree.git('', 'add', '.');
    tree.git('', 'commit', '-m', message);
  }
});
