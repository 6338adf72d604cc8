import type { Problem } from '../model/problem.ts';
import type { Source } from '../text/source.ts';
import { type DiagnosticContext, markDiagnostics, problemDiagnostics } from './diagnostics.ts';
import type { Mark } from './marks.ts';
import type { FileReport, ShownFinding } from './publisher.ts';
import { rangeOf } from './ranges.ts';

/** What one file's marks and problems amount to. `source`: absent when the file could not be read. */
export function fileReport(
  source: Source | undefined,
  marks: readonly Mark[],
  problems: readonly Problem[],
  context: DiagnosticContext,
): FileReport {
  const shown = source ? markDiagnostics(source, marks, context) : [];
  return {
    diagnostics: [...shown, ...problemDiagnostics(source, problems, context.language)],
    findings: source ? marks.flatMap(mark => shownFinding(source, mark)) : [],
  };
}

function shownFinding(source: Source, { role, finding, span }: Mark): ShownFinding[] {
  if (role !== 'finding') return [];
  const { vendor, severity, kind, value } = finding;
  return [{ vendor, severity, kind, value, range: rangeOf(source, span) }];
}
