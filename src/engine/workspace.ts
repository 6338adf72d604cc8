import { type CatalogIndex, loadCatalog } from '../catalog/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Format } from '../model/format.ts';
import type { Problem } from '../model/problem.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { compareFindings } from '../ruleset/findings.ts';
import { Judge } from '../ruleset/judge.ts';
import { comparePaths } from '../text/path.ts';
import type { Source } from '../text/source.ts';
import { prefilterFor } from './anchors.ts';
import { CallerMemory } from './callers.ts';
import { type ChangeScanResult, scanChange } from './changes.ts';
import { isLinked, modulesOf } from './claimed-file.ts';
import { type Component, loadComponent } from './components.ts';
import { FileIndex } from './file-index.ts';
import { formatsOf } from './formats-of.ts';
import { Judging } from './judging.ts';
import { Loader } from './load.ts';
import { MatchMemory } from './match-memory.ts';
import { FileMemory } from './memory/file-memory.ts';
import type { PlannedFix } from './objection.ts';
import { comparePolicies, type PolicyComparison, type PolicyPair } from './policy/compare-policies.ts';
import { WORKSPACE_RULESET } from './policy/rulesets.ts';
import type { Clock, FileContent, FileTree, Progress } from './ports.ts';
import type { Prefilter } from './prefilter.ts';
import { type Compatible, Prover } from './prover.ts';
import { readSource } from './read-source.ts';
import { compareProblems, type ScanResult, scan } from './scan.ts';
import { testFile } from './select.ts';

export interface WorkspaceOptions {
  readonly tree: FileTree;
  readonly ruleset: Ruleset;
  readonly clock: Clock;
  /** `filesChanged` is called for every change on disk: what was read once need not be read again until then. */
  readonly changesAreTold?: boolean;
  /** The tree is only a part of what the repository's ruleset is for. */
  readonly isPart?: boolean;
}

/** What is to be said about one open file and the modules around it. */
export interface CheckResult {
  /** Sorted by place; of the whole module, so some stand in sibling files. Suppressed ones are marked. */
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  /** The files that this is all there is to be said about: the file, and those of its modules that were read. */
  readonly covered: readonly string[];
  /** The texts that the findings' offsets are about. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Absent when nothing could matter, so that no facts were needed. */
  readonly catalog?: CatalogIndex;
}

function nothingAbout(covered: readonly string[]): CheckResult {
  return { findings: [], problems: [], covered, sources: new Map() };
}

/**
 * A folder that people are working in: unsaved texts stand before the files on disk, and each change costs the
 * reading of one module, not of the folder.
 */
export class Workspace {
  private readonly clock: Clock;
  private readonly changesAreTold: boolean;
  private readonly isPart: boolean;
  private readonly tree: FileTree;
  private readonly loader: Loader;
  private readonly prover: Prover;
  private readonly texts = new Map<string, string>();
  private ruleset: Ruleset;
  private prefilter: Promise<Prefilter>;
  private index: Promise<FileIndex> | undefined;
  private readonly callers = new CallerMemory();
  /** What the prefilter said about files that have not changed since. */
  private readonly hits = new FileMemory<boolean>();
  private judge: Judge | undefined;
  private matches: MatchMemory | undefined;
  /** Paths in the index: opening one of them changes nothing in it. */
  private listed: ReadonlySet<string> = new Set();

  constructor({ tree, ruleset, clock, changesAreTold = false, isPart = false }: WorkspaceOptions) {
    this.clock = clock;
    this.isPart = isPart;
    this.changesAreTold = changesAreTold;
    this.tree = withTexts(tree, this.texts);
    this.loader = new Loader(this.tree, changesAreTold ? 'files' : 'extractions');
    this.prover = new Prover({
      tree: this.tree,
      loader: this.loader,
      callers: this.callers,
      index: () => this.fileIndex(),
      catalog: () => loadCatalog(this.ruleset.vendors),
      judge: (component, catalog) => this.judged(component, catalog),
    });
    this.ruleset = ruleset;
    this.prefilter = prefilterFor(ruleset);
  }

