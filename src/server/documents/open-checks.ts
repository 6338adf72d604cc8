import { makeSource, type Source } from '../../text/source.ts';
import type { Checked } from './marks.ts';

/** The newest check of each open document, and which documents each of them speaks about. */
export class OpenChecks {
  private readonly checks = new Map<string, Checked>();

  get(path: string): Checked | undefined {
    return this.checks.get(path);
  }

  /** The document's text with its lines, counted anew only when its last check read another text. */
  source(path: string, text: string): Source {
    const known = this.checks.get(path)?.sources.get(path);
    return known?.text === text ? known : makeSource(path, text);
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
   * Checks documents anew. `check` may answer `undefined` for one that is not to be remembered.
   * @returns every file that a check of these documents reads or has read: what is shown there may have changed.
   */
  async refresh(
    paths: Iterable<string>,
    check: (path: string) => Promise<Checked | undefined>,
  ): Promise<ReadonlySet<string>> {
    const affected = new Set<string>();
    const fresh = new Set<Checked>();
    for (const path of paths) {
      const last = this.checks.get(path);
      const checked = this.reusable(path, fresh) ?? (await check(path));
      if (!checked) continue;
      fresh.add(checked);
      this.checks.set(path, checked);
      const read = [...(last?.sources.keys() ?? []), ...checked.sources.keys()];
      for (const each of [path, ...read]) affected.add(each);
    }
    return affected;
  }

  /**
   * Of the checks made just now, the one that answers for `path` too: it read the very files that the last check of
   * `path` did. Ten open files of one module are checked once.
   */
  private reusable(path: string, fresh: ReadonlySet<Checked>): Checked | undefined {
    const last = this.checks.get(path);
    if (!last || last.sources.size === 0) return undefined;
    return [...fresh].find(checked => haveSameKeys(checked.sources, last.sources));
  }
}

function haveSameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every(key => b.has(key));
}
