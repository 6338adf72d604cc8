import type { TextEdit } from '../text/edit.ts';

/**
 * `drop-in`: the file means the same afterwards. `guided`: edits, and something that a person must decide.
 * `refused`: no edit is offered, and `reason` says why and what to do.
 */
type FixGrade = 'drop-in' | 'guided' | 'refused';

/** A way to settle a finding, as described edits: who asked applies them. */
export interface Fix {
  /** The kind of fix: `change-region`, `ignore`. */
  readonly id: string;
  /** As a menu names it. */
  readonly title: string;
  readonly grade: FixGrade;
  /** The one to apply when nobody chooses. */
  readonly preferred: boolean;
  /** By path; offsets in the texts that the finding was made from. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** What a person must decide, or why it is refused. */
  readonly reason?: string;
}
