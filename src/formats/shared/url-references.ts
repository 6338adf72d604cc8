import type { Expression } from '../../model/expression.ts';
import type { Reference } from '../../model/extraction.ts';
import type { PlacedText } from '../../parsers/placed-text.ts';
import { spanWithin } from '../../parsers/tree.ts';
import { findHosts, type HostMention } from '../../text/hosts.ts';
import type { Span } from '../../text/span.ts';

type Where = Pick<Reference, 'scope' | 'structuralPath'>;

/**
 * The setting `value` as a mirror: the whole address is compared, the host is underlined.
 * @param expression what the value is, when it is not the text itself; its parts must have the text's places.
 * @returns nothing for an empty value.
 */
export function mirrorReferences(
  value: PlacedText,
  ecosystem: string,
  where: Where,
  expression: (from: number) => Expression = from => literalFrom(value, from),
): Reference[] {
  if (value.text.trim() === '') return [];
  // Names and passwords stay in the file: the value is shown in reports.
  const from = USER_INFO.exec(value.text)?.[0].length ?? 0;
  const mention = findHosts(value.text).find(each => each.span.start >= from);
  const place = mention?.span ?? { start: from, end: value.text.length };
  const span = spanWithin(value, place.start, place.end);
  return [{ kind: 'mirror', ecosystem, value: expression(from), span, ...where }];
}

/** A URL's part before the host, when it holds a name or password. */
const USER_INFO = /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\/[^/@\s]*@/i;

/** Every host in `value`, each compared with the path that follows it. */
export function hostReferences(
  value: PlacedText,
  where: Where,
  isWanted: (mention: HostMention) => boolean = () => true,
): Reference[] {
  return findHosts(value.text)
    .filter(isWanted)
    .map(mention => hostReference(value, mention, where));
}

/** Is the host part of a URL, rather than a word that may only look like a host? */
export function isInUrl(text: string, { span }: HostMention): boolean {
  return text.startsWith('//', span.start - 2) || text[span.start - 1] === '@';
}

function hostReference(value: PlacedText, mention: HostMention, where: Where): Reference {
  const { start, end } = mention.span;
  const port = /^:\d{1,5}/.exec(value.text.slice(end, end + 6))?.[0] ?? '';
  const literalEnd = end + port.length + mention.path.length;
  return {
    kind: 'host',
    value: literal(value.text.slice(start, literalEnd), spanWithin(value, start, literalEnd)),
    span: spanWithin(value, start, end),
    ...where,
  };
}

function literalFrom(value: PlacedText, from: number): Expression {
  return literal(value.text.slice(from), spanWithin(value, from, value.text.length));
}

function literal(value: string, span: Span): Expression {
  return { type: 'literal', value, span };
}
