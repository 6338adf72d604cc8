import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FileTree, pacer, type ScanResult, type Workspace } from '../../engine/index.ts';
import { isWithin } from '../../text/path.ts';
import { CheckQueue } from '../documents/check-queue.ts';
import type { DiagnosticContext } from '../documents/diagnostics.ts';
import { EMPTY_REPORT, type FileReport } from '../documents/publisher.ts';
import { fileReports } from './scan-reports.ts';

/** Milliseconds without a further change on disk before files are checked anew: a checkout changes many at once. */
const QUIET = 100;

/** The same for the policy, which is what somebody types just now: it concerns every file. */
const POLICY_QUIET = 500;

/** Stands for all files. */
const EVERYTHING = '';

/** More changed files than these are scanned faster with all others than one after the other. */
const MOST_FILES = 200;

/** What was scanned. */
export interface ScannedFolder {
  readonly workspace: Pick<Workspace, 'scan' | 'check' | 'listedOf' | 'policy'>;
  readonly tree: FileTree;
  readonly open: ReadonlyMap<string, TextDocument>;
  readonly context: DiagnosticContext;
}

type Result = Pick<ScanResult, 'findings' | 'problems' | 'catalog'>;

interface Parts {
  /** `undefined` while there is nothing to say about the folder. */
  readonly folder: () => ScannedFolder | undefined;
  /** The report of a file may have changed. */
  readonly publish: (path: string) => void;
  readonly logError: (error: unknown) => void;
}

/** What the last scan of a folder said about its files, kept up to date for those that change on disk. */
export class ScannedFiles {
  private readonly parts: Parts;
  private readonly reports = new Map<string, FileReport>();
  private readonly queue = new CheckQueue(paths => this.recheck([...paths]));
  /** How many scans there were since the folder was opened. */
  private scans = 0;
  /** Scans that go on, and what changed since they began. */
  private running = 0;
  private readonly missed = new Set<string>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  get isFilled(): boolean {
    return this.scans > 0;
  }

  get(path: string): FileReport {
    return this.reports.get(path) ?? EMPTY_REPORT;
  }

  /**
   * Takes what a new scan finds, unless it finds nothing to take (it was cancelled). Files that change meanwhile are
   * checked afterwards: the scan may have read them before.
   */
  async fillBy<Found extends Result>(scan: () => Promise<Found | undefined>): Promise<Found | undefined> {
    this.running++;
    try {
      const result = await scan();
      if (result) await this.fill(result);
      return result;
    } finally {
      this.running--;
      if (this.running === 0) this.catchUp();
    }
  }

  private catchUp(): void {
    const missed = [...this.missed];
    this.missed.clear();
    if (missed.includes(EVERYTHING)) this.policyChanged();
    else this.changed(missed);
  }

  private async fill(result: Result): Promise<void> {
    const folder = this.parts.folder();
    if (!folder) return;
    const reports = await reportsOf(result, folder);
    const paths = new Set([...this.reports.keys(), ...reports.keys()]);
    this.reports.clear();
    for (const [path, report] of reports) this.reports.set(path, report);
    this.scans++;
    for (const path of paths) this.parts.publish(path);
  }

  /** A file is being edited: what was said about it is old. */
  forget(path: string): void {
    this.reports.delete(path);
  }

  /** Files or folders changed on disk. What is known stays until they are checked anew. */
  changed(paths: Iterable<string>): void {
    for (const path of paths) {
      if (this.running > 0) this.missed.add(path);
      else if (this.isFilled) this.queue.add(path, QUIET);
    }
  }

  /** Other findings count now. */
  policyChanged(): void {
    if (this.running > 0) this.missed.add(EVERYTHING);
    else if (this.isFilled) this.queue.add(EVERYTHING, POLICY_QUIET);
  }

  stop(): void {
    this.queue.dispose();
  }

  clear(): void {
    this.stop();
    this.reports.clear();
  }

  private async recheck(changed: readonly string[]): Promise<void> {
    const folder = this.parts.folder();
    if (!folder) return;
    try {
      const isAll = changed.includes(EVERYTHING);
      const paths = isAll ? [] : await this.concerned(changed, folder);
      if (isAll || paths.length > MOST_FILES) await this.scanAnew(folder);
      else await this.checkAnew(paths, folder);
    } catch (error) {
      this.parts.logError(error);
    }
  }

  /** Files that a scan reads, and those that it has spoken about. A changed folder stands for all in it. */
  private async concerned(changed: readonly string[], { workspace }: ScannedFolder): Promise<string[]> {
    const listed = await workspace.listedOf(changed);
    const touched = new Set(changed);
    const known = [...this.reports.keys()].filter(path => isWithin(path, touched));
    return [...new Set([...listed, ...known])];
  }

  private async scanAnew({ workspace }: ScannedFolder): Promise<void> {
    const { scans } = this;
    await this.fillBy(async () => {
      const result = await workspace.scan();
      return scans === this.scans ? result : undefined;
    });
  }

  private async checkAnew(paths: readonly string[], folder: ScannedFolder): Promise<void> {
    const { scans } = this;
    const checked = new Set<string>();
    const pause = pacer();
    for (const path of paths) {
      if (checked.has(path)) continue;
      if (pause.isDue()) await pause.take();
      const result = await folder.workspace.check(path);
      const reports = await reportsOf(result, folder);
      // A scan that ended meanwhile has read newer files.
      if (scans !== this.scans) return;
      for (const each of result.covered) {
        checked.add(each);
        const report = reports.get(each);
        if (report) this.reports.set(each, report);
        else this.reports.delete(each);
        this.parts.publish(each);
      }
    }
  }
}

function reportsOf(
  result: Result,
  { workspace, tree, open, context }: ScannedFolder,
): Promise<Map<string, FileReport>> {
  return fileReports({ ...result, ruleset: workspace.policy }, tree, open, context);
}

/** What a scan found, unless it was cancelled. */
export function finished<Found>(result: Found | undefined, { aborted }: AbortSignal): Found | undefined {
  return aborted ? undefined : result;
}
