import type { Span } from '../text/span.ts';
import type { Phrase } from '../words/phrase.ts';

/** Something that could not be read or understood. A problem is a result: it is shown and has its own exit code. */
export interface Problem {
  readonly code: ProblemCode;
  /** Posix path relative to the scanned root; absent when no file is concerned. */
  readonly path?: string;
  readonly span?: Span;
  /** One sentence: what is wrong and what to do. */
  readonly message: Phrase;
}

export type ProblemCode =
  | 'unreadable'
  | 'too-large'
  | 'binary'
  | 'not-a-file'
  | 'invalid-encoding'
  | 'syntax-error'
  | 'too-deep'
  | 'too-many-aliases'
  | 'too-slow'
  | 'internal-error'
  | 'ruleset-invalid'
  | 'ruleset-unavailable'
  | 'ruleset-stale'
  | 'discovery-limit';
