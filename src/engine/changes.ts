import type { Finding } from '../model/finding.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import { type Changes, compareScans } from '../ruleset/changes.ts';
import { phrase } from '../words/phrase.ts';
import { FindingsRoom } from './memory/findings-room.ts';
import type { FileTree } from './ports.ts';
import { problemKey, type ScanOptions, type ScanResult, scan } from './scan.ts';

/** What a scan of a change found; its own findings are those of the state after it. */
export interface ChangeScanResult extends ScanResult {
  readonly changes: Changes;
  /** What a comment or an exception silences after the change, and none did before it. */
  readonly silenced: readonly Finding[];
}

/**
 * Scans the states before and after a change whole, both under the ruleset of today, and compares what they hold:
 * values that are set in one file can make a finding in another that nobody touched. When there is no room for all
 * findings of the state before, there is none for any of the state after: nothing is told to be new that may not be.
 */
export async function scanChange(before: FileTree, options: ScanOptions): Promise<ChangeScanResult> {
  const { progress: _progress, ...quiet } = options;
  const room = options.room ?? new FindingsRoom();
  const old = await scan({ ...quiet, room, tree: before });
  const result = await scan({ ...options, room });
  const files = new Set((await options.tree.list()).files);
  const compare = (concerned: (finding: Finding) => boolean): Changes =>
    compareScans(old.findings.filter(concerned), result.findings.filter(concerned), path => files.has(path));
  const { added, kept, removed } = compare(isActive);
  const silenced = compare(finding => !isActive(finding)).added;
  return {
    ...result,
    problems: [...problemsBefore(old, result, added.length + silenced.length > 0), ...result.problems],
    isComplete: old.isComplete && result.isComplete,
    // What is in files that were not looked at may still be there.
    changes: { added, kept, removed: result.isComplete ? removed : [] },
    silenced,
  };
}

/** What is to be said of the state before a change. Mistakes in old texts are of no interest. */
function problemsBefore(old: ScanResult, after: ScanResult, hasNew: boolean): Problem[] {
  if (!old.isComplete) return [{ code: 'too-large', message: phrase('problem.too-many-before') }];
  const told = new Set(after.problems.map(problemKey));
  return old.problems.flatMap((problem): Problem[] => {
    const { code, path, message } = problem;
    // What could not be read before counts as new: that must be said.
    if (code === 'unreadable' || code === 'discovery-limit') return [problem];
    if (!hasNew || !LEFT_OUT.has(code) || told.has(problemKey(problem))) return [];
    const said = phrase('problem.unread-before', { reason: message });
    return [{ code, ...(path === undefined ? {} : { path }), message: said }];
  });
}

/** Of files that were read in part, or not at all. */
const LEFT_OUT: ReadonlySet<ProblemCode> = new Set(['too-large', 'too-slow']);

function isActive({ suppression }: Finding): boolean {
  return suppression === undefined;
}
