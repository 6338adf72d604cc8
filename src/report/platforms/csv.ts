import type { Finding } from '../../model/finding.ts';
import { neutralise } from '../../text/neutralise.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import type { ScanReport } from '../report.ts';
import { jurisdictionOf, vendorNameOf } from '../summary.ts';

const COLUMNS = [
  'severity',
  'rule',
  'vendor',
  'jurisdiction',
  'location',
  'operator',
  'kind',
  'relationship',
  'value',
  'path',
  'line',
  'column',
  'concerns',
  'evidence',
  'message',
  'fingerprint',
] as const;

/** A row for each finding, as spreadsheets read it (https://www.rfc-editor.org/rfc/rfc4180). */
export function* csvReport(report: ScanReport): Iterable<string> {
  yield row(COLUMNS);
  for (const finding of report.findings) yield row(fieldsOf(finding, report));
}

function fieldsOf(finding: Finding, report: ScanReport): string[] {
  const { line, column } = placeRange(report.source(finding.path), finding.span).start;
  return [
    finding.severity,
    finding.rule,
    vendorNameOf(finding, report).join(),
    jurisdictionOf(finding, report) ?? '',
    finding.location ?? '',
    finding.operator ?? '',
    finding.kind,
    finding.relationship ?? '',
    finding.value,
    finding.path,
    String(line),
    String(column),
    finding.concerns.join(' '),
    finding.evidence.join(' '),
    findingMessage(finding, report),
    finding.fingerprint,
  ];
}

function row(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

/** A spreadsheet takes text that begins with such a character for a formula: an apostrophe keeps it text. */
const FORMULA = /^[=+\-@]/;

function field(text: string): string {
  const safe = neutralise(text).replace(FORMULA, "'$&");
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
