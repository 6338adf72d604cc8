import type { FileContent, FileTree } from '../../engine/index.ts';
import { comparePaths, isWithin } from '../../text/path.ts';

/** Reads a file of a state that is not on disk. Never rejects. */
export type ReadState = (path: string) => Promise<FileContent>;

/**
 * A state of a folder that differs from its files on disk.
 * @param files paths that the state has with another content (`true`), or does not have, with all below (`false`)
 */
export function stateTree(disk: FileTree, files: ReadonlyMap<string, boolean>, read: ReadState): FileTree {
  return {
    list: async () => {
      const listed = await disk.list();
      const absent = new Set([...files].flatMap(([path, exists]) => (exists ? [] : [path])));
      const paths = new Set(listed.files.filter(path => !isWithin(path, absent)));
      for (const [path, exists] of files) if (exists) paths.add(path);
      return { files: [...paths].sort(comparePaths), problems: listed.problems };
    },
    read: path => (files.has(path) ? read(path) : disk.read(path)),
  };
}
