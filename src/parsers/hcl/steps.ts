import type { Expression } from '../../model/expression.ts';
import {
  ASTERISK,
  CLOSE_BRACKET,
  DOT,
  endOfName,
  isBlank,
  isDigit,
  LINE_FEED,
  OPEN_BRACKET,
} from './characters.ts';
import { stepInto } from './elements.ts';
import { enter, isNext, leave, noteMistake, peek, placeFrom, type Reading, skipBlanks } from './reading.ts';
import { closeBracket } from './recovery.ts';
import type { TraversalStep } from './tree.ts';

/** What follows a value: `.name`, `.0`, `[key]`, `.*` and `[*]`. */
export function readSteps(reading: Reading): readonly TraversalStep[] {
  if (!beginsStep(reading)) return NO_STEPS;
  const steps: TraversalStep[] = [];
  do {
    const step = peek(reading) === DOT ? readDot(reading) : readIndex(reading);
    if (step) steps.push(step);
  } while (beginsStep(reading));
  return steps;
}

const NO_STEPS: readonly TraversalStep[] = [];

/** What `steps` lead to from a name: a loop variable, or what the language makes of it. */
export function readTraversal(reading: Reading, root: string, start: number): Expression {
  const steps = readSteps(reading);
  const place = placeFrom(reading, start);
  const bound = reading.bindings.get(root);
  return bound ? stepInto(bound, steps, place) : reading.readName(root, steps, place);
}

/** Moves to the next step; `...` is none. */
function beginsStep(reading: Reading): boolean {
  const end = reading.at;
  const next = peek(reading);
  if (isBlank(next) || (next === LINE_FEED && reading.spansLines)) skipBlanks(reading);
  const code = peek(reading);
  if (code === OPEN_BRACKET || (code === DOT && !isNext(reading, DOT))) return true;
  reading.at = end;
  return false;
}

/** The position is at a dot. One without a name is half-typed. */
function readDot(reading: Reading): TraversalStep | undefined {
  const start = reading.at++;
  while (isBlank(peek(reading))) reading.at++;
  if (peek(reading) === ASTERISK) {
    reading.at++;
    return { type: 'splat', span: placeFrom(reading, start) };
  }
  const nameStart = reading.at;
  while (isDigit(peek(reading))) reading.at++;
  const isIndex = reading.at > nameStart;
  if (!isIndex) reading.at = endOfName(reading.text, nameStart, reading.end);
  const name = reading.text.slice(nameStart, reading.at);
  const span = placeFrom(reading, start);
  if (isIndex) return { type: 'index', key: { type: 'literal', value: name, span }, span };
  if (name !== '') return { type: 'attribute', name, span };
  noteMistake(reading, start);
  reading.at = start + 1;
  return undefined;
}

/** The position is at an opening bracket. */
function readIndex(reading: Reading): TraversalStep | undefined {
  const open = reading.at++;
  const outer = reading.spansLines;
  reading.spansLines = true;
  enter(reading);
  const step = readKey(reading, open);
  leave(reading);
  reading.spansLines = outer;
  return step;
}

function readKey(reading: Reading, open: number): TraversalStep | undefined {
  skipBlanks(reading);
  const start = reading.at;
  if (peek(reading) === ASTERISK) {
    reading.at++;
    closeBracket(reading, CLOSE_BRACKET, open, start);
    return { type: 'splat', span: placeFrom(reading, open) };
  }
  const key = reading.readExpression(reading);
  if (!key) noteMistake(reading, open);
  const span = placeFrom(reading, start);
  closeBracket(reading, CLOSE_BRACKET, open, start);
  return key && { type: 'index', key, span };
}
