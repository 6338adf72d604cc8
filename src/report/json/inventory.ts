import type { InventoryEntry } from '../../model/finding.ts';
import { placeRange } from '../place.ts';
import type { InventoryReport } from '../report.ts';
import { JSON_REPORT_VERSION, problemEntry } from './json.ts';
import { mapLazily, serialise } from './serialise.ts';

/** Every reference as data. The shape is frozen, as the scan's report is; absent facts have no key. */
export function inventoryJsonReport(report: InventoryReport): Iterable<string> {
  return serialise({
    version: JSON_REPORT_VERSION,
    references: mapLazily(report.references, entry => referenceEntry(entry, report)),
    problems: mapLazily(report.problems, problem => problemEntry(problem, report)),
  });
}

function referenceEntry(entry: InventoryEntry, { source }: InventoryReport) {
  return {
    kind: entry.kind,
    value: entry.value,
    purl: entry.purl,
    name: entry.name,
    version: entry.version,
    path: entry.path,
    range: placeRange(source(entry.path), entry.span),
    format: entry.format,
    provider: entry.provider,
    state: entry.state,
    reason: entry.reason,
  };
}
