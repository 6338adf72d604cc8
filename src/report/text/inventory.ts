import type { InventoryEntry } from '../../model/finding.ts';
import { neutralise } from '../../text/neutralise.ts';
import { ENGLISH } from '../language.ts';
import type { InventoryReport, Presentation } from '../report.ts';
import { problemLines } from './problems.ts';
import { type Style, styleFor, withLineBreaks } from './style.ts';

/** One line per reference: place, kind, value, and what became of it; then the counts. */
export function inventoryTextReport(report: InventoryReport, presentation: Presentation): Iterable<string> {
  return withLineBreaks(inventoryLines(report, styleFor(presentation)));
}

function* inventoryLines(report: InventoryReport, style: Style): Generator<string> {
  for (const entry of report.references) yield entryLine(entry, report, style);
  if (report.references.length > 0) yield '';
  yield* problemLines(report.problems, report.source, style, ENGLISH);
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
  const total = style.bold(ENGLISH.count('inventory.references', references.length));
  return ENGLISH.say('inventory.counts', {
    references: total,
    matched: count('matched'),
    unmatched: count('unmatched'),
    unresolved: count('unresolved'),
  });
}
