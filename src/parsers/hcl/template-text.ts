import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import { moveExpression } from '../move-expression.ts';
import type { HclLanguage } from './language.ts';
import { parseSection } from './section.ts';
import { scanStructure } from './structure.ts';
import type { ReadName } from './tree.ts';

/**
 * Reads a template that has no quotes of its own. The grammar has no such start; a heredoc has the same contents
 * and no other escapes.
 */
export function parseTemplate(text: string, language: HclLanguage, readName: ReadName): Expression {
  const whole = span(0, text.length);
  if (!/[$%]\{/.test(text)) return { type: 'literal', value: text, span: whole };
  const start = `x = <<${terminatorFor(text)}\n`;
  const heredoc = `${start}${text}\n${terminatorFor(text)}\n`;
  const { statements, skeleton } = scanStructure(heredoc);
  if (statements.some(statement => statement.depth > MAX_NESTING)) {
    return { type: 'unknown', reason: 'unsupported-expression', span: whole };
  }
  const section = { text: heredoc, skeleton, offset: -start.length, unclosedStrings: [] };
  const value = parseSection(language, section, readName).body.attributes[0]?.value;
  if (!value) return { type: 'unknown', reason: 'syntax-error', span: whole };
  return withoutLastLineBreak(
    moveExpression(value, place => inside(place, whole)),
    whole,
  );
}

const MAX_NESTING = 100;

/** A word that is not in the text: longer than the longest like it. */
function terminatorFor(text: string): string {
  let length = 0;
  for (const match of text.matchAll(/END_*/g)) length = Math.max(length, match[0].length);
  return 'END'.padEnd(length + 1, '_');
}

function inside(place: Span, whole: Span): Span {
  const start = Math.min(Math.max(place.start, 0), whole.end);
  return span(start, Math.min(Math.max(place.end, start), whole.end));
}

/** The heredoc's last line break is not the template's. */
function withoutLastLineBreak(expression: Expression, whole: Span): Expression {
  if (expression.type === 'literal') return { ...expression, value: expression.value.replace(/\n$/, '') };
  if (expression.type !== 'template') return expression;
  const parts = expression.parts
    .map((part, index) =>
      index === expression.parts.length - 1 ? withoutLastLineBreak(part, part.span) : part,
    )
    .filter(part => part.type !== 'literal' || part.value !== '');
  const [only] = parts;
  return only && parts.length === 1 ? only : { type: 'template', parts, span: whole };
}
