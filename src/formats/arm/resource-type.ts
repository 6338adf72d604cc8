import type { Expression } from '../../model/expression.ts';
import { type Span, span } from '../../text/span.ts';

/** The provider of a resource is named before the first slash of its type: `Microsoft.Storage/storageAccounts`. */
export function providerOfType(type: string, place: Span): Expression {
  const name = type.replace(/[/@].*$/s, '');
  return {
    type: 'literal',
    value: name,
    span: span(place.start, Math.min(place.end, place.start + name.length)),
  };
}
