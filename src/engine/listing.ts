import type { Problem } from '../model/problem.ts';
import { comparePaths } from '../text/path.ts';
import { FileIndex } from './file-index.ts';
import type { FileTree, SearchedFileList } from './ports.ts';
import { SearchedWords } from './searched-words.ts';

/** The files of a tree. */
export interface Listing {
  /** How many there are. */
  readonly count: number;
  /** Those that are asked about, where others give values to them; absent where all are. */
  readonly asked?: readonly string[];
  readonly problems: readonly Problem[];
  /** All of them, by module. */
  readonly index: FileIndex;
  /** What is known of their content already. */
  readonly search?: SearchedFileList;
}

/**
 * Lists a tree. One that can look for `anchors` as it goes does so; without anchors there is nothing to look for.
 */
export async function listFiles(
  tree: FileTree,
  anchors: readonly string[] | undefined,
  signal?: AbortSignal,
): Promise<Listing> {
  if (anchors && tree.listAndSearch) {
    const index = new FileIndex();
    const words = new SearchedWords(anchors);
    const search = await tree.listAndSearch(words.lists, path => {
      const formats = index.add(path);
      return formats.length === 0 ? 0 : words.listsFor(formats);
    });
    return { count: search.count, problems: search.problems, index, search };
  }
  const { files, context = [], problems } = await tree.list(signal);
  const listing = { count: files.length, problems };
  if (context.length === 0) return { index: new FileIndex(files), ...listing };
  return { index: new FileIndex([...files, ...context].sort(comparePaths)), asked: files, ...listing };
}
