import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** Builds this checkout unless it was built, and returns the files that each product has bytes of. */
export function bundledFiles(): Readonly<Record<'extension' | 'npm', readonly string[]>> {
  const list = join(root, 'out/bundled-files.json');
  const made = [list, join(root, 'dist/bom.cdx.json'), join(root, 'dist/npm/package.json')];
  if (!made.every(file => existsSync(file))) execFileSync('npm', ['run', 'build'], { cwd: root });
  return JSON.parse(readFileSync(list, 'utf8'));
}
