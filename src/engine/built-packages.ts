import type { Reference } from '../model/extraction.ts';
import type { LoadedFile } from './load.ts';

/** Which of a lockfile's packages are built, where a manifest beside it names all that are. */
export class BuiltPackages {
  /** By module, the packages that its manifests name. */
  private readonly named = new Map<string, Set<string>>();

  constructor(files: readonly LoadedFile[]) {
    const manifests = files.filter(({ format }) => !format.generated);
    for (const { module, extraction } of manifests)
      if (extraction.listsAll) this.named.set(module, new Set());
    if (this.named.size === 0) return;
    for (const { module, extraction } of manifests) {
      for (const each of extraction.references)
        if (each.package) this.named.get(module)?.add(nameOf(each.package));
    }
  }

  /** True for whatever is no package of a lockfile. */
  has({ package: named }: Reference, { format, module }: LoadedFile): boolean {
    if (!named || !format.generated) return true;
    return this.named.get(module)?.has(nameOf(named)) ?? true;
  }
}

function nameOf({ purl }: NonNullable<Reference['package']>): string {
  return purl.replace(/@[^@/]*$/, '');
}
