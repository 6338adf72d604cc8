import type { Reference } from '../../model/extraction.ts';
import { countPart, partsFound } from '../../text/part-limit.ts';
import type { LockedPackage } from './locked-package.ts';
import { packageReferences } from './package-references.ts';
import { registryReferences } from './registry-references.ts';

/** Places that a lockfile lists one after the other, and what follows from them: found out once. */
export class LockedPart {
  /** Filled while the file is read. */
  readonly packages: LockedPackage[] = [];
  private known: (Counted & { readonly direct: ReadonlySet<string> }) | undefined;
  private knownHosts: Counted | undefined;

  /** The installed packages. @param direct the nodes that a project asks for itself */
  references(direct: ReadonlySet<string>, scope: string): readonly Reference[] {
    const { known, packages } = this;
    const isSame =
      known &&
      (known.direct === direct || packages.every(({ node }) => known.direct.has(node) === direct.has(node)));
    const { references, places } = isSame
      ? countedAgain(known)
      : counted(() => packageReferences(packages, direct, scope));
    this.known = { direct, references, places };
    return references;
  }

  /** The hosts that they were fetched from. */
  hosts(scope: string): readonly Reference[] {
    this.knownHosts = this.knownHosts
      ? countedAgain(this.knownHosts)
      : counted(() => registryReferences(this.packages, scope));
    return this.knownHosts.references;
  }
}

/** References, and how many places were found with them. */
interface Counted {
  readonly references: readonly Reference[];
  readonly places: number;
}

function counted(find: () => readonly Reference[]): Counted {
  const before = partsFound();
  const references = find();
  return { references, places: partsFound() - before };
}

function countedAgain(known: Counted): Counted {
  countPart(0, known.places);
  return known;
}
