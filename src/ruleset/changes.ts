import type { Finding } from '../model/finding.ts';
import { dirname } from '../text/path.ts';

/** What a change does to the findings. Each list is sorted by place. */
export interface Changes {
  /** What the state before the change does not have. */
  readonly added: readonly Finding[];
  /** What both have, wherever it stands now. */
  readonly kept: readonly Finding[];
  /** What only the state before has. */
  readonly removed: readonly Finding[];
}

/**
 * Compares the findings after a change with those before it. A finding that only moved is not new: within its file
 * lines do not count, and what vanished from a file is taken for the same thing where it reappears in the same folder,
 * or anywhere when its old file is gone (renamed, split or merged).
 * @param existsAfter whether the state after the change has a file at a path
 */
export function compareScans(
  before: readonly Finding[],
  after: readonly Finding[],
  existsAfter: (path: string) => boolean,
): Changes {
  const same = new Pool(before, finding => finding.fingerprint);
  const kept = new Set(after.filter(finding => same.take(finding) !== undefined));
  const vanished = new Pool(same.rest(), identityOf);
  for (const finding of after) {
    if (kept.has(finding)) continue;
    const isMove = (old: Finding): boolean =>
      dirname(old.path) === dirname(finding.path) || !existsAfter(old.path);
    if (vanished.take(finding, isMove)) kept.add(finding);
  }
  return {
    added: after.filter(finding => !kept.has(finding)),
    kept: after.filter(finding => kept.has(finding)),
    removed: vanished.rest(),
  };
}

/** Findings that wait for their counterpart. */
class Pool {
  private readonly all: readonly Finding[];
  private readonly keyOf: (finding: Finding) => string;
  private readonly waiting = new Map<string, Finding[]>();
  private readonly taken = new Set<Finding>();

  constructor(findings: readonly Finding[], keyOf: (finding: Finding) => string) {
    this.all = findings;
    this.keyOf = keyOf;
    for (const finding of findings) {
      const group = this.waiting.get(keyOf(finding));
      if (group) group.push(finding);
      else this.waiting.set(keyOf(finding), [finding]);
    }
  }

  /** Takes out a finding of the same key that fits, the first one if any does. */
  take(finding: Finding, fits: (old: Finding) => boolean = () => true): Finding | undefined {
    const group = this.waiting.get(this.keyOf(finding)) ?? [];
    const index = group.findIndex(fits);
    const [found] = index < 0 ? [] : group.splice(index, 1);
    if (found) this.taken.add(found);
    return found;
  }

  rest(): Finding[] {
    return this.all.filter(finding => !this.taken.has(finding));
  }
}

/** All that makes a finding the same thing, but for the file. */
function identityOf({ rule, vendor, kind, value, structuralPath }: Finding): string {
  return [rule, vendor, kind, value, ...structuralPath].join('\n');
}
