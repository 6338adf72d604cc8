import type { FileTree } from '../engine/index.ts';
import { createFileTree } from '../node/file-tree.ts';
import type { Shard } from '../node/shard.ts';
import { resolveTargets, type Targets } from '../node/targets.ts';
import { phrase } from '../words/phrase.ts';
import type { Environment } from './command.ts';
import { UsageError } from './usage-error.ts';

/** The files that a command's path arguments stand for. */
export function openTargets(
  paths: readonly string[],
  { workingFolder, variables, searchWorker }: Environment,
  shard?: Shard,
): { tree: FileTree; targets: Targets } {
  const targets = resolveTargets(workingFolder, paths);
  if ('missing' in targets) {
    throw new UsageError(phrase('cli.nothing-there', { path: targets.missing }));
  }
  const { root, folders, files, context } = targets;
  return { tree: createFileTree({ root, folders, files, context, shard, variables, searchWorker }), targets };
}
