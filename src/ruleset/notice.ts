import type { Finding, NoticeKind } from '../model/finding.ts';
import type { Severity } from '../model/vocabulary.ts';
import { hashText } from '../text/hash.ts';
import type { Location } from '../text/span.ts';

/** What a notice says, and where. */
export interface Notice {
  readonly rule: string;
  readonly kind: NoticeKind;
  readonly severity: Severity;
  readonly place: Location;
  /** The end of a sentence that begins with the kind: `ended on 2026-01-01`. */
  readonly detail: string;
  /** What tells it from others in the file, wherever it moves. */
  readonly structuralPath: readonly string[];
}

/** A finding about the policy itself: no vendor is in it. */
export function noticeFinding({ rule, kind, severity, place, detail, structuralPath }: Notice): Finding {
  return {
    rule,
    vendor: '',
    kind,
    concerns: [],
    severity,
    confidence: 'certain',
    path: place.path,
    span: place.span,
    value: detail,
    evidence: [],
    trace: [],
    trail: [],
    via: [],
    occurrences: [],
    fingerprint: hashText([rule, place.path, ...structuralPath].join('\n')),
    structuralPath,
  };
}
