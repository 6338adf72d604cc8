import type { InventoryEntry } from '../../model/finding.ts';
import { neutralise } from '../../text/neutralise.ts';
import type { InventoryReport, Presentation } from '../report.ts';
import { problemLines } from './problems.ts';
import { counted, type Style, styleFor, withLineBreaks } from './style.ts';

/** One line per reference: place, kind, value, and what became of it; then the counts. */
export function inventoryTextReport(report: InventoryReport, presentation: Presentation): Iterable<string> {
  return withLineBreaks(inventoryLines(report, styleFor(presentation)));
}

function* inventoryLines(report: InventoryReport, style: Style): Generator<string> {
  for (const entry of report.references) yield entryLine(entry, report, style);
  if (report.references.length > 0) yield '';
  yield* problemLines(report.problems, report.source, style);
  yield countLine(report.references, style);
}

function entryLine(entry: InventoryEntry, { source }: InventoryReport, style: Style): string {
  const place = style.place(entry.path, source(entry.path), entry.span.start);
  const value = neutralise(entry.value + (entry.version === undefined ? '' : ` ${entry.version}`));
  const outcome = entry.state === 'matched' ? (entry.vendor ?? '') : (entry.reason ?? '');
  const paint = entry.state === 'matched' ? style.severity.warning : style.dim;
  return `${place} ${style.dim(entry.kind)} ${value}  ${paint(`${entry.state}${outcome && `: ${neutralise(outcome)}`}`)}`;
}

function countLine(references: readonly InventoryEntry[], style: Style): string {
  const count = (state: InventoryEntry['state']) => references.filter(entry => entry.state === state).length;
  const total = style.bold(counted(references.length, 'reference'));
  return `${total}: ${count('matched')} matched, ${count('unmatched')} unmatched, ${count('unresolved')} unresolved`;
}
