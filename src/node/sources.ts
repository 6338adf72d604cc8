import type { FileTree } from '../engine/ports.ts';
import { readSource } from '../engine/read-source.ts';
import type { Source } from '../text/source.ts';

/** Reads the texts that offsets of a report are about, each once. Files that cannot be read any more are left out. */
export async function readSources(tree: FileTree, paths: Iterable<string>): Promise<Map<string, Source>> {
  const sources = new Map<string, Source>();
  for (const path of new Set(paths)) {
    const { source } = await readSource(tree, path);
    if (source) sources.set(path, source);
  }
  return sources;
}
