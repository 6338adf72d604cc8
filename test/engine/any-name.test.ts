import assert from 'node:assert/strict';
import { type FileContent, type FileTree, loadRulesets, scan } from '../../src/engine/index.ts';
import { phrase } from '../../src/words/phrase.ts';
import { testClock } from '../support/disk-tree.ts';

describe('a file whose name promises nothing', () => {
  const binary: FileContent = {
    ok: true,
    bytes: new TextEncoder().encode('\0\x01registry.cn-hangzhou.aliyuncs.com\0'),
  };
  const contents: Readonly<Record<string, FileContent>> = {
    program: binary,
    'program.sh': binary,
    image: tooLarge('image'),
    'image.sh': tooLarge('image.sh'),
    deploy: { ok: true, text: '#!/bin/sh\ndocker push registry.cn-hangzhou.aliyuncs.com/team/web:1\n' },
    NOTES: { ok: true, text: 'Push to registry.cn-hangzhou.aliyuncs.com/team/web:1\n' },
  };
  const tree: FileTree = {
    list: async () => ({ files: Object.keys(contents).sort(), problems: [] }),
    read: path => contents[path] ?? tooLarge(path),
  };

  it('is read when it is a script, and no problem when it is none', async () => {
    const { ruleset } = await loadRulesets([]);
    const { findings, problems } = await scan({ tree, ruleset, clock: testClock });
    assert.deepEqual(
      findings.map(({ path }) => path),
      ['deploy'],
    );
    assert.deepEqual(
      problems.map(({ path, code }) => [path, code]),
      [
        ['image.sh', 'too-large'],
        ['program.sh', 'binary'],
      ],
    );
  });
});

function tooLarge(path: string): FileContent {
  return { ok: false, problem: { code: 'too-large', path, message: phrase('problem.gone') } };
}
