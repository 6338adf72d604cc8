import type { PackageReference } from '../../../model/extraction.ts';
import { withoutUserInfo } from './package-reference.ts';
import { packageUrl } from './package-url.ts';

/** The form in which names are the same (https://packaging.python.org/en/latest/specifications/name-normalization/). */
export function normalisedPythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** Can a package have this name? */
export function isPythonName(name: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(name);
}

/**
 * A package of the Python Package Index as a reference's `package`, under its normalised name, so that manifests and
 * lockfiles agree.
 * @param written the version, range or address as the file has it.
 * @param exact the one version that `written` allows.
 */
export function pypiPackage(
  name: string,
  written: string | undefined,
  exact: string | undefined,
  place: Pick<PackageReference, 'dependency' | 'node'>,
): PackageReference {
  const normalised = normalisedPythonName(name);
  const found = { purl: packageUrl('pypi', normalised, exact), name: normalised, ...place };
  return written ? { ...found, version: withoutUserInfo(written) } : found;
}

/** The one version that a specifier allows: `==1.2`, not `==1.*` (https://packaging.python.org/en/latest/specifications/version-specifiers/). */
export function exactPythonVersion(specifier: string): string | undefined {
  return /^\(?\s*={2,3}\s*v?([0-9A-Za-z!][0-9A-Za-z.!+_-]*)\s*\)?$/.exec(specifier)?.[1];
}
