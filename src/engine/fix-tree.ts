import type { Finding } from '../model/finding.ts';
import type { Fix, FixGrade } from '../model/fix.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import type { Source } from '../text/source.ts';
import { settlingFixesOf } from './fixes.ts';
import type { PlannedFix } from './objection.ts';
import type { Progress } from './ports.ts';
import type { RefusedFix } from './prover.ts';
import type { ScanResult } from './scan.ts';
import type { CheckResult, Workspace } from './workspace.ts';

/** The fixes that a run may apply: those that keep the meaning, or also those that leave something to decide. */
export type WantedGrade = Exclude<FixGrade, 'refused'>;

/** What a run over a whole tree did, in memory. */
export interface FixRun {
  /** By path, in the order of the paths: the text before, empty for a new file, and after. */
  readonly changes: ReadonlyMap<
    string,
    { readonly before: string; readonly after: string; readonly isNew: boolean }
  >;
  readonly applied: readonly PlannedFix[];
  /** What has a fix that cannot be applied here, each with the reason. */
  readonly refused: readonly RefusedFix[];
  /** How many findings only have fixes that leave more to decide than is wanted. */
  readonly left: number;
  /** How many findings have no fix at all, or only one that must be asked for. */
  readonly without: number;
  /** The tree as it was. */
  readonly before: ScanResult;
  /** The tree as it is with the changes. */
  readonly result: ScanResult;
}

/** A fix makes room for another (two edits of one line), but never for ever. */
const MAX_PASSES = 8;

/**
 * Applies the best fix of every finding that has one of the wanted grade, in the workspace's memory: module by module,
 * each proven together with the others, until a pass changes nothing. So a second run finds nothing to do.
 * @param requested the kinds of fix that are applied although they change more than others (`Fix.onRequest`)
 */
export async function fixTree(
  workspace: Workspace,
  grade: WantedGrade,
  progress?: Progress,
  requested: ReadonlySet<string> = new Set(),
): Promise<FixRun> {
  const changes = new Map<string, { before: string; after: string; isNew: boolean }>();
  const applied: PlannedFix[] = [];
  let refused: RefusedFix[] = [];
  let [left, without] = [0, 0];
  const before = await workspace.scan(progress);
  let result = before;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const done = applied.length;
    refused = [];
    [left, without] = [0, 0];
    for (const path of pathsOf(result.findings)) {
      const check = await workspace.check(path);
      const planned = planFor(path, check, workspace, { grade, requested });
      const outcome = await workspace.compatible(planned.works, check.sources);
      refused.push(...planned.refused, ...outcome.refused);
      left += planned.left;
      without += planned.without;
      applied.push(...outcome.accepted);
      for (const { fix } of outcome.accepted) noteEdits(fix, check.sources, changes);
      for (const [changed, text] of textsAfter(outcome.accepted, check.sources)) {
        workspace.setText(changed, text);
        const first = changes.get(changed);
        if (first) changes.set(changed, { ...first, after: text });
      }
    }
    if (applied.length === done) break;
    result = await workspace.scan(progress);
  }
  return {
    changes: new Map([...changes].sort(([a], [b]) => (a < b ? -1 : 1))),
    applied,
    refused,
    left,
    without,
    before,
    result,
  };
}

function pathsOf(findings: readonly Finding[]): Set<string> {
  return new Set(findings.filter(finding => !finding.suppression).map(({ path }) => path));
}

/** The fix to try for each finding of one file, those that say themselves why there is none, and how many leave too much or have none. */
function planFor(
  path: string,
  { findings, catalog, sources }: CheckResult,
  { policy }: Workspace,
  { grade, requested }: { readonly grade: WantedGrade; readonly requested: ReadonlySet<string> },
): { works: PlannedFix[]; refused: RefusedFix[]; left: number; without: number } {
  const works: PlannedFix[] = [];
  const refused: RefusedFix[] = [];
  let [left, without] = [0, 0];
  if (!catalog) return { works, refused, left, without };
  for (const finding of findings) {
    if (finding.path !== path || finding.suppression) continue;
    const fixes = settlingFixesOf(finding, { ruleset: policy, catalog, findings, sources }).filter(
      fix => !fix.onRequest || requested.has(fix.id),
    );
    const fix = fixes.find(each => each.grade === 'drop-in' || each.grade === grade);
    const [first] = fixes;
    if (fix) works.push({ finding, fix });
    else if (first?.grade === 'refused')
      refused.push({ finding, fix: first, reason: first.reason ?? first.title });
    else if (first) left++;
    else without++;
  }
  return { works, refused, left, without };
}

function noteEdits(
  fix: Fix,
  sources: ReadonlyMap<string, Source>,
  changes: Map<string, { before: string; after: string; isNew: boolean }>,
): void {
  for (const path of fix.edits.keys()) {
    if (changes.has(path)) continue;
    const before = sources.get(path)?.text ?? '';
    changes.set(path, { before, after: before, isNew: !sources.has(path) });
  }
}

function textsAfter(
  planned: readonly PlannedFix[],
  sources: ReadonlyMap<string, Source>,
): Map<string, string> {
  const edits = new Map<string, TextEdit[]>();
  for (const { fix } of planned) {
    for (const [path, own] of fix.edits) edits.set(path, [...(edits.get(path) ?? []), ...own]);
  }
  return new Map(
    [...edits].map(([path, own]) => [path, applyEdits(sources.get(path)?.text ?? '', own)] as const),
  );
}
