import type { Expression } from '../../../model/expression.ts';
import type { Reference } from '../../../model/extraction.ts';
import type { PlacedText } from '../../../parsers/placed-text.ts';
import { span } from '../../../text/span.ts';
import type { Where } from '../strings.ts';

/** A chart by its repository and name, as expressions and as what is underlined. */
export interface ChartSource {
  readonly repository: PlacedText | undefined;
  readonly name: PlacedText | undefined;
}

/**
 * A chart: `https://host/path/name`, `oci://host/path/name`; of the repository alone when no name is given. One in the
 * chart's own folder is local, and one by a name that a user's settings give to a repository is unknown.
 */
export function chartReferences(
  { repository, name }: ChartSource,
  where: Where,
  expressionOf: (text: PlacedText) => Expression = literal,
): Reference[] {
  const address = repository && repository.text.trim() !== '' ? repository : undefined;
  const place = (address ?? name)?.span;
  if (!place) return [];
  return [{ kind: 'chart', value: chartValue(address, name, expressionOf), span: place, ...where }];
}

function chartValue(
  address: PlacedText | undefined,
  name: PlacedText | undefined,
  expressionOf: (text: PlacedText) => Expression,
): Expression {
  if (!address) {
    const local: Expression = { type: 'literal', value: './', span: span(0, 0) };
    if (!name) return local;
    const isInFolder = !name.text.includes('://') && !/^\.{0,2}\//.test(name.text);
    return isInFolder
      ? { type: 'literal', value: `./charts/${name.text}`, span: name.span }
      : expressionOf(name);
  }
  if (/^(?:@|alias:)/.test(address.text))
    return { type: 'unknown', reason: 'set-at-run-time', span: address.span };
  const repository = expressionOf(address);
  if (!name || address.text.startsWith('file:')) return repository;
  const slash: Expression = {
    type: 'literal',
    value: address.text.endsWith('/') ? '' : '/',
    span: span(address.span.end, address.span.end),
  };
  return { type: 'template', parts: [repository, slash, expressionOf(name)], span: address.span };
}

function literal({ text, span: place }: PlacedText): Expression {
  return { type: 'literal', value: text, span: place };
}
