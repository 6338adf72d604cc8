import { type Finding, isNotice } from '../model/finding.ts';

/** What another policy does to the findings in the same files. Each list is sorted by place. */
export interface PolicyChanges {
  readonly added: readonly Finding[];
  readonly removed: readonly Finding[];
  /** Flagged by both, by another rule or with another severity. */
  readonly changed: readonly { readonly before: Finding; readonly after: Finding }[];
  /** Flagged by both in the same way. */
  readonly same: number;
}

/**
 * Compares findings under two policies. The files are the same, so that a place and what stands there tell which findings
 * are one; those that are silenced count as not there, and what is said about the policies themselves is left out.
 */
export function comparePolicyFindings(before: readonly Finding[], after: readonly Finding[]): PolicyChanges {
  const old = new Map(before.filter(counts).map(finding => [keyOf(finding), finding]));
  const added: Finding[] = [];
  const changed: { before: Finding; after: Finding }[] = [];
  let same = 0;
  for (const finding of after.filter(counts)) {
    const known = old.get(keyOf(finding));
    old.delete(keyOf(finding));
    if (!known) added.push(finding);
    else if (known.rule === finding.rule && known.severity === finding.severity) same++;
    else changed.push({ before: known, after: finding });
  }
  return { added, removed: [...old.values()], changed, same };
}

function counts(finding: Finding): boolean {
  return finding.suppression === undefined && !isNotice(finding);
}

function keyOf({ path, span, kind, vendor, value }: Finding): string {
  return [path, span.start, span.end, kind, vendor, value].join('\n');
}
