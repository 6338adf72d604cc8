import { dirname, join, relative, sep } from 'node:path';
import { decode } from '../engine/decode.ts';
import { findRepositoryTop } from './git-repository.ts';
import { createFileReader } from './read-file.ts';

export interface WorkspaceRuleset {
  /** From the scanned root to the file, with `/`; begins with `../` when a folder above the root holds it. */
  readonly path: string;
  /** `undefined` when the file is there but cannot be read. */
  readonly text: string | undefined;
  /** The absolute path of the file. */
  readonly location: string;
}

/**
 * The ruleset file that holds for the absolute path `root`: in it, or in the nearest folder above it that belongs
 * to the same repository, so that scanning a part of a repository follows the policy of the whole.
 */
export function findWorkspaceRuleset(root: string, fileName: string): WorkspaceRuleset | undefined {
  const top = findRepositoryTop(root) ?? root;
  for (let folder = root; ; folder = dirname(folder)) {
    const location = join(folder, fileName);
    const bytes = readRulesetFile(location);
    if (bytes !== 'missing') {
      const path = relative(root, location).split(sep).join('/');
      return { path, location, text: typeof bytes === 'string' ? undefined : decode(path, bytes).text };
    }
    if (folder === top || dirname(folder) === folder) return undefined;
  }
}

const readRulesetFile = createFileReader(1024 * 1024);