  get policy(): Ruleset {
    return this.ruleset;
  }

  setRuleset(ruleset: Ruleset): void {
    this.ruleset = ruleset;
    this.prefilter = prefilterFor(ruleset);
    this.hits.forgetAll();
    // A ruleset can bring vendors of its own, and with them another catalog.
    this.matches = undefined;
    this.judge = undefined;
  }

  /** The unsaved text of a file; `undefined` when the file on disk counts again. */
  setText(path: string, text: string | undefined): void {
    if (!this.texts.has(path) && !this.listed.has(path)) this.index = undefined;
    this.forget(path);
    if (text === undefined) this.texts.delete(path);
    else this.texts.set(path, text);
  }

  /**
   * Files changed on disk.
   * @param listingChanged some appeared or vanished: the next check lists them anew.
   */
  filesChanged(paths: readonly string[], listingChanged: boolean): void {
    for (const path of paths) this.forget(path);
    if (!listingChanged) return;
    // A folder that came or went stands for all that is in it.
    this.index = undefined;
    this.callers.forgetAll();
    this.loader.forgetFiles();
    this.hits.forgetAll();
  }

  private forget(path: string): void {
    this.callers.forget(path);
    this.loader.forget(path);
    this.hits.forget(path);
  }

  /** Findings in the modules that the file is part of. Never rejects for what files contain. */
  async check(path: string): Promise<CheckResult> {
    this.loader.budget.renew();
    const formats = await formatsOf(this.tree, path);
    if (formats.length === 0) return nothingAbout([path]);
    const index = await this.fileIndex();
    const keys = [...modulesOf(path, formats), ...(await this.lockingModules(path, formats, index))];
    const mayMatter = formats.some(isLinked) || (await this.mayMatter(keys, index));
    if (!mayMatter) return nothingAbout([path, ...keys.flatMap(key => index.filesOfModule(key))]);
    const [component, catalog] = await Promise.all([
      loadComponent(keys, index, this.loader, this.tree, this.callers),
      loadCatalog(this.ruleset.vendors),
    ]);
    // A fix may add an exception to it.
    const { source: policy } = await readSource(this.tree, WORKSPACE_RULESET);
    const { findings, problems } = this.judged(component, catalog);
    return {
      findings: [...findings].sort(compareFindings),
      problems: [...problems].sort(compareProblems),
      covered: [path, ...component.files.map(file => file.source.path)],
      sources: new Map(
        [...component.files.map(file => file.source), ...(policy ? [policy] : [])].map(each => [
          each.path,
          each,
        ]),
      ),
      catalog,
    };
  }

  /** Those of the files that a scan reads. */
  async listedOf(paths: readonly string[]): Promise<string[]> {
    await this.fileIndex();
    return paths.filter(path => this.listed.has(path));
  }

  /** Scans everything, with unsaved texts in place of their files. */
  async scan(progress?: Progress, signal?: AbortSignal): Promise<ScanResult> {
    return scan({
      tree: this.tree,
      ruleset: this.ruleset,
      clock: this.clock,
      // A ruleset in a folder above is also for what lies beside this one.
      isWhole: !this.isPart && !this.ruleset.exceptions.some(({ place }) => place?.path.startsWith('../')),
      ...(progress ? { progress } : {}),
      ...(signal ? { signal } : {}),
    });
  }

  /**
   * Scans the states before and after a change. `after`: absent when that is the folder itself, with unsaved texts in
   * place of their files.
   */
  async scanChange(
    { before, after = this.tree }: { readonly before: FileTree; readonly after?: FileTree | undefined },
    progress: Progress,
    signal: AbortSignal,
  ): Promise<ChangeScanResult> {
    return scanChange(before, { tree: after, ruleset: this.ruleset, clock: this.clock, progress, signal });
  }

