import assert from 'node:assert/strict';
import { chmodSync, closeSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { type Outcome, runCli } from './run-cli.ts';

const FILES = 40;

describe('a change in a repository whose objects are damaged', () => {
  let tree: TemporaryTree;
  beforeEach(() => {
    tree = temporaryTree();
    tree.git('', 'init', '-b', 'main');
    for (const version of [1, 2]) {
      for (let index = 0; index < FILES; index++)
        tree.write(
          `${index}/Dockerfile`,
          `FROM registry.cn-hangzhou.aliyuncs.com/a/b${index}:1\n${noise(index * version)}`,
        );
      tree.git('', 'add', '.');
      tree.git('', 'commit', '-m', `${version}`);
    }
  });
  afterEach(() => tree.remove());

  const scanChange = (...options: readonly string[]): Promise<Outcome> =>
    runCli(tree.root, ['scan', '--format', 'json', ...options]);

  it('is told where git ends at one of them, and goes on with the others', async () => {
    tree.git('', 'repack', '-adq');
    const folder = join(tree.root, '.git/objects/pack');
    const pack = readdirSync(folder).find(name => name.endsWith('.pack')) ?? '';
    const { size } = statSync(join(folder, pack));
    damage(join(folder, pack), Math.floor(size * 0.75));
    const { exitCode, stdout } = await scanChange('--since', 'HEAD~1');
    const { findings, problems } = JSON.parse(stdout);
    assert.ok(problems.length > 0 && problems.length < FILES / 2, `${problems.length}`);
    assert.deepEqual(pathsOf(findings), pathsOf(problems));
    assert.equal(exitCode, 1);
  });

  it('is refused where a state cannot be listed', async () => {
    const id = tree.git('', 'rev-parse', 'HEAD~1^{tree}').trim();
    damage(join(tree.root, '.git/objects', id.slice(0, 2), id.slice(2)), 0);
    const { exitCode, stdout, stderr } = await scanChange('--since', 'HEAD~1');
    assert.deepEqual([exitCode, stdout], [2, '']);
    assert.match(stderr, /inflate/);
    writeFileSync(join(tree.root, '.git/index'), 'no index');
    assert.equal((await scanChange('--staged')).exitCode, 2);
  });
});

/** Comment lines that hardly get smaller when they are packed. */
function noise(seed: number): string {
  let state = seed + 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state.toString(36);
  };
  return Array.from({ length: 100 }, () => `# ${next()}${next()}${next()}\n`).join('');
}

function damage(file: string, at: number): void {
  chmodSync(file, 0o600);
  const opened = openSync(file, 'r+');
  writeSync(opened, 'XXXXXXXX', at);
  closeSync(opened);
}

function pathsOf(entries: readonly { readonly path: string }[]): string[] {
  return entries.map(({ path }) => path).sort();
}
