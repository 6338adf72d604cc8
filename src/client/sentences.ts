import type { ScanSummary, SeverityCounts } from '../protocol/requests.ts';

/** Says a text in the editor's language: `l10n.t` of VS Code. `{0}` is the first value. */
export type Translate = (message: string, ...values: string[]) => string;

/** The result of a scan in a sentence or two. */
export function summarySentence(summary: ScanSummary, t: Translate): string {
  const { files, findings, suppressed, problems } = summary;
  const found = findingsPhrase(findings, t);
  const sentences = [
    files.discovered === 1
      ? t('{0}; 1 file scanned.', found)
      : t('{0}; {1} files scanned.', found, `${files.discovered}`),
    ...(suppressed > 0
      ? [suppressed === 1 ? t('1 finding suppressed.') : t('{0} findings suppressed.', `${suppressed}`)]
      : []),
    ...(problems > 0
      ? [
          problems === 1
            ? t('1 problem while reading files.')
            : t('{0} problems while reading files.', `${problems}`),
        ]
      : []),
  ];
  return sentences.join(' ');
}

/** `1 error and 2 warnings`; `No findings` when there are none. */
export function findingsPhrase({ error, warning, information, hint }: SeverityCounts, t: Translate): string {
  const parts = [
    ...counted(error, t('1 error'), count => t('{0} errors', count)),
    ...counted(warning, t('1 warning'), count => t('{0} warnings', count)),
    ...counted(information, t('1 info'), count => t('{0} infos', count)),
    ...counted(hint, t('1 hint'), count => t('{0} hints', count)),
  ];
  if (parts.length < 2) return parts[0] ?? t('No findings');
  return t('{0} and {1}', parts.slice(0, -1).join(', '), parts.at(-1) ?? '');
}

function counted(count: number, one: string, several: (count: string) => string): string[] {
  if (count === 0) return [];
  return [count === 1 ? one : several(`${count}`)];
}