  /** Scans everything under two policies, with unsaved texts in place of their files. */
  comparePolicies(policies: PolicyPair, progress: Progress, signal: AbortSignal): Promise<PolicyComparison> {
    return comparePolicies(policies, this.tree, this.clock, progress, signal);
  }

  /**
   * Tries a fix on the finding's own texts before anybody sees its edits: applies it in memory, reads the modules that
   * it touches again, and compares. Costs the reading of those modules; parses only what the fix changes.
   * @returns the fix when it does what it promises, else a refused one that says why.
   */
  prove(planned: PlannedFix, sources: ReadonlyMap<string, Source>): Promise<Fix> {
    return this.prover.prove(planned, sources);
  }

  /** Those of the fixes that do what they promise when they are applied together, proven so. */
  compatible(planned: readonly PlannedFix[], sources: ReadonlyMap<string, Source>): Promise<Compatible> {
    return this.prover.compatible(planned, sources);
  }

  private judged(component: Component, catalog: CatalogIndex): Judging {
    const today = this.clock.today();
    const [matches, judge] = [this.matchesOf(catalog), this.judgeOf(catalog, today)];
    const policy = { matches, judge, ruleset: this.ruleset, today, findingsOnly: true };
    const judging = new Judging(component, policy);
    this.loader.budget.runAll(judging.steps);
    return judging;
  }

  private async mayMatter(keys: readonly string[], index: FileIndex): Promise<boolean> {
    for (const path of keys.flatMap(key => index.filesOfModule(key))) if (await this.isHit(path)) return true;
    return false;
  }

  private async isHit(path: string): Promise<boolean> {
    const known = this.hits.get(path);
    if (known !== undefined) return known;
    const since = this.hits.now;
    const isHit = await testFile(this.tree, path, await this.prefilter);
    if (this.changesAreTold) this.hits.keep(path, isHit, since);
    return isHit;
  }

  /** The modules in the folders above whose lockfile is this manifest's too, as in a workspace of packages. */
  private async lockingModules(
    manifest: string,
    formats: readonly Format[],
    index: FileIndex,
  ): Promise<string[]> {
    const locking: string[] = [];
    for (const lockfile of index.lockfilesAbove(manifest, formats)) {
      if (!(await this.isHit(lockfile))) continue;
      const { file } = await this.loader.load(lockfile);
      const manifests = [...(file?.extraction.graph?.roots.values() ?? [])];
      if (file && manifests.includes(manifest)) locking.push(file.module);
    }
    return locking;
  }

  private matchesOf(catalog: CatalogIndex): MatchMemory {
    this.matches ??= new MatchMemory(catalog.matcher);
    return this.matches;
  }

  private judgeOf(catalog: CatalogIndex, today: string): Judge {
    if (this.judge?.today !== today) this.judge = new Judge(this.ruleset, catalog, today);
    return this.judge;
  }

  private fileIndex(): Promise<FileIndex> {
    this.index ??= this.tree.list().then(({ files, context = [] }) => {
      this.listed = new Set(files);
      return new FileIndex(context.length === 0 ? files : [...files, ...context].sort(comparePaths));
    });
    return this.index;
  }
}

/** The tree with unsaved texts before what is on disk. A new file that is not saved yet is part of it. */
function withTexts(tree: FileTree, texts: ReadonlyMap<string, string>): FileTree {
  return {
    list: async signal => {
      const { files, context = [], problems } = await tree.list(signal);
      const around = new Set(context);
      const added = [...texts.keys()].filter(path => !around.has(path));
      const all = [...new Set([...files, ...added])].sort(comparePaths);
      return context.length === 0 ? { files: all, problems } : { files: all, context, problems };
    },
    expect: paths => tree.expect?.(paths.filter(path => !texts.has(path))),
    read: (path): FileContent | Promise<FileContent> => {
      const text = texts.get(path);
      return text === undefined ? tree.read(path) : { ok: true, text };
    },
  };
}
