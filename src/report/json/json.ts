import type { Finding, Occurrence, TraceStep } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { Span } from '../../text/span.ts';
import { remembered } from '../../words/phrasing.ts';
import { languageOf } from '../acts.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import type { ScanReport } from '../report.ts';
import { JsonText, mapLazily, safeText, serialise } from './serialise.ts';

/** The version of the report's shape: a change that a consumer could notice raises it. */
export const JSON_REPORT_VERSION = 1;

/** The machine-readable report. Its shape is frozen: it has its own keys and does not follow the engine's types. */
export function jsonReport(report: ScanReport): Iterable<string> {
  const { tool, ruleset, findings, problems, stats } = report;
  const texts = new FindingTexts(report);
  return serialise({
    version: JSON_REPORT_VERSION,
    tool: { name: tool.name, version: tool.version },
    ruleset: { name: ruleset.name, version: ruleset.version },
    audience: ruleset.audience,
    findings: mapLazily(findings, finding => texts.of(finding)),
    problems: mapLazily(problems, problem => problemEntry(problem, report)),
    stats: {
      files: {
        discovered: stats.files.discovered,
        classified: stats.files.classified,
        prefiltered: stats.files.prefiltered,
        parsed: stats.files.parsed,
      },
      references: {
        matched: stats.references.matched,
        unmatched: stats.references.unmatched,
        unresolved: stats.references.unresolved,
      },
    },
    change: report.change,
  });
}

/** A problem as every JSON report shows it; `path` and `range` are absent when no file or place is concerned. */
export function problemEntry(
  { code, path, span, message }: Problem,
  report: Pick<ScanReport, 'source' | 'language'>,
) {
  const range = path !== undefined && span ? placeRange(report.source(path), span) : undefined;
  return { code, path, range, message: languageOf(report).phrase(message) };
}

/** Findings as JSON. Most of a finding's text are its acts, which most findings share: each is written once. */
class FindingTexts {
  private readonly report: ScanReport;
  private readonly evidence: (id: string) => string;
  private readonly sharedStep: (step: TraceStep) => string;

  constructor(report: ScanReport) {
    this.report = report;
    this.evidence = remembered((id: string) => evidenceEntry(id, report).map(safeText).join());
    this.sharedStep = remembered((step: TraceStep) => safeText(traceEntry(step, report)));
  }

  of(finding: Finding): JsonText {
    return new JsonText(this.piecesOf(finding));
  }

  private *piecesOf(finding: Finding): Generator<string> {
    const { via, occurrences, fingerprint } = finding;
    yield `{${members(findingHead(finding, this.report))},"evidence":[`;
    yield* separated(finding.evidence.map(this.evidence).filter(Boolean));
    yield '],"trace":[';
    yield* separated(finding.trace.map(step => this.traceText(step)));
    yield `],"via":${safeText(via)},"occurrences":[`;
    for (let first = 0; first < occurrences.length; first += PIECE) {
      const places = occurrences.slice(first, first + PIECE);
      const texts = safeText(places.map(place => occurrenceEntry(place, this.report))).slice(1, -1);
      if (first > 0) yield ',';
      yield texts;
    }
    const fixes = this.report.fixesOf(finding).map(({ title, grade }) => ({ title, grade }));
    yield `],${members({ fixes, fingerprint })}}`;
  }

  /** A judgement's steps are the same objects for all its findings. */
  private traceText(step: TraceStep): string {
    const isShared = step.step === 'evidence' || step.step === 'rule';
    return isShared ? this.sharedStep(step) : safeText(traceEntry(step, this.report));
  }
}

/** Places of a finding that are written at once. */
const PIECE = 1000;

/** Elements of a list: what is long is handed on as it is, not put together. */
function* separated(texts: readonly string[]): Generator<string> {
  for (const [index, text] of texts.entries()) {
    if (index > 0) yield ',';
    yield text;
  }
}

/** An object's JSON text without its braces. */
function members(entry: Readonly<Record<string, unknown>>): string {
  return safeText(entry).slice(1, -1);
}

function findingHead(finding: Finding, report: ScanReport) {
  return {
    rule: finding.rule,
    vendor: finding.vendor,
    kind: finding.kind,
    // The key is always there: a finding about a suppression has no relationship to anybody.
    relationship: finding.relationship ?? null,
    concerns: finding.concerns,
    severity: finding.severity,
    confidence: finding.confidence,
    ...located(finding, report),
    value: finding.value,
    message: findingMessage(finding, report),
  };
}

function occurrenceEntry({ path, span, value }: Occurrence, { source }: ScanReport) {
  return { path, range: placeRange(source(path), span), value };
}

function located({ path, span }: { path: string; span: Span }, report: ScanReport) {
  return { path, range: placeRange(report.source(path), span) };
}

function evidenceEntry(id: string, { facts }: ScanReport) {
  const evidence = facts.evidence(id);
  if (!evidence) return [];
  const { title, authority, date, status, asOf, effect, url } = evidence;
  return [{ id, title, authority, date, status, asOf, effect, url }];
}

function traceEntry(step: TraceStep, report: ScanReport) {
  switch (step.step) {
    case 'value':
      return { step: step.step, name: step.name, ...located(step, report) };
    case 'lockfile':
      return { step: step.step, path: step.path };
    case 'indicator':
      return { step: step.step, indicator: step.indicator, vendor: step.vendor };
    case 'region':
      return { step: step.step, region: step.region, location: step.location, operator: step.operator };
    case 'evidence':
      return { step: step.step, evidence: step.evidence, effect: step.effect, severity: step.severity };
    case 'rule':
      return { step: step.step, rule: step.rule, ruleset: step.ruleset, severity: step.severity };
  }
}
