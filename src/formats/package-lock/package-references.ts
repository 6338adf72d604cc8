import type { Reference } from '../../model/extraction.ts';
import { npmPackage } from '../shared/packages/npm-package.ts';
import { type LockedPackage, nameOf } from './locked-package.ts';

/** One reference for each installed package; projects and links to them are the repository's own code. */
export function packageReferences(
  packages: readonly LockedPackage[],
  direct: ReadonlySet<string>,
  scope: string,
): Reference[] {
  return packages.flatMap(locked => {
    if (isLocal(locked)) return [];
    const dependency = direct.has(locked.node) ? 'direct' : 'transitive';
    const found = npmPackage(nameOf(locked), locked.version, { dependency, node: locked.node });
    if (!found) return [];
    const { nameSpan, node } = locked;
    return {
      kind: 'package',
      value: { type: 'literal', value: found.name, span: nameSpan },
      span: nameSpan,
      structuralPath: ['packages', node],
      scope,
      package: found,
    };
  });
}

/** A folder of the repository, linked or copied. A packed package that the repository holds is a package. */
function isLocal(locked: LockedPackage): boolean {
  if (locked.isProject || locked.isLink) return true;
  return isLocalFolder(locked.resolved?.text) || isLocalFolder(locked.version);
}

function isLocalFolder(address: string | undefined): boolean {
  return address !== undefined && /^(?:file|link):/.test(address) && !/\.(?:tgz|tar|tar\.gz)$/i.test(address);
}
