import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ChangeScanResult,
  type CheckResult,
  type FileTree,
  type PolicyComparison,
  type PolicyPair,
  type Progress,
  type ScanResult,
  WORKSPACE_RULESET,
  Workspace,
} from '../../engine/index.ts';
import type { Ruleset } from '../../model/ruleset.ts';
import { readSettings } from '../../protocol/settings.ts';
import type { Source } from '../../text/source.ts';
import type { ActionContext } from '../actions/actions.ts';
import { Proofs } from '../actions/proofs.ts';
import { CheckQueue } from '../documents/check-queue.ts';
import type { DiagnosticContext } from '../documents/diagnostics.ts';
import { fileReport } from '../documents/file-report.ts';
import { type Checked, type Mark, marksOf } from '../documents/marks.ts';
import { OpenChecks } from '../documents/open-checks.ts';
import type { FileReport } from '../documents/publisher.ts';
import { readAll } from '../scan/scan-reports.ts';
import { finished, ScannedFiles, type ScannedFolder } from '../scan/scanned-files.ts';
import type { Services } from '../services.ts';
import { type FileChange, isOfGit } from './file-change.ts';
import { FolderPolicy } from './folder-policy.ts';
import type { FolderRoot } from './folder-root.ts';

/**
 * Milliseconds of quiet after a change before its file is checked, at most: half a frame, so that changes that an editor
 * sends together are checked together, and nobody waits for nothing. No more than the last check took, so that a small
 * file is checked at once.
 */
const QUIET = 8;

/** The key under which the rulesets wait to be read anew; their own document's path serves as well. */
const POLICY = WORKSPACE_RULESET;

/** Makes the tree of a state from the files on disk. */
export type StateOf = (disk: FileTree) => FileTree;

/** One workspace folder, or the place of one document that belongs to none: documents in, diagnostics out. */
export class Folder {
  readonly root: FolderRoot;
  private readonly tree: FileTree;
  private readonly services: Services;
  private readonly policy: FolderPolicy;
  private readonly open = new Map<string, TextDocument>();
  private readonly checks = new OpenChecks();
  private readonly queue = new CheckQueue(keys => this.run(keys));
  private readonly proofs = new Proofs(
    async (planned, { sources }) => this.workspace?.prove(planned, sources) ?? planned.fix,
  );
  private readonly scanned = new ScannedFiles({
    folder: () => this.scannedFolder,
    publish: path => {
      if (!this.open.has(path) || path === POLICY) this.publish(path);
    },
    logError: error => this.services.logError(error),
  });
  private settings = readSettings(undefined);
  /** Of the last run over changed files, in milliseconds. */
  private lastDuration = QUIET;
  private workspace: Workspace | undefined;

  constructor(root: FolderRoot, tree: FileTree, services: Services) {
    this.root = root;
    this.tree = tree;
    this.services = services;
    this.policy = new FolderPolicy(root, services);
  }

  /** Reads settings and rulesets anew and checks everything that is open. Must be called once at the start. */
  reload(): void {
    this.queue.add(POLICY, 0);
  }

  /** What is wrong with the folder's rulesets. */
  get rulesetProblems(): readonly string[] {
    return this.policy.problems;
  }

  /** The policy in force; `undefined` until it was read. */
  get ruleset(): Ruleset | undefined {
    return this.workspace?.policy;
  }

  /** Whether a scan has read all files since the folder was opened. */
  get isScanned(): boolean {
    return this.scanned.isFilled;
  }

  /** The document was opened or its text changed. */
  documentChanged(document: TextDocument, path: string): void {
    const delay = this.open.has(path) ? Math.min(QUIET, this.lastDuration) : 0;
    if (this.open.has(path)) this.scanned.forget(path);
    this.open.set(path, document);
    this.workspace?.setText(path, document.getText());
    this.recheck([path, ...this.checks.dependents(path)], delay);
  }

  documentClosed(path: string): void {
    const dependents = this.checks.dependents(path).filter(open => open !== path);
    this.open.delete(path);
    this.checks.delete(path);
    this.workspace?.setText(path, undefined);
    this.scanned.changed([path]);
    this.recheck(path === POLICY ? [path] : dependents, 0);
    this.publish(path);
  }

  /** Files changed on disk: values in any open document may have changed with them. */
  filesChanged(told: readonly FileChange[]): void {
    const changes = told.filter(change => !isOfGit(change));
    if (changes.length === 0) return;
    const touched = new Set(changes.map(({ path }) => path));
    this.workspace?.filesChanged(
      [...touched],
      changes.some(({ kind }) => kind !== 'changed'),
    );
    if (touched.has(POLICY)) this.reload();
    this.scanned.changed(touched);
    this.recheck([...this.open.keys()], QUIET);
  }

  /** The marks of an open document once nothing that was changed waits to be checked. */
  async marks(document: TextDocument, path: string): Promise<{ source: Source; marks: readonly Mark[] }> {
    await this.queue.settled();
    return {
      source: this.checks.source(path, document.getText()),
      marks: marksOf(path, this.checks.about(path)),
    };
  }

  get actionContext(): ActionContext {
    const { root, services, open, proofs } = this;
    return {
      root,
      features: services.features,
      language: services.language,
      version: path => open.get(path)?.version,
      prove: (planned, checked) => proofs.of(planned, checked),
      compatible: async (planned, sources) =>
        (await this.workspace?.compatible(planned, sources))?.accepted ?? [],
    };
  }

