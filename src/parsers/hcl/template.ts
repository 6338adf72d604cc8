import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import { readIntro } from './collection.ts';
import { decodeText, type EscapeStyle } from './escapes.ts';
import { deeper, nodeSpan, type ReadExpression, type Reading, textAt, visitChildren } from './reading.ts';

/**
 * The cursor stands on a `template_expr` node: a quoted string with `${…}` or `%{…}`, or a heredoc. The indentation
 * that `<<-` takes away stays: nothing that names a vendor depends on it, and places stay exact.
 */
export function readTemplate(reading: Reading, readExpression: ReadExpression): Expression {
  let template: Expression = { type: 'unknown', reason: 'syntax-error', span: nodeSpan(reading) };
  visitChildren(reading, kind => {
    const style = kind === 'quoted_template' ? 'quoted' : 'heredoc';
    const contents = style === 'quoted' ? quotedContents(reading) : heredocContents(reading);
    const parts = new PartReader(reading, style, readExpression).read(contents);
    template = wholeTemplate(parts, contents);
  });
  return template;
}

/** A template that is one expression is that expression, with its type. */
function wholeTemplate(parts: readonly Expression[], place: Span): Expression {
  const [only] = parts;
  return only && parts.length === 1 ? only : joined(parts, place);
}

function joined(parts: readonly Expression[], place: Span): Expression {
  const [only] = parts;
  if (!only) return { type: 'literal', value: '', span: place };
  if (parts.length === 1 && only.type === 'literal') return only;
  return { type: 'template', parts, span: place };
}

function quotedContents(reading: Reading): Span {
  const place = nodeSpan(reading);
  const isClosed = place.end - place.start > 1 && textAt(reading, place).endsWith('"');
  return span(place.start + 1, isClosed ? place.end - 1 : place.end);
}

/** From the line after the first identifier to the line with the second. */
function heredocContents(reading: Reading): Span {
  const identifiers: Span[] = [];
  visitChildren(reading, kind => {
    if (kind === 'heredoc_identifier') identifiers.push(nodeSpan(reading));
  });
  const place = nodeSpan(reading);
  const first = identifiers[0]?.end ?? place.end;
  const last = identifiers[1]?.start ?? place.end;
  const lineBreak = reading.text.indexOf('\n', first - reading.offset) + reading.offset;
  const start = lineBreak < first || lineBreak >= last ? first : lineBreak + 1;
  return span(start, Math.max(start, startOfLine(reading, last)));
}

function startOfLine({ text, offset }: Reading, position: number): number {
  let start = position - offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start + offset;
}

/** Reads the parts of a template: expressions, and as text whatever lies between them. */
class PartReader {
  private readonly reading: Reading;
  private readonly style: EscapeStyle;
  private readonly readExpression: ReadExpression;

  constructor(reading: Reading, style: EscapeStyle, readExpression: ReadExpression) {
    this.reading = reading;
    this.style = style;
    this.readExpression = readExpression;
  }

  /** The cursor stands on the node whose children are the parts; those within `contents` are read. */
  read(contents: Span): Expression[] {
    const parts: Expression[] = [];
    let position = contents.start;
    visitChildren(this.reading, kind => {
      if (kind !== 'template_interpolation' && kind !== 'template_directive') return;
      const place = nodeSpan(this.reading);
      if (place.start < position || place.end > contents.end) return;
      this.addText(parts, position, place.start);
      position = place.end;
      parts.push(
        ...(kind === 'template_interpolation' ? this.readInterpolation() : this.readDirective(place)),
      );
    });
    this.addText(parts, position, contents.end);
    return parts;
  }

  /** The tree skips white space at the ends of texts; it counts. */
  private addText(parts: Expression[], start: number, end: number): void {
    if (end <= start) return;
    const place = span(start, end);
    parts.push({ type: 'literal', value: decodeText(textAt(this.reading, place), this.style), span: place });
  }

  private readInterpolation(): Expression[] {
    const found: Expression[] = [];
    visitChildren(this.reading, kind => {
      if (kind === 'expression') found.push(this.readExpression(this.reading));
    });
    return found;
  }

  /** `%{if}` is one of its two texts; `%{for}` gives its text any number of times. */
  private readDirective(place: Span): Expression[] {
    const found: Expression[] = [];
    visitChildren(this.reading, kind => {
      if (kind === 'template_if') found.push(deeper(this.reading, place, () => this.readIf(place)));
      if (kind === 'template_for') found.push(deeper(this.reading, place, () => this.readFor(place)));
    });
    return found;
  }

  private readIf(place: Span): Expression {
    const marks = this.marksOf(['template_if_intro', 'template_else_intro', 'template_if_end']);
    const options = marks
      .slice(0, -1)
      .map((mark, index) => this.readBetween(mark, marks[index + 1] ?? place));
    if (options.length < 2) options.push({ type: 'literal', value: '', span: span(place.end, place.end) });
    return { type: 'choice', options, span: place };
  }

  private readFor(place: Span): Expression {
    const [start, end] = this.marksOf(['template_for_start', 'template_for_end']);
    const outer = this.reading.bindings;
    visitChildren(this.reading, kind => {
      if (kind === 'template_for_start') this.reading.bindings = readIntro(this.reading, this.readExpression);
    });
    const text = this.readBetween(start ?? place, end ?? place);
    this.reading.bindings = outer;
    return { type: 'call', name: 'for', arguments: [text], span: place };
  }

  private marksOf(kinds: readonly string[]): Span[] {
    const marks: Span[] = [];
    visitChildren(this.reading, kind => {
      if (kinds.includes(kind)) marks.push(nodeSpan(this.reading));
    });
    return marks;
  }

  private readBetween(from: Span, to: Span): Expression {
    const contents = span(from.end, Math.max(from.end, to.start));
    return joined(this.read(contents), contents);
  }
}
