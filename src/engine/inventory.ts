import { loadCatalog } from '../catalog/index.ts';
import { UNKNOWN_PART } from '../model/expression.ts';
import type { InventoryEntry } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import { comparePaths } from '../text/path.ts';
import { compareSpans } from '../text/span.ts';
import { phrase } from '../words/phrase.ts';
import { type AnalysedReference, Analysis } from './analyse.ts';
import { isLinked, modulesOf } from './claimed-file.ts';
import { FileIndex } from './file-index.ts';
import { formatsOf } from './formats-of.ts';
import { Loader } from './load.ts';
import { loadGroups } from './load-groups.ts';
import { MatchMemory } from './match-memory.ts';
import { FindingsRoom } from './memory/findings-room.ts';
import type { FileTree, Progress } from './ports.ts';
import { compareProblems, groupsOf, noRoomFrom } from './scan.ts';
import { pacer } from './select.ts';

export interface InventoryOptions {
  readonly tree: FileTree;
  readonly progress?: Progress;
  /** What there is room for of the references. */
  readonly room?: FindingsRoom;
  readonly signal?: AbortSignal;
}

export interface InventoryResult {
  /** Sorted by place. */
  readonly references: readonly InventoryEntry[];
  readonly problems: readonly Problem[];
}

/** Every reference of every file that a format claims, flagged or not, without the prefilter. */
export async function inventory({
  tree,
  progress,
  room = new FindingsRoom(),
  signal,
}: InventoryOptions): Promise<InventoryResult> {
  const matches = new MatchMemory((await loadCatalog()).matcher);
  const listing = await tree.list();
  const { files, context = [] } = listing;
  const index = new FileIndex([...files, ...context].sort(comparePaths));
  const asked = new Set(files);
  const loader = new Loader(tree, 'nothing');
  const references: InventoryEntry[] = [];
  const problems: Problem[] = [...listing.problems];
  const groups = groupsOf(await modulesOfFiles(tree, files));
  const begun = new Set<string>();
  const pause = pacer();
  for await (const { components, done } of loadGroups(groups, index, loader, tree)) {
    if (pause.isDue()) {
      progress?.(done, groups.length);
      await pause.take();
      if (signal?.aborted) break;
    }
    if (room.isFull) {
      problems.push(noRoomFrom(components, phrase('problem.too-many-references')));
      break;
    }
    const analysed = components.map(component => {
      const own = component.files;
      const analysis = new Analysis(own, { matches, isWanted: path => asked.has(path) && !begun.has(path) });
      for (const file of own) begun.add(file.source.path);
      return { component, analysis };
    });
    loader.budget.runAll(analysed.flatMap(({ analysis }) => analysis.steps));
    for (const { component, analysis } of analysed) {
      const told = [...component.problems.filter(({ path = '' }) => asked.has(path)), ...analysis.problems];
      const sources = component.files.map(file => file.source);
      for (const problem of told) problems.push(problem);
      for (const entry of room.take(analysis.references.map(toEntry), told, sources)) references.push(entry);
    }
  }
  return {
    references: references.sort(compareEntries),
    problems: uniqueProblems(problems).sort(compareProblems),
  };
}

async function modulesOfFiles(
  tree: FileTree,
  paths: readonly string[],
): Promise<{ linked: string[]; separate: string[] }> {
  const linked = new Set<string>();
  const separate = new Set<string>();
  for (const path of paths) {
    const formats = await formatsOf(tree, path);
    const keys = formats.some(isLinked) ? linked : separate;
    for (const key of modulesOf(path, formats)) keys.add(key);
  }
  return { linked: [...linked], separate: [...separate] };
}

function toEntry({
  file,
  reference,
  state,
  reason,
  values,
  provider,
  matches,
}: AnalysedReference): InventoryEntry {
  const written = file.source.text.slice(reference.span.start, reference.span.end);
  const { package: named } = reference;
  return {
    kind: reference.kind,
    value: (values[0]?.value ?? written).replaceAll(UNKNOWN_PART, '…'),
    ...(named ? { purl: named.purl, name: named.name } : {}),
    ...(named?.version === undefined ? {} : { version: named.version }),
    path: file.source.path,
    span: reference.span,
    format: file.format.id,
    ...(provider === undefined ? {} : { provider }),
    state,
    ...(reason === undefined ? {} : { reason }),
    ...(matches[0] ? { vendor: matches[0].attribution.vendor } : {}),
  };
}

function compareEntries(a: InventoryEntry, b: InventoryEntry): number {
  return (
    comparePaths(a.path, b.path) ||
    compareSpans(a.span, b.span) ||
    comparePaths(a.kind, b.kind) ||
    comparePaths(a.value, b.value)
  );
}

function uniqueProblems(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()];
}
