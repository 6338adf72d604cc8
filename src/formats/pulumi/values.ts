import type { Expression } from '../../model/expression.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { childOf, type TreeNode } from '../../parsers/tree.ts';
import type { Span } from '../../text/span.ts';
import { bracedValue } from '../shared/braces.ts';
import {
  callOf,
  computedValue,
  type EmbeddedExpressions,
  joinedText,
  type TemplateEntry,
  type TemplateValue,
  valueExpression,
} from '../shared/settings/template-value.ts';
import { itemsOf } from '../shared/tree-access.ts';

/** Turns nodes of a YAML program into values (https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/). */
export class ValueReader {
  private readonly embedded: EmbeddedExpressions;

  constructor(embedded: EmbeddedExpressions) {
    this.embedded = embedded;
  }

  read(node: TreeNode): TemplateValue {
    if (node.kind === 'scalar') return bracedValue(node, this.embedded, readName);
    if (node.kind === 'list')
      return { kind: 'list', items: node.items.map(item => this.read(item)), span: node.span };
    const [only, ...more] = node.entries;
    if (only?.value && more.length === 0 && only.key.startsWith('fn::'))
      return this.readFunction(only.key.slice('fn::'.length), only.value);
    const entries = node.entries.flatMap(({ key, keySpan, value }): TemplateEntry[] =>
      value ? [{ key, keySpan, value: this.read(value) }] : [],
    );
    return { kind: 'map', entries, span: node.span };
  }

  readExpression(node: TreeNode): Expression {
    return valueExpression(this.read(node), this.embedded.lookUp);
  }

  private readFunction(name: string, argument: TreeNode): TemplateValue {
    const items = itemsOf(argument);
    switch (name.toLowerCase()) {
      case 'join':
        return this.readJoin(items, argument.span);
      case 'select':
        return this.readSelect(items, argument.span);
      case 'split':
        return callOf(
          'split',
          items.map(item => this.read(item)),
          this.embedded,
          argument.span,
        );
      case 'secret':
      case 'tojson':
      case 'tobase64':
      case 'frombase64':
      case 'stringasset':
        return this.read(argument);
      default:
        return computedValue({ type: 'unknown', reason: 'computed-by-provider', span: argument.span }, [
          this.read(childOf(argument, 'arguments') ?? argument),
        ]);
    }
  }

  private readJoin([separator, list]: readonly TreeNode[], span: Span): TemplateValue {
    const values = list && this.read(list);
    if (separator?.kind === 'scalar' && values?.kind === 'list')
      return joinedText(values.items, separator.text, this.embedded, span);
    return callOf('join', [separator && this.read(separator), values], this.embedded, span);
  }

  private readSelect([index, list]: readonly TreeNode[], span: Span): TemplateValue {
    if (!index || !list) return computedValue({ type: 'unknown', reason: 'syntax-error', span });
    const object = this.readExpression(list);
    return computedValue({ type: 'member', object, key: this.readExpression(index), span });
  }
}

/** `region`, `aws:region`, `bucket.arn`, `settings["zone"]`: a name, and what is inside of what it stands for. */
function readName(inside: PlacedText, place: Span): Expression | undefined {
  const root = /^[\w:-]+/.exec(inside.text)?.[0];
  if (root === undefined) return undefined;
  const fallback: Expression = { type: 'unknown', reason: 'computed-by-provider', span: place };
  const variable: Expression = { type: 'variable', name: root, span: place, fallback };
  const steps = [...inside.text.slice(root.length).matchAll(STEP)];
  return steps.reduce<Expression>(
    (object, { 1: name, 2: quoted, 3: index }) => ({
      type: 'member',
      object,
      key: { type: 'literal', value: name ?? quoted ?? index ?? '', span: place },
      span: place,
    }),
    variable,
  );
}

const STEP = /\.([\w-]+)|\["([^"]*)"\]|\[(\d+)\]/g;
