import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import { readCollection, readFor } from './collection.ts';
import { stepInto } from './elements.ts';
import { decodeText } from './escapes.ts';
import { deeper, nodeSpan, nodeText, type Reading, textAt, visitChildren, withoutQuotes } from './reading.ts';
import { nothing, readSimple, readTraversal } from './simple.ts';
import { readCall, readSteps } from './steps.ts';
import { readTemplate } from './template.ts';
import type { TraversalStep } from './tree.ts';

/** The cursor stands on an `expression` node: what it says a value is. */
export function readExpression(reading: Reading): Expression {
  const place = nodeSpan(reading);
  return readSimple(reading, place) ?? deeper(reading, place, () => readOperation(reading, place));
}

/** The children of the node: operands with their steps, and operators between them. */
function readOperation(reading: Reading, place: Span): Expression {
  const { operands, operator } = readOperands(reading);
  const [first] = operands;
  if (operator === '') return first ?? { type: 'unknown', reason: 'syntax-error', span: place };
  return { type: 'call', name: operator, arguments: operands, span: place };
}

interface Operands {
  readonly operands: readonly Expression[];
  /** As written; empty when there is none. */
  readonly operator: string;
}

/** Something that steps can follow: a value, or a name whose meaning depends on them. */
interface Operand {
  readonly value: Expression | string;
  readonly steps: TraversalStep[];
  place: Span;
}

function readOperands(reading: Reading): Operands {
  const operands: Operand[] = [];
  let operator = '';
  visitChildren(reading, kind => {
    const place = nodeSpan(reading);
    const value = readOperand(reading, kind, place);
    const last = operands.at(-1);
    if (value !== undefined) operands.push({ value, steps: [], place });
    else if (kind === 'get_attr' || kind === 'index' || kind === 'splat') {
      if (!last) return;
      for (const step of readSteps(reading, kind, readExpression)) last.steps.push(step);
      last.place = span(last.place.start, place.end);
    } else if (kind === 'other') operator = nodeText(reading);
  });
  return { operands: operands.map(operand => finish(reading, operand)), operator };
}

function finish(reading: Reading, { value, steps, place }: Operand): Expression {
  if (typeof value === 'string') return readTraversal(reading, value, steps, place);
  return stepInto(value, steps, place);
}

/** The value of a node that is an operand by itself; `undefined` for steps, operators and brackets. */
function readOperand(reading: Reading, kind: string, place: Span): Expression | string | undefined {
  switch (kind) {
    case 'expression':
      return readExpression(reading);
    case 'variable_expr':
      return nodeText(reading);
    case 'literal_value':
      return readLiteral(reading, place);
    case 'template_expr':
      return readTemplate(reading, readExpression);
    case 'collection_value':
      return readCollection(reading, place, readExpression);
    case 'function_call':
      return readCall(reading, place, readExpression);
    case 'for_expr':
      return readFor(reading, place, readExpression);
    case 'operation':
      return readNested(reading, place);
    case 'conditional':
      return { type: 'choice', options: readOptions(reading), span: place };
    default:
      return undefined;
  }
}

/** `unary_operation` or `binary_operation`, whose operands can be operations again. */
function readNested(reading: Reading, place: Span): Expression {
  let result: Expression = { type: 'unknown', reason: 'syntax-error', span: place };
  visitChildren(reading, () => {
    result = deeper(reading, place, () => readOperation(reading, place));
  });
  return result;
}

/**
 * What a conditional can be. The grammar takes `a ? b : c ? d : e` for `(a ? b : c) ? d : e`: a conditional where
 * the condition is expected gives its first options too, and its last is the condition of the next.
 */
function readOptions(reading: Reading): Expression[] {
  const options: Expression[] = [];
  let isCondition = true;
  visitChildren(reading, kind => {
    if (kind !== 'expression') return;
    if (isCondition) options.push(...readEarlierOptions(reading));
    else options.push(readExpression(reading));
    isCondition = false;
  });
  return options;
}

/** The cursor stands on a condition. */
function readEarlierOptions(reading: Reading): readonly Expression[] {
  const place = nodeSpan(reading);
  const earlier = deeper(reading, place, () => {
    let options: Expression[] = [];
    visitChildren(reading, kind => {
      if (kind === 'conditional') options = readOptions(reading).slice(0, -1);
    });
    return { type: 'choice', options, span: place };
  });
  return earlier.type === 'choice' ? earlier.options : [];
}

/** Strings with escapes, and what `readSimple` did not know: hexadecimal numbers, `1.5e3`, an empty string. */
function readLiteral(reading: Reading, place: Span): Expression {
  const text = textAt(reading, place);
  if (!text.startsWith('"'))
    return text === 'null' ? nothing(place) : { type: 'literal', value: text, span: place };
  return { type: 'literal', value: decodeText(text.slice(1, -1), 'quoted'), span: withoutQuotes(place) };
}
