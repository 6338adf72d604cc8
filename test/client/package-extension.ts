import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Packs what `dist/` holds into a `.vsix` in `folder` and returns its path. */
export function packageExtension(folder: string): string {
  const file = join(folder, 'vendor-diligence.vsix');
  const vsce = [
    'vsce',
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ];
  execFileSync('npx', vsce, {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return file;
}
