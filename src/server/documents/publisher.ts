import type { Diagnostic, PublishDiagnosticsParams, Range } from 'vscode-languageserver';
import type { Finding } from '../../model/finding.ts';
import { SEVERITIES, type Severity } from '../../model/vocabulary.ts';
import type { SeverityCounts } from '../../protocol/requests.ts';

/** What one owner has to say about one file. */
export interface FileReport {
  readonly diagnostics: readonly Diagnostic[];
  /** The findings among them; occurrences and problems are not counted. */
  readonly findings: readonly ShownFinding[];
}

/** What is remembered of a finding that an editor shows. */
export interface ShownFinding
  extends Pick<
    Finding,
    'rule' | 'vendor' | 'severity' | 'kind' | 'value' | 'concerns' | 'path' | 'fingerprint'
  > {
  readonly range: Range;
  readonly message: string;
}

/** A finding with the document that it is shown in. */
export interface PlacedFinding {
  readonly uri: string;
  readonly finding: ShownFinding;
}

/** Nothing to say. */
export const EMPTY_REPORT: FileReport = { diagnostics: [], findings: [] };

/**
 * Joins what several owners (folders, their rulesets) say about a file into the one list that the protocol knows per
 * file, and counts findings over all files.
 */
export class Publisher {
  private readonly send: (params: PublishDiagnosticsParams) => void;
  private readonly onChanged: () => void;
  private readonly files = new Map<string, Map<object, FileReport>>();

  constructor(send: (params: PublishDiagnosticsParams) => void, onChanged: () => void) {
    this.send = send;
    this.onChanged = onChanged;
  }

  /** @param version of the open document that the report is about. */
  publish(owner: object, uri: string, report: FileReport, version?: number): void {
    const owners = this.files.get(uri) ?? new Map<object, FileReport>();
    const wasEmpty = (owners.get(owner) ?? EMPTY_REPORT).diagnostics.length === 0;
    if (report.diagnostics.length > 0) owners.set(owner, report);
    else owners.delete(owner);
    if (owners.size > 0) this.files.set(uri, owners);
    else this.files.delete(uri);
    if (wasEmpty && report.diagnostics.length === 0) return;
    const diagnostics = joinDiagnostics([...owners.values()]);
    this.send({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
    this.onChanged();
  }

  /** Takes back all that the owner said. */
  clear(owner: object): void {
    for (const [uri, owners] of [...this.files]) {
      if (owners.has(owner)) this.publish(owner, uri, EMPTY_REPORT);
    }
  }

  /** Findings by severity, over all files. */
  counts(): SeverityCounts {
    return countSeverities(this.findings().map(({ finding }) => finding.severity));
  }

  /** All findings that are shown now, each with its document. */
  findings(): PlacedFinding[] {
    return [...this.files].flatMap(([uri, owners]) =>
      [...owners.values()].flatMap(report => report.findings.map(finding => ({ uri, finding }))),
    );
  }
}

/** How many there are of each severity. */
export function countSeverities(severities: readonly Severity[]): SeverityCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const severity of SEVERITIES) counts[severity] = severities.filter(each => each === severity).length;
  return counts;
}

/** Two folders can have the same ruleset file: what both say is said once. */
function joinDiagnostics(reports: readonly FileReport[]): Diagnostic[] {
  const [only] = reports;
  if (reports.length < 2) return [...(only?.diagnostics ?? [])];
  const all = reports.flatMap(report => report.diagnostics);
  return [...new Map(all.map(diagnostic => [JSON.stringify(diagnostic), diagnostic])).values()];
}
