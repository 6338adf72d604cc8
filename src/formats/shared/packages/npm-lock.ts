import type { PackageReference, Reference } from '../../../model/extraction.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { dirname, joinInside } from '../../../text/path.ts';
import type { Span } from '../../../text/span.ts';
import { hostOfUrl, isFromRegistry, registryEnd } from '../../package-lock/fetched-url.ts';
import type { FetchedHosts } from '../registries/fetched-hosts.ts';
import { npmPackage } from './npm-package.ts';
import { packageReference } from './package-reference.ts';

/** A package of a lockfile of Yarn, pnpm or Bun. */
export interface LockedNpm {
  /** As the registry knows it. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly version?: string | undefined;
  readonly node: string;
  /** The nodes that it asks for. */
  readonly requires: readonly string[];
}

/** One reference for each package. @param direct the nodes that a project asks for itself. */
export function lockedReferences(
  packages: readonly LockedNpm[],
  direct: ReadonlySet<string>,
  scope: string,
): Reference[] {
  return packages.flatMap(({ name, nameSpan, version, node }) => {
    const dependency: PackageReference['dependency'] = direct.has(node) ? 'direct' : 'transitive';
    const found = npmPackage(name, version, { dependency, node });
    return found ? [packageReference(found, nameSpan, { scope, structuralPath: ['packages', node] })] : [];
  });
}

/** Notes where a package was fetched from: a registry, a git server or a plain download. */
export function addFetched(
  hosts: FetchedHosts,
  address: PlacedText,
  name: string,
  version: string | undefined,
): void {
  const host = hostOfUrl(address.text);
  if (!host) return;
  const isRegistry = isFromRegistry(address.text, name, version);
  const registry = { ecosystem: 'npm', end: registryEnd(address.text, host, name) };
  hosts.add(address, isRegistry ? registry : undefined);
}

/** The manifest of a project of the repository; nothing for one outside of it. */
export function manifestOf(lockfile: string, folder: string): string | undefined {
  const place = joinInside(dirname(lockfile), folder);
  if (place === undefined) return undefined;
  return place === '' ? 'package.json' : `${place}/package.json`;
}
