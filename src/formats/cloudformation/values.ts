import type { Expression, UnknownReason } from '../../model/expression.ts';
import { withoutVariables } from '../../parsers/interpolation.ts';
import type { TreeNode, TreeScalar } from '../../parsers/tree.ts';
import type { Span } from '../../text/span.ts';
import { bracedText } from '../shared/braces.ts';
import {
  callOf,
  computedValue,
  type EmbeddedExpressions,
  joinedText,
  type TemplateEntry,
  type TemplateText,
  type TemplateValue,
  valueExpression,
} from '../shared/settings/template-value.ts';
import type { TableLookups } from '../shared/table-lookups.ts';
import { type Intrinsic, intrinsicOf } from './intrinsic.ts';
import { STACK_REGION } from './module.ts';

/** What a text is in which nothing of the template language is called: another language may be around it. */
export type ReadText = (scalar: TreeScalar) => TemplateValue;

const readPlainText: ReadText = scalar => ({ kind: 'text', text: withoutVariables(scalar) });

/** Turns nodes of a template into values: its functions become expressions or the texts that they make. */
export class ValueReader {
  private readonly embedded: EmbeddedExpressions;
  private readonly readText: ReadText;
  private readonly lookups: TableLookups | undefined;

  constructor(
    embedded: EmbeddedExpressions,
    readText: ReadText = readPlainText,
    lookups: TableLookups | undefined = undefined,
  ) {
    this.embedded = embedded;
    this.readText = readText;
    this.lookups = lookups;
  }

  /** @returns nothing for a value that is taken away (`AWS::NoValue`), empty (`null`), or not there. */
  read(node: TreeNode | undefined): TemplateValue | undefined {
    if (!node) return undefined;
    const intrinsic = intrinsicOf(node);
    if (intrinsic) return this.readIntrinsic(intrinsic);
    if (node.kind === 'scalar') return node.type === 'null' ? undefined : this.readText(node);
    return node.kind === 'list'
      ? { kind: 'list', items: this.readAll(node.items), span: node.span }
      : { kind: 'map', entries: this.readEntries(node), span: node.span };
  }

  readExpression(node: TreeNode | undefined): Expression | undefined {
    const value = this.read(node);
    return value && valueExpression(value, this.embedded.lookUp);
  }

  private readAll(nodes: readonly TreeNode[]): TemplateValue[] {
    return nodes.flatMap(node => this.read(node) ?? []);
  }

  private readEntries(node: TreeNode): TemplateEntry[] {
    if (node.kind !== 'map') return [];
    return node.entries.flatMap(({ key, keySpan, value }) => {
      const read = this.read(value);
      return read ? [{ key, keySpan, value: read }] : [];
    });
  }

  private readIntrinsic({ name, argument, span }: Intrinsic): TemplateValue | undefined {
    const items = argument?.kind === 'list' ? argument.items : [];
    switch (name) {
      case 'Ref':
        return readReference(argument, span);
      case 'Sub':
        return this.readSubstitution(argument, items, span);
      case 'Join':
        return this.readJoin(items, span);
      case 'If':
        return { kind: 'choice', options: this.readAll(items.slice(1)), span };
      case 'FindInMap':
        return this.readFindInMap(items, span);
      case 'Select':
        return this.readSelect(items, span);
      case 'Split':
        return this.call('split', items, span);
      case 'GetAtt':
        return readAttribute(argument, items, span);
      case 'GetAZs':
        return isEmpty(argument) ? unknownValue('set-at-run-time', span) : this.read(argument);
      case 'ImportValue':
        return unknownValue('set-at-run-time', span);
      case 'And':
      case 'Or':
      case 'Not':
      case 'Equals':
      case 'Condition':
        return unknownValue('unsupported-expression', span);
      case 'Base64':
      case 'Base64Encode':
      case 'ToJsonString':
      case 'Str':
        return this.read(argument);
      default:
        return this.readOther(argument, span);
    }
  }

  /** What a function that is not known here is given may be part of what it gives. */
  private readOther(argument: TreeNode | undefined, span: Span): TemplateValue {
    const inner = this.read(argument);
    return computedValue({ type: 'unknown', reason: 'unsupported-function', span }, inner ? [inner] : []);
  }

