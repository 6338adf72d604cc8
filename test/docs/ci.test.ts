import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { type TemporaryTree, temporaryTree } from '../node/temporary-tree.ts';
import { root, snippetOf } from './page.ts';
import { environmentWithProgram } from './program.ts';

/** Runs what the page about CI shows, with the package's own program behind `npx`. */

const PAGE = 'docs/ci.md';
const page = readFileSync(join(root, PAGE), 'utf8');
const IMAGE = 'registry.cn-hangzhou.aliyuncs.com/shop/base:1';

describe(PAGE, function () {
  this.timeout(60_000);
  let tree: TemporaryTree;
  let environment: NodeJS.ProcessEnv;

  before(() => {
    tree = temporaryTree();
    tree.git('', 'init', '-b', 'main');
    tree.write('old/Dockerfile', `FROM ${IMAGE}\n`);
    tree.write('.gitignore', 'bin/\n');
    commitAll('start');
    tree.git('', 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    tree.git('', 'checkout', '-b', 'work');
    tree.write('Dockerfile', `FROM ${IMAGE}\n`);
    commitAll('add an image');
    environment = environmentWithProgram(tree, 'npx', 2);
  });
  after(() => tree.remove());

  it('GitHub: the action annotates and reports what the pull request adds, and fails', () => {
    const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
    const [step] = action.runs.steps;
    const inputs = Object.fromEntries(
      Object.entries<{ default: string }>(action.inputs).map(([name, input]) => [
        name,
        String(input.default),
      ]),
    );
    const given = Object.fromEntries(
      Object.entries<string>(step.env).map(([name, value]) => [
        name,
        value.replace(
          /\$\{\{ inputs\.([\w-]+) \}\}/g,
          (_use, input: string) => inputs[input] ?? assert.fail(input),
        ),
      ]),
    );
    const { status, stdout, stderr } = run('bash', step.run, {
      ...given,
      GITHUB_BASE_REF: 'main',
      GITHUB_OUTPUT: join(tree.root, 'bin/output'),
      GITHUB_STEP_SUMMARY: join(tree.root, 'bin/summary'),
    });
    assert.equal(status, 1, stderr);
    assert.match(stdout, /^::warning file=Dockerfile,line=1,.*\n$/);
    assert.match(readFileSync(join(tree.root, 'bin/output'), 'utf8'), /^sarif=vendor-diligence\.sarif\n$/);
    assert.match(readFileSync(join(tree.root, 'bin/summary'), 'utf8'), /### Vendor Diligence: 1 finding/);
    assert.equal(JSON.parse(take('vendor-diligence.sarif')).runs[0].results.length, 2);
  });

  it('GitHub: no input can become part of the script', () => {
    const { run: script } = parse(readFileSync(join(root, 'action.yml'), 'utf8')).runs.steps[0];
    assert.doesNotMatch(script, /\$\{\{/);
  });

  it('GitLab: the job writes both reports and fails', () => {
    const job = parse(snippetOf(PAGE, '.gitlab-ci.yml'))['vendor-diligence'];
    const script = `set -e\n${job.script.join('\n')}`;
    const base = execFileSync('git', ['rev-parse', 'main'], { cwd: tree.root, encoding: 'utf8' }).trim();
    const { status, stdout, stderr } = run('sh', script, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    assert.equal(status, 1, stderr);
    assert.match(stdout, /^1 finding: /m);
    assert.equal(JSON.parse(take(job.artifacts.reports.codequality)).length, 2);
    assert.equal(JSON.parse(take(job.artifacts.reports.sast)).vulnerabilities.length, 2);
    assert.equal(run('sh', script).status, 0, 'the default branch is only reported');
    take(job.artifacts.reports.codequality);
    take(job.artifacts.reports.sast);
  });

  it('GitLab: the component is the same job, with inputs', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const [head, body] = parseAllDocuments(readFileSync(join(root, 'templates/scan.yml'), 'utf8'));
    const { inputs } = head?.toJS().spec ?? assert.fail();
    assert.equal(inputs.version.default, version);
    const job = body?.toJS()['vendor-diligence'];
    const shown = parse(snippetOf(PAGE, '.gitlab-ci.yml'))['vendor-diligence'];
    assert.deepEqual(
      [job.variables, job.rules, job.artifacts],
      [shown.variables, shown.rules, shown.artifacts],
    );
    const script = job.script
      .join('\n')
      .replace(/\$\[\[ inputs\.(\w+) \]\]/g, (_use: string, name: string) => String(inputs[name].default));
    const base = execFileSync('git', ['rev-parse', 'main'], { cwd: tree.root, encoding: 'utf8' }).trim();
    const { status, stdout } = run('sh', `set -e\n${script}`, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    assert.equal(status, 1);
    assert.match(stdout, /^1 finding: /m);
    assert.equal(JSON.parse(take(job.artifacts.reports.codequality)).length, 2);
    take(job.artifacts.reports.sast);
  });

  it('Azure Pipelines and Jenkins: the script writes a JUnit report', () => {
    const { script } = parse(snippetOf(PAGE, 'azure-pipelines.yml')).steps[1];
    const sh = /sh '([^']+)'/.exec(snippetOf(PAGE, 'Jenkinsfile'))?.[1] ?? assert.fail();
    for (const [text, variables] of [
      [script, { TARGET: 'main' }],
      [sh, { CHANGE_TARGET: 'main' }],
    ] as const) {
      assert.equal(run('sh', text, variables).status, 1);
      assert.match(take('vendor-diligence.xml'), /tests="1" failures="1"/);
    }
  });

  it('pre-commit: the hook reports what is staged', () => {
    const [hook] = parse(snippetOf(PAGE, '.pre-commit-config.yaml')).repos[0].hooks;
    const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    assert.deepEqual(hook.additional_dependencies, [`${name}@${version}`]);
    const script = /```sh\n(#!\/bin\/sh\n[\s\S]*?)```/.exec(page)?.[1] ?? assert.fail();
    assert.match(script, new RegExp(hook.entry.replace('vendor-diligence ', '')));
    tree.write('.git/hooks/pre-commit', script);
    chmodSync(join(tree.root, '.git/hooks/pre-commit'), 0o755);
    tree.write('web/Dockerfile', `FROM ${IMAGE}\n`);
    const commit = (): void => {
      execFileSync('git', ['add', '.'], { cwd: tree.root, env: environment });
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-m', 'x'], {
        cwd: tree.root,
        env: environment,
        stdio: 'pipe',
      });
    };
    assert.throws(commit, /web\/Dockerfile/);
    tree.write('web/Dockerfile', 'FROM node:22\n');
    commit();
    tree.git('', 'config', 'core.hooksPath', '/dev/null');
  });

  it('baseline: what is there is not reported', () => {
    const script = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].at(-1)?.[1] ?? assert.fail();
    const { status, stdout } = run('sh', `set -e\n${script}`);
    assert.equal(status, 0);
    assert.match(stdout, /No findings/);
    take('.vendor-diligence-baseline.json');
  });

  function run(shell: string, script: string, variables: NodeJS.ProcessEnv = {}) {
    return spawnSync(shell, ['-c', script], {
      cwd: tree.root,
      env: { ...environment, ...variables },
      encoding: 'utf8',
    });
  }

  /** Reads a file that a script wrote, and removes it. */
  function take(path: string): string {
    const file = join(tree.root, path);
    assert.ok(existsSync(file), `${path} was not written`);
    const text = readFileSync(file, 'utf8');
    execFileSync('rm', [file]);
    return text;
  }

  function commitAll(message: string): void {
    tree.git('', 'add', '.');
    tree.git('', 'commit', '-m', message);
  }
});
