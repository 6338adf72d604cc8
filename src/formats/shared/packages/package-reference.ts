import type { PackageReference, Reference } from '../../../model/extraction.ts';
import type { Span } from '../../../text/span.ts';
import type { Where } from '../strings.ts';

/** A package where a manifest or lockfile names it: the name alone is underlined. */
export function packageReference(found: PackageReference, nameSpan: Span, where: Where): Reference {
  return {
    kind: 'package',
    value: { type: 'literal', value: found.name, span: nameSpan },
    span: nameSpan,
    package: found,
    ...where,
  };
}

/** `https://token@host/…`: what is shown in reports must not give away a token. */
export function withoutUserInfo(address: string): string {
  return address.includes('://') ? address.replace(/:\/\/[^/@\s]*@/, '://') : address;
}
