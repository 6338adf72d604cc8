import type { Expression, UnknownReason } from '../../model/expression.ts';
import { literalText } from '../../parsers/interpolation.ts';
import { slicePlaced } from '../../parsers/placed-text.ts';
import type { Span } from '../../text/span.ts';
import {
  computedValue,
  type EmbeddedExpressions,
  joinedText,
  type TemplateText,
  type TemplateValue,
  valueExpression,
} from '../shared/settings/template-value.ts';
import { parameterName, variableName } from './module.ts';

/**
 * What a function gives (https://learn.microsoft.com/en-us/azure/azure-resource-manager/templates/template-functions),
 * as far as it makes names and addresses.
 */
export function functionValue(
  name: string,
  inputs: readonly TemplateValue[],
  span: Span,
  embedded: EmbeddedExpressions,
): TemplateValue {
  const expressions = inputs.map(input => valueExpression(input, embedded.lookUp));
  const call = (resolved: string, given: readonly Expression[]): TemplateValue =>
    computedValue({ type: 'call', name: resolved, arguments: given, span }, inputs);
  const [first, second, third] = expressions;
  switch (name.toLowerCase()) {
    case 'parameters':
      return named(inputs, parameterName, span);
    case 'variables':
      return named(inputs, variableName, span);
    case 'concat':
      return inputs.some(({ kind }) => kind === 'list')
        ? call('concat', expressions)
        : joinedText(inputs, '', embedded, span);
    case 'format':
      return formatted(inputs, span, embedded);
    case 'uri':
      return joinedText(inputs, '', embedded, span);
    case 'if':
      return { kind: 'choice', options: inputs.slice(1), span };
    case 'coalesce':
    case 'trygetvalue':
      return { kind: 'choice', options: inputs, span };
    case 'createarray':
    case 'array':
      return { kind: 'list', items: inputs, span };
    case 'union':
    case 'shallowmerge':
      return call('merge', expressions);
    case 'tolower':
      return call('lower', expressions);
    case 'toupper':
      return call('upper', expressions);
    case 'trim':
    case 'replace':
      return call(name.toLowerCase(), expressions);
    case 'split':
      return first && second ? call('split', [second, first]) : unknown('syntax-error', span);
    case 'join':
      return first && second ? call('join', [second, first]) : unknown('syntax-error', span);
    case 'first':
    case 'last':
      return first
        ? computedValue({ type: 'call', name: 'one', arguments: [first], span }, inputs)
        : unknown('syntax-error', span);
    case 'string':
    case 'json':
    case 'base64':
    case 'base64tostring':
    case 'any':
    case 'loadtextcontent':
    case 'flatten':
      return inputs[0] ?? unknown('syntax-error', span);
    default:
      return third || first
        ? computedValue({ type: 'unknown', reason: reasonOf(name), span }, inputs)
        : unknown(reasonOf(name), span);
  }
}

/** Where and for whom something is deployed is chosen when it is. */
function reasonOf(name: string): UnknownReason {
  if (AT_RUN_TIME.test(name)) return 'set-at-run-time';
  return COMPUTED.test(name) ? 'computed-by-provider' : 'unsupported-function';
}

const AT_RUN_TIME =
  /^(?:resourceGroup|subscription|tenant|managementGroup|deployment|deployer|environment|readEnvironmentVariable|utcNow|newGuid|getSecret)$/i;
const COMPUTED = /^(?:reference|references|list\w*|resourceId|\w+ResourceId|uniqueString|guid|pickZones)$/i;

function named(
  inputs: readonly TemplateValue[],
  nameOf: (name: string) => string,
  span: Span,
): TemplateValue {
  const [input] = inputs;
  const name = input?.kind === 'text' ? literalText(input.text)?.text : undefined;
  if (name === undefined) return unknown('unsupported-expression', span);
  const fallback: Expression = { type: 'unknown', reason: 'not-defined', span };
  return computedValue({ type: 'variable', name: nameOf(name), span, fallback });
}

function unknown(reason: UnknownReason, span: Span): TemplateValue {
  return computedValue({ type: 'unknown', reason, span });
}

/** `format('https://{0}.{1}', …)`: the pattern's text with the inputs in it. */
function formatted(
  [pattern, ...inputs]: readonly TemplateValue[],
  span: Span,
  embedded: EmbeddedExpressions,
): TemplateValue {
  const literal = pattern?.kind === 'text' ? literalText(pattern.text) : undefined;
  if (!literal) return unknown('unsupported-expression', span);
  const parts: TemplateText['text']['parts'][number][] = [];
  let position = 0;
  for (const { 0: use, 1: number, index } of literal.text.matchAll(/\{(\d{1,3})(?:[:,][^{}]{0,50})?\}/g)) {
    if (index > position) parts.push({ type: 'text', text: slicePlaced(literal, position, index) });
    position = index + use.length;
    const place = slicePlaced(literal, index, position).span;
    const input = inputs[Number(number)];
    const value = input && valueExpression(input, embedded.lookUp);
    parts.push(embedded.embed(value ?? { type: 'unknown', reason: 'not-defined', span: place }, place));
  }
  if (position < literal.text.length)
    parts.push({ type: 'text', text: slicePlaced(literal, position, literal.text.length) });
  return { kind: 'text', text: { span: literal.span, parts } };
}
