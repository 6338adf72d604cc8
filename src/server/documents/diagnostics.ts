import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from 'vscode-languageserver';
import type { Finding, Occurrence } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import type { Severity } from '../../model/vocabulary.ts';
import type { Settings } from '../../protocol/settings.ts';
import type { Language } from '../../report/language.ts';
import { findingMessage, type MessageContext } from '../../report/message.ts';
import { capitalised, kindWords } from '../../report/words.ts';
import { neutralise } from '../../text/neutralise.ts';
import type { Source } from '../../text/source.ts';
import type { Location } from '../../text/span.ts';
import type { ClientFeatures } from '../connection/features.ts';
import type { FolderRoot } from '../folders/folder-root.ts';
import type { Mark } from './marks.ts';
import { locationOf, rangeOf, START_OF_FILE } from './ranges.ts';

/** What diagnostics depend on besides the findings. */
export interface DiagnosticContext {
  readonly root: FolderRoot;
  readonly features: Pick<ClientFeatures, 'relatedInformation' | 'codeDescription'>;
  readonly occurrences: Settings['occurrences'];
  readonly language: Language;
  /** The reader's day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The name that editors show beside every message. */
export const DIAGNOSTIC_SOURCE = 'Vendor Diligence';

/** One diagnostic for all that could not be read or understood in a file. `source`: absent when there is no text. */
export function problemDiagnostics(
  source: Source | undefined,
  problems: readonly Problem[],
  language: Language,
): Diagnostic[] {
  const [first, ...others] = problems;
  if (!first) return [];
  const more = others.length === 0 ? '' : ` (${language.count('scan.more-problems', others.length)})`;
  return [
    {
      ...problemDiagnostic(source, first, language),
      message: sentenceOf(first, language) + more,
    },
  ];
}

/** One diagnostic per problem: for the files that people write for us. */
export function problemDiagnostic(
  source: Source | undefined,
  problem: Problem,
  language: Language,
): Diagnostic {
  const range = source && problem.span ? rangeOf(source, problem.span) : START_OF_FILE;
  return {
    range,
    severity: PROBLEM_SEVERITIES[problem.code] ?? DiagnosticSeverity.Warning,
    source: DIAGNOSTIC_SOURCE,
    code: problem.code,
    message: sentenceOf(problem, language),
  };
}

/** What stands behind a place on a command line stands alone in a list of problems. */
function sentenceOf({ message }: Problem, language: Language): string {
  return capitalised(neutralise(language.phrase(message)));
}

/** A file that is being typed is rarely whole: that is worth a note, not a warning. */
const PROBLEM_SEVERITIES: Readonly<Partial<Record<Problem['code'], DiagnosticSeverity>>> = {
  'syntax-error': DiagnosticSeverity.Information,
  'ruleset-invalid': DiagnosticSeverity.Error,
  'ruleset-unavailable': DiagnosticSeverity.Error,
};

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Makes what an editor shows at the marks of one file. A finding can have thousands of them that say the same. */
export class MarkDiagnostics {
  private readonly source: Source;
  private readonly context: DiagnosticContext;
  private readonly said = new Map<Finding, SaidOfFinding>();
  private readonly messages = new Map<Mark['checked'], MessageContext>();

  constructor(source: Source, context: DiagnosticContext) {
    this.source = source;
    this.context = context;
  }

  /** One diagnostic, or none. */
  of(mark: Mark): Diagnostic[] {
    const { source, context } = this;
    if (mark.role === 'finding') {
      const { severity } = mark.finding;
      return [
        diagnostic(source, mark, context, severity, this.message(mark), trailInformation(mark, context)),
      ];
    }
    const said = this.saidOf(mark);
    if (mark.role === 'origin')
      return [diagnostic(source, mark, context, 'hint', originMessage(mark, context), said.cause)];
    if (context.occurrences === 'off') return [];
    const severity = context.occurrences === 'same' ? mark.finding.severity : 'hint';
    return [diagnostic(source, mark, context, severity, this.occurrenceMessage(mark, said), said.cause)];
  }

