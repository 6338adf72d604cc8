import type { Finding } from '../../model/finding.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { comparePolicyFindings, type PolicyChanges } from '../../ruleset/policy-changes.ts';
import type { Clock, FileTree, Progress } from '../ports.ts';
import { scan } from '../scan.ts';

/** Two policies for the same files. */
export interface PolicyPair {
  readonly before: Ruleset;
  readonly after: Ruleset;
}

/** Scans the same files under two policies, and compares what they flag. Aborted, it gives what it has by then. */
export async function comparePolicies(
  { before, after }: PolicyPair,
  tree: FileTree,
  clock: Clock,
  progress: Progress,
  signal: AbortSignal,
): Promise<PolicyChanges> {
  const half =
    (offset: number): Progress =>
    (done, total) =>
      progress(offset * total + done, 2 * total);
  const findingsUnder = async (ruleset: Ruleset, offset: number): Promise<readonly Finding[]> => {
    const { findings } = await scan({ tree, ruleset, clock, signal, progress: half(offset) });
    return findings;
  };
  const old = await findingsUnder(before, 0);
  return comparePolicyFindings(old, await findingsUnder(after, 1));
}
