import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageCommandLine } from '../../src/tools/pack.ts';
import { bundledFiles, root } from './built.ts';

describe('the npm package of the command line', function () {
  this.timeout(120_000);
  let folder: string;
  let archive: string;

  before(() => {
    bundledFiles();
    folder = mkdtempSync(join(tmpdir(), 'vendor-diligence-npm-'));
    archive = packageCommandLine(folder);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const installed = inFolder('npm', 'install', '--offline', '--no-audit', '--no-fund', archive);
    assert.equal(installed.status, 0, installed.stderr);
    cpSync(join(root, 'test', 'example'), join(folder, 'example'), { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is installed without a network and brings nothing else', () => {
    const names = readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.'));
    assert.deepEqual(names, ['vendor-diligence']);
  });

  it('holds a program of ASCII alone: V8 keeps any other text in twice the memory, and reads it more slowly', () => {
    const program = readFileSync(join(folder, 'node_modules/vendor-diligence/program.cjs'), 'latin1');
    assert.equal(/.{0,40}[^\0-\x7f].{0,40}/.exec(program)?.[0], undefined);
  });

  it('scans: the same report as the sources give', () => {
    const { status, stdout } = inFolder('npx', 'vendor-diligence', 'scan', 'example', '--format', 'json');
    assert.equal(status, 1);
    const sources = spawnSync(
      process.execPath,
      [
        `--import=${import.meta.resolve('tsx')}`,
        join(root, 'src/cli/main.ts'),
        'scan',
        'example',
        '--format',
        'json',
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.equal(stdout, sources.stdout);
    assert.ok(readdirSync(join(folder, 'cache', 'vendor-diligence', 'code')).length > 0);
    const again = inFolder('npx', 'vendor-diligence', 'scan', 'example', '--format', 'json');
    assert.equal(again.stdout, stdout, 'the same with what the first run compiled');
    assert.ok(JSON.parse(stdout).findings.length > 5);
  });

  it('reads Terraform: its WebAssembly lies beside the program', () => {
    const { stdout } = inFolder('npx', 'vendor-diligence', 'inventory', 'example/infra', '--format', 'json');
    assert.match(stdout, /"format":\s*"terraform"/);
    assert.deepEqual(JSON.parse(stdout).problems, []);
  });

  it('says what it is and where it comes from', () => {
    const manifest = JSON.parse(
      readFileSync(join(folder, 'node_modules/vendor-diligence/package.json'), 'utf8'),
    );
    const source = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const field of ['version', 'license', 'repository', 'bugs', 'homepage']) {
      assert.deepEqual(manifest[field], source[field], field);
    }
    for (const field of ['private', 'dependencies', 'devDependencies', 'scripts']) {
      assert.equal(manifest[field], undefined, field);
    }
    assert.equal(inFolder('npx', 'vendor-diligence', '--version').stdout, `${source.version}\n`);
  });

  function inFolder(program: string, ...argv: readonly string[]) {
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') };
    return spawnSync(program, argv, { cwd: folder, env, encoding: 'utf8' });
  }
});
