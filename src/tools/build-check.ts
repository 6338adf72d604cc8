import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageCommandLine, packageExtension } from './pack.ts';

/**
 * Builds and packs this checkout twice, in two other folders, and fails unless every file of the two is the same, byte for
 * byte: whoever has the source can show that a published archive was made from it.
 */
const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'vendor-diligence-build-'));
try {
  const [first, second] = ['one', 'another/deeper'].map(name => buildIn(join(folder, name)));
  if (!first || !second) throw new Error('there are two builds');
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const different = names.filter(name => first.get(name) !== second.get(name));
  for (const name of different) console.error(`${name} differs`);
  if (different.length > 0) process.exitCode = 1;
  else console.log(`${names.length} files are the same in two builds.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The hashes of what a build makes, by path. */
function buildIn(checkout: string): Map<string, string> {
  copyCheckout(checkout);
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: checkout, stdio: 'inherit' });
  const packed = join(checkout, 'out', 'packed');
  mkdirSync(packed);
  for (const file of [packageExtension(packed, checkout), packageCommandLine(packed, checkout)]) {
    console.log(`${hash(file)}  ${file.slice(packed.length + 1)}`);
  }
  const made = ['dist', 'out/packed'].flatMap(place =>
    readdirSync(join(checkout, place), { recursive: true, encoding: 'utf8' }).map(name => join(place, name)),
  );
  const files = made.filter(file => statSync(join(checkout, file)).isFile());
  return new Map(files.map(file => [file, hash(join(checkout, file))]));
}

/** The files that git tracks or would track, as they are now, and the packages as they are installed. */
function copyCheckout(target: string): void {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  for (const file of new Set(files.split('\0').filter(Boolean))) {
    const source = join(root, file);
    if (!statSync(source, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(source, join(target, file), { verbatimSymlinks: true });
  }
  // Hard links are made at once; they need one file system.
  execFileSync(
    'sh',
    ['-c', 'cp -al "$0" "$1" 2>/dev/null || cp -a "$0" "$1"', 'node_modules', join(target, 'node_modules')],
    {
      cwd: root,
    },
  );
}

function hash(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
