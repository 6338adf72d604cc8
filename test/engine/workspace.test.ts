import assert from 'node:assert/strict';
import { loadRulesets, Workspace } from '../../src/engine/index.ts';
import { memoryTree, testClock } from '../support/disk-tree.ts';

const MANIFEST = '{\n  "dependencies": { "library": "^1.0.0" }\n}\n';

const FILES = {
  'package.json': '{ "workspaces": ["packages/*"] }\n',
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { workspaces: ['packages/*'] },
      'packages/app': { dependencies: { library: '^1.0.0' } },
      'node_modules/app': { resolved: 'packages/app', link: true },
      'node_modules/library': { version: '1.0.0', dependencies: { 'ali-oss': '^6.17.0' } },
      'node_modules/ali-oss': { version: '6.17.0' },
    },
  }),
  'packages/app/package.json': MANIFEST,
  'elsewhere/app/package.json': MANIFEST,
};

describe('a package that only the lockfile of a folder above has', () => {
  async function open(files: Readonly<Record<string, string>>, path: string, changesAreTold: boolean) {
    const { ruleset } = await loadRulesets([]);
    const workspace = new Workspace({ tree: memoryTree(files), ruleset, clock: testClock, changesAreTold });
    return async () => {
      const { findings } = await workspace.check(path);
      return findings.filter(finding => finding.path === path).map(({ value, via }) => [value, ...via]);
    };
  }

  for (const changesAreTold of [false, true]) {
    it(`shows at the direct dependency ${changesAreTold ? 'again and again' : 'at once'}`, async () => {
      const check = await open(FILES, 'packages/app/package.json', changesAreTold);
      const expected = [['ali-oss', 'library', 'ali-oss']];
      assert.deepEqual([await check(), await check()], [expected, expected]);
    });
  }

  it('is not looked for where the lockfile knows nothing of the manifest', async () => {
    assert.deepEqual(await (await open(FILES, 'elsewhere/app/package.json', true))(), []);
  });
});
