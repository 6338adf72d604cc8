import type { ScanReport } from './report.ts';

/** Without findings there is nothing to explain. */
export const NO_FACTS: ScanReport['facts'] = { vendor: () => undefined, evidence: () => undefined };

/** Every file that a place in the report is in. */
export function pathsIn({ findings, problems }: Pick<ScanReport, 'findings' | 'problems'>): string[] {
  const inFindings = findings.flatMap(finding => [
    finding.path,
    ...finding.occurrences.map(occurrence => occurrence.path),
    ...[finding, ...finding.occurrences].flatMap(({ origin }) => (origin ? [origin.path] : [])),
    ...finding.trail.map(step => step.path),
    ...finding.trace.flatMap(step => (step.step === 'value' ? [step.path] : [])),
  ]);
  return [...inFindings, ...problems.flatMap(({ path, span }) => (path !== undefined && span ? [path] : []))];
}
