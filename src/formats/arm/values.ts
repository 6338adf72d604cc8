import type { Expression } from '../../model/expression.ts';
import type { BicepExpression, BicepString } from '../../parsers/bicep/tree.ts';
import { type InterpolatedPart, literalText } from '../../parsers/interpolation.ts';
import {
  computedValue,
  type EmbeddedExpressions,
  type TemplateEntry,
  type TemplateText,
  type TemplateValue,
  valueExpression,
} from '../shared/settings/template-value.ts';
import type { TableLookups } from '../shared/table-lookups.ts';
import { functionValue } from './functions.ts';
import { parameterName, variableName } from './module.ts';

/** Turns expressions of Bicep and of ARM templates into values. */
export class ExpressionValues {
  private readonly embedded: EmbeddedExpressions;
  private readonly lookups: TableLookups | undefined;
  /** What the variables of loops stand for. */
  private readonly loops = new Map<string, Expression>();

  constructor(embedded: EmbeddedExpressions, lookups: TableLookups | undefined = undefined) {
    this.embedded = embedded;
    this.lookups = lookups;
  }

  expression(node: BicepExpression): Expression {
    return valueExpression(this.value(node), this.embedded.lookUp);
  }

  value(node: BicepExpression): TemplateValue {
    const value = this.read(node);
    const isName = node.type === 'name' || node.type === 'member';
    if (isName && value.kind === 'expression') this.lookups?.add(value.expression);
    return value;
  }

  private read(node: BicepExpression): TemplateValue {
    const { span } = node;
    switch (node.type) {
      case 'string':
        return this.text(node);
      case 'name':
        return computedValue(this.loops.get(node.name) ?? nameExpression(node.name, span));
      case 'member':
        return this.member(node);
      case 'call':
        return functionValue(
          node.name,
          node.arguments.map(each => this.value(each)),
          span,
          this.embedded,
        );
      case 'choice':
        return { kind: 'choice', options: node.options.map(each => this.value(each)), span };
      case 'list':
        return { kind: 'list', items: node.items.map(each => this.value(each)), span };
      case 'object':
        return { kind: 'map', entries: this.entries(node), span };
      case 'loop':
        return {
          kind: 'list',
          items: [this.inLoop(node.variable, node.items, () => this.value(node.body))],
          span,
        };
      case 'other':
        return computedValue(
          { type: 'unknown', reason: 'unsupported-expression', span },
          node.parts.map(each => this.value(each)),
        );
    }
  }

  /** What `read` gives while the loop's variable stands for any of the items. */
  inLoop<Result>(variable: string, items: BicepExpression, read: () => Result): Result {
    const outer = this.loops.get(variable);
    const { span } = items;
    this.loops.set(variable, { type: 'call', name: 'one', arguments: [this.expression(items)], span });
    const result = read();
    if (outer) this.loops.set(variable, outer);
    else this.loops.delete(variable);
    return result;
  }

  private entries(node: BicepExpression & { type: 'object' }): TemplateEntry[] {
    return node.entries.map(({ key, keySpan, value }) => ({ key, keySpan, value: this.value(value) }));
  }

  private text({ parts, span }: BicepString): TemplateText {
    const texts = parts.flatMap((part): InterpolatedPart[] => {
      if (part.type === 'text') return [part];
      const inner = this.value(part.expression);
      // A text in a text is part of it.
      const literal = inner.kind === 'text' ? literalText(inner.text) : undefined;
      if (literal) return [{ type: 'text', text: literal }];
      return [this.embedded.embed(valueExpression(inner, this.embedded.lookUp), part.span)];
    });
    return { kind: 'text', text: { span, parts: texts } };
  }

  /** `settings.region`, `zones[0]`; `network.outputs.zone` is what the module gives. */
  private member({ object, key, span }: BicepExpression & { type: 'member' }): TemplateValue {
    const output = outputOf(object, key);
    if (output !== undefined) {
      const fallback: Expression = { type: 'unknown', reason: 'computed-by-provider', span };
      return computedValue({ type: 'variable', name: output, span, fallback });
    }
    const inner = this.read(object);
    if (inner.kind === 'expression' && inner.expression.type === 'unknown')
      return { ...inner, expression: { ...inner.expression, span } };
    return computedValue({
      type: 'member',
      object: valueExpression(inner, this.embedded.lookUp),
      key: this.expression(key),
      span,
    });
  }
}

function outputOf(object: BicepExpression, key: BicepExpression): string | undefined {
  if (object.type !== 'member' || object.object.type !== 'name') return undefined;
  const name = literalKey(key);
  return literalKey(object.key) === 'outputs' && name !== undefined
    ? `${object.object.name}.${name}`
    : undefined;
}

function literalKey(key: BicepExpression): string | undefined {
  const [only, ...more] = key.type === 'string' ? key.parts : [];
  return only?.type === 'text' && more.length === 0 ? only.text.text : undefined;
}

/** A parameter, a variable, or a resource, whose attributes are only known afterwards. */
function nameExpression(name: string, span: Expression['span']): Expression {
  const computed: Expression = { type: 'unknown', reason: 'computed-by-provider', span };
  const variable: Expression = { type: 'variable', name: variableName(name), span, fallback: computed };
  return { type: 'variable', name: parameterName(name), span, fallback: variable };
}
