import type { Diagnostic } from 'vscode-languageserver';
import type { Problem } from '../../model/problem.ts';
import type { Source } from '../../text/source.ts';
import { type DiagnosticContext, MarkDiagnostics, problemDiagnostics } from './diagnostics.ts';
import type { Mark } from './marks.ts';
import type { FileReport, ShownFinding } from './publisher.ts';

/** What one file's marks and problems amount to. `source`: absent when the file could not be read. */
export function fileReport(
  source: Source | undefined,
  marks: readonly Mark[],
  problems: readonly Problem[],
  context: DiagnosticContext,
): FileReport {
  const made = source && new MarkDiagnostics(source, context);
  const shown = made ? marks.map(mark => ({ mark, diagnostics: made.of(mark) })) : [];
  return {
    diagnostics: [
      ...shown.flatMap(({ diagnostics }) => diagnostics),
      ...problemDiagnostics(source, problems, context.language),
    ],
    findings: shown.flatMap(({ mark, diagnostics: [first] }) => (first ? shownFinding(mark, first) : [])),
  };
}

/** What the diagnostic says is not worked out twice. */
function shownFinding({ role, finding }: Mark, { range, message }: Diagnostic): ShownFinding[] {
  if (role !== 'finding') return [];
  const text = typeof message === 'string' ? message : message.value;
  const { rule, vendor, severity, kind, value, concerns, path, fingerprint } = finding;
  return [{ rule, vendor, severity, kind, value, concerns, path, fingerprint, range, message: text }];
}
