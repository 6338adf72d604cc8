import type { ScanSummary, SeverityCounts } from '../protocol/requests.ts';

/** The result of a scan in a sentence or two. */
export function summarySentence({ files, findings, suppressed, problems }: ScanSummary): string {
  const sentences = [
    `${findingsPhrase(findings)} in ${counted(files.discovered, 'file')}.`,
    ...(suppressed > 0 ? [`${counted(suppressed, 'finding')} suppressed.`] : []),
    ...(problems > 0 ? [`${counted(problems, 'problem')} while reading files.`] : []),
  ];
  return sentences.join(' ');
}

/** `1 error and 2 warnings`; `No findings` when there are none. */
export function findingsPhrase({ error, warning, information, hint }: SeverityCounts): string {
  const parts = [
    ...named(error, 'error'),
    ...named(warning, 'warning'),
    ...named(information, 'info'),
    ...named(hint, 'hint'),
  ];
  if (parts.length < 2) return parts[0] ?? 'No findings';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function named(count: number, name: string): string[] {
  return count > 0 ? [counted(count, name)] : [];
}

function counted(count: number, name: string): string {
  return `${count.toLocaleString('en')} ${name}${count === 1 ? '' : 's'}`;
}