  private message({ finding, checked }: Mark): string {
    const { catalog, ruleset } = checked;
    if (!catalog) return neutralise(finding.value);
    // One context for all findings of a check: what they say alike is made once for it.
    const { language, today } = this.context;
    const messages = this.messages.get(checked) ?? { facts: catalog, ruleset, language, today };
    this.messages.set(checked, messages);
    return findingMessage(finding, messages);
  }

  private saidOf(mark: Mark): SaidOfFinding {
    let said = this.said.get(mark.finding);
    if (!said) {
      said = { cause: causeInformation(mark, this.context), occurrences: new Map() };
      this.said.set(mark.finding, said);
    }
    return said;
  }

  private occurrenceMessage(mark: Mark & { role: 'occurrence' }, { occurrences }: SaidOfFinding): string {
    const { kind, value } = mark.occurrence;
    const key = `${kind} ${value}`;
    let text = occurrences.get(key);
    if (text === undefined) {
      text = occurrenceMessage(mark, mark.occurrence, this.context);
      occurrences.set(key, text);
    }
    return text;
  }
}

/** What all marks of a finding have in common. */
interface SaidOfFinding {
  readonly cause: DiagnosticRelatedInformation[];
  /** The texts of its occurrences, by what stands there. */
  readonly occurrences: Map<string, string>;
}

function diagnostic(
  source: Source,
  mark: Mark,
  { features }: DiagnosticContext,
  severity: Severity,
  text: string,
  related: DiagnosticRelatedInformation[],
): Diagnostic {
  const href = features.codeDescription ? evidenceAddress(mark) : undefined;
  return {
    range: rangeOf(source, mark.span),
    severity: SEVERITIES[severity],
    source: DIAGNOSTIC_SOURCE,
    code: mark.finding.rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    message: text,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** The page of the act that decided; only https is passed on. */
function evidenceAddress({ finding, checked }: Mark): string | undefined {
  const addresses = finding.evidence.map(id => checked.catalog?.evidence(id)?.url);
  return addresses.find(address => address?.startsWith('https://'));
}

function occurrenceMessage(
  { finding, checked }: Mark,
  { kind, value }: Occurrence,
  { language }: DiagnosticContext,
): string {
  const vendor = checked.catalog?.vendor(finding.vendor)?.name ?? finding.vendor;
  const place = placeOf(finding, checked.sources, language);
  return neutralise(
    language.say('message.occurrence', { vendor, kind: kindWords(kind, language), value, place }),
  );
}

function originMessage({ finding, checked }: Mark, { language }: DiagnosticContext): string {
  const vendor = checked.catalog?.vendor(finding.vendor)?.name ?? finding.vendor;
  const place = placeOf(finding, checked.sources, language);
  return neutralise(language.say('message.origin', { vendor, place }));
}

function placeOf({ path, span }: Location, sources: ReadonlyMap<string, Source>, language: Language): string {
  const line = sources.get(path)?.lines.positionAt(span.start).line;
  return line === undefined
    ? language.say('message.place', { path })
    : language.say('message.place-line', { path, line: line + 1 });
}

/** Where the value comes from, step by step. */
function trailInformation(
  { finding, checked }: Mark,
  context: DiagnosticContext,
): DiagnosticRelatedInformation[] {
  return finding.trail.flatMap(step =>
    related(context.language.say('message.value-from', { name: step.name }), step, checked.sources, context),
  );
}

/** Back to the finding that an occurrence or an origin belongs to. */
function causeInformation(
  { finding, checked }: Mark,
  context: DiagnosticContext,
): DiagnosticRelatedInformation[] {
  return related(
    context.language.say('message.the-finding', {
      kind: kindWords(finding.kind, context.language),
      value: finding.value,
    }),
    finding,
    checked.sources,
    context,
  );
}

function related(
  text: string,
  place: Location,
  sources: ReadonlyMap<string, Source>,
  { root, features }: DiagnosticContext,
): DiagnosticRelatedInformation[] {
  const location = features.relatedInformation ? locationOf(place, sources, root) : undefined;
  return location ? [{ location, message: neutralise(text) }] : [];
}
