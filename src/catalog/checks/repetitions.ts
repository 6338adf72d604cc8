import type { FactProblem } from './placed.ts';

/** Remembers who had a key first. */
export class Repetitions {
  private readonly owners = new Map<string, string>();

  /** The problem that `report` makes of the first owner, when `key` already has one. */
  check(key: string, owner: string, report: (firstOwner: string) => FactProblem): FactProblem[] {
    const first = this.owners.get(key);
    if (first !== undefined) return [report(first)];
    this.owners.set(key, owner);
    return [];
  }
}
