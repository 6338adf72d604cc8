import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import type { Progress, ScanResult } from '../../engine/index.ts';
import type { Severity } from '../../model/vocabulary.ts';
import type { ScanSummary } from '../../protocol/requests.ts';
import type { Language } from '../../report/language.ts';
import { countSeverities } from '../documents/publisher.ts';
import type { Folder } from '../folders/folder.ts';

/**
 * Scans folders one after the other.
 * @throws ResponseError `RequestCancelled` when the token says so; folders that were finished by then keep their results.
 */
export async function scanFolders(
  folders: readonly Folder[],
  { progress, token, language }: Scanning,
): Promise<ScanSummary> {
  const results = await eachFolder(folders, { progress, token, language }, (folder, tell, signal) =>
    folder.scan(tell, signal),
  );
  return summaryOf(results);
}

/** Who waits for a scan. */
export interface Scanning {
  readonly progress: WorkDoneProgressReporter;
  readonly token: CancellationToken;
  readonly language: Language;
}

/**
 * Runs a kind of scan on folders one after the other; those that are switched off have no result.
 * @throws ResponseError `RequestCancelled` when the token says so.
 */
export async function eachFolder<Result>(
  folders: readonly Folder[],
  { progress, token, language }: Scanning,
  run: (folder: Folder, tell: Progress, signal: AbortSignal) => Promise<Result | undefined>,
): Promise<Result[]> {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  progress.begin('Vendor Diligence', 0, language.say('scan.listing'), true);
  try {
    const results: Result[] = [];
    for (const folder of folders) {
      const tell = (done: number, total: number) => tellProgress(progress, done, total, language);
      const result = await run(folder, tell, controller.signal);
      if (token.isCancellationRequested) break;
      if (result) results.push(result);
    }
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The scan was cancelled.');
    }
    return results;
  } finally {
    progress.done();
  }
}

function tellProgress(
  progress: WorkDoneProgressReporter,
  done: number,
  total: number,
  language: Language,
): void {
  const percentage = total === 0 ? 100 : Math.floor((done / total) * 100);
  const [read, all] = [done, total].map(count => count.toLocaleString(language.tag));
  progress.report(percentage, language.say('scan.progress', { read: read ?? '', all: all ?? '' }));
}

function summaryOf(results: readonly ScanResult[]): ScanSummary {
  const all = results.flatMap(result => result.findings);
  const shown: Severity[] = all.filter(finding => !finding.suppression).map(finding => finding.severity);
  return {
    files: {
      discovered: sum(results.map(result => result.stats.files.discovered)),
      classified: sum(results.map(result => result.stats.files.classified)),
    },
    findings: countSeverities(shown),
    suppressed: all.length - shown.length,
    problems: sum(results.map(result => result.problems.length)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
