import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Packs the extension that `dist/` of a checkout holds into a `.vsix` in `folder`, and returns its path.
 * @throws Error when the packager fails or warns.
 */
export function packageExtension(folder: string, checkout = CHECKOUT): string {
  const file = join(folder, 'vendor-diligence.vsix');
  const env = { ...process.env, ...FIXED_TIMES };
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['vsce', 'package', '--no-dependencies', '--out', file],
    {
      cwd: checkout,
      env,
      encoding: 'utf8',
    },
  );
  const said = `${stdout}${stderr}`;
  if (status !== 0 || /\bWARN/.test(said)) throw new Error(`the extension cannot be packed:\n${said}`);
  return file;
}

/** Packs the npm package that `dist/npm` of a checkout holds into a `.tgz` in `folder`, and returns its path. */
export function packageCommandLine(folder: string, checkout = CHECKOUT): string {
  const answer = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: join(checkout, 'dist', 'npm'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [{ filename }] = JSON.parse(answer);
  return join(folder, filename);
}

const CHECKOUT = join(import.meta.dirname, '..', '..');

/** The first day that an archive can name, in a zone that every machine has: the same files are the same archive. */
const FIXED_TIMES = { SOURCE_DATE_EPOCH: String(Date.UTC(1980, 0, 1) / 1000), TZ: 'UTC' };
