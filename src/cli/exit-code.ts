import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import { compareSeverity, type Severity } from '../model/vocabulary.ts';

/** What the process ends with. */
export const EXIT_CODE = {
  /** Nothing at or above the severity that fails. */
  clean: 0,
  /** Findings at or above it. */
  findings: 1,
  /** A wrong command line, or a ruleset that cannot be used. */
  usage: 2,
  /** Something could not be read, and nothing worse. */
  incomplete: 3,
} as const;

export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];

/** What findings and problems end the process with; suppressed findings fail nothing. */
export function exitCodeOf(
  findings: readonly Finding[],
  problems: readonly Problem[],
  failOn: Severity,
): ExitCode {
  const fails = findings.some(each => !each.suppression && compareSeverity(each.severity, failOn) <= 0);
  if (fails) return EXIT_CODE.findings;
  return problems.length > 0 ? EXIT_CODE.incomplete : EXIT_CODE.clean;
}
