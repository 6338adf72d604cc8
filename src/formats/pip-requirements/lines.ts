import { type PlacedText, PlacedTextBuilder } from '../../parsers/placed-text.ts';
import { type Span, span } from '../../text/span.ts';

/** A requirements file as pip reads it: lines that end with a backslash go on with the next one. */
export interface RequirementsLines {
  /** Without comments and blanks around them; none is empty. */
  readonly lines: readonly PlacedText[];
  readonly comments: readonly Span[];
}

/** https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
export function readRequirementsLines(text: string): RequirementsLines {
  const lines: PlacedText[] = [];
  const comments: Span[] = [];
  let builder = new PlacedTextBuilder();
  let first: number | undefined;
  let last = 0;
  const finish = (): void => {
    if (first !== undefined) lines.push(builder.build(span(first, last)));
    builder = new PlacedTextBuilder();
    first = undefined;
  };
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    const written = line[0];
    const comment = startOfComment(written);
    if (comment >= 0) comments.push(span(line.index + comment, line.index + written.length));
    const content = (comment < 0 ? written : written.slice(0, comment)).trimEnd();
    const goesOn = comment < 0 && content.endsWith('\\');
    const indent = content.length - content.trimStart().length;
    const end = goesOn ? content.slice(0, -1).trimEnd().length : content.length;
    if (indent < end) {
      const place = span(line.index + indent, line.index + end);
      if (first !== undefined) builder.append(' ', span(last, place.start));
      first ??= place.start;
      builder.append(content.slice(indent, end), place);
      last = place.end;
    }
    if (!goesOn) finish();
  }
  finish();
  return { lines, comments };
}

/** A `#` at the beginning or behind a blank; in an address it begins a fragment. */
function startOfComment(line: string): number {
  return /(?:^|[ \t])#/.exec(line)?.index ?? -1;
}
