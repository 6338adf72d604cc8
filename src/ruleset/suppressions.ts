import * as v from 'valibot';
import { type Comment, SUPPRESSION_MARKER } from '../model/extraction.ts';
import type { Finding, Suppression } from '../model/finding.ts';
import type { Ruleset } from '../model/ruleset.ts';
import { DaySchema } from '../model/vocabulary.ts';
import type { Source } from '../text/source.ts';
import { type Location, type Span, sliceSpan, span } from '../text/span.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { type NoticeRule, noticeFinding } from './notice.ts';

/** A file's comments that carry the marker. */
export interface CommentedFile {
  readonly source: Source;
  readonly comments: readonly Comment[];
}

/**
 * Silences findings by comment (`vendor-diligence-ignore[-line|-next-line|-block|-file] <rule or vendor>[, …]
 * [until YYYY-MM-DD] -- reason`), and adds a finding for each comment that is malformed, forbidden, expired or unused.
 */
export function applySuppressions(
  findings: readonly Finding[],
  files: readonly CommentedFile[],
  policy: Ruleset['suppressions'],
  today: string,
): Finding[] {
  const directives = files.flatMap(file =>
    file.comments.flatMap(comment => parseDirectives(file.source, comment)),
  );
  const used = new Set<Directive>();
  const active = directives.filter(directive => defectOf(directive, policy, today) === undefined);
  const silenced = findings.flatMap(finding => silence(finding, active, used));
  const complaints = directives.flatMap(directive => complaintAbout(directive, used, policy, today));
  return [...silenced, ...complaints];
}

/**
 * A comment at a provider silences all that is built on it. Elsewhere each place needs its own: what is left moves to
 * the first place without a comment.
 */
function silence(finding: Finding, active: readonly Directive[], used: Set<Directive>): Finding[] {
  const silenced = new Map<string, Finding>();
  const isSilenced = (place: Location): boolean => silenced.has(placeKey(place));
  for (const [index, { path, span, value }] of [finding, ...finding.occurrences].entries()) {
    if (isSilenced({ path, span })) continue;
    const here = index === 0 ? finding : { ...finding, path, span, value };
    const directive = active.find(each => covers(each, here));
    if (!directive) {
      const occurrences = finding.occurrences.slice(index).filter(each => !isSilenced(each));
      return [...silenced.values(), withoutSuppressedOccurrences({ ...here, occurrences }, active, used)];
    }
    used.add(directive);
    const suppression = suppressionOf(directive);
    if (STANDS_FOR_OTHERS.has(finding.kind)) return [{ ...finding, suppression }];
    silenced.set(placeKey(here), { ...here, occurrences: [], suppression });
  }
  return [...silenced.values()];
}

function placeKey({ path, span }: Location): string {
  return `${path}\n${span.start}`;
}

const STANDS_FOR_OTHERS: ReadonlySet<Finding['kind']> = new Set<Finding['kind']>([
  'provider',
  'region',
  'resource',
  'package',
]);

interface Directive {
  readonly path: string;
  /** The directive's own text. */
  readonly span: Span;
  /** Where it silences. */
  readonly covers: Span;
  readonly targets: readonly string[];
  readonly until?: string;
  readonly reason?: string;
  readonly malformed?: Phrase;
}

const SCOPES = ['line', 'next-line', 'block', 'file'] as const;
type Scope = (typeof SCOPES)[number];

function parseDirectives(source: Source, comment: Comment): Directive[] {
  const text = sliceSpan(source.text, comment.span);
  const start = text.indexOf(SUPPRESSION_MARKER);
  if (start < 0) return [];
  const end = lineEnd(text, start);
  const body = text
    .slice(start + SUPPRESSION_MARKER.length, end)
    .replace(/(?:\*\/|-->)\s*$/, '')
    .trimEnd();
  const own = span(
    comment.span.start + start,
    comment.span.start + start + SUPPRESSION_MARKER.length + body.length,
  );
  return [{ path: source.path, span: own, ...parseBody(body, source, comment) }];
}

