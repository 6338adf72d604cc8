import type { ScanSummary, SeverityCounts } from '../protocol/requests.ts';

/** The result of a scan in a sentence or two. */
export function summarySentence({ files, findings, suppressed, problems }: ScanSummary): string {
  const where = `in ${counted(files.discovered, 'file')}`;
  const parts = [
    `${findingsPhrase(findings)} ${where}.`,
    ...(suppressed > 0 ? [`${counted(suppressed, 'finding')} suppressed.`] : []),
    ...(problems > 0 ? [`${counted(problems, 'problem')} while reading files.`] : []),
  ];
  return parts.join(' ');
}

/** `3 findings (1 error, 2 warnings)`; `No findings` when there are none. */
export function findingsPhrase(counts: SeverityCounts): string {
  const bySeverity = [
    ...named(counts.error, 'error'),
    ...named(counts.warning, 'warning'),
    ...(counts.information > 0 ? [`${counts.information.toLocaleString('en')} for information`] : []),
    ...named(counts.hint, 'hint'),
  ];
  const total = counts.error + counts.warning + counts.information + counts.hint;
  return total === 0 ? 'No findings' : `${counted(total, 'finding')} (${bySeverity.join(', ')})`;
}

function named(count: number, name: string): string[] {
  return count > 0 ? [counted(count, name)] : [];
}

function counted(count: number, name: string): string {
  return `${count.toLocaleString('en')} ${name}${count === 1 ? '' : 's'}`;
}
