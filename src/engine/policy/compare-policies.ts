import type { Ruleset } from '../../model/ruleset.ts';
import { comparePolicyFindings, type PolicyChanges } from '../../ruleset/policy-changes.ts';
import { FindingsRoom } from '../memory/findings-room.ts';
import type { Clock, FileTree, Progress } from '../ports.ts';
import { type ScanResult, scan } from '../scan.ts';

/** Two policies for the same files. */
export interface PolicyPair {
  readonly before: Ruleset;
  readonly after: Ruleset;
}

/** What one policy does to the findings of another, as far as that was looked at. */
export interface PolicyComparison extends PolicyChanges {
  /** Neither scan ended before its end. */
  readonly isComplete: boolean;
}

/**
 * Scans the same files under two policies, and compares what they flag. Aborted, or without room for more findings, it
 * gives what it has by then: nothing counts as removed where the second policy was not asked about everything.
 */
export async function comparePolicies(
  { before, after }: PolicyPair,
  tree: FileTree,
  clock: Clock,
  progress: Progress,
  signal: AbortSignal,
  room = new FindingsRoom(),
): Promise<PolicyComparison> {
  const half =
    (offset: number): Progress =>
    (done, total) =>
      progress(offset * total + done, 2 * total);
  const scanUnder = (ruleset: Ruleset, offset: number): Promise<ScanResult> =>
    scan({ tree, ruleset, clock, signal, room, progress: half(offset) });
  const old = await scanUnder(before, 0);
  const result = await scanUnder(after, 1);
  const changes = comparePolicyFindings(old.findings, result.findings);
  return {
    ...changes,
    removed: result.isComplete ? changes.removed : [],
    isComplete: old.isComplete && result.isComplete,
  };
}
