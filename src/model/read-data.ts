import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  printParseErrorCode,
} from 'jsonc-parser';
import * as v from 'valibot';
import { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import { en } from '../words/en/index.ts';
import type { MessageKey } from '../words/keys.ts';
import { type Phrase, phrase } from '../words/phrase.ts';
import { parseDataTree, tooDeepAt } from './data-tree.ts';

/** Something wrong in one of our own data files (a ruleset, a catalog file). */
export interface DataIssue {
  readonly path: string;
  readonly span: Span;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** What is wrong, with the property's name in front. */
  readonly message: Phrase;
}

export type DataResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly DataIssue[] };

/**
 * Reads a JSON-with-comments file by a schema. Strict, unlike the reading of foreign files: a misspelt property is an
 * error. All errors are reported at once, each at the value or property that it is about.
 */
export function readData<Schema extends v.GenericSchema>(
  schema: Schema,
  path: string,
  text: string,
): DataResult<v.InferOutput<Schema>> {
  const at = issueMaker(path, text);
  const errors: ParseError[] = [];
  const depth = tooDeepAt(text);
  if (depth !== undefined)
    return { ok: false, issues: [at({ start: depth, end: depth + 1 }, phrase('data.too-deep'))] };
  const root = parseDataTree(text, errors);
  if (errors.length > 0 || !root) return { ok: false, issues: syntaxIssues(errors, text, at) };
  // The schema's library takes a list for an object without properties.
  if (root.type === 'array') {
    const problem = phrase('data.unexpected', {
      received: phrase('expected.list'),
      expected: phrase('expected.object'),
    });
    return { ok: false, issues: [at(spanOf(root), problem)] };
  }
  const result = v.safeParse(schema, plainValue(root));
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, issues: result.issues.flatMap(issue => schemaIssues(issue, root, at)) };
}

/** Where a value stands in one of our own data files; the whole beginning when it is not there. */
export function placeInData(text: string, location: JSONPath): Span {
  const root = parseDataTree(text);
  return root ? spanAt(root, location) : { start: 0, end: 0 };
}

type MakeIssue = (span: Span, message: Phrase) => DataIssue;

function issueMaker(path: string, text: string): MakeIssue {
  const lines = new LineIndex(text);
  return (span, message) => {
    const { line, character } = lines.positionAt(span.start);
    return { path, span, line: line + 1, column: character + 1, message };
  };
}

function syntaxIssues(errors: readonly ParseError[], text: string, at: MakeIssue): DataIssue[] {
  if (text.trim() === '') return [at({ start: 0, end: text.length }, phrase('data.empty'))];
  return errors.map(({ error, offset, length }) => {
    const code = printParseErrorCode(error);
    const mistake = code === '<unknown ParseErrorCode>' ? code : phrase(`json.${code}`);
    return at({ start: offset, end: offset + length }, phrase('data.no-json', { mistake }));
  });
}

/** The node's value, with `__proto__` as an ordinary key. */
function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  const properties = (node.children ?? []).flatMap(({ children }) => {
    const [name, value] = children ?? [];
    return name && value ? [[String(name.value), plainValue(value)] as const] : [];
  });
  return Object.fromEntries(properties);
}

/** A union reports what each of its members wants: only the deepest is of use. */
function schemaIssues(issue: v.BaseIssue<unknown>, root: Node, at: MakeIssue): DataIssue[] {
  const location = (issue.path ?? []).map(step => step.key as string | number);
  const [property, problem] = [location.join('.'), problemOf(issue)];
  const message = location.length > 0 ? phrase('data.at', { property, problem }) : problem;
  return [at(spanAt(root, location), message)];
}

/** What is wrong, without the property's name. A schema's own messages are keys of texts. */
export function problemOf(issue: v.BaseIssue<unknown>): Phrase {
  const { message, received, expected } = issue;
  if (issue.type === 'strict_object' && expected === 'never') return phrase('data.unknown-property');
  if (received === 'undefined') return phrase('data.missing');
  return isPlainKey(message)
    ? { key: message }
    : phrase('data.unexpected', { received: TYPES[received] ?? received, expected: expectation(expected) });
}

/** What the schema's library calls `("a" | "b")` or `Array`, as people say it. */
function expectation(expected: string | null): Phrase | string {
  const choices = expected?.match(/"[^"]*"/g) ?? [];
  if (choices.length > 1) return phrase('expected.choices', { choices: choices.join(', ') });
  return TYPES[expected ?? ''] ?? expected ?? phrase('expected.something');
}

const TYPES: Readonly<Record<string, Phrase>> = {
  string: phrase('expected.text'),
  number: phrase('expected.number'),
  boolean: phrase('expected.boolean'),
  Array: phrase('expected.list'),
  Object: phrase('expected.object'),
};

function isPlainKey(message: string): message is MessageKey {
  return Object.hasOwn(en, message);
}

/** The span of the value at `location`, of its nearest present ancestor when it is missing, of the name when it is unknown. */
function spanAt(root: Node, location: JSONPath): Span {
  for (let length = location.length; length > 0; length--) {
    const node = findNodeAtLocation(root, location.slice(0, length));
    if (node) return spanOf(length === location.length ? node : (node.children?.[0] ?? node));
  }
  return { start: root.offset, end: root.offset + 1 };
}

function spanOf(node: Node): Span {
  const end = node.type === 'object' || node.type === 'array' ? node.offset + 1 : node.offset + node.length;
  return { start: node.offset, end };
}
