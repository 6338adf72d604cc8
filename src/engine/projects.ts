import type { Extraction } from '../model/extraction.ts';
import { matchesGlob } from '../ruleset/glob.ts';

/** Which of the given paths are manifests of projects that share a manifest's lockfile. */
export function projectManifests({ projects = [] }: Extraction, paths: readonly string[]): string[] {
  if (projects.length === 0) return [];
  const usual = projects.filter(glob => glob.length <= LONGEST_GLOB).slice(0, MOST_GLOBS);
  const taken = usual.filter(glob => !glob.startsWith('!'));
  const refused = usual.filter(glob => glob.startsWith('!')).map(glob => glob.slice(1));
  return paths.filter(
    path => taken.some(glob => matchesGlob(glob, path)) && !refused.some(glob => matchesGlob(glob, path)),
  );
}

/** More and longer ones than monorepos have: a repository can write anything here. */
const MOST_GLOBS = 200;
const LONGEST_GLOB = 200;
