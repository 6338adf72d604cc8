import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { type DiagnosticContext, markDiagnostics, problemDiagnostics } from './diagnostics.ts';
import type { Mark } from './marks.ts';
import type { FileReport } from './publisher.ts';

/** What one file's marks and problems amount to. `source`: absent when the file could not be read. */
export function fileReport(
  source: Source | undefined,
  marks: readonly Mark[],
  problems: readonly Problem[],
  context: DiagnosticContext,
): FileReport {
  const shown = source ? markDiagnostics(source, marks, context) : [];
  return {
    diagnostics: [...shown, ...problemDiagnostics(source, problems)],
    findings: marks.flatMap(mark => (mark.role === 'finding' ? [mark.finding.severity] : [])),
  };
}
