import { isWithin } from '../../text/path.ts';
import { EMPTY_REPORT, type FileReport } from '../documents/publisher.ts';

/** What the last scan of a folder said about its files, as far as it still holds. */
export class ScannedReports {
  private readonly reports = new Map<string, FileReport>();
  private wasFilled = false;

  /** Whether a scan has said anything since the folder was opened. */
  get isFilled(): boolean {
    return this.wasFilled;
  }

  get(path: string): FileReport {
    return this.reports.get(path) ?? EMPTY_REPORT;
  }

  /** Takes the reports of a new scan, and returns the paths about which something may have changed. */
  replace(reports: ReadonlyMap<string, FileReport>): ReadonlySet<string> {
    const paths = new Set([...this.reports.keys(), ...reports.keys()]);
    this.reports.clear();
    for (const [path, report] of reports) this.reports.set(path, report);
    this.wasFilled = true;
    return paths;
  }

  /** Returns whether there was anything to forget. */
  forget(path: string): boolean {
    return this.reports.delete(path);
  }

  clear(): void {
    this.reports.clear();
  }

  /** The files with a report that are one of `paths` or lie below one. */
  within(paths: ReadonlySet<string>): string[] {
    return [...this.reports.keys()].filter(path => isWithin(path, paths));
  }
}
