import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A program of many functions; with the argument `more` it calls all of them, and with `fail` it throws. */
const PROGRAM = `(function (exports, require, module, __filename, __dirname) {
const functions = [${Array.from({ length: 400 }, (_, index) => `() => { const part = ${index}; return part * 2 + [part].length; }`).join(',\n')}];
const called = process.argv[2] === 'more' ? functions : functions.slice(0, 200);
if (process.argv[2] === 'fail') throw new Error('from the program');
process.stdout.write(JSON.stringify({ sum: called.reduce((sum, each) => sum + each(), 0), __filename, path: require('node:path').basename(module.exports === exports ? __dirname : '') }));
})`;

describe('the code cache', function () {
  this.timeout(60_000);
  let folder: string;
  let copies: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vendor-diligence-code-'));
    copies = join(folder, 'cache', 'vendor-diligence', 'code');
    const runs = `import { runWithCodeCache } from './src/node/code-cache.ts'; runWithCodeCache(${JSON.stringify(join(folder, 'program.cjs'))}, process.env);`;
    await build({
      stdin: { contents: runs, resolveDir: join(import.meta.dirname, '..', '..'), loader: 'ts' },
      outfile: join(folder, 'launch.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
  });
  beforeEach(() => {
    rmSync(copies, { recursive: true, force: true });
    writeFileSync(join(folder, 'program.cjs'), PROGRAM);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps what was compiled, and leaves it alone while nothing new is', () => {
    assert.equal(run().sum, 40_000);
    const first = copy();
    assert.deepEqual([run().sum, copy()], [40_000, first]);
  });

  it('is written anew when a run compiled a good deal more', () => {
    run();
    const first = copy();
    assert.equal(run('more').sum, 160_000);
    const second = copy();
    assert.ok(second.length > first.length * 1.2, `${first.length} → ${second.length}`);
    assert.deepEqual([run('more').sum, copy()], [160_000, second]);
  });

  it('gives a program what every module has', () => {
    const { __filename, path } = run();
    assert.equal(__filename, join(folder, 'program.cjs'));
    assert.ok(folder.endsWith(path));
  });

  it('is not used for a program that was changed, even by one digit', () => {
    run();
    writeFileSync(join(folder, 'program.cjs'), PROGRAM.replaceAll('part * 2', 'part * 3'));
    assert.equal(run().sum, 59_900);
  });

  it('is passed over when it is damaged, cut off, or could be another’s work', () => {
    run();
    const [name = ''] = readdirSync(copies);
    const file = join(copies, name);
    const whole = readFileSync(file);
    for (const broken of [Buffer.from(whole).fill(0x5a, 900, 904), whole.subarray(0, 700), Buffer.of(1, 2)]) {
      writeFileSync(file, broken);
      assert.equal(run().sum, 40_000);
      assert.notDeepEqual(readFileSync(file), broken, 'it is made anew');
    }
    chmodSync(file, 0o666);
    writeFileSync(file, 'anything');
    assert.equal(run().sum, 40_000);
  });

  it('does without where it cannot write, where there is no folder, and where Node’s own variable says so', () => {
    rmSync(copies, { recursive: true, force: true });
    for (const variables of [
      { XDG_CACHE_HOME: join(folder, 'program.cjs') },
      { XDG_CACHE_HOME: '', HOME: '', LOCALAPPDATA: '' },
      { NODE_DISABLE_COMPILE_CACHE: '1' },
    ]) {
      assert.equal(run('', variables).sum, 40_000);
    }
    assert.throws(() => readdirSync(copies));
  });

  it('removes copies that nothing has written for long', () => {
    mkdirSync(copies, { recursive: true });
    for (let age = 0; age < 20; age++) writeFileSync(join(copies, `${age}.bin`), '');
    run();
    assert.ok(readdirSync(copies).length < 10);
  });

  it('shows a program’s errors at their place', () => {
    const { status, stderr } = start('fail');
    assert.equal(status, 1);
    assert.match(stderr, /program\.cjs:\d+\n[\s\S]*from the program/);
  });

  /** The one copy that there is. */
  function copy(): Buffer {
    const names = readdirSync(copies);
    assert.equal(names.length, 1);
    return readFileSync(join(copies, names[0] ?? ''));
  }

  function run(argument = '', variables = {}): { sum: number; __filename: string; path: string } {
    return JSON.parse(start(argument, variables).stdout);
  }

  function start(argument: string, variables = {}) {
    return spawnSync(process.execPath, [join(folder, 'launch.mjs'), argument], {
      env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), ...variables },
      encoding: 'utf8',
    });
  }
});
