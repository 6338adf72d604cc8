import type { HclAttribute, HclBlock } from '../../parsers/hcl/tree.ts';
import type { TextEdit } from '../../text/edit.ts';
import { type Span, span } from '../../text/span.ts';
import { lineAround } from '../lines.ts';

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The white space before the first character of the line that `offset` is in. */
export function indentationAt(text: string, offset: number): string {
  const { start } = lineAround(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** What is written behind the `=` of an attribute. */
export function valueSpan(text: string, { nameSpan, span: whole }: HclAttribute): Span {
  const sign = text.indexOf('=', nameSpan.end);
  const start = sign < 0 || sign >= whole.end ? whole.end : sign + 1;
  const blank = /^\s*/.exec(text.slice(start, whole.end))?.[0].length ?? 0;
  return span(start + blank, whole.end);
}

/** `name = value` in place of an attribute, the sign in its column where the new name leaves room. */
export function assignment(text: string, { nameSpan }: HclAttribute, name: string, value: string): string {
  const sign = text.indexOf('=', nameSpan.end);
  const column = Math.max(0, sign - nameSpan.start);
  return `${name}${' '.repeat(Math.max(1, column - name.length))}= ${value}`;
}

/** A statement's lines as comments, with the reason. `indentation` is that of the statement. */
export function commentedOut(statement: string, reason: string, indentation: string): string {
  const lines = statement.split(/\r\n|\r|\n/);
  const [first = ''] = lines;
  if (lines.length === 1) return `# ${first} # not migrated: ${reason}`;
  const lineBreak = lineBreakOf(statement);
  const rest = lines.slice(1).map(line => {
    const inner = line.startsWith(indentation) ? line.slice(indentation.length) : line.trimStart();
    return `${indentation}# ${inner}`.trimEnd();
  });
  return [`# not migrated: ${reason}`, `${indentation}# ${first}`, ...rest].join(lineBreak);
}

/** The comment at the end of a statement's last line; empty when there is none. */
export function trailingComment(text: string, end: number): string {
  return /^[ \t]*((?:#|\/\/)[^\r\n]*)/.exec(text.slice(end, lineAround(text, end).end))?.[1]?.trimEnd() ?? '';
}

/** Where the contents of a block begin: behind its `{`. */
function bodyStart(text: string, { labels, typeSpan, span: whole }: HclBlock): number {
  const from = labels.at(-1)?.span.end ?? typeSpan.end;
  const brace = text.indexOf('{', from);
  return brace < 0 ? whole.end : brace + 1;
}

/** Puts lines before the closing bracket, set apart by an empty one if told so. A block of one line is opened first. */
export function appended(
  text: string,
  block: HclBlock,
  lines: readonly string[],
  withGap: boolean,
): TextEdit[] {
  const lineBreak = lineBreakOf(text);
  const outer = indentationAt(text, block.span.start);
  const start = bodyStart(text, block);
  const end = block.span.end - 1;
  const contents = text.slice(start, end);
  if (contents.includes('\n')) {
    if (lines.length === 0) return [];
    const at = lineAround(text, end).start;
    const newText = [...(withGap ? [''] : []), ...lines].map(line => line + lineBreak).join('');
    return [{ span: span(at, at), newText }];
  }
  if (contents.trim() === '') {
    if (lines.length === 0) return [];
    return [{ span: span(start, end), newText: lineBreak + [...lines, outer].join(lineBreak) }];
  }
  const blanks = /^\s*/.exec(contents)?.[0].length ?? 0;
  const last = start + contents.trimEnd().length;
  return [
    { span: span(start, start + blanks), newText: `${lineBreak}${outer}  ` },
    { span: span(last, end), newText: lineBreak + [...lines, outer].join(lineBreak) },
  ];
}

/**
 * Another text for a place; where it stays or only goes on, a preview shows no more than what is new. Before the bracket
 * of a block of one line it is written whole: `appended` inserts at its end.
 */
export function rewritten(text: string, place: Span, newText: string): TextEdit[] {
  const old = text.slice(place.start, place.end);
  if (newText === old) return [];
  const isBeforeBracket = /^[ \t]*\}/.test(text.slice(place.end, lineAround(text, place.end).end));
  if (!newText.startsWith(old) || isBeforeBracket) return [{ span: place, newText }];
  return [{ span: span(place.end, place.end), newText: newText.slice(old.length) }];
}
