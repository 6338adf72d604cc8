import type { TextEdit } from '../text/edit.ts';
import type { Phrase } from '../words/phrase.ts';
import type { FindingKind } from './finding.ts';

/**
 * `drop-in`: the file means the same afterwards. `guided`: edits, and something that a person must decide.
 * `refused`: no edit is offered, and `reason` says why and what to do instead.
 */
export type FixGrade = 'drop-in' | 'guided' | 'refused';

/** A place of a finding, one of its occurrences included, without its position: that can move. */
export interface SettledPlace {
  readonly path: string;
  readonly kind: FindingKind;
  readonly value: string;
}

/** A place in what an edit writes that a person has to fill in. */
export interface Blank {
  readonly path: string;
  /** One of the fix's own for that path. */
  readonly edit: TextEdit;
  /** In UTF-16 units of the edit's new text. */
  readonly offset: number;
}

/** A way to settle a finding, as described edits: who asked applies them. */
export interface Fix {
  /** The kind of fix: `change-region`, `ignore`. */
  readonly id: string;
  /** As a menu names it; different for each fix of one finding. */
  readonly title: Phrase;
  readonly grade: FixGrade;
  /** The one to apply when nobody chooses. */
  readonly preferred: boolean;
  /** By path; offsets in the texts that the finding was made from. A path without a text is a file to be made. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Where the cursor belongs afterwards, in this order. */
  readonly blanks?: readonly Blank[];
  /** What a person must decide, or why it is refused and the next best step. */
  readonly reason?: Phrase;
  /** Commands that a person runs afterwards, in this order. */
  readonly commands?: readonly string[];
  /**
   * Files that a tool writes anew when `commands` are run (lockfiles): what they say now does not count when the fix
   * is proven.
   */
  readonly regenerated?: readonly string[];
  /**
   * What it settles, where that is not its finding alone: a fix of a whole module can leave a part of what the finding
   * is about. These places must no longer be found afterwards; the finding itself may stay for its other places.
   */
  readonly settles?: readonly SettledPlace[];
  /** What a file may name only once: of two fixes that bring it to one file, the second is tried after the first. */
  readonly brings?: string;
  /** It changes more than somebody expects who asks for all fixes: applied only when its kind is asked for. */
  readonly onRequest?: true;
  /** Makes the edits where that costs too much to be done for a list: until then there are none. */
  readonly prepare?: () => Promise<Fix>;
  /** It answers the finding by a reason instead of settling it: the finding stays until a person has written that. */
  readonly silences?: true;
}
