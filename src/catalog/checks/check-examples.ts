import type { Vendor } from '../../model/catalog.ts';
import type { Matcher, MatchResult } from '../match/match.ts';
import type { FactProblem } from './placed.ts';

/** A vendor and the path of its file. */
export interface VendorFile {
  readonly path: string;
  readonly vendor: Vendor;
}

/**
 * Feeds every vendor's examples and look-alikes to the real matcher: the former must be attributed to the
 * vendor, the latter must not.
 */
export function checkExamples(vendors: readonly VendorFile[], matcher: Matcher): FactProblem[] {
  return vendors.flatMap(({ path, vendor }) => [
    ...vendor.examples.flatMap((example, index) =>
      belongsTo(vendor.id, matcher.match(example))
        ? []
        : [{ path, at: ['examples', index], message: `${describe(example)} does not match ${vendor.id}` }],
    ),
    ...vendor.nonExamples.flatMap((example, index) =>
      belongsTo(vendor.id, matcher.match(example))
        ? [{ path, at: ['nonExamples', index], message: `${describe(example)} matches ${vendor.id}` }]
        : [],
    ),
  ]);
}

function belongsTo(vendor: string, result: MatchResult): boolean {
  if (typeof result === 'string') return false;
  return result.some(({ vendor: first, alternatives = [] }) => [first, ...alternatives].includes(vendor));
}

function describe({ kind, value, provider }: Vendor['examples'][number]): string {
  return provider === undefined ? `${kind} "${value}"` : `${kind} "${value}" of provider ${provider}`;
}
