import type { Expression } from '../../model/expression.ts';
import type { Span } from '../../text/span.ts';
import { anyElement } from './elements.ts';
import { nodeSpan, nodeText, type ReadExpression, type Reading, textAt, visitChildren } from './reading.ts';
import type { TraversalStep } from './tree.ts';

/** What follows a value: steps into it, or the arguments of a call. */

/** The cursor stands on a `get_attr`, `index` or `splat` node. */
export function readSteps(reading: Reading, kind: string, read: ReadExpression): TraversalStep[] {
  const place = nodeSpan(reading);
  if (kind === 'get_attr') {
    return [{ type: 'attribute', name: textAt(reading, place).replace(/^\.\s*/, ''), span: place }];
  }
  const steps: TraversalStep[] = kind === 'splat' ? [{ type: 'splat', span: place }] : [];
  visitChildren(reading, child => {
    for (const step of readInnerSteps(reading, child, read)) steps.push(step);
  });
  return steps;
}

/** Below `index`: `new_index` or `legacy_index`; below `splat`: one of its forms, and below that further steps. */
function readInnerSteps(reading: Reading, kind: string, read: ReadExpression): TraversalStep[] {
  const place = nodeSpan(reading);
  switch (kind) {
    case 'legacy_index':
      return [indexStep({ type: 'literal', value: textAt(reading, place).slice(1), span: place }, place)];
    case 'expression':
      return [indexStep(read(reading), place)];
    case 'new_index':
    case 'attr_splat':
    case 'full_splat':
    case 'index':
      return childSteps(reading, read);
    case 'get_attr':
      return readSteps(reading, kind, read);
    default:
      return [];
  }
}

function childSteps(reading: Reading, read: ReadExpression): TraversalStep[] {
  const steps: TraversalStep[] = [];
  visitChildren(reading, child => {
    for (const step of readInnerSteps(reading, child, read)) steps.push(step);
  });
  return steps;
}

function indexStep(key: Expression, place: Span): TraversalStep {
  return { type: 'index', key, span: place };
}

/** The cursor stands on a `function_call` node. */
export function readCall(reading: Reading, place: Span, read: ReadExpression): Expression {
  let inputs: readonly Expression[] = [];
  let name = '';
  visitChildren(reading, kind => {
    if (kind === 'identifier') name = nodeText(reading);
    if (kind === 'function_arguments') inputs = readArguments(reading, read);
  });
  return { type: 'call', name, arguments: inputs, span: place };
}

/** With `...` the last argument is a list of arguments: any of its elements. */
function readArguments(reading: Reading, read: ReadExpression): Expression[] {
  const inputs: Expression[] = [];
  visitChildren(reading, kind => {
    if (kind === 'expression') inputs.push(read(reading));
    const last = kind === 'ellipsis' ? inputs.pop() : undefined;
    if (last) inputs.push(anyElement(last));
  });
  return inputs;
}
