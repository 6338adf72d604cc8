import { childOf, type TreeMap } from '../../parsers/tree.ts';
import { basename, dirname, joinInside } from '../../text/path.ts';
import { stringsOf } from '../shared/tree-access.ts';

/**
 * Globs over the manifests of a monorepo's projects: `workspaces` is a list of folders, or with Yarn 1 a map that has
 * one at `packages` (https://classic.yarnpkg.com/lang/en/docs/workspaces/).
 * @param path the manifest's own.
 */
export function workspaceManifests(manifest: TreeMap, path: string): string[] {
  const written = childOf(manifest, 'workspaces');
  return stringsOf(childOf(written, 'packages') ?? written).flatMap(({ text }) => {
    const taken = text.startsWith('!');
    const glob = joinInside(dirname(path), `${taken ? text.slice(1) : text}/${basename(path)}`);
    return glob === undefined ? [] : `${taken ? '!' : ''}${glob}`;
  });
}
