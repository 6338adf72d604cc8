import { type CollectionItem, type Expression, UNKNOWN_PART } from '../../model/expression.ts';
import type { Span } from '../../text/span.ts';
import { anyElement, anyKey, isSmall } from './elements.ts';
import {
  nodeSpan,
  nodeText,
  type ReadExpression,
  type Reading,
  textAt,
  visitChildren,
  withoutQuotes,
} from './reading.ts';
import { PLAIN_STRING } from './simple.ts';

/** The cursor stands on a `collection_value` node: a list or an object. */
export function readCollection(reading: Reading, place: Span, read: ReadExpression): Expression {
  const items: CollectionItem[] = [];
  visitChildren(reading, () =>
    visitChildren(reading, kind => {
      if (kind === 'expression') items.push({ value: read(reading) });
      if (kind === 'object_elem') items.push(readElement(reading, read));
    }),
  );
  return { type: 'collection', items, span: place };
}

/** `key = value` or `key : value`. */
function readElement(reading: Reading, read: ReadExpression): CollectionItem {
  const place = nodeSpan(reading);
  let key: Key | undefined;
  let value: Expression = { type: 'unknown', reason: 'syntax-error', span: place };
  visitChildren(reading, kind => {
    if (kind !== 'expression') return;
    if (key) value = read(reading);
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
export function readFor(reading: Reading, place: Span, read: ReadExpression): Expression {
  const outer = reading.bindings;
  const values: Expression[] = [];
  visitChildren(reading, () =>
    visitChildren(reading, kind => {
      if (kind === 'for_intro') reading.bindings = readIntro(reading, read);
      if (kind === 'expression') values.push(read(reading));
    }),
  );
  reading.bindings = outer;
  const value = values.at(-1);
  return { type: 'collection', items: value ? [{ key: UNKNOWN_PART, value }] : [], span: place };
}

/**
 * The cursor stands on the beginning of a loop, `for value in collection` or `for key, value in collection`: what
 * its variables stand for, besides those of the loops around it.
 */
export function readIntro(reading: Reading, read: ReadExpression): Map<string, Expression> {
  const names: string[] = [];
  let bound: Expression[] = [];
  visitChildren(reading, kind => {
    if (kind === 'identifier') names.push(nodeText(reading));
    if (kind === 'expression') bound = bindingsTo(read(reading), names.length);
  });
  const bindings = new Map(reading.bindings);
  for (const [index, name] of names.entries()) bindings.set(name, bound[index] ?? unknown(nodeSpan(reading)));
  return bindings;
}

function bindingsTo(collection: Expression, count: number): Expression[] {
  if (!isSmall(collection)) return [];
  return count === 1 ? [anyElement(collection)] : [anyKey(collection), anyElement(collection)];
}

function unknown(place: Span): Expression {
  return { type: 'unknown', reason: 'unsupported-expression', span: place };
}
