import { basename, dirname } from '../../text/path.ts';
import { inFolder, quoted } from '../../text/shell-command.ts';

/** The file that people wrote, and the id of the format that reads it. */
interface Manifest {
  readonly path: string;
  readonly format: string;
}

/** How a package manager is told what a manifest cannot say without a version. */
interface Manager {
  /** Brings the lockfile up to date with the manifest. */
  readonly update: string;
  readonly add?: string;
  readonly remove?: string;
}

const NPM = { update: 'npm install', add: 'npm install', remove: 'npm uninstall' };
const BUNDLER = { update: 'bundle lock', add: 'bundle add', remove: 'bundle remove' };
const GO = { update: 'go mod tidy', add: 'go get' };
const PIPENV = { update: 'pipenv lock', add: 'pipenv install', remove: 'pipenv uninstall' };
const CARGO = { update: 'cargo update --workspace', add: 'cargo add', remove: 'cargo remove' };
const COMPOSER = { update: 'composer update', add: 'composer require', remove: 'composer remove' };
const DART = { update: 'dart pub get', add: 'dart pub add', remove: 'dart pub remove' };
const DOTNET = { add: 'dotnet add package', remove: 'dotnet remove package' };

/** By the lockfile's name. */
const BY_LOCKFILE: Readonly<Record<string, Manager>> = {
  'package-lock.json': NPM,
  'npm-shrinkwrap.json': NPM,
  'yarn.lock': { update: 'yarn install', add: 'yarn add', remove: 'yarn remove' },
  'pnpm-lock.yaml': { update: 'pnpm install', add: 'pnpm add', remove: 'pnpm remove' },
  'bun.lock': { update: 'bun install', add: 'bun add', remove: 'bun remove' },
  'poetry.lock': { update: 'poetry lock', add: 'poetry add', remove: 'poetry remove' },
  'uv.lock': { update: 'uv lock', add: 'uv add', remove: 'uv remove' },
  'pdm.lock': { update: 'pdm lock', add: 'pdm add', remove: 'pdm remove' },
  'Pipfile.lock': PIPENV,
  'Cargo.lock': CARGO,
  'composer.lock': COMPOSER,
  'Gemfile.lock': BUNDLER,
  'gems.locked': BUNDLER,
  'go.sum': GO,
  'pubspec.lock': DART,
  'packages.lock.json': { update: 'dotnet restore --force-evaluate', ...DOTNET },
  'gradle.lockfile': { update: 'gradle dependencies --write-locks' },
};

/** Where no lockfile is known, by the manifest's format. */
const BY_FORMAT: Readonly<Record<string, Manager>> = {
  'package-json': NPM,
  'go-mod': GO,
  pipfile: PIPENV,
  'cargo-toml': CARGO,
  'composer-json': COMPOSER,
  gemfile: BUNDLER,
  pubspec: DART,
  'dotnet-project': { update: 'dotnet restore', ...DOTNET },
};

/** The commands that bring what is installed up to date with a changed manifest; each in its folder. */
export function commandsAfter({ path, format }: Manifest, lockfiles: readonly string[]): string[] {
  const known = managersOf(lockfiles).map(({ folder, manager }) => inFolder(folder, manager.update));
  if (known.length > 0) return [...new Set(known)];
  const own = BY_FORMAT[format]?.update;
  if (format === 'pip-requirements') return [`pip install -r ${quoted(path)}`];
  return own === undefined ? [] : [inFolder(dirname(path), own)];
}

/** The commands that put one package in another's place; none where the package manager has none for it. */
export function commandsInstead(
  { path, format }: Manifest,
  { from, to }: { readonly from: string; readonly to: string },
  lockfiles: readonly string[],
): string[] {
  const known = managersOf(lockfiles);
  const own = BY_FORMAT[format];
  const managers = known.length > 0 || !own ? known : [{ folder: dirname(path), manager: own }];
  return managers.flatMap(({ folder, manager }) => {
    const { add, remove, update } = manager;
    if (add === undefined) return [];
    const first = remove === undefined ? [] : [`${remove} ${quoted(from)}`];
    const last = remove === undefined ? [update] : [];
    return [...first, `${add} ${quoted(to)}`, ...last].map(command => inFolder(folder, command));
  });
}

function managersOf(lockfiles: readonly string[]) {
  return lockfiles.flatMap(path => {
    const manager = BY_LOCKFILE[basename(path)];
    return manager === undefined ? [] : [{ folder: dirname(path), manager }];
  });
}
