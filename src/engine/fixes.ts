import type { CatalogIndex } from '../catalog/index.ts';
import { changeRegion } from '../fixes/change-region.ts';
import { ignoreFinding } from '../fixes/ignore.ts';
import { classify } from '../formats/classify.ts';
import type { Region } from '../model/catalog.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { matchesGlob } from '../ruleset/glob.ts';
import type { Source } from '../text/source.ts';

/** What fixes are made from. */
export interface FixContext {
  readonly ruleset: Ruleset;
  readonly catalog: CatalogIndex;
  /** The texts that the finding's offsets are about. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** What can be done about a finding, the best first. They are described, not tried. */
export function fixesOf(finding: Finding, context: FixContext): Fix[] {
  return [...regionFixes(finding, context), ...ignoreFixes(finding, context)];
}

/** A region can be left only where its vendor may stay. */
function regionFixes(finding: Finding, { ruleset, catalog, sources }: FixContext): Fix[] {
  if (finding.kind !== 'region' || !ruleset.approved.vendors.includes(finding.vendor)) return [];
  return changeRegion(finding, approvedRegions(finding, ruleset, catalog), sources);
}

/** The regions that the ruleset approves, in its order; without such a list all of the vendor's. None in a flagged place. */
function approvedRegions(finding: Finding, ruleset: Ruleset, catalog: CatalogIndex): Region[] {
  const flagged = new Set(
    ruleset.rules.flatMap(rule => (rule.severity === 'off' ? [] : (rule.when.locations ?? []))),
  );
  const regions = catalog
    .regionsOf(finding.vendor)
    .filter(({ id, country }) => id !== finding.region && country !== undefined && !flagged.has(country));
  const patterns = ruleset.approved.regions[finding.vendor] ?? ['*'];
  return [...new Set(patterns.flatMap(pattern => regions.filter(region => matchesGlob(pattern, region.id))))];
}

function ignoreFixes(finding: Finding, { ruleset, sources }: FixContext): Fix[] {
  const source = sources.get(finding.path);
  if (!source || ruleset.suppressions === 'forbid' || finding.kind === 'suppression') return [];
  const fix = ignoreFinding(finding, source, classify(finding.path, source.text)?.lineComment);
  return fix ? [fix] : [];
}
