import { getLocation, type JSONPath, visit } from 'jsonc-parser';
import { tooDeepAt } from '../../model/data-tree.ts';
import type { Span } from '../../text/span.ts';
import { type Field, fieldOf, fieldsIn, type WordList } from './fields.ts';

/** Where a cursor stands in a ruleset file. */
export type RulesetLocation = {
  /** The string at the cursor with its quotes; empty where a new one would begin. */
  readonly span: Span;
  /** What the string says so far. */
  readonly text: string;
  readonly path: JSONPath;
} & (
  | { readonly at: 'value'; readonly field: Field; readonly fieldName: string }
  /** The name of a property of the object that is `inside`. */
  | { readonly at: 'name'; readonly inside: string; readonly fieldName: string | undefined }
  /** A name that is a word itself: a vendor in `approved.regions`. */
  | { readonly at: 'key'; readonly words: WordList }
);

/** Where `offset` is; `undefined` where nothing of ours is written. Takes any text. */
export function locationAt(text: string, offset: number): RulesetLocation | undefined {
  if (tooDeepAt(text) !== undefined || isInComment(text, offset)) return undefined;
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  const node =
    previousNode?.type === 'string' || previousNode?.type === 'property' ? previousNode : undefined;
  const isOn = node !== undefined && node.offset <= offset && offset <= node.offset + node.length;
  const raw = isOn ? text.slice(node.offset, node.offset + node.length) : '';
  const isClosed = raw.length > 1 && raw.endsWith('"');
  const span = isOn
    ? { start: node.offset, end: isClosed ? node.offset + node.length : offset }
    : { start: offset, end: offset };
  const common = { span, path, text: isOn ? text.slice(span.start + 1, span.end - (isClosed ? 1 : 0)) : '' };
  return isAtPropertyKey ? nameAt(common) : valueAt(common);
}

/** A line comment goes on to the end of its line, a block comment ends before what stands behind it. */
function isInComment(text: string, offset: number): boolean {
  let isIn = false;
  visit(text, {
    onComment: (start, length) => {
      const end = start + length + (text.startsWith('//', start) ? 1 : 0);
      isIn ||= start < offset && offset < end;
    },
  });
  return isIn;
}

interface Common {
  readonly span: Span;
  readonly path: JSONPath;
  readonly text: string;
}

function nameAt(common: Common): RulesetLocation | undefined {
  const inside = fieldName(common.path.slice(0, -1));
  const parent = fieldOf(inside);
  if (parent?.keys !== undefined) {
    return parent.keys === 'anything' ? undefined : { ...common, at: 'key', words: parent.keys };
  }
  if (inside !== '' && fieldsIn(inside).length === 0) return undefined;
  const own = inside === '' ? common.text : `${inside}.${common.text}`;
  return { ...common, at: 'name', inside, fieldName: fieldOf(own) ? own : undefined };
}

function valueAt(common: Common): RulesetLocation | undefined {
  const name = fieldName(common.path);
  const field = fieldOf(name);
  return field && { ...common, at: 'value', field, fieldName: name };
}

/** `rules.when.vendors` of `['rules', 0, 'when', 'vendors', 1]`. What stands in an object of chosen names is its. */
function fieldName(path: JSONPath): string {
  const names = path.filter(step => typeof step === 'string');
  for (let length = 1; length < names.length; length++) {
    const outer = names.slice(0, length).join('.');
    if (fieldOf(outer)?.keys !== undefined) return outer;
  }
  return names.join('.');
}
