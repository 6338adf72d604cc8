import type { Location as SarifLocation } from 'sarif';
import type { Span } from '../../text/span.ts';
import { placeRange } from '../place.ts';
import type { Presentation, ScanReport } from '../report.ts';
import { platformUri } from './platform-path.ts';

/** A place in a file, without its region when only the file is concerned. Lines and columns are 1-based. */
export function locationOf(
  { path, span }: { readonly path: string; readonly span?: Span | undefined },
  report: Pick<ScanReport, 'source'>,
  presentation: Pick<Presentation, 'pathPrefix'>,
): SarifLocation {
  const artifactLocation = { uri: platformUri(path, presentation), uriBaseId: '%SRCROOT%' };
  if (!span) return { physicalLocation: { artifactLocation } };
  const { start, end } = placeRange(report.source(path), span);
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return { physicalLocation: { artifactLocation, region } };
}
