import type { Finding } from '../../model/finding.ts';
import type { ChangeSummary, ScanReport } from '../report.ts';

/** What a change does to the findings. */
export interface ChangedFindings {
  readonly added: readonly OfVendor[];
  readonly kept: readonly OfVendor[];
  readonly removed: readonly OfVendor[];
}

type OfVendor = Pick<Finding, 'vendor'>;

/** What is said about a change, in terms of who can reach the data. */
export function changeSummary(
  { since, base, changes }: Pick<ChangeSummary, 'since' | 'base'> & { readonly changes: ChangedFindings },
  { facts }: Pick<ScanReport, 'facts'>,
): ChangeSummary {
  const before = [...changes.kept, ...changes.removed];
  const jurisdiction = ({ vendor }: OfVendor): string => facts.vendor(vendor)?.jurisdiction.country ?? '';
  return {
    since,
    base,
    vendors: newOnes(changes.added, before, ({ vendor }) => vendor),
    jurisdictions: newOnes(changes.added, before, jurisdiction),
    kept: changes.kept.length,
    removed: changes.removed.length,
  };
}

function newOnes(
  added: readonly OfVendor[],
  before: readonly OfVendor[],
  nameOf: (finding: OfVendor) => string,
): string[] {
  const known = new Set(before.map(nameOf));
  return [...new Set(added.map(nameOf))].filter(name => name !== '' && !known.has(name)).sort();
}
