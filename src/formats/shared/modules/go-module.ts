import type { PackageReference } from '../../../model/extraction.ts';
import { dirname } from '../../../text/path.ts';
import { packageUrl } from '../packages/package-url.ts';

/** The module of a Go module's files: they are read together. Also their scope. */
export function goModule(path: string): string {
  return `go:${dirname(path)}`;
}

/** A Go module as a reference's `package` (https://github.com/package-url/purl-spec/blob/main/types/golang-definition.json). */
export function goPackage(
  name: string,
  version: string | undefined,
  dependency: PackageReference['dependency'],
): PackageReference {
  const purl = packageUrl('golang', name.toLowerCase(), version);
  return version === undefined ? { purl, name, dependency } : { purl, name, version, dependency };
}
