import type { PackageReference, Reference } from '../../../model/extraction.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { spanWithin } from '../../../parsers/tree.ts';
import type { Where } from '../strings.ts';
import { exactVersion, packageReferences } from './named-package.ts';

/** `name/version@user/channel#revision` (https://docs.conan.io/2/reference/conanfile/methods/requirements.html). */
export function conanPackage(
  reference: PlacedText,
  where: Where,
  place: Partial<Pick<PackageReference, 'dependency' | 'node'>> = {},
): Reference[] {
  const match = /^\s*([\w.+-]{2,101})\/(\[[^\]]*\]|[^@#%:\s]*)/.exec(reference.text);
  if (!match) return [];
  const [whole, name = '', written = ''] = match;
  const start = whole.length - written.length - 1 - name.length;
  const span = spanWithin(reference, start, start + name.length);
  return packageReferences(
    { type: 'conan', path: name, span, written, version: exactVersion(written), ...place },
    where,
  );
}
