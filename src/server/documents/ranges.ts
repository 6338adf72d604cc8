import type { Location as LspLocation, Range } from 'vscode-languageserver';
import type { Source } from '../../text/source.ts';
import type { Location, Span } from '../../text/span.ts';
import type { FolderRoot } from '../folders/folder-root.ts';

/** The protocol's range of a span; both count UTF-16 code units. */
export function rangeOf(source: Pick<Source, 'lines'>, span: Span): Range {
  return { start: source.lines.positionAt(span.start), end: source.lines.positionAt(span.end) };
}

/** The range of a text that is not at hand. */
export const START_OF_FILE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The span of a protocol's range. */
export function spanOf(source: Pick<Source, 'lines'>, range: Range): Span {
  return { start: source.lines.offsetAt(range.start), end: source.lines.offsetAt(range.end) };
}

/** A place in some file of a check; `undefined` when its text is not at hand. */
export function locationOf(
  place: Location,
  sources: ReadonlyMap<string, Source>,
  root: FolderRoot,
): LspLocation | undefined {
  const source = sources.get(place.path);
  return source && { uri: root.toUri(place.path), range: rangeOf(source, place.span) };
}

/** Whether two spans share a character or touch: a cursor behind a token belongs to it. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
