import { type Expression, UNKNOWN_PART } from '../../model/expression.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { spanWithin } from '../../parsers/tree.ts';

/** `${NAME}`, npm's `${NAME?}`, and `${NAME-default}` or `${NAME:-default}` of pnpm. */
const VARIABLE = /\$\{([^}${:?-]+)(?::?-([^}$]*)|\?)?\}/g;

/** The value with every variable replaced by as many unknown characters, so that hosts can be looked for. */
export function withVariablesHidden(value: PlacedText): PlacedText {
  const text = value.text.replace(VARIABLE, match => UNKNOWN_PART.repeat(match.length));
  return { ...value, text };
}

/**
 * The value from its character `from` on. npm takes variables from its environment, so they are unknown, unless
 * the file gives a default.
 */
export function expressionOf(value: PlacedText, from: number): Expression {
  const parts: Expression[] = [];
  let position = from;
  for (const match of value.text.matchAll(VARIABLE)) {
    if (match.index < position) continue;
    if (match.index > position) parts.push(literal(value, position, match.index));
    position = match.index + match[0].length;
    parts.push(variable(value, match));
  }
  if (position < value.text.length || parts.length === 0)
    parts.push(literal(value, position, value.text.length));
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return { type: 'template', parts, span: spanWithin(value, from, value.text.length) };
}

function variable(value: PlacedText, match: RegExpExecArray): Expression {
  const end = match.index + match[0].length;
  const place = spanWithin(value, match.index, end);
  const unknown: Expression = { type: 'unknown', reason: 'set-at-run-time', span: place };
  const fallback = match[2];
  if (fallback === undefined) return unknown;
  return {
    type: 'choice',
    options: [literal(value, end - 1 - fallback.length, end - 1), unknown],
    span: place,
  };
}

function literal(value: PlacedText, start: number, end: number): Expression {
  return { type: 'literal', value: value.text.slice(start, end), span: spanWithin(value, start, end) };
}
