import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackageURL } from 'packageurl-js';

/** A package that a product has code of. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier, as its manifest says. */
  readonly licence: string;
  /** The words of its licence and of its own notices, as it ships them. */
  readonly texts: readonly string[];
  readonly purl: string;
  /** Subresource integrity of its archive, as the lockfile has it. */
  readonly integrity: string | undefined;
  /** Names of the packages that it depends on, as its manifest says. */
  readonly dependencies: readonly string[];
}

/** What a product may contain: licences that ask for their words to be kept, and for nothing else. */
export const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
]);

/**
 * The packages that some files belong to, sorted by name.
 * @param root the folder with `package-lock.json` and `node_modules`.
 * @param files paths relative to it, as the build wrote them into `out/bundled-files.json`.
 */
export function bundledPackages(root: string, files: readonly string[]): BundledPackage[] {
  const lock: Lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const folders = new Set(files.flatMap(file => PACKAGE_FOLDER.exec(file)?.[0] ?? []));
  return [...folders]
    .map(folder => readPackage(join(root, folder), lock.packages[folder]?.integrity))
    .sort((a, b) => (a.purl < b.purl ? -1 : 1));
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

/** The innermost package of a path; a package can have others within. */
const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

const LEGAL_FILE = /^(licen[cs]e|copying|notice|third-?party-?notices?)([.-].*)?$/i;

function readPackage(folder: string, integrity: string | undefined): BundledPackage {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { name, version, license, dependencies = {} } = manifest;
  const [scope, base] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    name,
    version,
    licence: license ?? '',
    texts: readdirSync(folder)
      .filter(file => LEGAL_FILE.test(file))
      .sort()
      .map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()),
    purl: new PackageURL('npm', scope, base ?? name, version, undefined, undefined).toString(),
    integrity,
    dependencies: Object.keys(dependencies),
  };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
