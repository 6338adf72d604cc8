import type { Finding } from '../../model/finding.ts';
import type { ChangeSummary, ScanReport } from '../report.ts';

/** What a change does to the findings. */
interface ChangedFindings {
  readonly added: readonly Finding[];
  readonly kept: readonly Finding[];
  readonly removed: readonly Finding[];
}

/** What is said about a change, in terms of who can reach the data. */
export function changeSummary(
  { since, base, changes }: Pick<ChangeSummary, 'since' | 'base'> & { readonly changes: ChangedFindings },
  { facts }: Pick<ScanReport, 'facts'>,
): ChangeSummary {
  const before = [...changes.kept, ...changes.removed];
  const jurisdiction = ({ vendor }: Finding): string => facts.vendor(vendor)?.jurisdiction.country ?? '';
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
  added: readonly Finding[],
  before: readonly Finding[],
  nameOf: (finding: Finding) => string,
): string[] {
  const known = new Set(before.map(nameOf));
  return [...new Set(added.map(nameOf))].filter(name => name !== '' && !known.has(name)).sort();
}
