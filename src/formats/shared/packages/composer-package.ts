import type { PackageReference, Reference } from '../../../model/extraction.ts';
import type { Span } from '../../../text/span.ts';
import type { Where } from '../strings.ts';
import { exactVersion, packageReferences } from './named-package.ts';

/**
 * A package of Composer. PHP itself, its extensions and the like have no `/` and are no packages
 * (https://getcomposer.org/doc/01-basic-usage.md#platform-packages).
 */
export function composerPackage(
  name: string,
  span: Span,
  written: string | undefined,
  where: Where,
  place: Partial<Pick<PackageReference, 'dependency' | 'node'>> = {},
): Reference[] {
  if (!/^[^/]+\/[^/]+$/.test(name)) return [];
  const version = exactVersion(written?.trim());
  return packageReferences({ type: 'composer', path: name, name, span, written, version, ...place }, where);
}
