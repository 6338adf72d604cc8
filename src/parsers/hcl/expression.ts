import type { CollectionItem, Expression } from '../../model/expression.ts';
import { UNKNOWN_PART } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';
import { anyElement, anyKey, isSmall, stepInto } from './elements.ts';
import { decodeText } from './escapes.ts';
import { deeper, nodeSpan, nodeText, type Reading, textAt, visitChildren, withoutQuotes } from './reading.ts';
import { readTemplate } from './template.ts';
import type { TraversalStep } from './tree.ts';

/** The cursor stands on an `expression` node: what it says a value is. */
export function readExpression(reading: Reading): Expression {
  const place = nodeSpan(reading);
  return readSimple(reading, place) ?? deeper(reading, place, () => readOperation(reading, place));
}

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

const PLAIN_STRING = /^"[^"\\$%\n]*"$/;
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

function readTraversal(reading: Reading, root: string, steps: TraversalStep[], place: Span): Expression {
  if (steps.length > MAX_STEPS) return unknown(place);
  const bound = reading.bindings.get(root);
  return bound ? stepInto(bound, steps, place) : reading.readName(root, steps, place);
}

/** More steps than any person writes; each becomes a level of the expression. */
const MAX_STEPS = 50;

/** `null`: no value at all, which is one option fewer. */
function nothing(place: Span): Expression {
  return { type: 'choice', options: [], span: place };
}

function unknown(place: Span): Expression {
  return { type: 'unknown', reason: 'unsupported-expression', span: place };
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
      last.steps.push(...readSteps(reading, kind));
      last.place = span(last.place.start, place.end);
    } else if (kind === 'other') operator = nodeText(reading);
  });
  return { operands: operands.map(operand => finish(reading, operand)), operator };
}

function finish(reading: Reading, { value, steps, place }: Operand): Expression {
  if (typeof value === 'string') return readTraversal(reading, value, steps, place);
  return steps.length > MAX_STEPS ? unknown(place) : stepInto(value, steps, place);
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
      return readCollection(reading, place);
    case 'function_call':
      return readCall(reading, place);
    case 'for_expr':
      return readFor(reading, place);
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
  let result = unknown(place);
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

function readSteps(reading: Reading, kind: string): TraversalStep[] {
  const place = nodeSpan(reading);
  if (kind === 'get_attr') {
    return [{ type: 'attribute', name: textAt(reading, place).replace(/^\.\s*/, ''), span: place }];
  }
  const steps: TraversalStep[] = kind === 'splat' ? [{ type: 'splat', span: place }] : [];
  visitChildren(reading, child => steps.push(...readInnerSteps(reading, child)));
  return steps;
}

/** Below `index`: `new_index` or `legacy_index`; below `splat`: one of its forms, and below that further steps. */
function readInnerSteps(reading: Reading, kind: string): TraversalStep[] {
  const place = nodeSpan(reading);
  switch (kind) {
    case 'legacy_index':
      return [indexStep({ type: 'literal', value: textAt(reading, place).slice(1), span: place }, place)];
    case 'expression':
      return [indexStep(readExpression(reading), place)];
    case 'new_index':
    case 'attr_splat':
    case 'full_splat':
    case 'index':
      return childSteps(reading);
    case 'get_attr':
      return readSteps(reading, kind);
    default:
      return [];
  }
}

function childSteps(reading: Reading): TraversalStep[] {
  const steps: TraversalStep[] = [];
  visitChildren(reading, child => steps.push(...readInnerSteps(reading, child)));
  return steps;
}

function indexStep(key: Expression, place: Span): TraversalStep {
  return { type: 'index', key, span: place };
}

function readCall(reading: Reading, place: Span): Expression {
  const inputs: Expression[] = [];
  let name = '';
  visitChildren(reading, kind => {
    if (kind === 'identifier') name = nodeText(reading);
    if (kind === 'function_arguments') inputs.push(...readArguments(reading));
  });
  return { type: 'call', name, arguments: inputs, span: place };
}

/** With `...` the last argument is a list of arguments: any of its elements. */
function readArguments(reading: Reading): Expression[] {
  const inputs: Expression[] = [];
  visitChildren(reading, kind => {
    if (kind === 'expression') inputs.push(readExpression(reading));
    const last = kind === 'ellipsis' ? inputs.pop() : undefined;
    if (last) inputs.push(anyElement(last));
  });
  return inputs;
}

function readCollection(reading: Reading, place: Span): Expression {
  const items: CollectionItem[] = [];
  visitChildren(reading, () =>
    visitChildren(reading, kind => {
      if (kind === 'expression') items.push({ value: readExpression(reading) });
      if (kind === 'object_elem') items.push(readElement(reading));
    }),
  );
  return { type: 'collection', items, span: place };
}

/** `key = value` or `key : value`. */
function readElement(reading: Reading): CollectionItem {
  const place = nodeSpan(reading);
  let key: Key | undefined;
  let value: Expression = { type: 'unknown', reason: 'syntax-error', span: place };
  visitChildren(reading, kind => {
    if (kind !== 'expression') return;
    if (key) value = readExpression(reading);
    else key = readKey(reading);
  });
  return { ...key, value };
}

interface Key {
  readonly key: string;
  readonly keySpan: Span;
}

/** A key is the name or string itself; anything else is computed, and could be any key. */
function readKey(reading: Reading): Key {
  const place = nodeSpan(reading);
  const text = textAt(reading, place);
  if (PLAIN_STRING.test(text)) return { key: text.slice(1, -1), keySpan: withoutQuotes(place) };
  if (SIMPLE_KEY.test(text)) return { key: text, keySpan: place };
  return { key: UNKNOWN_PART, keySpan: place };
}

const SIMPLE_KEY = /^(?:[\p{L}_][\p{L}\p{N}_-]*|\d+)$/u;

/** `[for x in list : …]` and `{for k, v in map : k => …}`: a collection of one element, which stands for all. */
function readFor(reading: Reading, place: Span): Expression {
  const outer = reading.bindings;
  const values: Expression[] = [];
  visitChildren(reading, () =>
    visitChildren(reading, kind => {
      if (kind === 'for_intro') reading.bindings = readIntro(reading);
      if (kind === 'expression') values.push(readExpression(reading));
    }),
  );
  reading.bindings = outer;
  const value = values.at(-1);
  return { type: 'collection', items: value ? [{ key: UNKNOWN_PART, value }] : [], span: place };
}

/** `for value in collection :` or `for key, value in collection :`. */
function readIntro(reading: Reading): Map<string, Expression> {
  const names: string[] = [];
  let bound: Expression[] = [];
  visitChildren(reading, kind => {
    if (kind === 'identifier') names.push(nodeText(reading));
    if (kind === 'expression') bound = bindingsTo(readExpression(reading), names.length);
  });
  const bindings = new Map(reading.bindings);
  for (const [index, name] of names.entries()) bindings.set(name, bound[index] ?? unknown(nodeSpan(reading)));
  return bindings;
}

function bindingsTo(collection: Expression, count: number): Expression[] {
  if (!isSmall(collection)) return [];
  return count === 1 ? [anyElement(collection)] : [anyKey(collection), anyElement(collection)];
}
