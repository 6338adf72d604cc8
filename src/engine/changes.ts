import type { Finding } from '../model/finding.ts';
import { type Changes, compareScans } from '../ruleset/changes.ts';
import type { FileTree } from './ports.ts';
import { type ScanOptions, type ScanResult, scan } from './scan.ts';

/** What a scan of a change found; its own findings are those of the state after it. */
export interface ChangeScanResult extends ScanResult {
  readonly changes: Changes;
  /** What a comment or an exception silences after the change, and none did before it. */
  readonly silenced: readonly Finding[];
}

/**
 * Scans the states before and after a change whole, both under the ruleset of today, and compares what they hold:
 * values that are set in one file can make a finding in another that nobody touched.
 */
export async function scanChange(before: FileTree, options: ScanOptions): Promise<ChangeScanResult> {
  const { progress: _progress, ...quiet } = options;
  const old = await scan({ ...quiet, tree: before });
  const result = await scan(options);
  const files = new Set((await options.tree.list()).files);
  const compare = (concerned: (finding: Finding) => boolean): Changes =>
    compareScans(old.findings.filter(concerned), result.findings.filter(concerned), path => files.has(path));
  const changes = compare(isActive);
  const silenced = compare(finding => !isActive(finding)).added;
  // What could not be read before counts as new: that must be said. Mistakes in old texts are of no interest.
  const unread = old.problems.filter(({ code }) => code === 'unreadable' || code === 'discovery-limit');
  return { ...result, problems: [...unread, ...result.problems], changes, silenced };
}

function isActive({ suppression }: Finding): boolean {
  return suppression === undefined;
}
