import type { InventoryEntry } from '../../model/finding.ts';
import { neutralise } from '../../text/neutralise.ts';
import type { Language } from '../language.ts';
import type { InventoryReport, Presentation } from '../report.ts';
import { kindWords } from '../words.ts';
import { problemLines } from './problems.ts';
import { type Style, styleFor, withLineBreaks } from './style.ts';

/** One line per reference: place, kind, value, and what became of it; then the counts. */
export function inventoryTextReport(report: InventoryReport, presentation: Presentation): Iterable<string> {
  return withLineBreaks(inventoryLines(report, styleFor(presentation)));
}

function* inventoryLines(report: InventoryReport, style: Style): Generator<string> {
  for (const entry of report.references) yield entryLine(entry, report, style);
  if (report.references.length > 0) yield '';
  yield* problemLines(report.problems, report.source, style, report.language);
  yield countLine(report, style);
}

function entryLine(entry: InventoryEntry, { source, language }: InventoryReport, style: Style): string {
  const place = style.place(entry.path, source(entry.path), entry.span.start);
  const value = neutralise(entry.value + (entry.version === undefined ? '' : ` ${entry.version}`));
  const paint = entry.state === 'matched' ? style.severity.warning : style.dim;
  const outcome = language.say(`inventory.${entry.state}`, { outcome: outcomeOf(entry, language) });
  return `${place} ${style.dim(kindWords(entry.kind, language))} ${value}  ${paint(outcome)}`;
}

/** The vendor's id, which rulesets name it by, or why there is none. */
function outcomeOf({ vendor, reason }: InventoryEntry, language: Language): string {
  return neutralise(vendor ?? (reason === undefined ? '' : language.say(`reason.${reason}`)));
}

function countLine({ references, language }: InventoryReport, style: Style): string {
  const count = (state: InventoryEntry['state']) => references.filter(entry => entry.state === state).length;
  const total = style.bold(language.count('inventory.references', references.length));
  return language.say('inventory.counts', {
    references: total,
    matched: count('matched'),
    unmatched: count('unmatched'),
    unresolved: count('unresolved'),
  });
}