  /** `"text ${Name}"`, or a list of the text and a map of further names. */
  private readSubstitution(
    argument: TreeNode | undefined,
    items: readonly TreeNode[],
    span: Span,
  ): TemplateValue {
    const pattern = argument?.kind === 'scalar' ? argument : items[0];
    if (pattern?.kind !== 'scalar') return this.readOther(argument, span);
    const entries = items[1] ? this.readEntries(items[1]) : [];
    const given = new Map(
      entries.map(({ key, value }) => [key, valueExpression(value, this.embedded.lookUp)] as const),
    );
    const text = this.substituted(pattern, given);
    // The texts that are put in have parts of their own.
    const others = entries.map(({ value }) => value).filter(value => value.kind === 'text');
    return entries.length === 0 ? text : { kind: 'choice', options: [text, ...others], span };
  }

  private substituted(pattern: TreeScalar, given: ReadonlyMap<string, Expression>): TemplateText {
    const text = bracedText(pattern, this.embedded, ({ text: inside }, place) => {
      const name = inside.trim();
      return NAME.test(name) ? (given.get(name) ?? named(name, place)) : undefined;
    });
    return { kind: 'text', text };
  }

  private readJoin([separator, list]: readonly TreeNode[], span: Span): TemplateValue {
    const values = this.read(list);
    if (separator?.kind === 'scalar' && values?.kind === 'list')
      return joinedText(values.items, separator.text, this.embedded, span);
    return callOf('join', [this.read(separator), values], this.embedded, span);
  }

  private readFindInMap([map, top, second]: readonly TreeNode[], span: Span): TemplateValue {
    if (map?.kind !== 'scalar') return unknownValue('unsupported-expression', span);
    const object: Expression = { type: 'variable', name: mappingName(map.text), span: map.span };
    const entry = this.member(this.member(object, top, span), second, span);
    this.lookups?.add(entry);
    return computedValue(entry);
  }

  private readSelect([index, list]: readonly TreeNode[], span: Span): TemplateValue {
    const isZones = list && intrinsicOf(list)?.name === 'GetAZs';
    const from = this.read(list);
    // Whichever zone it is, it is one of that region.
    if (isZones || !from) return from ?? unknownValue('unsupported-expression', span);
    const object = valueExpression(from, this.embedded.lookUp);
    return computedValue(this.member(object, index, span), from.kind === 'list' ? from.items : []);
  }

  private member(object: Expression, key: TreeNode | undefined, span: Span): Expression {
    const unknown: Expression = { type: 'unknown', reason: 'unsupported-expression', span };
    return { type: 'member', object, key: this.readExpression(key) ?? unknown, span };
  }

  private call(name: string, inputs: readonly TreeNode[], span: Span): TemplateValue {
    return callOf(
      name,
      inputs.map(input => this.read(input)),
      this.embedded,
      span,
    );
  }
}

/** The name by which a mapping is looked up. */
export function mappingName(name: string): string {
  return `mapping ${name}`;
}

/** `Name`, `Resource.Attribute` or `AWS::Region`; with `!` before it the text is to stay as it is. */
const NAME = /^[A-Za-z0-9_.:]+$/;

function readReference(argument: TreeNode | undefined, span: Span): TemplateValue | undefined {
  if (argument?.kind !== 'scalar') return unknownValue('syntax-error', span);
  if (argument.text.endsWith('::NoValue')) return undefined;
  return computedValue(named(argument.text, argument.span));
}

/** `Resource.Attribute` as one text or as a list; of a nested stack it can be one of its outputs. */
function readAttribute(
  argument: TreeNode | undefined,
  items: readonly TreeNode[],
  span: Span,
): TemplateValue {
  const words = items.map(item => (item.kind === 'scalar' ? item.text : ''));
  const name = argument?.kind === 'scalar' ? argument.text : words.join('.');
  return computedValue(named(name, span));
}

/** A parameter, a pseudo parameter, a resource, or an attribute of one. */
function named(name: string, span: Span): Expression {
  const reason: UnknownReason = name.includes('::') ? 'set-at-run-time' : 'computed-by-provider';
  const unknown: Expression = { type: 'unknown', reason, span };
  const fallback = name.endsWith('::Region') ? stackRegion(span) : unknown;
  return { type: 'variable', name: name.replace('.Outputs.', '.'), span, fallback };
}

/** The region of the stack, as files beside the template tell it. */
export function stackRegion(span: Span): Expression {
  const fallback: Expression = { type: 'unknown', reason: 'set-at-run-time', span };
  return { type: 'variable', name: STACK_REGION, span, fallback };
}

function unknownValue(reason: UnknownReason, span: Span): TemplateValue {
  return computedValue({ type: 'unknown', reason, span });
}

function isEmpty(node: TreeNode | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.text === '');
}
