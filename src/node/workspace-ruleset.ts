import { dirname, join, relative, sep } from 'node:path';
import { decode } from '../engine/decode.ts';
import { findRepositoryTop } from './git-repository.ts';
import { createFileReader } from './read-file.ts';
import { prefixOf } from './targets.ts';

export interface WorkspaceRuleset {
  /** From the scanned root to the file, with `/`; begins with `../` when a folder above the root holds it. */
  readonly path: string;
  /** `undefined` when the file is there but cannot be read. */
  readonly text: string | undefined;
  /** The absolute path of the file. */
  readonly location: string;
  /** What leads from the file's folder to the scanned root: `''`, or `deploy/`, with a `/` at its end. */
  readonly pathPrefix: string;
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
      const text = typeof bytes === 'string' ? undefined : decode(path, bytes).text;
      return { path, location, text, pathPrefix: prefixOf(folder, root) };
    }
    if (folder === top || dirname(folder) === folder) return undefined;
  }
}

/**
 * What leads from the top of the repository that the absolute path `root` lies in to there: `''`, or `deploy/`, with a `/`
 * at its end. Without a repository the root is the top.
 */
export function repositoryPrefix(root: string): string {
  return prefixOf(findRepositoryTop(root) ?? root, root);
}

const readRulesetFile = createFileReader(1024 * 1024);