function parseBody(body: string, source: Source, comment: Comment): Omit<Directive, 'path' | 'span'> {
  const scopeWord = /^-([a-z-]+?)(?=\s|$)/.exec(body);
  const scope = scopeWord ? SCOPES.find(name => name === scopeWord[1]) : undefined;
  const rest = body.slice(scopeWord?.[0].length ?? 0);
  const dashes = rest.search(/(^|\s)--(\s|$)/);
  const head = (dashes < 0 ? rest : rest.slice(0, dashes)).trim();
  const reason =
    dashes < 0
      ? ''
      : rest
          .slice(dashes)
          .replace(/^\s*--/, '')
          .trim();
  const until = /(?:^|\s)until\s+(\S+)$/.exec(head)?.[1];
  const targets = head
    .replace(/(?:^|\s)until\s+\S+$/, '')
    .split(/[\s,]+/)
    .filter(Boolean);
  const malformed = whatIsWrong(scopeWord?.[1], scope, targets, until);
  return {
    covers: coveredBy(scope, source, comment),
    targets,
    ...(until === undefined ? {} : { until }),
    ...(reason === '' ? {} : { reason }),
    ...(malformed === undefined ? {} : { malformed }),
  };
}

function whatIsWrong(
  word: string | undefined,
  scope: Scope | undefined,
  targets: readonly string[],
  until: string | undefined,
) {
  if (word !== undefined && !scope)
    return phrase('notice.unknown-form', { form: `${SUPPRESSION_MARKER}-${word}` });
  if (targets.length === 0) return phrase('notice.no-name');
  if (until !== undefined && !v.is(DaySchema, until)) return phrase('notice.no-date', { until });
  return undefined;
}

/** Without a scope word: the comment's own line, or the next one when the comment stands alone on its line. */
function coveredBy(scope: Scope | undefined, source: Source, comment: Comment): Span {
  if (scope === 'file') return span(0, source.text.length);
  if (scope === 'block') return comment.block;
  const { lines, text } = source;
  const first = lines.positionAt(comment.span.start).line;
  const last = lines.positionAt(comment.span.end).line;
  const alone = text.slice(lines.lineStart(first), comment.span.start).trim() === '';
  if (scope === 'line' || (scope === undefined && !alone))
    return span(lines.lineStart(first), lines.lineStart(last + 1));
  const next = nextLineWithContent(source, last + 1);
  return span(lines.lineStart(next), lines.lineStart(next + 1));
}

function nextLineWithContent({ lines, text }: Source, from: number): number {
  let line = from;
  while (
    line + 1 < lines.lineCount &&
    text.slice(lines.lineStart(line), lines.lineStart(line + 1)).trim() === ''
  )
    line++;
  return line;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function covers(directive: Directive, finding: Finding): boolean {
  return (
    finding.path === directive.path &&
    isInside(finding.span, directive.covers) &&
    (directive.targets.includes(finding.rule) || directive.targets.includes(finding.vendor))
  );
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function withoutSuppressedOccurrences(
  finding: Finding,
  directives: readonly Directive[],
  used: Set<Directive>,
): Finding {
  if (finding.occurrences.length === 0 || directives.length === 0) return finding;
  const kept = finding.occurrences.filter(({ path, span: place }) => {
    const directive = directives.find(each => covers(each, { ...finding, path, span: place }));
    if (directive) used.add(directive);
    return directive === undefined;
  });
  return kept.length === finding.occurrences.length ? finding : { ...finding, occurrences: kept };
}

function suppressionOf({ reason, until }: Directive): Suppression {
  return {
    by: 'comment',
    ...(reason === undefined ? {} : { reason }),
    ...(until === undefined ? {} : { until }),
  };
}

/** Why a directive silences nothing, whatever stands under it. */
function defectOf(directive: Directive, policy: Ruleset['suppressions'], today: string): Defect | undefined {
  if (policy === 'forbid') return { rule: 'suppression-forbidden', detail: phrase('notice.forbidden') };
  if (directive.malformed !== undefined)
    return { rule: 'suppression-malformed', detail: directive.malformed };
  if (policy === 'require-reason' && directive.reason === undefined) {
    return { rule: 'suppression-malformed', detail: phrase('notice.no-reason') };
  }
  if (directive.until !== undefined && directive.until < today) {
    return {
      rule: 'suppression-expired',
      detail: phrase('notice.comment-ended', { until: directive.until }),
    };
  }
  return undefined;
}

interface Defect {
  readonly rule: NoticeRule;
  readonly detail: Phrase;
}

function complaintAbout(
  directive: Directive,
  used: ReadonlySet<Directive>,
  policy: Ruleset['suppressions'],
  today: string,
): Finding[] {
  const unused: Defect | undefined = used.has(directive)
    ? undefined
    : { rule: 'suppression-unused', detail: phrase('notice.silences-nothing') };
  const defect = defectOf(directive, policy, today) ?? unused;
  if (!defect) return [];
  return [
    noticeFinding({
      ...defect,
      kind: 'suppression',
      severity: defect.rule === 'suppression-unused' ? 'information' : 'warning',
      place: { path: directive.path, span: directive.span },
      structuralPath: ['suppression', ...directive.targets],
    }),
  ];
}
