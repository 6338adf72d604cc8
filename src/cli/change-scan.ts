import { type ChangeScanResult, type FileTree, type ScanResult, scan, scanChange } from '../engine/index.ts';
import type { ChangeRequest } from '../node/change-trees.ts';
import type { Targets } from '../node/targets.ts';
import { phrase } from '../words/phrase.ts';
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
  readonly change?: { readonly since: string; readonly base: string } & Pick<
    ChangeScanResult,
    'changes' | 'silenced'
  >;
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
  const { openChangeTrees } = await import('../node/change-trees.ts');
  const trees = openChangeTrees(request, targets, options.tree);
  if ('reason' in trees) throw new UsageError(trees.reason);
  const { base, before, after, close } = trees;
  const { changes, silenced, ...result } = await scanChange(before, { ...options, tree: after });
  return { result, tree: after, change: { since: base.ref, base: base.commit, changes, silenced }, close };
}

function changeRequest(since: string | undefined, staged = false): ChangeRequest | undefined {
  if (since !== undefined && staged) {
    throw new UsageError(phrase('cli.since-or-staged'));
  }
  if (staged) return 'staged';
  return since === undefined ? undefined : { since };
}
