import type { Reference } from '../../model/extraction.ts';
import type { LockedPackage } from './locked-package.ts';
import { packageReferences } from './package-references.ts';
import { registryReferences } from './registry-references.ts';

/** Places that a lockfile lists one after the other, and what follows from them: found out once. */
export class LockedPart {
  /** Filled while the file is read. */
  readonly packages: LockedPackage[] = [];
  private known:
    | { readonly direct: ReadonlySet<string>; readonly references: readonly Reference[] }
    | undefined;
  private knownHosts: readonly Reference[] | undefined;

  /** The installed packages. @param direct the nodes that a project asks for itself */
  references(direct: ReadonlySet<string>, scope: string): readonly Reference[] {
    const { known, packages } = this;
    const isSame =
      known &&
      (known.direct === direct || packages.every(({ node }) => known.direct.has(node) === direct.has(node)));
    const references = isSame ? known.references : packageReferences(packages, direct, scope);
    this.known = { direct, references };
    return references;
  }

  /** The hosts that they were fetched from. */
  hosts(scope: string): readonly Reference[] {
    this.knownHosts ??= registryReferences(this.packages, scope);
    return this.knownHosts;
  }
}
