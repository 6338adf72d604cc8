import type { Finding, NoticeKind } from '../model/finding.ts';
import type { Severity } from '../model/vocabulary.ts';
import { hashText } from '../text/hash.ts';
import type { Location } from '../text/span.ts';
import type { Phrase } from '../words/phrase.ts';
import { inEnglish } from '../words/phrasing.ts';

/** The rules that are about the policy itself, and what each tells. */
export const NOTICE_RULES = {
  'suppression-unused': 'A comment silences nothing where it stands.',
  'suppression-expired': 'The day until which a comment holds is over.',
  'suppression-malformed':
    'A comment names no rule, no known day or, where the ruleset wants one, no reason.',
  'suppression-forbidden': 'The ruleset forbids such comments.',
  'exception-unused': 'An exception covers nothing here.',
  'exception-expiring': 'An exception ends within fourteen days.',
  'exception-expired': 'An exception has ended and covers nothing.',
  'policy-override-refused': 'A repository tried to weaken what its organisation says.',
} as const;

export type NoticeRule = keyof typeof NOTICE_RULES;

/** What a notice says, and where. */
export interface Notice {
  readonly rule: NoticeRule;
  readonly kind: NoticeKind;
  readonly severity: Severity;
  readonly place: Location;
  /** The end of a sentence that begins with the kind: `ended on 2026-01-01`. */
  readonly detail: Phrase;
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
    value: inEnglish(detail),
    notice: detail,
    evidence: [],
    trace: [],
    trail: [],
    via: [],
    occurrences: [],
    fingerprint: hashText([rule, place.path, ...structuralPath].join('\n')),
    structuralPath,
  };
}