  /**
   * Scans the folder and publishes what its files hold until the next scan. Nothing happens, and the result is
   * `undefined`, when the signal is aborted or the folder's findings are switched off.
   */
  async scan(progress: Progress, signal: AbortSignal): Promise<ScanResult | undefined> {
    const workspace = await this.readyToScan();
    return this.scanned.fillBy(async () => finished(await workspace?.scan(progress, signal), signal));
  }

  /**
   * Scans the folder before and after a change, and publishes what its files hold now.
   * @param states make the states' trees from the files on disk; `after` is absent when that is the folder itself.
   */
  async scanChange(
    states: { readonly before: StateOf; readonly after?: StateOf },
    progress: Progress,
    signal: AbortSignal,
  ): Promise<ChangeScanResult | undefined> {
    const workspace = await this.readyToScan();
    const trees = { before: states.before(this.tree), after: states.after?.(this.tree) };
    const scan = async () => finished(await workspace?.scanChange(trees, progress, signal), signal);
    if (!trees.after) return this.scanned.fillBy(scan);
    const result = await scan();
    if (result) await this.scan(progress, signal);
    return result;
  }

  /** What is to be said about a file, open or not; `undefined` when the folder's findings are switched off. */
  async checkFile(path: string): Promise<CheckResult | undefined> {
    return (await this.readyToScan())?.check(path);
  }

  /** Scans the folder under two policies and compares; publishes nothing. */
  async comparePolicies(
    policies: PolicyPair,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<PolicyComparison | undefined> {
    const workspace = await this.readyToScan();
    return workspace?.comparePolicies(policies, progress, signal);
  }

  /** The texts of files of the last scan, those of open documents as they are there. */
  sources(paths: Iterable<string>): Promise<ReadonlyMap<string, Source>> {
    return readAll([...paths], this.tree, this.open);
  }

  /** Ends all work; what was published stays. */
  stop(): void {
    this.queue.dispose();
    this.scanned.stop();
    this.open.clear();
  }

  /** Ends all work and takes back what was published. */
  dispose(): void {
    this.stop();
    this.scanned.clear();
    this.policy.dispose();
    this.services.publisher.clear(this);
  }

  private async readyToScan(): Promise<Workspace | undefined> {
    await this.queue.settled();
    return this.settings.enable ? this.workspace : undefined;
  }

  private get context(): DiagnosticContext {
    const { root, services, settings } = this;
    return {
      root,
      features: services.features,
      language: services.language,
      occurrences: settings.occurrences,
      today: services.host.clock.today(),
    };
  }

  private recheck(paths: readonly string[], delay: number): void {
    for (const path of paths) this.queue.add(path, delay);
  }

  private async run(keys: ReadonlySet<string>): Promise<void> {
    const started = performance.now();
    try {
      if (keys.has(POLICY)) await this.loadPolicy();
      const paths = keys.has(POLICY) ? this.open.keys() : keys;
      const affected = await this.checks.refresh([...paths], path => this.check(path));
      for (const path of affected) if (this.open.has(path)) this.publish(path);
    } catch (error) {
      this.services.logError(error);
    }
    this.lastDuration = performance.now() - started;
  }

  private async loadPolicy(): Promise<void> {
    const { host, features, settingsOf } = this.services;
    this.settings = await settingsOf(this.root.uri);
    const ruleset = await this.policy.load(this.settings);
    if (this.workspace) {
      this.workspace.setRuleset(ruleset);
      this.scanned.policyChanged();
      return;
    }
    this.workspace = new Workspace({
      tree: this.tree,
      ruleset,
      clock: host.clock,
      changesAreTold: features.watchedFiles,
    });
    for (const [path, document] of this.open) this.workspace.setText(path, document.getText());
  }

  /** A check never fails for what files contain; a mistake of ours in one file must not cost the others. */
  private async check(path: string): Promise<Checked | undefined> {
    const { workspace } = this;
    if (!workspace || !this.open.has(path)) return undefined;
    const ruleset = workspace.policy;
    if (!this.settings.enable) return { findings: [], problems: [], sources: new Map(), ruleset };
    try {
      const result = await workspace.check(path);
      return this.open.has(path) ? { ...result, ruleset } : undefined;
    } catch (error) {
      this.services.logError(error);
      return undefined;
    }
  }

  /** What is known about a document that has changed since is old: its next check follows at once. */
  private publish(path: string): void {
    const document = this.open.get(path);
    if (document && this.queue.has(path)) return;
    const scanned = this.scanned.get(path);
    // What a scan says of the ruleset (an exception that covers nothing) no check of an open document knows.
    const report = document && path !== POLICY ? this.openReport(path, document) : scanned;
    this.services.publisher.publish(this, this.root.toUri(path), report, document?.version);
  }

  private openReport(path: string, document: TextDocument): FileReport {
    const marks = marksOf(path, this.checks.about(path));
    const problems = this.checks.get(path)?.problems.filter(problem => problem.path === path) ?? [];
    return fileReport(this.checks.source(path, document.getText()), marks, problems, this.context);
  }

  private get scannedFolder(): ScannedFolder | undefined {
    const { workspace, tree, open, context } = this;
    return workspace && this.settings.enable ? { workspace, tree, open, context } : undefined;
  }
}
