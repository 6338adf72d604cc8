import type { PackageReference, Reference } from '../../../model/extraction.ts';
import { countPart } from '../../../text/part-limit.ts';
import type { Span } from '../../../text/span.ts';
import type { Where } from '../strings.ts';

/** A package where a manifest or lockfile names it: the name alone is underlined. */
export function packageReference(found: PackageReference, nameSpan: Span, where: Where): Reference {
  countPart(nameSpan.start, WEIGHT);
  return {
    kind: 'package',
    value: { type: 'literal', value: found.name, span: nameSpan },
    span: nameSpan,
    package: found,
    ...where,
  };
}

/** Lockfiles have little else, and each has an address, a version and often a node in a graph. */
const WEIGHT = 4;

/** `https://token@host/…`: what is shown in reports must not give away a token. */
export function withoutUserInfo(address: string): string {
  return address.includes('://') ? address.replace(/:\/\/[^/@\s]*@/, '://') : address;
}
