import assert from 'node:assert/strict';
import { scanChange } from '../../src/engine/changes.ts';
import { inventory, loadRulesets } from '../../src/engine/index.ts';
import { FindingsRoom } from '../../src/engine/memory/findings-room.ts';
import { comparePolicies } from '../../src/engine/policy/compare-policies.ts';
import type { FileTree } from '../../src/engine/ports.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Problem } from '../../src/model/problem.ts';
import { phrase } from '../../src/words/phrase.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

/** Characters of each file: as many as are looked at together at most. */
const LENGTH = 400_000;

/** Two files fit, the third goes beyond it, and those after that are not looked at. */
const bytes = 2.5 * LENGTH;

/** A tree of folders that hold a large file each, with a finding. */
function treeOf(...folders: readonly string[]): FileTree {
  const files = folders.map(name => [
    `${name}/Dockerfile`,
    `FROM registry.cn-hangzhou.aliyuncs.com/a/${name}:1\n# ${'x'.repeat(LENGTH)}\n`,
  ]);
  return memoryTree(Object.fromEntries(files));
}

function foldersOf(findings: readonly Pick<Finding, 'path'>[]): string {
  return findings.map(({ path }) => path.replace('/Dockerfile', '')).join('');
}

function told(problems: readonly Problem[]) {
  return problems.map(({ code, path, message }) => [code, path, message]);
}

describe('the room for findings', () => {
  it('is as large for what an inventory lists', async () => {
    const { references, problems } = await inventory({
      tree: treeOf('a', 'b', 'c', 'd', 'e'),
      room: new FindingsRoom(bytes),
    });
    assert.deepEqual(
      [foldersOf(references), told(problems)],
      ['abc', [['too-large', 'd/Dockerfile', phrase('problem.too-many-references')]]],
    );
  });

  describe('is shared by the states before and after a change', () => {
    async function change(before: FileTree, after: FileTree) {
      const { ruleset } = await loadRulesets([]);
      const options = { tree: after, ruleset, clock: testClock, room: new FindingsRoom(bytes) };
      const { changes, silenced, problems, isComplete } = await scanChange(before, options);
      assert.deepEqual(silenced, []);
      const { added, kept, removed } = changes;
      return { changes: [added, kept, removed].map(foldersOf), problems: told(problems), isComplete };
    }

    const BEFORE = ['too-large', undefined, phrase('problem.too-many-before')];
    const cutAt = (path: string) => ['too-large', path, phrase('problem.too-many-findings')];

    it('and enough for ordinary ones', async () => {
      assert.deepEqual(await change(treeOf('a'), treeOf('b')), {
        changes: ['b', '', 'a'],
        problems: [],
        isComplete: true,
      });
    });

    it('of which the one before leaves nothing: nothing is new then', async () => {
      const answer = await change(treeOf('a', 'b', 'c', 'd'), treeOf('a', 'd', 'e'));
      const problems = [BEFORE, cutAt('a/Dockerfile')];
      assert.deepEqual(answer, { changes: ['', '', ''], problems, isComplete: false });
    });

    it('and what the one before has too many of is told when nothing is left of it', async () => {
      const answer = await change(treeOf('a', 'b', 'c', 'd'), treeOf());
      assert.deepEqual(answer, { changes: ['', '', 'abc'], problems: [BEFORE], isComplete: false });
    });

    it('of which the one after has too much: nothing is gone then', async () => {
      const answer = await change(treeOf('a', 'd'), treeOf('a', 'b', 'c', 'd'));
      assert.deepEqual(answer, {
        changes: ['', 'a', ''],
        problems: [cutAt('b/Dockerfile')],
        isComplete: false,
      });
    });
  });

  it('is shared by the policies that are compared', async () => {
    const { ruleset } = await loadRulesets([]);
    const compare = (tree: FileTree) =>
      comparePolicies(
        { before: ruleset, after: ruleset },
        tree,
        testClock,
        () => {},
        new AbortController().signal,
        new FindingsRoom(bytes),
      );
    assert.deepEqual(await compare(treeOf('a')), {
      added: [],
      removed: [],
      changed: [],
      same: 1,
      isComplete: true,
    });
    for (const [folders, same] of [
      [['a', 'b'], 1],
      [['a', 'b', 'c', 'd'], 0],
    ] as const) {
      const { added, removed, changed, ...rest } = await compare(treeOf(...folders));
      assert.deepEqual([added, removed, changed, rest], [[], [], [], { same, isComplete: false }]);
    }
  });
});

describe('a file that was left out before a change', () => {
  const message = phrase('problem.too-large');
  const leftOut: FileTree = {
    list: async () => ({ files: ['a/Dockerfile'], problems: [] }),
    read: path => ({ ok: false, problem: { code: 'too-large', path, message } }),
  };

  async function problemsOf(before: FileTree, after: FileTree) {
    const { ruleset } = await loadRulesets([]);
    return told((await scanChange(before, { tree: after, ruleset, clock: testClock })).problems);
  }

  it('is told where something counts as new', async () => {
    const reason = phrase('problem.unread-before', { reason: message });
    assert.deepEqual(await problemsOf(leftOut, treeOf('a')), [['too-large', 'a/Dockerfile', reason]]);
  });

  it('is told once, or not at all, where nothing does', async () => {
    assert.deepEqual(await problemsOf(leftOut, leftOut), [['too-large', 'a/Dockerfile', message]]);
    assert.deepEqual(await problemsOf(leftOut, treeOf()), []);
  });
});
