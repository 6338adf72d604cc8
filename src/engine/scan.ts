import { type CatalogIndex, loadCatalog } from '../catalog/index.ts';
import type { Finding, ScanStats } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { exceptionNotices } from '../ruleset/exceptions.ts';
import { compareFindings } from '../ruleset/findings.ts';
import { Judge } from '../ruleset/judge.ts';
import { refusalFindings } from '../ruleset/overrides.ts';
import { comparePaths } from '../text/path.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { anchorsFor, prefilterOf } from './anchors.ts';
import type { Component } from './components.ts';
import { Judging, type Policy } from './judging.ts';
import { listFiles } from './listing.ts';
import { Loader } from './load.ts';
import { loadGroups } from './load-groups.ts';
import { MatchMemory } from './match-memory.ts';
import { FindingsRoom } from './memory/findings-room.ts';
import { countStates, Outcomes } from './outcomes.ts';
import type { Clock, FileTree, Progress } from './ports.ts';
import { pacer, type Selection, selectModules, selectModulesOf } from './select.ts';

export interface ScanOptions {
  readonly tree: FileTree;
  readonly ruleset: Ruleset;
  readonly clock: Clock;
  readonly progress?: Progress;
  /** Everything that the repository's ruleset is for is in the tree: an exception that covers nothing is of no use. */
  readonly isWhole?: boolean;
  /** What there is room for of the findings: scans that are compared share it. */
  readonly room?: FindingsRoom;
  /** When aborted, the scan ends with what it has found so far. */
  readonly signal?: AbortSignal;
}

export interface ScanResult {
  /** Sorted by place; suppressed ones included and marked. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly stats: ScanStats;
  /** Everything was looked at: the scan was not aborted, and there was room for all findings. */
  readonly isComplete: boolean;
  /** The catalog's facts; absent when no file could matter, and so none was needed. */
  readonly catalog?: CatalogIndex;
}

/** The whole way from a tree of files to findings. */
export async function scan(options: ScanOptions): Promise<ScanResult> {
  const { tree, ruleset, clock, progress, room = new FindingsRoom(), signal, isWhole = false } = options;
  const anchors = await anchorsFor(ruleset);
  const prefilter = prefilterOf(anchors);
  const listing = await listFiles(tree, anchors, signal);
  const { asked, index } = listing;
  const isReported = asked ? isIn(asked) : everywhere;
  const selection = asked
    ? await selectModulesOf(asked, tree, index, prefilter, signal)
    : await selectModules(tree, listing, prefilter, progress, signal);
  const problems = new Map(
    [...listing.problems, ...selection.problems].map(problem => [problemKey(problem), problem]),
  );
  let isCut = false;
  const outcomes = new Outcomes();
  const today = clock.today();
  let catalog: CatalogIndex | undefined;
  let policy: Omit<Policy, 'isWanted'> | undefined;
  const pause = pacer();
  const loader = new Loader(tree, 'nothing');
  const groups = groupsOf(selection);
  for await (const { components } of loadGroups(groups, index, loader, tree, selection.notCalling)) {
    if (signal?.aborted) break;
    if (room.isFull) {
      const problem = noRoomFrom(components, phrase('problem.too-many-findings'));
      problems.set(problemKey(problem), problem);
      isCut = true;
      break;
    }
    if (pause.isDue()) await pause.take();
    catalog ??= await loadCatalog(ruleset.vendors);
    policy ??= {
      matches: new MatchMemory(catalog.matcher),
      judge: new Judge(ruleset, catalog, today),
      ruleset,
      today,
      isReported,
    };
    const known = policy;
    const judged = components.map(component => {
      const outcome = outcomes.begin(component, isReported);
      const isWanted = (path: string) => outcome.paths.has(path);
      return { outcome, judging: new Judging(component, { isWanted, ...known }) };
    });
    loader.budget.runAll(judged.flatMap(({ judging }) => judging.steps));
    for (const { outcome, judging } of judged) {
      const told = judging.problems.filter(({ path = '' }) => isReported(path));
      const sources = judging.component.files.map(file => file.source);
      outcome.findings = room.take(judging.findings, told, sources);
      outcome.states = countStates(judging.references);
      for (const problem of told) problems.set(problemKey(problem), problem);
    }
  }
  const { findings, parsed, states } = outcomes;
  const isComplete = !isCut && signal?.aborted !== true;
  const notices = [
    ...exceptionNotices(findings, ruleset.exceptions, today, isWhole && isComplete),
    ...refusalFindings(ruleset.refusals ?? []),
  ];
  return {
    findings: [...findings, ...notices].sort(compareFindings),
    problems: [...problems.values()].sort(compareProblems),
    stats: {
      files: {
        discovered: listing.count,
        classified: index.claimed.filter(isReported).length,
        prefiltered: selection.hits,
        parsed,
      },
      references: states,
    },
    isComplete,
    ...(catalog ? { catalog } : {}),
  };
}

/** Said where the looking ends before its end. */
export function noRoomFrom(components: readonly Component[], message: Phrase): Problem {
  const [first] = components.flatMap(({ files }) => files.slice(0, 1));
  return { code: 'too-large', ...(first ? { path: first.source.path } : {}), message };
}

function everywhere(): boolean {
  return true;
}

function isIn(paths: readonly string[]): (path: string) => boolean {
  const known = new Set(paths);
  return path => known.has(path);
}

/** What is read together; a lockfile's folder comes before the workspaces below it, which it reads too. */
export function groupsOf({
  linked,
  separate,
}: Pick<Selection, 'linked' | 'separate'>): (readonly string[])[] {
  const groups = [...separate].sort(comparePaths).map(key => [key]);
  return linked.length > 0 ? [linked, ...groups] : groups;
}

/** Orders problems by file, place and code. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    comparePaths(a.path ?? '', b.path ?? '') ||
    (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
    comparePaths(a.code, b.code)
  );
}

/** The same for problems that say the same. */
export function problemKey({ code, path, span, message }: Problem): string {
  return `${code}\n${path}\n${span?.start}\n${JSON.stringify(message)}`;
}
