import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import { stepInto } from './elements.ts';
import { type Reading, textAt, withoutQuotes } from './reading.ts';
import type { TraversalStep } from './tree.ts';

/**
 * The expression at a place of the file if it is one plain string, name or number, as most are: known from the text
 * without a walk through the tree, where every step costs a call into WebAssembly.
 */
export function readSimple(reading: Reading, place: Span): Expression | undefined {
  const text = textAt(reading, place);
  if (PLAIN_STRING.test(text))
    return { type: 'literal', value: text.slice(1, -1), span: withoutQuotes(place) };
  if (PLAIN_NAME.test(text)) return readWord(reading, text, place);
  return NUMBER.test(text) ? { type: 'literal', value: text, span: place } : undefined;
}

/** A string without escapes and templates, with its quotes. */
export const PLAIN_STRING = /^"[^"\\$%\n]*"$/;
const PLAIN_NAME = /^[a-z_][\w-]*(?:\.[a-z_][\w-]*)*$/i;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

function readWord(reading: Reading, text: string, place: Span): Expression {
  if (text === 'true' || text === 'false') return { type: 'literal', value: text, span: place };
  if (text === 'null') return nothing(place);
  const [root = '', ...names] = text.split('.');
  let start = place.start + root.length;
  const steps = names.map((name): TraversalStep => {
    const step = span(start, start + name.length + 1);
    start = step.end;
    return { type: 'attribute', name, span: step };
  });
  return readTraversal(reading, root, steps, place);
}

/** A name with its steps: a loop variable, or what the language makes of it. */
export function readTraversal(
  reading: Reading,
  root: string,
  steps: TraversalStep[],
  place: Span,
): Expression {
  if (root === '') return { type: 'unknown', reason: 'syntax-error', span: place };
  const bound = reading.bindings.get(root);
  return bound ? stepInto(bound, steps, place) : reading.readName(root, steps, place);
}

/** `null`: no value at all, which is one option fewer. */
export function nothing(place: Span): Expression {
  return { type: 'choice', options: [], span: place };
}
