import { PackageURL } from 'packageurl-js';
import type { PackageReference } from '../../../model/extraction.ts';

/**
 * An npm package as a reference's `package`.
 * @param name as npm knows it, with scope: `@alicloud/openapi-client`.
 * @param written the version, range or address as the file has it; only an exact version is part of the purl.
 * @returns `undefined` for a name that no package can have.
 */
export function npmPackage(
  name: string,
  written: string | undefined,
  place: Pick<PackageReference, 'dependency' | 'node'>,
): PackageReference | undefined {
  const purl = npmPurl(name, written === undefined ? undefined : exactVersion(written));
  if (purl === undefined) return undefined;
  return written ? { purl, name, version: withoutUserInfo(written), ...place } : { purl, name, ...place };
}

/** `https://token@host/…`: what is shown in reports must not give away a token. */
function withoutUserInfo(address: string): string {
  return address.includes('://') ? address.replace(/:\/\/[^/@\s]*@/, '://') : address;
}

/** The one version that `range` allows, without `=` and `v`; `undefined` when it allows several (https://semver.org). */
export function exactVersion(range: string): string | undefined {
  return EXACT_VERSION.exec(range)?.[1];
}

const EXACT_VERSION = /^\s*(?:=\s*)?v?(\d+\.\d+\.\d+(?:-[0-9a-zA-Z.-]+)?(?:\+[0-9a-zA-Z.-]+)?)\s*$/;

/** `pkg:npm/…` (https://github.com/package-url/purl-spec/blob/main/types/npm-definition.json). */
export function npmPurl(name: string, version: string | undefined): string | undefined {
  if (PLAIN_NAME.test(name) && (version === undefined || PLAIN_VERSION.test(version))) {
    const path = name.startsWith('@') ? `%40${name.slice(1)}` : name;
    return version === undefined ? `pkg:npm/${path}` : `pkg:npm/${path}@${version}`;
  }
  return encodedPurl(name, version);
}

/** Names and versions in which nothing is to be encoded or folded: nearly all. Lockfiles have tens of thousands. */
const PLAIN_NAME = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;
const PLAIN_VERSION = /^[0-9A-Za-z.-]+$/;

function encodedPurl(name: string, version: string | undefined): string | undefined {
  const slash = name.startsWith('@') ? name.indexOf('/') : -1;
  // A name cannot begin with a dot; what other tools keep in `node_modules` does.
  if (name.startsWith('.') || (name.startsWith('@') && slash < 2)) return undefined;
  const scope = slash < 0 ? undefined : name.slice(0, slash);
  try {
    return new PackageURL('npm', scope, name.slice(slash + 1), version, undefined, undefined).toString();
  } catch {
    // packageurl-js refuses what cannot be a name (empty, a lone surrogate) by throwing.
    return undefined;
  }
}
