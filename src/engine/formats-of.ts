import { classify, formatsByName } from '../formats/classify.ts';
import type { Format } from '../model/format.ts';
import type { FileTree } from './ports.ts';
import { readSource } from './read-source.ts';

/**
 * The format that a file's content has, where several claim its name: each has modules of its own, and those of the
 * others need not be read. None when it is of no format after all; all that claim the name when it cannot be read.
 */
export async function formatsOf(tree: FileTree, path: string): Promise<readonly Format[]> {
  const named = formatsByName(path);
  if (named.length < 2) return named;
  const { source } = await readSource(tree, path);
  if (!source) return named;
  const format = classify(path, source.text);
  return format ? [format] : [];
}
