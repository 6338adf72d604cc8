import type { Problem } from '../model/problem.ts';
import { makeSource, type Source } from '../text/source.ts';
import { promisesText } from './claimed-file.ts';
import { decode } from './decode.ts';
import type { FileTree } from './ports.ts';

/** A file's text, unless it could not be read, and what was wrong with it. */
export interface ReadResult {
  readonly source?: Source;
  readonly problems: readonly Problem[];
}

/** Reads and decodes one file. */
export async function readSource(tree: FileTree, path: string): Promise<ReadResult> {
  const answer = tree.read(path);
  // Waiting would let others read: the bytes may be in a buffer that the next read reuses.
  const content = answer instanceof Promise ? await answer : answer;
  if (!content.ok) return { problems: promisesText(path) ? [content.problem] : [] };
  if ('text' in content) return { source: makeSource(path, content.text), problems: [] };
  const { text, problems } = decode(path, content.bytes);
  const unreadable = problems.some(problem => problem.code === 'binary');
  if (unreadable) return { problems: promisesText(path) ? problems : [] };
  return { source: makeSource(path, text), problems };
}
