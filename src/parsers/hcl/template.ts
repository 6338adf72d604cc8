import type { Expression } from '../../model/expression.ts';
import { span } from '../../text/span.ts';
import { marks, QUOTE, skipTo } from './characters.ts';
import { endOfTerminator, heredocAt } from './heredoc.ts';
import { noteMistake, peek, type Reading } from './reading.ts';
import { readTemplateParts, type TemplateKind } from './template-parts.ts';

/**
 * The position is at a quote: a string, with `${…}` and `%{…}` a template
 * (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#templates).
 */
export function readQuoted(reading: Reading): Expression {
  const { text, end } = reading;
  const start = reading.at + 1;
  const mark = skipTo(MARKS, text, start, end);
  if (mark < end && text.charCodeAt(mark) === QUOTE) {
    reading.at = mark + 1;
    return { type: 'literal', value: text.slice(start, mark), span: span(start, mark) };
  }
  reading.at = start;
  const template = readTemplate(reading, QUOTED);
  if (peek(reading) === QUOTE) reading.at++;
  else noteMistake(reading, reading.at);
  return template;
}

const MARKS = marks('"\\$%\n');
const QUOTED: TemplateKind = { style: 'quoted' };

/**
 * The position is at `<`: the heredoc that begins there, if one does. The indentation that `<<-` takes away stays:
 * nothing that names a vendor depends on it, and places stay exact.
 */
export function readHeredoc(reading: Reading): Expression | undefined {
  const { text, at: start, end } = reading;
  const heredoc = heredocAt(text, start, end);
  if (!heredoc) return undefined;
  const { terminator, contents } = heredoc;
  reading.at = contents;
  const isEmpty = endOfTerminator(text, contents, end, terminator) >= 0;
  const template: Expression = isEmpty
    ? { type: 'literal', value: '', span: span(contents, contents) }
    : readTemplate(reading, { style: 'heredoc', terminator });
  const terminatorEnd = endOfTerminator(text, reading.at, end, terminator);
  if (terminatorEnd >= 0) reading.at = terminatorEnd;
  else noteMistake(reading, start);
  return template;
}

/** Reads from behind the beginning of a template to its end. One that is a single expression is that, with its type. */
export function readTemplate(reading: Reading, kind: TemplateKind): Expression {
  const { parts, place } = readTemplateParts(reading, kind);
  const [only] = parts;
  if (!only) return { type: 'literal', value: '', span: place };
  return parts.length === 1 ? only : { type: 'template', parts, span: place };
}
