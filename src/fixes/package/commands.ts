import { basename, dirname } from '../../text/path.ts';

/** What brings a lockfile up to date, by its name, with the manifest's new package. */
const BY_LOCKFILE: Readonly<Record<string, string>> = {
  'package-lock.json': 'npm install',
  'npm-shrinkwrap.json': 'npm install',
  'yarn.lock': 'yarn install',
  'pnpm-lock.yaml': 'pnpm install',
  'bun.lock': 'bun install',
  'poetry.lock': 'poetry lock',
  'uv.lock': 'uv lock',
  'pdm.lock': 'pdm lock',
  'Pipfile.lock': 'pipenv lock',
  'Cargo.lock': 'cargo update --workspace',
  'composer.lock': 'composer update',
  'Gemfile.lock': 'bundle lock',
  'gems.locked': 'bundle lock',
  'go.sum': 'go mod tidy',
  'pubspec.lock': 'dart pub get',
  'packages.lock.json': 'dotnet restore --force-evaluate',
  'gradle.lockfile': 'gradle dependencies --write-locks',
};

/** Where no lockfile is known, by the manifest's format. */
const BY_FORMAT: Readonly<Record<string, (name: string) => string>> = {
  'package-json': name => `npm install ${name}@latest`,
  'go-mod': () => 'go mod tidy',
  'pip-requirements': name => `pip install ${name}`,
  pipfile: () => 'pipenv lock',
  'cargo-toml': () => 'cargo update --workspace',
  'composer-json': () => 'composer update',
  gemfile: () => 'bundle lock',
  pubspec: () => 'dart pub get',
  maven: () => 'mvn versions:resolve-ranges',
  'dotnet-project': () => 'dotnet restore',
};

/** The commands that find a version and write the lockfiles; in their folders. */
export function commandsFor(format: string, name: string, lockfiles: readonly string[]): string[] {
  const known = lockfiles.flatMap(path => {
    const command = BY_LOCKFILE[basename(path)];
    return command === undefined ? [] : [inFolder(dirname(path), command)];
  });
  const own = BY_FORMAT[format]?.(name);
  return known.length > 0 || own === undefined ? [...new Set(known)] : [own];
}

function inFolder(folder: string, command: string): string {
  return folder === '' ? command : `(cd '${folder.replaceAll("'", "'\\''")}' && ${command})`;
}
