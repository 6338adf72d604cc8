import type { CatalogIndex } from '../catalog/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Format } from '../model/format.ts';
import type { Ruleset } from '../model/ruleset.ts';
import type { Source } from '../text/source.ts';

/** What fixes are made from. */
export interface FixContext {
  readonly ruleset: Ruleset;
  readonly catalog: CatalogIndex;
  /** All findings that were made together: what names the same thing goes with it. */
  readonly findings: readonly Finding[];
  /** The texts that the finding's offsets are about. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The format that reads a file. */
  readonly formatOf: (source: Source) => Format | undefined;
  /** Where the repository's own ruleset is or would be. */
  readonly rulesetPath: string;
  /** Whether a text is what a ruleset's pattern means. */
  readonly matchesGlob: (pattern: string, text: string) => boolean;
}

/**
 * One kind of fix: what it can do about a finding, the best first. It describes edits and tries nothing; a kind that
 * does not apply answers with an empty list, one that applies but cannot help with a refused fix that says why.
 */
export type MakeFixes = (finding: Finding, context: FixContext) => readonly Fix[];
