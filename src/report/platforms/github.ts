import type { Finding } from '../../model/finding.ts';
import type { Severity } from '../../model/vocabulary.ts';
import { neutralise } from '../../text/neutralise.ts';
import { languageOf } from '../acts.ts';
import { findingMessage } from '../message.ts';
import { placeRange } from '../place.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { platformPath } from './platform-path.ts';

/**
 * Annotations that a GitHub Actions runner shows on the changed lines
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-a-notice-message).
 */
export function* githubReport(report: ScanReport, presentation: Presentation): Iterable<string> {
  for (const finding of report.findings) yield annotation(finding, report, presentation);
  for (const { path, message } of report.problems) {
    const file = path === undefined ? {} : { file: platformPath(path, presentation) };
    yield command(
      'warning',
      { ...file, title: languageOf(report).say('github.unread') },
      languageOf(report).phrase(message),
    );
  }
}

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function annotation(finding: Finding, report: ScanReport, presentation: Presentation): string {
  const { start, end } = placeRange(report.source(finding.path), finding.span);
  const properties = {
    file: platformPath(finding.path, presentation),
    line: String(start.line),
    endLine: String(end.line),
    // Columns of several lines are ignored.
    ...(start.line === end.line ? { col: String(start.column), endColumn: String(end.column) } : {}),
    title: finding.rule,
  };
  return command(COMMANDS[finding.severity], properties, findingMessage(finding, report));
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const parts = Object.entries(properties).map(([key, value]) => `${key}=${propertyText(value)}`);
  return `::${name} ${parts.join(',')}::${dataText(message)}\n`;
}

function propertyText(value: string): string {
  return dataText(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Neutralised text has no line breaks left that could begin another command. */
function dataText(value: string): string {
  return neutralise(value).replaceAll('%', '%25');
}
