import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { TemporaryTree } from '../node/temporary-tree.ts';
import { root } from './page.ts';

/**
 * Puts a program into `bin/` of a tree that runs the command line from the sources, and returns an environment that finds it.
 * @param skipped how many arguments before the command line's own are left out: `npx --yes vendor-diligence` has two.
 */
export function environmentWithProgram(tree: TemporaryTree, name: string, skipped = 0): NodeJS.ProcessEnv {
  const run = `"${process.execPath}" --import="${import.meta.resolve('tsx')}" "${join(root, 'src/cli/main.ts')}"`;
  tree.write(`bin/${name}`, `#!/bin/sh\nshift ${skipped}\nexec ${run} "$@"\n`);
  chmodSync(join(tree.root, 'bin', name), 0o755);
  return {
    PATH: `${join(tree.root, 'bin')}:${process.env.PATH}`,
    HOME: tree.root,
    GIT_CONFIG_NOSYSTEM: '1',
  };
}
