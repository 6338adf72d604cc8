import { type ChangeScanResult, type FileTree, type ScanResult, scan, scanChange } from '../engine/index.ts';
import type { Finding } from '../model/finding.ts';
import { type ChangeRequest, openChangeTrees } from '../node/change-trees.ts';
import type { Targets } from '../node/targets.ts';
import type { ChangeSummary, ScanReport } from '../report/report.ts';
import { UsageError } from './usage-error.ts';

/** The options that narrow a scan down to a change. */
export interface ChangeOptions {
  readonly since?: string;
  readonly staged?: boolean;
}

/** What a scan is about: everything, or what a change adds. */
export interface ScopedScan {
  readonly result: ScanResult;
  /** The tree that the findings' offsets are about. */
  readonly tree: FileTree;
  /** Of a change: what it adds, and what it is compared with. */
  readonly change?: { readonly since: string; readonly base: string } & Pick<ChangeScanResult, 'changes'>;
  close(): void;
}

/**
 * Scans what the options ask for.
 * @throws UsageError when there is no such change to compare
 */
export async function scanScope(
  { since, staged }: ChangeOptions,
  targets: Targets,
  options: Parameters<typeof scan>[0],
): Promise<ScopedScan> {
  const request = changeRequest(since, staged);
  if (!request) return { result: await scan(options), tree: options.tree, close: () => {} };
  const trees = openChangeTrees(request, targets, options.tree);
  if ('reason' in trees) throw new UsageError(`vendor-diligence: ${trees.reason}`);
  const { base, before, after, close } = trees;
  const { changes, ...result } = await scanChange(before, { ...options, tree: after });
  return { result, tree: after, change: { since: base.ref, base: base.commit, changes }, close };
}

/** What the report says about a change, in terms of who can reach the data. */
export function changeSummary(
  { since, base, changes }: NonNullable<ScopedScan['change']>,
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

function changeRequest(since: string | undefined, staged = false): ChangeRequest | undefined {
  if (since !== undefined && staged) {
    throw new UsageError('vendor-diligence: give either --since or --staged, not both.');
  }
  if (staged) return 'staged';
  return since === undefined ? undefined : { since };
}

function newOnes(
  added: readonly Finding[],
  before: readonly Finding[],
  nameOf: (finding: Finding) => string,
): string[] {
  const known = new Set(before.map(nameOf));
  return [...new Set(added.map(nameOf))].filter(name => name !== '' && !known.has(name)).sort();
}
