import type { Expression } from '../../../model/expression.ts';
import type { TreeNode, TreeScalar } from '../../../parsers/tree.ts';
import {
  type EmbeddedExpressions,
  type TemplateEntry,
  type TemplateValue,
  valueExpression,
} from './template-value.ts';

/** Turns a tree into values: maps and lists are what they are, only texts have a language, and `null` is nothing. */
export class PlainValueReader {
  private readonly embedded: EmbeddedExpressions;
  private readonly readText: (scalar: TreeScalar) => TemplateValue;

  constructor(embedded: EmbeddedExpressions, readText: (scalar: TreeScalar) => TemplateValue) {
    this.embedded = embedded;
    this.readText = readText;
  }

  read(node: TreeNode): TemplateValue {
    if (node.kind === 'scalar') return this.readText(node);
    if (node.kind === 'list')
      return {
        kind: 'list',
        items: node.items.filter(isThere).map(item => this.read(item)),
        span: node.span,
      };
    const entries = node.entries.flatMap(({ key, keySpan, value }): TemplateEntry[] =>
      value && isThere(value) ? [{ key, keySpan, value: this.read(value) }] : [],
    );
    return { kind: 'map', entries, span: node.span };
  }

  readExpression(node: TreeNode): Expression {
    return valueExpression(this.read(node), this.embedded.lookUp);
  }
}

function isThere(node: TreeNode): boolean {
  return node.kind !== 'scalar' || node.type !== 'null';
}
