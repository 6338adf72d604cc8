import type { PackageReference, Reference } from '../../../model/extraction.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { spanWithin } from '../../../parsers/tree.ts';
import type { Where } from '../strings.ts';
import { exactVersion, packageReferences } from './named-package.ts';

/**
 * A Swift package by the address of its repository
 * (https://github.com/package-url/purl-spec/blob/main/types/swift-definition.json): `https://host/owner/name.git`,
 * `git@host:owner/name.git`.
 * @param pinned the one version, when the file names one.
 */
export function swiftPackage(
  address: PlacedText,
  written: string | undefined,
  pinned: string | undefined,
  where: Where,
  place: Partial<Pick<PackageReference, 'dependency' | 'node'>> = {},
): Reference[] {
  const match = REPOSITORY.exec(address.text);
  if (!match) return [];
  const [, head = '', host = '', separator = '', path = ''] = match;
  const nameStart = head.length + host.length + separator.length;
  const span = spanWithin(address, nameStart, nameStart + path.length);
  return packageReferences(
    {
      type: 'swift',
      path: `${host}/${path}`,
      name: path,
      span,
      written,
      version: exactVersion(pinned),
      ...place,
    },
    where,
  );
}

const REPOSITORY =
  /^((?:[a-z+]+:\/\/)?(?:[^/@\s]*@)?)([\w.-]+)((?::\d+)?[/:])([\w.~-]+(?:\/[\w.~-]+?)+?)(?:\.git)?\/?$/i;
