import type { Checked } from './marks.ts';

/** The newest check of each open document, and which documents each of them speaks about. */
export class OpenChecks {
  private readonly checks = new Map<string, Checked>();

  get(path: string): Checked | undefined {
    return this.checks.get(path);
  }

  set(path: string, checked: Checked): void {
    this.checks.set(path, checked);
  }

  delete(path: string): void {
    this.checks.delete(path);
  }

  /** The checks that read the file. */
  about(path: string): Checked[] {
    return [...this.checks.values()].filter(checked => checked.sources.has(path));
  }

  /** The open documents whose checks read the file. */
  dependents(path: string): string[] {
    return [...this.checks].flatMap(([open, checked]) => (checked.sources.has(path) ? [open] : []));
  }

  /**
   * Of the checks made just now, the one that answers for `path` too: it read the very files that the last check of
   * `path` did. Ten open files of one module are checked once.
   */
  reusable(path: string, fresh: ReadonlySet<Checked>): Checked | undefined {
    const last = this.checks.get(path);
    if (!last || last.sources.size === 0) return undefined;
    return [...fresh].find(checked => haveSameKeys(checked.sources, last.sources));
  }
}

function haveSameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every(key => b.has(key));
}
