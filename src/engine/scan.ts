import { type CatalogIndex, loadCatalog } from '../catalog/index.ts';
import type { Finding, ScanStats } from '../model/finding.ts';
import type { Match } from '../model/match.ts';
import type { Problem } from '../model/problem.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { JudgedMatch } from '../ruleset/cause.ts';
import { flagsUnlisted } from '../ruleset/could-flag.ts';
import { applyExceptions, exceptionNotices } from '../ruleset/exceptions.ts';
import { compareFindings, makeFindings } from '../ruleset/findings.ts';
import { Judge } from '../ruleset/judge.ts';
import { refusalFindings } from '../ruleset/overrides.ts';
import { applySuppressions } from '../ruleset/suppressions.ts';
import { comparePaths } from '../text/path.ts';
import { type AnalysedReference, analyse } from './analyse.ts';
import { prefilterFor } from './anchors.ts';
import { type Component, loadComponent } from './components.ts';
import { FileIndex } from './file-index.ts';
import { Loader } from './load.ts';
import { MatchMemory } from './match-memory.ts';
import type { Clock, FileTree, Progress } from './ports.ts';
import { pacer, type Selection, selectModules, selectModulesOf } from './select.ts';
import { unlistedMatches } from './unlisted.ts';
import { DependencyOrigins } from './via.ts';

export interface ScanOptions {
  readonly tree: FileTree;
  readonly ruleset: Ruleset;
  readonly clock: Clock;
  readonly progress?: Progress;
  /** Everything that the repository's ruleset is for is in the tree: an exception that covers nothing is of no use. */
  readonly isWhole?: boolean;
  /** When aborted, the scan ends with what it has found so far. */
  readonly signal?: AbortSignal;
}

export interface ScanResult {
  /** Sorted by place; suppressed ones included and marked. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly stats: ScanStats;
  /** The catalog's facts; absent when no file could matter, and so none was needed. */
  readonly catalog?: CatalogIndex;
}

/** The whole way from a tree of files to findings. */
export async function scan(options: ScanOptions): Promise<ScanResult> {
  const { tree, ruleset, clock, progress, signal, isWhole = false } = options;
  const prefilter = await prefilterFor(ruleset);
  const listing = await tree.list(signal);
  const { files, context = [] } = listing;
  const index = new FileIndex(context.length === 0 ? files : [...files, ...context].sort(comparePaths));
  const isReported = context.length === 0 ? everywhere : isIn(files);
  const selection =
    context.length === 0
      ? await selectModules(tree, index, prefilter, progress, signal)
      : await selectModulesOf(files, tree, index, prefilter, signal);
  const tally = new Tally(files.length, index.claimed.filter(isReported).length, selection.hits);
  const problems = new Map(
    [...listing.problems, ...selection.problems].map(problem => [problemKey(problem), problem]),
  );
  const findings: Finding[] = [];
  const today = clock.today();
  let catalog: CatalogIndex | undefined;
  let judge: Judge | undefined;
  let matches: MatchMemory | undefined;
  const pause = pacer();
  const loader = new Loader(tree, 'nothing');
  const seen = new Set<string>();
  for (const keys of groupsOf(selection)) {
    if (signal?.aborted) break;
    if (keys.every(key => seen.has(key))) continue;
    if (pause.isDue()) await pause.take();
    catalog ??= await loadCatalog(ruleset.vendors);
    matches ??= new MatchMemory(catalog.matcher);
    const component = await loadComponent(keys, index, loader, tree);
    const references = analyse(component.files, matches, path => isReported(path) && !tally.hasSeen(path));
    judge ??= new Judge(ruleset, catalog, today);
    findings.push(...findingsOf(component, references, judge, ruleset, today, isReported));
    for (const problem of component.problems) {
      if (isReported(problem.path ?? '')) problems.set(problemKey(problem), problem);
    }
    for (const module of component.modules) seen.add(module);
    tally.add(component.files.map(file => file.source.path).filter(isReported), references);
  }
  const wholeScan = isWhole && !signal?.aborted;
  const notices = [
    ...exceptionNotices(findings, ruleset.exceptions, today, wholeScan),
    ...refusalFindings(ruleset.refusals ?? []),
  ];
  return {
    findings: [...findings, ...notices].sort(compareFindings),
    problems: [...problems.values()].sort(compareProblems),
    stats: tally.stats(),
    ...(catalog ? { catalog } : {}),
  };
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

/**
 * What one component's references amount to under a ruleset.
 * @param isReported whether a file's comments count: those of a file that nobody asked about silence nothing there
 */
export function findingsOf(
  component: Component,
  references: readonly AnalysedReference[],
  judge: Judge,
  ruleset: Ruleset,
  today: string,
  isReported: (path: string) => boolean = everywhere,
): Finding[] {
  const origins = new DependencyOrigins(component.files);
  const withUnlisted = flagsUnlisted(ruleset);
  const judged = references.flatMap(reference => {
    const matches = withUnlisted ? [...reference.matches, ...unlistedMatches(reference)] : reference.matches;
    return matches.flatMap(match => judgeMatch(judge, reference, match, origins));
  });
  const findings = makeFindings(judged);
  const commented = component.files.filter(
    ({ extraction, source }) => extraction.comments.length > 0 && isReported(source.path),
  );
  const files = commented.map(file => ({ source: file.source, comments: file.extraction.comments }));
  const silenced = applySuppressions(findings, files, ruleset.suppressions, today);
  return applyExceptions(silenced, ruleset.exceptions, today);
}

function judgeMatch(
  judge: Judge,
  { file, reference }: AnalysedReference,
  match: Match,
  origins: DependencyOrigins,
): JudgedMatch[] {
  const judgement = judge.judge(match);
  if (!judgement) return [];
  const via = origins.viaOf(reference, file);
  // A lockfile's package belongs with the manifest that asks for it, which may be a workspace's.
  const module = via?.module ?? file.module;
  return [{ match, judgement, module, generated: file.format.generated === true, ...(via ? { via } : {}) }];
}

/** Counts that must add up: every reference is matched, unmatched or unresolved. */
class Tally {
  private readonly discovered: number;
  private readonly classified: number;
  private readonly prefiltered: number;
  private readonly parsed = new Set<string>();
  private readonly states = { matched: 0, unmatched: 0, unresolved: 0 };

  constructor(discovered: number, classified: number, prefiltered: number) {
    this.discovered = discovered;
    this.classified = classified;
    this.prefiltered = prefiltered;
  }

  /** A file may be part of two modules: what it says counts once. */
  hasSeen(path: string): boolean {
    return this.parsed.has(path);
  }

  add(parsed: readonly string[], references: readonly AnalysedReference[]): void {
    for (const path of parsed) this.parsed.add(path);
    for (const { state } of references) this.states[state]++;
  }

  stats(): ScanStats {
    const { discovered, classified, prefiltered } = this;
    return {
      files: { discovered, classified, prefiltered, parsed: this.parsed.size },
      references: { ...this.states },
    };
  }
}

/** Orders problems by file, place and code. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    comparePaths(a.path ?? '', b.path ?? '') ||
    (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
    comparePaths(a.code, b.code)
  );
}

function problemKey({ code, path, span, message }: Problem): string {
  return `${code}\n${path}\n${span?.start}\n${message}`;
}
