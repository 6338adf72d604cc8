import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import type { ScanResult } from '../engine/index.ts';
import type { Severity } from '../model/vocabulary.ts';
import type { ScanSummary } from '../protocol/requests.ts';
import type { Language } from '../report/language.ts';
import type { Folder } from './folder.ts';
import { countSeverities } from './publisher.ts';

/**
 * Scans folders one after the other.
 * @throws ResponseError `RequestCancelled` when the token says so; folders that were finished by then keep their results.
 */
export async function scanFolders(
  folders: readonly Folder[],
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
  language: Language,
): Promise<ScanSummary> {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  progress.begin('Vendor Diligence', 0, language.say('scan.listing'), true);
  try {
    const results: ScanResult[] = [];
    for (const folder of folders) {
      const tell = (done: number, total: number) => tellProgress(progress, done, total, language);
      const result = await folder.scan(tell, controller.signal);
      if (token.isCancellationRequested) break;
      if (result) results.push(result);
    }
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The scan was cancelled.');
    }
    return summaryOf(results);
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
