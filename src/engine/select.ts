import type { Problem } from '../model/problem.ts';
import { isLinked, modulesOf, promisesText } from './claimed-file.ts';
import { detectEncoding } from './decode.ts';
import type { FileIndex } from './file-index.ts';
import { formatsOf } from './formats-of.ts';
import type { Listing } from './listing.ts';
import type { FileTree, Progress } from './ports.ts';
import type { Prefilter } from './prefilter.ts';
import { readSource } from './read-source.ts';
import { callsNothing, holdsAnchor } from './searched-words.ts';

/** What the prefilter let through. */
export interface Selection {
  /** Keys of modules whose files call each other across folders: they are read together. */
  readonly linked: readonly string[];
  /** Keys of the other modules, each read alone. */
  readonly separate: readonly string[];
  /** How many files had a hit. */
  readonly hits: number;
  readonly problems: readonly Problem[];
  /** Files that are known to call no module. */
  readonly notCalling?: ReadonlySet<string>;
}

/** Asks the prefilter about every claimed file. Stops early when `signal` is aborted. */
export async function selectModules(
  tree: FileTree,
  { index, search }: Pick<Listing, 'index' | 'search'>,
  prefilter: Prefilter,
  progress?: Progress,
  signal?: AbortSignal,
): Promise<Selection> {
  const linked = new Set<string>();
  const separate = new Set<string>();
  const problems: Problem[] = [];
  const notCalling = new Set<string>();
  const pause = pacer();
  let hits = 0;
  tree.expect?.(index.claimed);
  for (const [done, path] of index.claimed.entries()) {
    if (pause.isDue()) {
      progress?.(done, index.claimed.length);
      await pause.take();
      if (signal?.aborted) break;
    }
    const found = search?.found(path);
    if (found && callsNothing(found)) notCalling.add(path);
    const isHit = found
      ? holdsAnchor(found)
      : await testFile(tree, path, prefilter, problem => problems.push(problem));
    if (!isHit) continue;
    hits++;
    const formats = await formatsOf(tree, path);
    const keys = formats.some(isLinked) ? linked : separate;
    for (const key of modulesOf(path, formats)) keys.add(key);
  }
  search?.close();
  return { linked: [...linked], separate: [...separate], hits, problems, notCalling };
}

/**
 * Asks the prefilter about the modules of some files. A file that other modules may hand values to is read whatever
 * its own module holds.
 */
export async function selectModulesOf(
  paths: readonly string[],
  tree: FileTree,
  index: FileIndex,
  prefilter: Prefilter,
  signal?: AbortSignal,
): Promise<Selection> {
  const linked = new Set<string>();
  const separate = new Set<string>();
  const problems: Problem[] = [];
  const siblings = new Map<string, boolean>();
  const pause = pacer();
  let hits = 0;
  for (const path of paths) {
    if (pause.isDue()) await pause.take();
    if (signal?.aborted) break;
    const formats = await formatsOf(tree, path);
    if (formats.length === 0) continue;
    const isHit = await testFile(tree, path, prefilter, problem => problems.push(problem));
    if (isHit) hits++;
    const isCallable = formats.some(isLinked);
    for (const key of modulesOf(path, formats)) {
      if (isCallable) linked.add(key);
      else if (isHit || (siblings.get(key) ?? (await anyHit(key, tree, index, prefilter)))) separate.add(key);
      else siblings.set(key, false);
    }
  }
  return { linked: [...linked], separate: [...separate], hits, problems };
}

/** Whether any file of a module may matter. */
async function anyHit(
  module: string,
  tree: FileTree,
  index: FileIndex,
  prefilter: Prefilter,
): Promise<boolean> {
  for (const path of index.filesOfModule(module)) {
    if (await testFile(tree, path, prefilter)) return true;
  }
  return false;
}

/** Whether a file may matter. UTF-16 is decoded first: the prefilter searches UTF-8. An unreadable file does not. */
export async function testFile(
  tree: FileTree,
  path: string,
  prefilter: Prefilter,
  report?: (problem: Problem) => void,
): Promise<boolean> {
  const answer = tree.read(path);
  const content = answer instanceof Promise ? await answer : answer;
  if (!content.ok) {
    if (promisesText(path)) report?.(content.problem);
    return false;
  }
  if ('text' in content) return prefilter(encoder.encode(content.text));
  const encoding = detectEncoding(content.bytes);
  if (encoding === 'utf-8') return prefilter(content.bytes);
  const { source, problems } = await readSource(tree, path);
  for (const problem of problems) report?.(problem);
  return source !== undefined && prefilter(encoder.encode(source.text));
}

const encoder = new TextEncoder();

/** Timers wait a millisecond at least; browsers have nothing else. */
const giveTurn = globalThis.setImmediate ?? setTimeout;

/** Gives other work a turn every 50 milliseconds: cancelling, progress, typing. */
export function pacer(): { isDue(): boolean; take(): Promise<void> } {
  let last = Date.now();
  return {
    isDue: () => Date.now() - last > 50,
    take: async () => {
      await new Promise(resume => giveTurn(resume));
      last = Date.now();
    },
  };
}
