import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import { type InterpolatedText, visibleText } from '../../../parsers/interpolation.ts';
import { span } from '../../../text/span.ts';
import { expressionOf, unknownVariable, type VariableLookUp } from '../expressions.ts';
import type { Where } from '../strings.ts';

/**
 * The cloud that a tool is told to work with, by the name that this tool has for it: `external-dns:alibabacloud`. The
 * name alone says nothing, as `cos` is one vendor's store to one tool and another's to the next.
 */
export function toolProvider(
  tool: string,
  name: InterpolatedText,
  where: Where,
  lookUp: VariableLookUp = unknownVariable,
): Reference[] {
  return PROVIDER_NAME.test(visibleText(name).text)
    ? toolProviderOf(tool, expressionOf(name, lookUp), where)
    : [];
}

/** The same for a name that is an expression. */
export function toolProviderOf(tool: string, name: Expression, where: Where): Reference[] {
  const before = span(name.span.start, name.span.start);
  const parts = [{ type: 'literal', value: `${tool}:`, span: before } as const, name];
  const value = { type: 'template', parts, span: name.span } as const;
  return [{ kind: 'tool-provider', value, span: name.span, ...where }];
}

/** One word, or what a variable stands for. */
const PROVIDER_NAME = /^[^\s,;|<>]{1,200}$/;
