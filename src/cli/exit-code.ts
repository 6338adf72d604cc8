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
